"""Last year's figures follow a unit, with the maximum and the words of then."""

from __future__ import annotations

import datetime as dt

from tests.office_in_hand import CYCLE, Answer, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.enrolling.unit_changes import ChangeDay, merge_units, rename_unit
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.results.last_year import LastYear, last_year
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.units import Unit

ECONOMY, POLICE = "Phòng Kinh tế", "Công an xã"
NEXT = "2027-annual"
DAY = ChangeDay(dt.date(2027, 7, 1), "Nghị quyết mẫu số 01")


def next_year(office: OfficeInHand) -> LastYear:
    open_cycle(office.desk, CycleKind.ANNUAL, 2027)
    return last_year(office.desk, NEXT)


def test_both_points_and_the_words_of_last_year(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=Answer(15, "Đã số hóa 120 hồ sơ.", "BC 05")))
    code = office.unit(ECONOMY)
    appraise(office.desk, CYCLE, Points(code, "ND1", 1250, "Thiếu biên bản"))
    found = next_year(office)
    line = found.line(code, "ND1")
    assert line is not None
    assert (line.own, line.appraised, line.final) == (1500, 1250, 1250)
    assert (line.explanation, line.evidence) == ("Đã số hóa 120 hồ sơ.", "BC 05")
    other = found.line(code, "ND2")
    assert other is not None
    assert other.final == other.own == other.criterion.max_points
    assert found.cycle is not None
    assert found.cycle.id == CYCLE


def test_the_first_year_has_none(office: OfficeInHand) -> None:
    assert last_year(office.desk, CYCLE) == LastYear()


def test_a_unit_without_figures_has_none(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY))
    found = next_year(office)
    assert set(found.units) == {office.unit(ECONOMY)}
    assert found.line(office.unit(POLICE), "ND1") is None


def test_they_follow_renames_and_mergers_under_the_name_of_then(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=15))
    economy, police = office.unit(ECONOMY), office.unit(POLICE)
    rename_unit(office.desk, economy, "Phòng Kinh tế - Đô thị", ChangeDay(dt.date(2027, 1, 5)))
    draft = Unit("", "Phòng Chung (mẫu)", "office", SubjectKind.COLLECTIVE)
    (merged,) = merge_units(office.desk, [economy, police], draft, DAY).units
    past = next_year(office).units[merged.code]
    assert (past.code, past.lines["ND1"].final) == (economy, 1500)
    assert past.place is not None
    assert past.place.rank == 1


def test_of_a_merger_of_two_with_figures_nobody_has_any(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY), office.save(POLICE))
    codes = [office.unit(ECONOMY), office.unit(POLICE)]
    draft = Unit("", "Phòng Chung (mẫu)", "office", SubjectKind.COLLECTIVE)
    (merged,) = merge_units(office.desk, codes, draft, DAY).units
    assert merged.code not in next_year(office).units


def test_a_closed_year_keeps_its_names_and_places(office: OfficeInHand) -> None:
    office.collect_all()
    office.appraise_all()
    code = office.unit(ECONOMY)
    close_cycle(office.desk, CYCLE)
    rename_unit(office.desk, code, "Phòng Kinh tế - Đô thị", ChangeDay(dt.date(2027, 1, 5)))
    past = next_year(office).units[code]
    assert past.name == ECONOMY
    assert past.place is not None
    assert past.place.total == past.place.self_points
