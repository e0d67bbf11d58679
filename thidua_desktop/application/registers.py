"""Đơn vị, cá nhân: the registers, by hand."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.application.ports import Books, Desk
from thidua_desktop.domain.errors import Conflict, NotFound
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.units import Person, Unit


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
        NotFound: its group does not exist.
    """
    with desk.store.write("unit_added", name=draft.name) as books:
        unit = replace(draft, code=books.units.next_code())
        _refuse_twin(books, unit)
        _refuse_unknown_group(books, unit)
        books.units.add(unit)
    return unit


def change_unit(desk: Desk, unit: Unit) -> None:
    """Write a unit's new state.

    Raises:
        Conflict: another living unit has this name.
        NotFound: the unit or its group does not exist.
    """
    with desk.store.write("unit_changed", name=unit.name) as books:
        books.units.get(unit.code)
        _refuse_twin(books, unit)
        _refuse_unknown_group(books, unit)
        books.units.update(unit)


def add_person(desk: Desk, draft: Person) -> Person:
    """Add a person; the code is given here.

    Raises:
        Conflict: the same person stands in the register.
        NotFound: their unit does not exist.
    """
    with desk.store.write("person_added") as books:
        if draft.unit:
            books.units.get(draft.unit)
        twin = books.people.find_same(draft)
        if twin is not None:
            raise Conflict("person_exists", name=twin.full_name, code=twin.code)
        person = replace(draft, code=books.people.next_code())
        books.people.add(person)
    return person


def change_person(desk: Desk, person: Person) -> None:
    """Write a person's new state.

    Raises:
        NotFound: the person or their unit does not exist.
    """
    with desk.store.write("person_changed") as books:
        books.people.get(person.code)
        if person.unit:
            books.units.get(person.unit)
        books.people.update(person)


def _refuse_twin(books: Books, unit: Unit) -> None:
    twin = books.units.find_by_name(unit.name)
    if twin is not None and twin.code != unit.code:
        raise Conflict("unit_exists", name=twin.name, code=twin.code)


def _refuse_unknown_group(books: Books, unit: Unit) -> None:
    if unit.group not in {group.code for group in books.plans.groups()}:
        raise NotFound("group_unknown", key=unit.group)
