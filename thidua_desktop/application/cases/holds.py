"""Vụ việc, tạm dừng xét: a candidate is kept back until a matter is concluded."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from thidua_desktop.application.cases.checks import need_document, refuse_future
from thidua_desktop.application.cases.subjects import name_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.cases import CaseSubject, HoldRecord
from thidua_desktop.domain.awards.facts import Hold
from thidua_desktop.domain.errors import InputError, RuleViolation


def add_hold(desk: Desk, subject: CaseSubject, hold: Hold) -> int:
    """Keep a candidate back while a matter is pending; the record's number.

    Raises:
        NotFound: no such unit or person.
        InputError: no document is named, or the day is still to come.
    """
    need_document(hold.document)
    refuse_future(hold.from_day, desk.clock.today())
    tidy = replace(hold, to_day=None, document=hold.document.strip())
    with desk.store.write("hold_added", name=name_of(desk, subject)) as books:
        return books.cases.add_hold(HoldRecord(0, subject, tidy))


def resume_hold(desk: Desk, number: int, on: dt.date, conclusion: str) -> HoldRecord:
    """Go on considering a candidate: the matter is concluded by a document.

    Raises:
        NotFound: no such matter.
        InputError: no document is named, or the day lies before the matter or in the future.
        RuleViolation: it is concluded already.
    """
    need_document(conclusion)
    refuse_future(on, desk.clock.today())
    with desk.store.read() as books:
        old = books.cases.hold(number)
    if not old.is_open:
        raise RuleViolation("hold_concluded", conclusion=old.conclusion)
    if on < old.hold.from_day:
        raise InputError("case_days_reversed", begin=old.hold.from_day, end=on)
    done = replace(old, hold=replace(old.hold, to_day=on), conclusion=conclusion.strip())
    with desk.store.write("hold_resumed", name=name_of(desk, old.subject)) as books:
        books.cases.update_hold(done)
    return done


def remove_hold(desk: Desk, number: int) -> None:
    """Take out a matter that was recorded by mistake.

    Raises:
        NotFound: no such matter.
    """
    with desk.store.read() as books:
        old = books.cases.hold(number)
    with desk.store.write("hold_removed", name=name_of(desk, old.subject)) as books:
        books.cases.remove_hold(number)
