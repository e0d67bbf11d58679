"""The made-up units of a practice year are called as the commune would call them."""

from __future__ import annotations

import random

import pytest

from tests.papers_in_hand import shipped_plan
from thidua_desktop.application.demo.cast import cast_units


@pytest.mark.parametrize(
    ("slug", "name", "head"),
    [
        ("trung-khanh", "Xóm 1", "Trưởng xóm"),  # the plan speaks of «tổ, xóm»
        ("tay-hieu", "Khối 1", "Trưởng khối"),
        ("dang-thuy-tram", "Thôn 1", "Trưởng thôn"),
    ],
)
def test_a_hamlet_has_the_name_of_one(slug: str, name: str, head: str) -> None:
    dice = random.Random(1)  # noqa: S311 - made-up data, nothing secret
    units = cast_units(shipped_plan(slug), None, dice)
    first = next(unit for unit in units if unit.group == "hamlet")
    assert (first.name, first.head) == (name, head)
