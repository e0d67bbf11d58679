"""Đơn vị, cá nhân: the registers, by hand."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import Conflict, InputError, NotFound
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.units import Person, Unit

BIRTH_YEARS = range(1900, 2101)


def list_units(desk: Desk) -> tuple[Unit, ...]:
    """Every unit, in the order of groups and names."""
    with desk.store.read() as books:
        return books.units.all()


def list_people(desk: Desk) -> tuple[Person, ...]:
    """Everyone in the register, by given name."""
    with desk.store.read() as books:
        return books.people.all()


def list_groups(desk: Desk) -> tuple[UnitGroup, ...]:
    """The unit groups of the plan in force."""
    with desk.store.read() as books:
        return books.plans.groups()


def add_unit(desk: Desk, draft: Unit) -> Unit:
    """Add a unit; its code is given here, whatever the draft bears.

    Raises:
        Conflict: a living unit has this name already.
        InputError: it has no name, its numbers can't be, or its group is one of people.
        NotFound: its group does not exist.
    """
    refuse_unit_fault(draft)
    with desk.store.write("unit_added", name=draft.name) as books:
        unit = grouped(books, replace(draft, code=books.units.next_code()))
        refuse_twin(books, unit)
        books.units.add(unit)
    return unit


def change_unit(desk: Desk, unit: Unit) -> None:
    """Write a unit's new state.

    Raises:
        Conflict: another living unit has this name.
        InputError: as `add_unit`.
        NotFound: the unit or its group does not exist.
    """
    refuse_unit_fault(unit)
    with desk.store.write("unit_changed", name=unit.name) as books:
        books.units.get(unit.code)
        refuse_twin(books, unit)
        books.units.update(grouped(books, unit))


def add_person(desk: Desk, draft: Person) -> Person:
    """Add a person; the code is given here.

    Raises:
        Conflict: the same person stands in the register, or a namesake in the unit whom no year
            of birth tells apart.
        InputError: they have no name, or their year of birth can't be.
        NotFound: their unit does not exist.
    """
    _refuse_person_fault(draft)
    with desk.store.write("person_added") as books:
        person = replace(draft, code=books.people.next_code())
        _refuse_same(books, person)
        _refuse_maybe_same(books, person)
        books.people.add(person)
    return person


def change_person(desk: Desk, person: Person) -> None:
    """Write a person's new state.

    Raises:
        Conflict, InputError: as `add_person`.
        NotFound: the person or their unit does not exist.
    """
    _refuse_person_fault(person)
    with desk.store.write("person_changed") as books:
        books.people.get(person.code)
        _refuse_same(books, person)
        books.people.update(person)


def refuse_unit_fault(unit: Unit) -> None:
    """Refuse a unit whose own data can't be.

    Raises:
        InputError: with what is wrong.
    """
    _refuse(unit_fault(unit))
    refuse_unprintable(unit.name, unit.head, unit.cluster)


def refuse_twin(books: Books, unit: Unit) -> None:
    """Refuse a second living unit of one name.

    Raises:
        Conflict: with the other's code.
    """
    twin = books.units.find_by_name(unit.name)
    if twin is not None and twin.code != unit.code:
        raise Conflict("unit_exists", name=twin.name, code=twin.code)


def _refuse_same(books: Books, person: Person) -> None:
    if person.unit:
        books.units.get(person.unit)
    twin = books.people.find_same(person)
    if twin is not None and twin.code != person.code:
        raise Conflict("person_exists", name=twin.full_name, code=twin.code)


def _refuse_maybe_same(books: Books, person: Person) -> None:
    for namesake in books.people.namesakes(person):
        if maybe_same(person, namesake):
            raise Conflict("person_maybe_exists", name=namesake.full_name, code=namesake.code)


def maybe_same(person: Person, namesake: Person) -> bool:
    """Whether nothing tells namesakes of one unit apart: one year is unknown, no gender differs."""
    genders = {person.gender, namesake.gender} - {None}
    return None in (person.birth_year, namesake.birth_year) and len(genders) <= 1


def grouped(books: Books, unit: Unit) -> Unit:
    """The unit as the kind of subject that its group is of.

    Raises:
        NotFound: its group does not exist.
        InputError: its group is one of people.
    """
    group = next((group for group in books.plans.groups() if group.code == unit.group), None)
    if group is None:
        raise NotFound("group_unknown", key=unit.group)
    if not group.reports:
        raise InputError("group_of_people", group=group.name)
    return replace(unit, subject=group.subject)


def unit_fault(unit: Unit) -> Issue | None:
    """What can't be in a unit's own data, `None` where all can."""
    total, women = unit.people_total, unit.people_female
    if not unit.name.strip():
        return Issue("name_missing")
    if min(total or 0, women or 0) < 0:
        return Issue("people_negative")
    if total is not None and women is not None and women > total:
        return Issue("women_over_total", data={"women": women, "total": total})
    return None


def person_fault(person: Person) -> Issue | None:
    """What can't be in a person's own data, `None` where all can."""
    if not person.full_name.strip():
        return Issue("name_missing")
    if person.birth_year is not None and person.birth_year not in BIRTH_YEARS:
        return Issue("birth_year_outside", data={"year": person.birth_year})
    return None


def _refuse_person_fault(person: Person) -> None:
    _refuse(person_fault(person))
    refuse_unprintable(person.full_name, person.position)


def _refuse(fault: Issue | None) -> None:
    if fault is not None:
        raise InputError(fault.code, [fault], **fault.data)
