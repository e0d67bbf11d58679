"""Ngày nghỉ, ngày làm bù: which days are worked, and what the office says of them itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.working_days import (
    CalendarDay,
    DayKind,
    WorkingCalendar,
    calendar_from,
)

FIRST_YEAR, LAST_YEAR = 2020, 2100


@dataclass(frozen=True, slots=True)
class ListedDay:
    """One day of a year that is not what its weekday says.

    Attributes:
        is_own: entered by the office, which can take it away again.
    """

    entry: CalendarDay
    is_own: bool


def calendar_in(books: Books, desk: Desk) -> WorkingCalendar:
    """The calendar by which working days are counted."""
    shipped = desk.holidays.days()
    return calendar_from(shipped.yearly, shipped.days, books.calendar.all())


def days_of_year(desk: Desk, year: int) -> tuple[ListedDay, ...]:
    """Every holiday, day off and make-up day of a year."""
    with desk.store.read() as books:
        own = {entry.day for entry in books.calendar.all()}
        calendar = calendar_in(books, desk)
    fixed = (holiday.in_year(year) for holiday in calendar.yearly)
    days = {entry.day: entry for entry in fixed}
    days |= {day: entry for day, entry in calendar.days.items() if day.year == year}
    return tuple(ListedDay(days[day], day in own) for day in sorted(days))


def set_day(desk: Desk, day: dt.date, kind: DayKind, name: str) -> None:
    """Say of a day that it is off, or worked.

    Raises:
        InputError: the name is missing, or no office counts in such a year.
    """
    if not name.strip() or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InputError("calendar_day_wrong", day=day)
    with desk.store.write("calendar_day_set", day=day) as books:
        books.calendar.save(CalendarDay(day, kind, name.strip()))


def forget_day(desk: Desk, day: dt.date) -> None:
    """Let what ships, or the weekday, hold for a day again.

    Raises:
        RuleViolation: the office said nothing of this day.
    """
    with desk.store.write("calendar_day_forgotten", day=day) as books:
        if day not in {entry.day for entry in books.calendar.all()}:
            raise RuleViolation("calendar_day_not_own", day=day)
        books.calendar.remove(day)
