"""Dates as offices write and read them (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from thidua_desktop.domain.vietnamese.folding import fold

DateFault = Literal["not_date", "impossible_date", "ambiguous_date"]

_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100
_DIGITS_OF_A_YEAR = 4
_LAST_MONTH = 12
_LAST_MONTH_WITH_ZERO = 2
# Room for a pen; ordinary spaces would shrink to one in print.
_ROOM = "\u00a0" * 6

_DAY_FIRST = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_YEAR = re.compile(r"(?:nam )?(\d{4})")


class DateError(ValueError):
    """A text is not a date that can be relied on.

    Attributes:
        code: what is wrong with it.
    """

    def __init__(self, code: DateFault) -> None:
        super().__init__(code)
        self.code: DateFault = code


@dataclass(frozen=True, slots=True)
class YearOnly:
    """A year without day and month, as lists often give the year of birth (năm sinh)."""

    year: int


def date_text(day: dt.date) -> str:
    """A date on screen: «05/01/2026»."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def long_date(day: dt.date) -> str:
    """A date in a document: zeros before days under 10 and before months 1 and 2 only."""
    month = f"{day.month:02d}" if day.month <= _LAST_MONTH_WITH_ZERO else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def blank_long_date(year: int) -> str:
    """A date whose day and month are filled in by pen when the document is signed."""
    return f"ngày{_ROOM}tháng{_ROOM}năm {year}"


def parse_date(text: str) -> dt.date | YearOnly:
    """Read a date: 05/3/2026, 5-3-2026, 5.3.2026, 2026-03-05, «ngày 5 tháng 3 năm 2026», 1980.

    The day stands before the month, as everywhere in Viet Nam.

    Raises:
        DateError: `not_date` for other text; `impossible_date` for 31/02; `ambiguous_date` for
            a year of two digits and for 6/15/2026, where a program put the month first.
    """
    said = fold(text)
    if match := _YEAR.fullmatch(said):
        return YearOnly(_year(match[1]))
    if match := _YEAR_FIRST.fullmatch(said):
        return _date(match[1], match[2], match[3])
    if match := _IN_WORDS.fullmatch(said):
        return _date(match[3], match[2], match[1])
    if match := _DAY_FIRST.fullmatch(said):
        return _day_first(match[1], match[3], match[4])
    raise DateError("not_date")


def _day_first(day: str, month: str, year: str) -> dt.date:
    if len(year) < _DIGITS_OF_A_YEAR:
        raise DateError("ambiguous_date")
    if int(month) > _LAST_MONTH >= int(day) > 0:
        _date(year, day, month)
        raise DateError("ambiguous_date")
    return _date(year, month, day)


def _date(year: str, month: str, day: str) -> dt.date:
    known_year = _year(year)
    try:
        return dt.date(known_year, int(month), int(day))
    except ValueError as error:
        raise DateError("impossible_date") from error


def _year(text: str) -> int:
    if not _EARLIEST_YEAR <= int(text) <= _LATEST_YEAR:
        raise DateError("impossible_date")
    return int(text)
