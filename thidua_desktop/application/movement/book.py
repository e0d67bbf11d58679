"""Sổ phong trào: exemplars, inspections and activities, written down as they come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.cases.subjects import Who, everyone_in
from thidua_desktop.application.collecting.unit_requests import asked
from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.council_members import serving_on
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.movement_book import (
    Activity,
    Exemplar,
    Inspection,
    InspectionState,
)
from thidua_desktop.domain.vietnamese.folding import fold, match_key


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
class Highlight:
    """What one unit's form tells of models and good practices.

    Attributes:
        is_kept: whether the book holds it already, word for word.
    """

    unit: str
    unit_name: str
    text: str
    is_kept: bool


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


# ---- Điển hình, mô hình, cách làm hay


def reported_highlights(desk: Desk, cycle_id: str) -> tuple[Highlight, ...]:
    """What the units told of models and good practices in their forms, by unit.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        books.cycles.get(cycle_id)
        names = {unit.code: unit.name for unit in books.units.all()}
        reports = books.collecting.reports(cycle_id)
        kept = {fold(one.result) for one in books.movement.exemplars.all()}
    return tuple(
        Highlight(code, names[code], text, is_kept=fold(text) in kept)
        for code, report in sorted(reports.items())
        if (text := asked(report.highlights))
    )


def save_exemplar(desk: Desk, exemplar: Exemplar) -> int:
    """Add an exemplar, or write its new state; its number.

    Raises:
        NotFound: no such entry, unit or person.
        InputError: the name is missing, or the day is still to come.
    """
    tidy = replace(
        exemplar,
        name=" ".join(exemplar.name.split()),
        result=exemplar.result.strip(),
        spread=exemplar.spread.strip(),
    )
    if not tidy.name:
        raise InputError("exemplar_name_missing")
    refuse_unprintable(tidy.name, tidy.result, tidy.spread)
    _refuse_future(desk, tidy.noted_on)
    with desk.store.write("exemplar_saved", name=tidy.name) as books:
        _require_subject(books, tidy)
        if tidy.id:
            books.movement.exemplars.get(tidy.id)
            books.movement.exemplars.update(tidy)
            return tidy.id
        return books.movement.exemplars.add(tidy)


def remove_exemplar(desk: Desk, number: int) -> None:
    """Take out an exemplar that was recorded by mistake.

    Raises:
        NotFound: no such entry.
    """
    with desk.store.read() as books:
        old = books.movement.exemplars.get(number)
    with desk.store.write("exemplar_removed", name=old.name) as books:
        books.movement.exemplars.remove(number)


def _require_subject(books: Books, exemplar: Exemplar) -> None:
    code = exemplar.subject.code
    if exemplar.subject.is_person:
        books.people.get(code)
    else:
        books.units.get(code)


# ---- Kiểm tra, giám sát


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
        _refuse_future(desk, one.remedied_on)


# ---- Tập huấn, hội thi, phát động, khảo sát


def save_activity(desk: Desk, activity: Activity) -> int:
    """Add an activity, or write its new state; its number.

    Raises:
        NotFound: no such entry.
        InputError: the name is missing, or fewer than nobody took part.
    """
    tidy = replace(
        activity,
        name=" ".join(activity.name.split()),
        place=activity.place.strip(),
        organiser=activity.organiser.strip(),
        result=activity.result.strip(),
        document=activity.document.strip(),
    )
    if not tidy.name:
        raise InputError("activity_name_missing")
    if tidy.people is not None and tidy.people < 0:
        raise InputError("activity_people_negative")
    refuse_unprintable(tidy.name, tidy.place, tidy.organiser, tidy.result, tidy.document)
    with desk.store.write("activity_saved", name=tidy.name) as books:
        if tidy.id:
            books.movement.activities.get(tidy.id)
            books.movement.activities.update(tidy)
            return tidy.id
        return books.movement.activities.add(tidy)


def remove_activity(desk: Desk, number: int) -> None:
    """Take out an activity that was recorded by mistake.

    Raises:
        NotFound: no such entry.
    """
    with desk.store.read() as books:
        old = books.movement.activities.get(number)
    with desk.store.write("activity_removed", name=old.name) as books:
        books.movement.activities.remove(number)


def _refuse_future(desk: Desk, day: dt.date) -> None:
    today = desk.clock.today()
    if day > today:
        raise InputError("case_day_in_future", day=day, today=today)
