"""Lịch làm việc as data: the days that ship, and those of the office that go before them."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.working_days import CalendarDay, YearlyHoliday


@dataclass(frozen=True, slots=True)
class ShippedDays:
    """What ships: holidays of every year, and days that were announced or are expected."""

    yearly: tuple[YearlyHoliday, ...]
    days: tuple[CalendarDay, ...]
