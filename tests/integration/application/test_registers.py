"""Đơn vị, cá nhân by hand: twins, impossible numbers and unknown groups are refused in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.office_in_hand import OfficeInHand
from thidua_desktop.application.enrolling.registers import (
    add_person,
    add_unit,
    change_person,
    change_unit,
    list_groups,
    list_people,
    list_units,
)
from thidua_desktop.domain.errors import Conflict, InputError, NotFound
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.units import Person, Unit

UNIT = Unit("", "Phòng Kinh tế", "office", SubjectKind.COLLECTIVE)
PERSON = Person("", "Nguyễn Văn Mẫu", birth_year=1980)


def test_a_unit_gets_its_code_here(new_office: OfficeInHand) -> None:
    added = add_unit(new_office.desk, replace(UNIT, code="DV777"))
    assert added.code == "DV001"
    assert list_units(new_office.desk) == (added,)


def test_the_group_decides_what_kind_of_subject_a_unit_is(new_office: OfficeInHand) -> None:
    added = add_unit(new_office.desk, replace(UNIT, name="HTX Mẫu", group="enterprise"))
    assert added.subject is SubjectKind.ENTERPRISE
    change_unit(new_office.desk, replace(added, group="office"))
    assert list_units(new_office.desk)[0].subject is SubjectKind.COLLECTIVE


def test_the_same_name_written_otherwise_is_a_twin(new_office: OfficeInHand) -> None:
    add_unit(new_office.desk, UNIT)
    other = add_unit(new_office.desk, replace(UNIT, name="Công an xã"))
    with pytest.raises(Conflict, match="unit_exists"):
        add_unit(new_office.desk, replace(UNIT, name="phòng  KINH TẾ"))
    with pytest.raises(Conflict, match="unit_exists"):
        change_unit(new_office.desk, replace(other, name="Phòng Kinh Tế"))
    change_unit(new_office.desk, replace(other, name="CÔNG AN XÃ"))
    assert [unit.name for unit in list_units(new_office.desk)] == ["Phòng Kinh tế", "CÔNG AN XÃ"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": "  "}, "name_missing"),
        ({"people_total": -1}, "people_negative"),
        ({"people_total": 5, "people_female": 6}, "women_over_total"),
        ({"group": "individual"}, "group_of_people"),
    ],
)
def test_a_unit_that_cannot_be_is_refused(
    new_office: OfficeInHand, changed: dict[str, object], code: str
) -> None:
    added = add_unit(new_office.desk, UNIT)
    wrong = replace(added, **changed)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=code):
        change_unit(new_office.desk, wrong)
    with pytest.raises(InputError, match=code):
        add_unit(new_office.desk, wrong)
    assert list_units(new_office.desk) == (added,)
    assert code in new_office.texts.sentences


def test_an_unknown_group_or_unit_is_told(new_office: OfficeInHand) -> None:
    with pytest.raises(NotFound, match="group_unknown"):
        add_unit(new_office.desk, replace(UNIT, group="nowhere"))
    with pytest.raises(NotFound, match="unit_unknown"):
        change_unit(new_office.desk, replace(UNIT, code="DV009"))
    with pytest.raises(NotFound, match="unit_unknown"):
        add_person(new_office.desk, replace(PERSON, unit="DV009"))
    with pytest.raises(NotFound, match="person_unknown"):
        change_person(new_office.desk, replace(PERSON, code="CN0009"))


def test_people_by_given_name(new_office: OfficeInHand) -> None:
    for name in ("Trần Thị Ví Dụ", "Đỗ Văn An", "Lê Thị Ánh"):
        add_person(new_office.desk, Person("", name))
    assert [p.full_name for p in list_people(new_office.desk)] == [
        "Đỗ Văn An",
        "Lê Thị Ánh",
        "Trần Thị Ví Dụ",
    ]


def test_the_same_person_is_refused_but_a_namesake_is_not(new_office: OfficeInHand) -> None:
    first = add_person(new_office.desk, PERSON)
    with pytest.raises(Conflict, match="person_exists"):
        add_person(new_office.desk, PERSON)
    second = add_person(new_office.desk, replace(PERSON, birth_year=1981))
    assert (first.code, second.code) == ("CN0001", "CN0002")
    with pytest.raises(Conflict, match="person_exists"):
        change_person(new_office.desk, replace(second, birth_year=1980))
    change_person(new_office.desk, replace(second, position="Cán bộ"))


@pytest.mark.parametrize(("known", "added"), [(1980, None), (None, 1980)])
def test_a_namesake_whom_no_year_tells_apart_is_refused(
    new_office: OfficeInHand, known: int | None, added: int | None
) -> None:
    first = add_person(new_office.desk, replace(PERSON, birth_year=known, gender=Gender.MALE))
    with pytest.raises(Conflict, match="person_maybe_exists") as caught:
        add_person(new_office.desk, replace(PERSON, birth_year=added))
    assert first.code in new_office.texts.error(caught.value)
    other = replace(PERSON, birth_year=added, gender=Gender.FEMALE)
    assert add_person(new_office.desk, other).code == "CN0002"
    change_person(new_office.desk, replace(first, position="Cán bộ"))


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"full_name": ""}, "name_missing"), ({"birth_year": 19800}, "birth_year_outside")],
)
def test_a_person_that_cannot_be_is_refused(
    new_office: OfficeInHand, changed: dict[str, object], code: str
) -> None:
    added = add_person(new_office.desk, PERSON)
    with pytest.raises(InputError, match=code):
        change_person(new_office.desk, replace(added, **changed))  # type: ignore[arg-type]
    with pytest.raises(InputError, match=code):
        add_person(new_office.desk, replace(PERSON, **changed))  # type: ignore[arg-type]
    assert list_people(new_office.desk) == (added,)


def test_groups_stand_in_the_plans_order(new_office: OfficeInHand) -> None:
    codes = [group.code for group in list_groups(new_office.desk)]
    assert codes == ["office", "front", "school", "hamlet", "enterprise", "individual"]
