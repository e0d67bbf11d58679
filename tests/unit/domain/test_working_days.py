"""Ngày làm việc: counting is monotone, and counting back gives what was counted."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.award_forms import Sure
from thidua_desktop.domain.working_days import (
    CalendarDay,
    DayKind,
    WorkingCalendar,
    YearlyHoliday,
    calendar_from,
)

YEARLY = (
    YearlyHoliday(1, 1, "Tết Dương lịch", Sure.QUOTED),
    YearlyHoliday(4, 30, "Ngày Chiến thắng", Sure.QUOTED),
    YearlyHoliday(5, 1, "Ngày Quốc tế lao động", Sure.QUOTED),
    YearlyHoliday(9, 2, "Quốc khánh", Sure.QUOTED),
)
days = st.dates(dt.date(2025, 1, 1), dt.date(2030, 12, 31))
entries = st.builds(
    CalendarDay, days, st.sampled_from(DayKind), st.just("Ngày"), st.sampled_from(Sure)
)
calendars = st.builds(calendar_from, st.just(YEARLY), st.lists(entries, max_size=30), st.just([]))
counts = st.integers(0, 60)


@given(calendars, days, counts)
def test_counting_forth_and_back(calendar: WorkingCalendar, day: dt.date, count: int) -> None:
    end = calendar.after(day, count)
    assert calendar.between(day, end) == count
    assert calendar.between(end, day) == -count
    assert count == 0 or calendar.is_working(end)


@given(calendars, days, counts, st.integers(0, 40))
def test_a_later_start_and_a_longer_term_never_end_earlier(
    calendar: WorkingCalendar, day: dt.date, count: int, more: int
) -> None:
    end = calendar.after(day, count)
    assert calendar.after(day, count + more) >= end
    assert calendar.after(day + dt.timedelta(days=more), count) >= end


@given(calendars, days, st.integers(1, 60), days)
def test_a_further_day_off_never_brings_the_end_nearer(
    calendar: WorkingCalendar, day: dt.date, count: int, off: dt.date
) -> None:
    more = calendar_from(
        calendar.yearly, calendar.days.values(), [CalendarDay(off, DayKind.OFF, "Nghỉ")]
    )
    assert more.after(day, count) >= calendar.after(day, count)


def test_weekends_holidays_and_made_up_saturdays() -> None:
    swap = [
        CalendarDay(dt.date(2026, 8, 31), DayKind.OFF, "Nghỉ hoán đổi"),
        CalendarDay(dt.date(2026, 8, 22), DayKind.WORKING, "Làm bù"),
    ]
    calendar = calendar_from(YEARLY, swap, [])
    # Friday the 21st: Saturday the 22nd is worked, Monday the 31st is not.
    assert calendar.after(dt.date(2026, 8, 21), 1) == dt.date(2026, 8, 22)
    assert calendar.after(dt.date(2026, 8, 28), 1) == dt.date(2026, 9, 1)
    assert calendar.after(dt.date(2026, 9, 1), 1) == dt.date(2026, 9, 3)


def test_the_office_s_own_day_goes_before_what_ships_and_before_a_yearly_holiday() -> None:
    day = dt.date(2026, 9, 2)
    own = CalendarDay(day, DayKind.WORKING, "Trực")
    assert calendar_from(YEARLY, [CalendarDay(day, DayKind.OFF, "Nghỉ")], [own]).is_working(day)


def test_a_count_names_what_it_rests_on() -> None:
    expected = CalendarDay(dt.date(2027, 2, 8), DayKind.OFF, "Tết (dự kiến)", Sure.PROPOSED)
    calendar = calendar_from(YEARLY, [expected], [])
    assert calendar.doubts(dt.date(2027, 2, 1), dt.date(2027, 2, 7)) == ()
    assert calendar.doubts(dt.date(2027, 2, 1), dt.date(2027, 2, 9)) == ("Tết (dự kiến)",)
    assert calendar.doubts(dt.date(2027, 12, 30), dt.date(2028, 1, 5)) == ("2028",)
