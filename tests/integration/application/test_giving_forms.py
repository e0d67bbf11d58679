"""Forms given again never cover what a unit may have filled in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from thidua_desktop.application.cycles import open_cycle
from thidua_desktop.application.giving_forms import give_forms
from thidua_desktop.application.registers import add_unit
from thidua_desktop.application.starting import NewOffice
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.documents.excel.sample_answers import fill_form
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.units import Unit
from thidua_desktop.system.clock import FixedClock


def test_a_filled_form_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    joiner = Joiner.detect(FixedClock(dt.date(2026, 11, 2)))
    joiner.start_office(tmp_path / "data", NewOffice("tay-hieu"))
    folder = tmp_path / "forms"
    with joiner.open_desk(tmp_path / "data") as desk:
        add_unit(desk, Unit("", "Phòng Kinh tế", "office", SubjectKind.COLLECTIVE))
        open_cycle(desk, CycleKind.ANNUAL, 2026)
        first = give_forms(desk, "2026-annual", folder)[0].path
        fill_form(first, first, {"A1": (1000, "Đã thực hiện.", "Báo cáo số 01/BC")})
        filled = first.read_bytes()
        add_unit(desk, Unit("", "Trường Ví Dụ", "school", SubjectKind.COLLECTIVE))
        given = give_forms(desk, "2026-annual", folder)
    assert first.read_bytes() == filled
    assert [(form.unit_name, form.is_kept) for form in given] == [
        ("Phòng Kinh tế", True),
        ("Trường Ví Dụ", False),
    ]
    assert all(form.path.exists() for form in given)
