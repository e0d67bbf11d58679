"""Năm sinh: the year out of a date cell, a text or a year alone, with one remark a column.

Only the year is kept, so day and month decide nothing: where a column puts the month first, or
writes years with two digits, there is one reading that can be meant, and it is told once.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from thidua_desktop.application.grids import CellValue, column_letters
from thidua_desktop.application.lists.reading import Draft, Reading
from thidua_desktop.application.lists.table import text_of
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.vietnamese.dates import (
    DateError,
    DateFault,
    date_text,
    parse_date,
)

OLDEST = 1930
"""An older year is taken, but worth a look: it is mostly a slip of the keys."""

_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
_TWO_DIGITS = re.compile(
    r"(?:(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?|(?:năm|sn)?\s*)(\d\d)", re.IGNORECASE
)
_NO_DAY = re.compile(r"0{1,2}\s?[./-]\s?0{1,2}\s?[./-]\s?(\d{4})")
_DATE_ZERO = dt.date(1899, 12, 30)
_CENTURY = 100
_MONTHS, _DAYS = 12, 31


class _Unclear(Exception):
    """The cell gives no year; the code says why."""

    def __init__(self, code: str, read: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.read = read


@dataclass(slots=True)
class BirthYears:
    """Reads the years of one table, remembering which remark was told of which column."""

    this_year: int
    _told: set[tuple[str, str]] = field(default_factory=set)

    def read(self, reading: Reading[Draft], row: int, meaning: str) -> int | None:
        """The year of one cell; `None` where it is empty or can't be relied on, which is told."""
        value = reading.table.value(row, meaning)
        seen = text_of(value)
        if not seen:
            return None
        cell = reading.table.cell(row, meaning)
        try:
            year, remark = self._year(value, seen)
        except _Unclear as unclear:
            reading.tell(unclear.code, cell, seen=_shown(value), read=unclear.read)
            return None
        if year > self.this_year:
            reading.tell("birth_year_to_come", cell, year=year)
            return None
        if year < OLDEST:
            reading.tell("birth_year_early", cell, Severity.WARNING, year=year)
        if remark and (meaning, remark) not in self._told:
            self._told.add((meaning, remark))
            column = column_letters(reading.table.columns[meaning])
            reading.tell(remark, cell, Severity.WARNING, column=column, seen=seen, read=year)
        return year

    def _year(self, value: CellValue, seen: str) -> tuple[int, str]:
        """The year, and the code of what is worth telling of the whole column."""
        if isinstance(value, dt.date):
            return value.year, ""
        if isinstance(value, int | float) and len(seen) > len("1980"):
            raise self._number(value)
        try:
            found = parse_date(seen)
        except DateError as error:
            return self._doubtful(seen, error.code)
        return (found.year, "")

    def _number(self, value: float) -> _Unclear:
        """A day that lost its format is a number of days; the guess is told, not taken."""
        first, last = dt.date(OLDEST, 1, 1), dt.date(self.this_year, 12, 31)
        if (first - _DATE_ZERO).days <= value <= (last - _DATE_ZERO).days:
            day = _DATE_ZERO + dt.timedelta(days=int(value))
            return _Unclear("birth_day_as_number", date_text(day))
        return _Unclear("birth_year_unreadable")

    def _doubtful(self, seen: str, fault: DateFault) -> tuple[int, str]:
        if whole := _NO_DAY.fullmatch(seen):
            return int(whole[1]), ""
        if fault == "impossible_date":
            raise _Unclear("birth_day_impossible")
        if short := _TWO_DIGITS.fullmatch(seen):
            _refuse_year_first(*short.group(1, 2))
            return self._of_two_digits(int(short[3])), "birth_years_short"
        years = _YEAR.findall(seen)
        if len(years) != 1:
            raise _Unclear("birth_year_unreadable")
        return int(years[0]), "birth_months_first" if fault == "ambiguous_date" else ""

    def _of_two_digits(self, end: int) -> int:
        """The one year from 1930 until now that ends so."""
        century = self.this_year - self.this_year % _CENTURY
        year = century + end if century + end <= self.this_year else century - _CENTURY + end
        if year < OLDEST:
            raise _Unclear("birth_year_unreadable")
        return year


def _refuse_year_first(first: str | None, second: str | None) -> None:
    """«80/06/15» may be a year before its month: the last two digits are no year then."""
    numbers = sorted((int(first or 1), int(second or 1)))
    if numbers[0] > _MONTHS or numbers[1] > _DAYS:
        raise _Unclear("birth_year_unreadable")


def _shown(value: CellValue) -> str:
    return date_text(value) if isinstance(value, dt.date) else text_of(value)
