"""What every record is held to: a paper is named, and its days are possible."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.domain.errors import InputError


def need_document(document: str) -> None:
    """Raises `InputError` without the paper that a record rests on."""
    if not document.strip():
        raise InputError("case_document_missing")


def refuse_future(day: dt.date, today: dt.date) -> None:
    """Raises `InputError` for a day that is still to come."""
    if day > today:
        raise InputError("case_day_in_future", day=day, today=today)


def refuse_reversed(begin: dt.date | None, end: dt.date | None) -> None:
    """Raises `InputError` where the end lies before the beginning."""
    if begin is not None and end is not None and end < begin:
        raise InputError("case_days_reversed", begin=begin, end=end)
