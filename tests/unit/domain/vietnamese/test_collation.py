"""The order of the alphabet, of names and of numbered units."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.vietnamese.writing import any_text, names
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.collation import name_sort_key, sort_key

ORDERS = [
    ["An", "Ánh", "Ăn", "Ân", "Bình", "Dương", "Đặng", "Ông", "Ơn", "Phạm"],
    ["a", "A", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ậ", "b", "c"],
    ["d", "đ", "e", "ê", "g", "o", "ô", "ơ", "p", "u", "ư", "v", "x", "y", "z"],
    ["Xóm 1", "Xóm 02", "Xóm 2", "Xóm 3", "Xóm 10", "Xóm 10 mới", "Xóm 10A", "Xóm Ao"],
    ["Bà Rìa", "Bá Tước", "Ba Vườn"],
    ["hoa", "hòa", "hỏa", "hóa", "hoạ"],
    ["An", "An Bình", "An Bình 2", "Anh", "Ánh"],
    ["Tổ 9", "Tổ 123456789", "Tổ 1234567890", "Tổ 12345678901234567890", "Tổ A"],
    ["", "1", "a"],
    ["Mau", "Mẫu", "Mơ"],
]


def turned(order: list[str]) -> list[str]:
    """The other way round, so that a sort that does nothing is seen."""
    return order[::-1]


@pytest.mark.parametrize("order", ORDERS)
def test_order(order: list[str]) -> None:
    assert sorted(turned(order), key=sort_key) == order


def test_punctuation_and_old_tone_places_do_not_part_what_belongs_together() -> None:
    order = ["Hoà", "Hòa", "Hỏa", "Hoá", "Hóa"]
    assert sorted(turned(order), key=sort_key)[2] == "Hỏa"
    shuffled = ["Văn hóa - Xã hội 2", "Văn hóa Xã hội 1", "Văn hóa – Xã hội 3"]
    assert [text[-1] for text in sorted(shuffled, key=sort_key)] == ["1", "2", "3"]


def test_people_stand_by_given_name_then_from_the_left() -> None:
    order = [
        "Trần Thị An",
        "Bùi Văn Mẫu",
        "Đỗ Ví Mẫu",
        "Nguyễn Thị Mẫu",
        "Nguyễn Văn Mẫu (Bí thư)",
        "NGUYỄN VIẾT MẪU",
        "Ăn",
        "Phạm Thị Ví",
    ]
    expected = [order[0], order[6], *order[1:6], order[7]]
    assert sorted(order, key=name_sort_key) == expected


def test_capitals_do_not_part_people_of_one_given_name() -> None:
    order = ["BÙI VĂN MẪU", "Đỗ Văn Mẫu", "TRẦN VĂN MẪU"]
    assert sorted(turned(order), key=name_sort_key) == order


@given(any_text(), any_text())
def test_keys_are_equal_for_equal_text_only(one: str, other: str) -> None:
    same = clean_text(one).swapcase() == clean_text(other).swapcase()
    assert (sort_key(one) == sort_key(other)) == same


@given(st.integers(0, 10**25), st.integers(0, 10**25))
def test_numbers_stand_by_value(one: int, other: int) -> None:
    assert (sort_key(f"Xóm {one} A") < sort_key(f"Xóm {other} A")) == (one < other)


@given(names(), names())
def test_a_text_stands_before_what_continues_it(name: str, rest: str) -> None:
    assert sort_key(name) < sort_key(f"{name} {rest}")


@given(st.lists(names(), max_size=12, unique=True))
def test_the_database_sees_the_same_order(texts: list[str]) -> None:
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE t (name TEXT, key TEXT)")
        database.executemany("INSERT INTO t VALUES (?, ?)", [(t, sort_key(t)) for t in texts])
        stored = [row[0] for row in database.execute("SELECT name FROM t ORDER BY key")]
    database.close()
    assert stored == sorted(texts, key=sort_key)
