"""Kỷ luật: recorded with its paper, and ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from thidua_desktop.application.cases.checks import need_document, refuse_future, refuse_reversed
from thidua_desktop.application.cases.subjects import name_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.cases import CaseSubject, DisciplineRecord
from thidua_desktop.domain.awards.facts import Discipline
from thidua_desktop.domain.errors import InputError


def add_discipline(
    desk: Desk, subject: CaseSubject, form: str, time: Discipline, document: str
) -> int:
    """Record a discipline; the record's number.

    Raises:
        NotFound: no such unit or person.
        InputError: form or document is missing, or the days are reversed or still to come.
    """
    need_document(document)
    if not form.strip():
        raise InputError("discipline_form_missing")
    refuse_future(time.from_day, desk.clock.today())
    refuse_reversed(time.from_day, time.to_day)
    with desk.store.write("discipline_added", name=name_of(desk, subject)) as books:
        record = DisciplineRecord(0, subject, form.strip(), time, document.strip())
        return books.cases.add_discipline(record)


def end_discipline(desk: Desk, number: int, to_day: dt.date) -> None:
    """Write the last day of a discipline, once it is known, or mend it.

    Raises:
        NotFound: no such record.
        InputError: the day lies before the first.
    """
    with desk.store.read() as books:
        old = books.cases.discipline(number)
    refuse_reversed(old.discipline.from_day, to_day)
    with desk.store.write("discipline_ended", name=name_of(desk, old.subject)) as books:
        time = replace(old.discipline, to_day=to_day)
        books.cases.update_discipline(replace(old, discipline=time))


def remove_discipline(desk: Desk, number: int) -> None:
    """Take out a discipline that was recorded by mistake.

    Raises:
        NotFound: no such record.
    """
    with desk.store.read() as books:
        old = books.cases.discipline(number)
    with desk.store.write("discipline_removed", name=name_of(desk, old.subject)) as books:
        books.cases.remove_discipline(number)
