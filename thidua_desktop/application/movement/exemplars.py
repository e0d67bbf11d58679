"""Điển hình, mô hình, cách làm hay: written down as they are found, and taken from forms."""

from __future__ import annotations

from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.cases.checks import refuse_future
from thidua_desktop.application.collecting.unit_requests import asked
from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.movement_book import Exemplar
from thidua_desktop.domain.vietnamese.folding import fold


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
    refuse_future(tidy.noted_on, desk.clock.today())
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
