"""Hours of a meeting: one form for what officers type, and none for what no day has."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.vietnamese.times import clock_time


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("8:30", "08:30"),
        ("8h", "08:00"),
        ("8h30", "08:30"),
        ("08g05", "08:05"),
        ("14 giờ 30 phút", "14:30"),
        ("23:59", "23:59"),
        ("", ""),
        (" sau phiên họp Ủy ban ", "sau phiên họp Ủy ban"),
        ("25:99", None),
        ("24:00", None),
        ("8:60", None),
        ("100h", None),
    ],
)
def test_hours(typed: str, kept: str | None) -> None:
    assert clock_time(typed) == kept
