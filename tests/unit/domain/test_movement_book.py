"""Where an inspection stands on a day."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.movement_book import Inspection, InspectionState

HELD = dt.date(2026, 5, 12)
_LATER = st.integers(0, 400).map(lambda days: HELD + dt.timedelta(days))


def test_an_inspection_to_come_is_planned() -> None:
    assert Inspection(0, "DV001", HELD).state_on(HELD - dt.timedelta(1)) is InspectionState.PLANNED
    assert Inspection(0, "DV001", HELD).state_on(HELD) is InspectionState.HELD


@given(day=_LATER, by=_LATER)
def test_what_is_to_mend_is_overdue_after_its_day_and_not_on_it(day: dt.date, by: dt.date) -> None:
    one = Inspection(0, "DV001", HELD, remedy_by=by)
    expected = InspectionState.OVERDUE if day > by else InspectionState.TO_REMEDY
    assert one.state_on(day) is expected


@given(day=_LATER, by=_LATER, on=_LATER)
def test_what_is_mended_stays_mended(day: dt.date, by: dt.date, on: dt.date) -> None:
    one = Inspection(0, "DV001", HELD, remedy_by=by, remedied_on=on)
    assert one.state_on(day) is InspectionState.REMEDIED
