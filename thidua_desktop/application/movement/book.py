"""Sổ phong trào as a reader sees it: exemplars, inspections and activities with their names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_desktop.application.books import Books
from thidua_desktop.application.cases.subjects import Who, everyone_in
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.council_members import serving_on
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.movement_book import (
    Activity,
    Exemplar,
    Inspection,
    InspectionState,
)
from thidua_desktop.domain.vietnamese.folding import match_key


@dataclass(frozen=True, slots=True)
class ExemplarLine:
    """An exemplar with whose it is."""

    exemplar: Exemplar
    who: Who


@dataclass(frozen=True, slots=True)
class InspectionLine:
    """An inspection with the unit's name and where it stands today."""

    inspection: Inspection
    unit_name: str
    state: InspectionState


@dataclass(frozen=True, slots=True)
class MovementBook:
    """The three registers as a reader sees them, the newest first.

    Attributes:
        everyone: whom an exemplar may concern, units first.
        assigned: the council's members who look after a unit's area, by the unit's code.
    """

    exemplars: tuple[ExemplarLine, ...]
    inspections: tuple[InspectionLine, ...]
    activities: tuple[Activity, ...]
    everyone: tuple[Who, ...] = ()
    assigned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def movement_book(desk: Desk) -> MovementBook:
    """Everything that is recorded, with names."""
    with desk.store.read() as books:
        return movement_book_in(books, desk.clock.today())


def movement_book_in(books: Books, today: dt.date, cycle: Cycle | None = None) -> MovementBook:
    """As `movement_book`, within a reading; of the period of one cycle where it is given."""
    everyone = everyone_in(books)
    known = {who.subject: who for who in everyone}
    names = {unit.code: unit.name for unit in books.units.all()}

    def is_asked(day: dt.date) -> bool:
        return cycle is None or cycle.achievement_from <= day <= cycle.achievement_to

    return MovementBook(
        exemplars=tuple(
            ExemplarLine(one, known[one.subject])
            for one in books.movement.exemplars.all()
            if is_asked(one.noted_on)
        ),
        inspections=tuple(
            InspectionLine(one, names[one.unit], one.state_on(today))
            for one in books.movement.inspections.all()
            if is_asked(one.held_on)
        ),
        activities=tuple(one for one in books.movement.activities.all() if is_asked(one.held_on)),
        everyone=everyone,
        assigned={code: _assigned(books, name, today) for code, name in names.items()},
    )


def _assigned(books: Books, unit_name: str, today: dt.date) -> tuple[str, ...]:
    """Who of the council looks after the area that a unit stands in, with posts."""
    wanted = match_key(unit_name)
    return tuple(
        ", ".join(part for part in (one.name, one.post) if part)
        for one in serving_on(books.council.members(), today)
        if f" {wanted} " in f" {match_key(one.area)} "
    )
