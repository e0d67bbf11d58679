"""Sixty ways to write points: how each is understood, or the one reason why it is not."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.application.test_judging import filled, judged
from thidua_desktop.application.grids import CellValue

REFUSED = {
    "points_not_number": (
        *("tốt", "đạt", "8/10", "8 5", "8.", ",5", "1e1", "8,5,", "VIII", "-", "x", "?"),
        *("không", "8-9", "tám", "8đ5", "12,34.5", "= 8", "1.23E+01", True, "8/60/60"),
    ),
    "points_turned_into_day": (dt.date(2026, 5, 8), dt.time(8, 30)),
    "points_percent_not_points": ("95%", "95 %", "95,5%", "95 phần trăm"),
    "points_negative": (-1, -0.5, "-1", "-0,5", "\u22121"),
    "points_ambiguous_number": ("1.234", "12.500", "1.234 điểm"),
    "points_too_many_decimals": (8.125, "8,125", "8.1234", "0.125"),
    "points_over_max": (60.01, "61", 1000, "1.234,5", "1,234.5"),
}
TAKEN: dict[CellValue, int] = {
    8: 800,
    0: 0,
    8.5: 850,
    8.1: 810,
    8.200000000000001: 820,
    29.999999999999996: 3000,
    "8": 800,
    "8,5": 850,
    "8.5": 850,
    " 8,50 ": 850,
    "08": 800,
    "0,05": 5,
    "8.0": 800,
    "8,5\u00a0": 850,
    "\uff18,5": 850,
    "+2": 200,
    "-0": 0,
    "8,5đ": 850,
    "8,5 điểm": 850,
    "8.5 Điểm.": 850,
    "8 ĐIỂM": 800,
    "7đ.": 700,
    "5 diem": 500,
    "8,5/60": 850,
    "8 / 60 điểm": 800,
}


def test_there_are_sixty() -> None:
    assert len(TAKEN) + sum(map(len, REFUSED.values())) >= 60


@pytest.mark.parametrize(("typed", "points"), TAKEN.items())
def test_what_is_taken_is_shown_as_points(typed: CellValue, points: int) -> None:
    answers, told = judged(*filled(A1=typed))
    assert answers["A1"].points == points
    assert [code for code, _, _ in told] in ([], ["points_unit_dropped"])


@pytest.mark.parametrize(
    ("code", "typed"), [(code, one) for code, written in REFUSED.items() for one in written]
)
def test_what_is_not_taken_has_one_reason(code: str, typed: CellValue) -> None:
    answers, told = judged(*filled(A1=typed))
    assert answers["A1"].points is None
    assert [(one, cell) for one, _, cell in told] == [(code, "D8")]
