"""The rows of a method's table, as an office types them and reads them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.scoring.criterion import Method
from thidua_desktop.domain.scoring.method_table import Table, read_table, table_text

percents = st.dictionaries(st.integers(0, 100_00), st.integers(0, 100_00), max_size=8)
levels = st.dictionaries(st.integers(0, 999), st.integers(0, 100_00), max_size=8)


@given(percents)
def test_what_is_shown_can_be_typed_again(rows: dict[int, int]) -> None:
    table: Table = tuple(sorted(rows.items()))
    assert read_table(Method.STEPS, table_text(Method.STEPS, table)) == table


@given(levels)
def test_levels_come_back_too(rows: dict[int, int]) -> None:
    table: Table = tuple(sorted(rows.items()))
    assert read_table(Method.LEVEL, table_text(Method.LEVEL, table)) == table


@pytest.mark.parametrize(
    "typed", ["80% = 15\n95% = 20", "95%=20; 80%=15", "Từ 80: 15 điểm\n\n từ 95 % → 20,0"]
)
def test_offices_type_in_many_ways(typed: str) -> None:
    assert read_table(Method.STEPS, typed) == ((80_00, 15_00), (95_00, 20_00))


@pytest.mark.parametrize("typed", ["hai mươi", "95% 20", "= 20", "95% = nhiều"])
def test_a_line_that_is_no_row_is_named(typed: str) -> None:
    with pytest.raises(InputError, match="method_row_unreadable") as refused:
        read_table(Method.STEPS, f"80% = 15\n{typed}")
    assert refused.value.data["line"] == typed


def test_a_level_is_a_whole_number() -> None:
    with pytest.raises(InputError, match="method_row_unreadable"):
        read_table(Method.LEVEL, "1,5 = 3")
