"""Ngày làm việc: counting days without weekends, holidays and days off in lieu.

Which days are holidays is data: some fall on the same date every year, others are announced for
each year. A count over a year whose days are not known yet says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from thidua_desktop.domain.award_forms import Sure

_SATURDAY = 5
_DAY = dt.timedelta(days=1)
_CERTAIN = (Sure.SEEN, Sure.QUOTED)


class DayKind(StrEnum):
    """What a day of the calendar is."""

    OFF = "off"  # nghỉ lễ, Tết, nghỉ bù, nghỉ hoán đổi
    WORKING = "working"  # làm bù, although it is a Saturday or Sunday, or no day off here


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day that is not what its weekday says.

    Attributes:
        sure: how sure it is; what the office entered itself is as sure as its own paper.
    """

    day: dt.date
    kind: DayKind
    name: str
    sure: Sure = Sure.SEEN

    @property
    def is_certain(self) -> bool:
        """Whether it was read somewhere, and is not only expected."""
        return self.sure in _CERTAIN


@dataclass(frozen=True, slots=True)
class YearlyHoliday:
    """A holiday that falls on the same date every year."""

    month: int
    day: int
    name: str
    sure: Sure

    def in_year(self, year: int) -> CalendarDay:
        """The day in one year."""
        return CalendarDay(dt.date(year, self.month, self.day), DayKind.OFF, self.name, self.sure)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked.

    Attributes:
        days: by their day; a later source has replaced an earlier one.
        yearly: holidays of every year; a day of `days` goes before them.
        years: the years whose announced days are known.
    """

    days: dict[dt.date, CalendarDay] = field(default_factory=dict)
    yearly: tuple[YearlyHoliday, ...] = ()
    years: frozenset[int] = frozenset()

    def entry(self, day: dt.date) -> CalendarDay | None:
        """What the calendar says of a day, `None` where only its weekday counts."""
        if day in self.days:
            return self.days[day]
        for holiday in self.yearly:
            if (holiday.month, holiday.day) == (day.month, day.day):
                return holiday.in_year(day.year)
        return None

    def is_working(self, day: dt.date) -> bool:
        """Whether the day is worked."""
        entry = self.entry(day)
        if entry is not None:
            return entry.kind is DayKind.WORKING
        return day.weekday() < _SATURDAY

    def after(self, start: dt.date, count: int) -> dt.date:
        """The `count`-th working day after a day; the day itself does not count, as for a term."""
        day = start
        while count > 0:
            day += _DAY
            count -= self.is_working(day)
        return day

    def between(self, start: dt.date, end: dt.date) -> int:
        """The working days after `start` up to `end` itself; negative where `end` lies before."""
        if end < start:
            return -self.between(end, start)
        return sum(
            self.is_working(start + _DAY * step) for step in range(1, (end - start).days + 1)
        )

    def doubts(self, start: dt.date, end: dt.date) -> tuple[str, ...]:
        """What a count from one day to another rests on without being certain.

        The names of days off that are only expected, and the years of which no day is known.
        """
        days = (start + _DAY * step for step in range(1, (end - start).days + 1))
        moved = (day for day in days if self.is_working(day) != (day.weekday() < _SATURDAY))
        entries = (self.entry(day) for day in moved)
        expected = [entry.name for entry in entries if entry is not None and not entry.is_certain]
        unknown = [str(year) for year in range(start.year, end.year + 1) if year not in self.years]
        return tuple(dict.fromkeys([*expected, *unknown]))


def calendar_from(
    yearly: Iterable[YearlyHoliday], shipped: Iterable[CalendarDay], own: Iterable[CalendarDay]
) -> WorkingCalendar:
    """The calendar of an office: what it entered itself goes before what ships."""
    days = {entry.day: entry for entry in shipped}
    days |= {entry.day: entry for entry in own}
    return WorkingCalendar(days, tuple(yearly), frozenset(day.year for day in days))
