"""Đổi tên, sáp nhập, tách, giải thể đơn vị: from a day on, with what was before kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.enrolling.registers import grouped, refuse_twin, refuse_unit_fault
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.lineage import NamedUnit, UnitEvent, UnitEventKind
from thidua_desktop.domain.units import Unit

A_DAY = dt.timedelta(days=1)
FEWEST_TO_MERGE = 2


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """From which day it holds, and the paper it rests on (số, ngày, of whom; may be empty)."""

    on: dt.date
    document: str = ""


@dataclass(frozen=True, slots=True)
class UnitChange:
    """What a change of units did.

    Attributes:
        units: the units that stand now in the place of the earlier ones.
        people_moved: how many people went over with their unit.
        people_left: how many people stay with a unit that is no more: each needs a new one.
        open_reports: reports already taken from units that end before their cycle does; they
            stay, but the unit is no longer ranked in it.
    """

    units: tuple[Unit, ...]
    people_moved: int = 0
    people_left: int = 0
    open_reports: int = 0


def unit_events(desk: Desk) -> tuple[UnitEvent, ...]:
    """Everything that happened to units, in its order."""
    with desk.store.read() as books:
        return books.lineage.events()


def rename_unit(desk: Desk, code: str, name: str, day: ChangeDay) -> UnitChange:
    """Give a unit another name from a day on; the old one stays on what is older.

    Raises:
        NotFound: no such unit.
        Conflict: another living unit has this name.
        InputError: the name is empty or the same.
        RuleViolation: the unit does not exist on that day.
    """
    with desk.store.write("unit_renamed", name=name) as books:
        old = _living(books, code, day)
        new = replace(old, name=name.strip())
        refuse_unit_fault(new)
        if new.name == old.name:
            raise InputError("unit_name_same", name=old.name)
        refuse_twin(books, new)
        books.units.update(new)
        _record(books, UnitEventKind.RENAMED, day, [old], [new])
    return UnitChange((new,))


def merge_units(desk: Desk, codes: Sequence[str], into: Unit, day: ChangeDay) -> UnitChange:
    """Merge units into one, which is new where `into` bears no code, else one of them.

    The earlier units end on the day before; their people go over.

    Raises:
        NotFound: one of the units does not exist.
        Conflict: another living unit has the name.
        InputError: fewer than two units, or what `add_unit` says of the new one.
        RuleViolation: one of them does not exist on that day.
    """
    wanted = tuple(dict.fromkeys(codes))
    if len(wanted) < FEWEST_TO_MERGE:
        raise InputError("units_to_merge_missing")
    refuse_unit_fault(into)
    with desk.store.write("units_merged", name=into.name, count=len(wanted)) as books:
        old = [_living(books, code, day) for code in wanted]
        reports = sum(_end(books, unit, day) for unit in old if unit.code != into.code)
        new = _stand(books, into, day)
        moved = _move_people(books, {unit.code for unit in old}, new.code)
        _record(books, UnitEventKind.MERGED, day, old, [new])
    return UnitChange((new,), people_moved=moved, open_reports=reports)


def split_unit(desk: Desk, code: str, parts: Sequence[Unit], day: ChangeDay) -> UnitChange:
    """Split a unit into parts; one that bears its code is the unit itself, going on.

    Where none does the unit ends on the day before, and its people each need a new unit.

    Raises:
        NotFound, Conflict, RuleViolation: as `merge_units`.
        InputError: fewer than two parts, or what `add_unit` says of one.
    """
    if len(parts) < FEWEST_TO_MERGE:
        raise InputError("unit_parts_missing")
    for part in parts:
        refuse_unit_fault(part)
    with desk.store.write("unit_split", count=len(parts)) as books:
        old = _living(books, code, day)
        goes_on = any(part.code == code for part in parts)
        reports = 0 if goes_on else _end(books, old, day)
        new = [_stand(books, part, day) for part in parts]
        left = 0 if goes_on else _people_of(books, code)
        _record(books, UnitEventKind.SPLIT, day, [old], new)
    return UnitChange(tuple(new), people_left=left, open_reports=reports)


def end_unit(desk: Desk, code: str, day: ChangeDay) -> UnitChange:
    """End a unit that nothing follows; the day is the first without it.

    Raises:
        NotFound: no such unit.
        RuleViolation: it does not exist on that day.
    """
    with desk.store.write("unit_ended", unit=code) as books:
        old = _living(books, code, day)
        reports = _end(books, old, day)
        left = _people_of(books, code)
        _record(books, UnitEventKind.ENDED, day, [old], [])
    return UnitChange((), people_left=left, open_reports=reports)


def _living(books: Books, code: str, day: ChangeDay) -> Unit:
    unit = books.units.get(code)
    if unit.valid_to is not None or not unit.exists_on(day.on):
        raise RuleViolation("unit_not_living", name=unit.name, day=day.on)
    return unit


def _stand(books: Books, draft: Unit, day: ChangeDay) -> Unit:
    """Write the unit that comes out of a change: a new one, or one that goes on."""
    if draft.code:
        unit = grouped(books, replace(draft, valid_to=None))
        refuse_twin(books, unit)
        books.units.update(unit)
        return unit
    draft = replace(draft, code=books.units.next_code(), valid_from=day.on, valid_to=None)
    unit = grouped(books, draft)
    refuse_twin(books, unit)
    books.units.add(unit)
    return unit


def _end(books: Books, unit: Unit, day: ChangeDay) -> int:
    """End a unit; give how many of its reports stand in cycles that end later."""
    books.units.update(replace(unit, valid_to=day.on - A_DAY))
    return sum(
        unit.code in books.collecting.reports(cycle.id)
        for cycle in books.cycles.all()
        if cycle.is_open and cycle.achievement_to >= day.on
    )


def _move_people(books: Books, from_units: set[str], to: str) -> int:
    moving = [p for p in books.people.all() if p.unit in from_units and p.unit != to]
    for person in moving:
        books.people.update(replace(person, unit=to))
    return len(moving)


def _people_of(books: Books, code: str) -> int:
    return sum(person.unit == code for person in books.people.all())


def _record(
    books: Books,
    kind: UnitEventKind,
    day: ChangeDay,
    before: Sequence[Unit],
    after: Sequence[Unit],
) -> None:
    sides = [tuple(NamedUnit(unit.code, unit.name) for unit in side) for side in (before, after)]
    books.lineage.add(UnitEvent(0, kind, day.on, sides[0], sides[1], day.document.strip()))
