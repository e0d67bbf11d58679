"""Units through time: what was before stays, what comes after finds it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.collecting.giving_forms import form_board
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.cycles.past_points import points_of_last_year
from thidua_desktop.application.enrolling.registers import add_person, list_people, list_units
from thidua_desktop.application.enrolling.unit_changes import (
    ChangeDay,
    end_unit,
    merge_units,
    rename_unit,
    split_unit,
    unit_events,
)
from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.domain.errors import Conflict, InputError, RuleViolation
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.units import Person, Unit

ECONOMY = "Phòng Kinh tế"
POLICE = "Công an xã"
DAY = ChangeDay(dt.date(2027, 7, 1), "Nghị quyết mẫu số 01")


def draft(name: str, code: str = "") -> Unit:
    return Unit(code, name, "office", SubjectKind.COLLECTIVE)


def unit_of(office: OfficeInHand, code: str) -> Unit:
    with office.desk.store.read() as books:
        return books.units.get(code)


def people_of(office: OfficeInHand, unit: str) -> int:
    return sum(person.unit == unit for person in list_people(office.desk))


def last_points(office: OfficeInHand, unit: str) -> dict[str, int] | None:
    """The points of 2026 that a form of 2027 shows this unit."""
    open_cycle(office.desk, CycleKind.ANNUAL, 2027)
    with office.desk.store.read() as books:
        found = points_of_last_year(books, books.cycles.get("2027-annual")).get(unit)
    return dict(found) if found is not None else None


def test_a_renamed_unit_keeps_its_code_and_is_found_by_its_old_name(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=15))
    code = office.unit(ECONOMY)
    rename_unit(office.desk, code, "Phòng Kinh tế - Đô thị", DAY)
    assert unit_of(office, code).name == "Phòng Kinh tế - Đô thị"
    found = last_points(office, code)
    assert found is not None
    assert found["ND1"] == 1500


def test_a_merger_ends_the_units_and_takes_their_people_over(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=15))
    economy, police = office.unit(ECONOMY), office.unit(POLICE)
    person = add_person(office.desk, Person("", "Lê Thị Thí Dụ", unit=economy))
    people = people_of(office, economy) + people_of(office, police)
    change = merge_units(office.desk, [economy, police], draft("Phòng Chung (mẫu)"), DAY)
    (merged,) = change.units
    assert (change.people_moved, change.open_reports) == (people, 0)
    assert merged.valid_from == DAY.on
    assert unit_of(office, economy).valid_to == dt.date(2027, 6, 30)
    assert next(p.unit for p in list_people(office.desk) if p.code == person.code) == merged.code
    assert rank_cycle(office.desk, CYCLE).find(economy) is not None
    assert rank_cycle(office.desk, CYCLE).find(merged.code) is None
    found = last_points(office, merged.code)
    assert found is not None
    assert found["ND1"] == 1500


def test_after_a_merger_only_living_units_are_to_have_a_form(office: OfficeInHand) -> None:
    economy, police = office.unit(ECONOMY), office.unit(POLICE)
    merge_units(office.desk, [economy, police], draft("Phòng Chung (mẫu)"), DAY)
    cycle = open_cycle(office.desk, CycleKind.ANNUAL, DAY.on.year)
    names = [unit.name for unit in form_board(office.desk, cycle.id).units]
    assert "Phòng Chung (mẫu)" in names
    assert ECONOMY not in names
    assert len(names) == len(list_units(office.desk)) - 2


def test_a_merger_into_one_of_them_keeps_that_one(office: OfficeInHand) -> None:
    economy, police = office.unit(ECONOMY), office.unit(POLICE)
    kept = unit_of(office, economy)
    change = merge_units(office.desk, [economy, police], kept, DAY)
    assert [unit.code for unit in change.units] == [economy]
    assert unit_of(office, economy).valid_to is None
    assert unit_of(office, police).valid_to == dt.date(2027, 6, 30)


def test_what_a_merger_within_an_open_cycle_leaves_behind_is_told(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=15))
    economy, police = office.unit(ECONOMY), office.unit(POLICE)
    early = ChangeDay(dt.date(2026, 12, 1))
    assert merge_units(office.desk, [economy, police], draft("Mẫu"), early).open_reports == 1


def test_a_split_tells_whose_people_need_a_place(office: OfficeInHand) -> None:
    code = office.unit(ECONOMY)
    add_person(office.desk, Person("", "Lê Thị Thí Dụ", unit=code))
    goes_on = split_unit(
        office.desk, code, [unit_of(office, code), draft("Tổ mới (mẫu)")], ChangeDay(DAY.on)
    )
    assert (goes_on.people_left, len(goes_on.units)) == (0, 2)
    later = ChangeDay(dt.date(2028, 1, 1))
    ended = split_unit(office.desk, code, [draft("Tổ A (mẫu)"), draft("Tổ B (mẫu)")], later)
    assert ended.people_left == people_of(office, code) > 0
    assert [event.kind.value for event in unit_events(office.desk)] == ["split", "split"]


def test_an_ended_unit_can_not_change_again(office: OfficeInHand) -> None:
    code = office.unit(ECONOMY)
    end_unit(office.desk, code, DAY)
    with pytest.raises(RuleViolation):
        rename_unit(office.desk, code, "Tên khác", DAY)


def test_what_can_not_be_is_refused_and_leaves_no_trace(office: OfficeInHand) -> None:
    economy, police = office.unit(ECONOMY), office.unit(POLICE)
    before = len(office.desk.store.operations())
    with pytest.raises(Conflict):
        rename_unit(office.desk, economy, "CÔNG AN  XÃ", DAY)
    with pytest.raises(InputError):
        rename_unit(office.desk, economy, ECONOMY, DAY)
    with pytest.raises(InputError):
        merge_units(office.desk, [economy, economy], draft("Mẫu"), DAY)
    with pytest.raises(InputError):
        merge_units(office.desk, [economy, police], draft(" "), DAY)
    with pytest.raises(InputError):
        split_unit(office.desk, economy, [draft("Một")], DAY)
    assert len(office.desk.store.operations()) == before


def test_a_merger_is_undone_whole_or_not_at_all(office: OfficeInHand) -> None:
    economy, police = office.unit(ECONOMY), office.unit(POLICE)
    add_person(office.desk, Person("", "Lê Thị Thí Dụ", unit=economy))
    people = people_of(office, economy)
    (merged,) = merge_units(office.desk, [economy, police], draft("Mẫu"), DAY).units
    number = office.desk.store.operations(1)[0].id
    late = add_person(office.desk, Person("", "Trần Thị Thử", unit=merged.code))
    kept = take_back(office.desk, number)
    assert kept.restored == ()
    assert unit_of(office, economy).valid_to is not None
    take_back(office.desk, office.desk.store.operations(1)[0].id)
    assert late.code not in {person.code for person in list_people(office.desk)}
    assert take_back(office.desk, number).conflicts == ()
    assert unit_of(office, economy).valid_to is None
    assert unit_events(office.desk) == ()
    assert people_of(office, economy) == people
    assert office.desk.store.check() == ()
