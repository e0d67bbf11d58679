"""Diễn biến: every deed that touches a unit's points is told once, in its order."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points, accept_as_proposed, appraise
from thidua_desktop.application.appraisal.council_figures import give_council_points
from thidua_desktop.application.appraisal.timeline import unit_timeline
from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.application.results.violations import record_violation
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.scoring.policy import Violation

ECONOMY = "Phòng Kinh tế"


def told(office: OfficeInHand) -> list[str]:
    events = unit_timeline(office.desk, office.texts, CYCLE, office.unit(ECONOMY))
    return [" ".join(event.sentences) for event in events]


def test_a_unit_is_followed_from_the_form_to_the_council(office: OfficeInHand) -> None:
    desk, unit = office.desk, office.unit(ECONOMY)
    office.collect(office.save(ECONOMY, ND1=15, ND2=8))
    appraise(desk, CYCLE, Points(unit, "ND2", 700, "Thiếu số liệu"))
    appraise(desk, CYCLE, Points(unit, "ND2", 600, "Thiếu số liệu"))
    accept_as_proposed(desk, CYCLE, [unit])
    give_council_points(desk, CYCLE, [Points(unit, "ND2", 650, "Biểu quyết")])
    record_violation(desk, CYCLE, unit, Violation.LEADER_WARNED, "QĐ mẫu 5/QĐ")
    take_back(desk, desk.store.operations(1)[0].id)
    found = told(office)
    assert found[0] == "Phát phiếu tự chấm, lần 1."
    assert found[1].startswith("Nhận phiếu tự chấm, nộp ngày ")
    assert found[2:4] == [
        "Thẩm định tiêu chí ND2: 7 điểm. Lý do, tiêu chí ND2: «Thiếu số liệu».",
        "Sửa điểm thẩm định tiêu chí ND2 từ 7 thành 6.",
    ]
    assert found[4].startswith("Nhận ")
    assert found[5] == ("Hội đồng cho tiêu chí ND2 6,5 điểm. Lý do, tiêu chí ND2: «Biểu quyết».")
    assert found[7].startswith("Hoàn tác: Xóa vi phạm")
    events = unit_timeline(desk, office.texts, CYCLE, unit)
    assert [event.is_undone for event in events] == [False] * 6 + [True, False]


def test_a_late_form_and_one_that_says_otherwise(office: OfficeInHand) -> None:
    office.clock.set(dt.date(2026, 12, 12))
    office.collect(office.save(ECONOMY, ND1=15))
    office.clock.set(dt.date(2026, 12, 13))
    office.collect(office.save(ECONOMY, minute=5, ND1=12))
    found = told(office)
    assert ", chậm 2 ngày." in found[1]
    assert found[2].startswith("Nhận phiếu nộp lại")
    assert "đổi điểm tự chấm tiêu chí ND1 từ 15 thành 12" in found[2]


def test_other_units_and_unknown_ones(office: OfficeInHand) -> None:
    office.collect(office.save("Công an xã"))
    assert told(office) == ["Phát phiếu tự chấm, lần 1."]
    with pytest.raises(NotFound):
        unit_timeline(office.desk, office.texts, CYCLE, "DV999")
