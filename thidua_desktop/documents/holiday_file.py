"""Days off and make-up days as they ship: one TOML file, each day with how sure it is."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from thidua_desktop.application.calendar_days import ShippedDays
from thidua_desktop.documents.toml_file import TomlKind
from thidua_desktop.documents.toml_tables import TomlTable
from thidua_desktop.domain.award_forms import Sure
from thidua_desktop.domain.working_days import CalendarDay, DayKind, YearlyHoliday

_HOLIDAYS = TomlKind(broken="holidays_broken", unreadable="holidays_unreadable")


class FileHolidays:
    """Port `Holidays`: the days of one file, read once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: ShippedDays | None = None

    def days(self) -> ShippedDays:
        """The shipped days.

        Raises:
            NotFound: the file is gone.
            EnvironmentFault: the file can't be read.
            InputError: the file is broken; the issues name every fault by line.
        """
        if self._known is None:
            self._known = parse_holidays(_HOLIDAYS.text_of(self._path), self._path.name)
        return self._known


def parse_holidays(text: str, name: str) -> ShippedDays:
    """The days in a text; `name` is the file's, what faults bear.

    Raises:
        InputError: the text is broken; the issues name every fault by line.
    """
    read = _HOLIDAYS.take_apart(text, name)
    table = read.table
    yearly = table.many("yearly", _yearly)
    days = [
        day
        for kind in DayKind
        for group in table.many(kind.value, partial(_days, kind=kind))
        for day in group
    ]
    table.end()
    _HOLIDAYS.refuse_faulty(name, read.faults.issues)
    return ShippedDays(yearly, tuple(sorted(days, key=lambda one: one.day)))


def _yearly(table: TomlTable) -> YearlyHoliday:
    return YearlyHoliday(
        table.whole("month"), table.whole("day"), table.text("name"), table.choice("sure", Sure)
    )


def _days(table: TomlTable, kind: DayKind) -> tuple[CalendarDay, ...]:
    """The days from the first to the last; one where no last is named."""
    name, sure = table.text("name"), table.choice("sure", Sure)
    if not table.has("first"):
        table.text("first")
    first = table.optional_day("first")
    last = table.optional_day("last") or first
    if first is None or last is None:
        return ()
    length = (last - first).days + 1
    days = (first + dt.timedelta(days=step) for step in range(length))
    return tuple(CalendarDay(day, kind, name, sure) for day in days)
