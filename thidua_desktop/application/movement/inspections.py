"""Kiểm tra, giám sát: planned, found, mended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.cases.checks import refuse_future
from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.movement_book import Inspection, InspectionState


def save_inspection(desk: Desk, inspection: Inspection) -> int:
    """Plan an inspection, or write down what was found; its number.

    Raises:
        NotFound: no such entry or unit.
        InputError: a day of mending lies before the visit, or in the future where it was done.
    """
    tidy = _tidy(inspection)
    words = (tidy.place, tidy.strengths, tidy.weaknesses, tidy.requests, tidy.conclusion)
    refuse_unprintable(*tidy.inspectors, *tidy.hosts, *words)
    _refuse_bad_remedy(desk, tidy)
    with desk.store.read() as books:
        name = books.units.get(tidy.unit).name
    with desk.store.write("inspection_saved", name=name, day=tidy.held_on) as books:
        if tidy.id:
            books.movement.inspections.get(tidy.id)
            books.movement.inspections.update(tidy)
            return tidy.id
        return books.movement.inspections.add(tidy)


def inspection(desk: Desk, number: int) -> Inspection:
    """One inspection as it stands.

    Raises:
        NotFound: no such inspection.
    """
    with desk.store.read() as books:
        return books.movement.inspections.get(number)


def late_remedies(books: Books, today: dt.date) -> int:
    """How many inspections wait for a unit that should have mended by now."""
    states = [one.state_on(today) for one in books.movement.inspections.all()]
    return states.count(InspectionState.OVERDUE)


def remedy_inspection(desk: Desk, number: int, on: dt.date) -> Inspection:
    """The unit has mended what was found.

    Raises:
        NotFound: no such inspection.
        InputError: the day lies before the visit, or in the future.
        RuleViolation: nothing was to mend.
    """
    with desk.store.read() as books:
        old = books.movement.inspections.get(number)
        name = books.units.get(old.unit).name
    if old.remedy_by is None:
        raise RuleViolation("inspection_nothing_to_mend", name=name)
    done = replace(old, remedied_on=on)
    _refuse_bad_remedy(desk, done)
    with desk.store.write("inspection_remedied", name=name, day=on) as books:
        books.movement.inspections.update(done)
    return done


def remove_inspection(desk: Desk, number: int) -> None:
    """Take out an inspection that was recorded by mistake.

    Raises:
        NotFound: no such inspection.
    """
    with desk.store.read() as books:
        old = books.movement.inspections.get(number)
        name = books.units.get(old.unit).name
    with desk.store.write("inspection_removed", name=name, day=old.held_on) as books:
        books.movement.inspections.remove(number)


def _tidy(one: Inspection) -> Inspection:
    return replace(
        one,
        place=one.place.strip(),
        inspectors=_lines(one.inspectors),
        hosts=_lines(one.hosts),
        strengths=one.strengths.strip(),
        weaknesses=one.weaknesses.strip(),
        requests=one.requests.strip(),
        conclusion=one.conclusion.strip(),
        remedied_on=one.remedied_on if one.remedy_by else None,
    )


def _lines(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in names if name.strip())


def _refuse_bad_remedy(desk: Desk, one: Inspection) -> None:
    for end in (one.remedy_by, one.remedied_on):
        if end is not None and end < one.held_on:
            raise InputError("inspection_days_reversed", begin=one.held_on, end=end)
    if one.remedied_on is not None:
        refuse_future(one.remedied_on, desk.clock.today())
