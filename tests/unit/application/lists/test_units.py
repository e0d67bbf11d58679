"""Danh sách đơn vị: what offices write is understood, or told by its cell; nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.application.lists.grids import GROUPS, Row, workbook
from tests.unit.application.lists.unit_lists import HEAD, read, told, units
from thidua_desktop.application.grids import CellValue
from thidua_desktop.application.lists.units import recognised_group

LISTED: tuple[Row, ...] = (
    ("1", "Công an xã", "Cơ quan", 5, 2),
    ("2.", "Tổng công ty Mẫu", None, "12 người"),
    ("03", "Xóm Hồng", "Các xóm"),
    (4, "Đội Mẫu", "Không rõ"),
    (5, "Cơ sở Ví Dụ", "Trường học", 3, 7),
    (" 6 ", "Phòng Kinh tế"),
)


@given(st.permutations(LISTED))
def test_rows_in_any_order_give_the_same_units(rows: list[Row]) -> None:
    assert units(read(workbook(HEAD, *rows))) == units(read(workbook(HEAD, *LISTED)))


def test_a_unit_that_stands_twice_is_refused_the_second_time() -> None:
    reading = read(
        workbook(HEAD, (1, "Hòa Bình", "Xóm"), (2, "hoà  bình", "Xóm"), (3, "HOÀ BÌNH", "Xóm"))
    )
    assert [row.draft is None for row in reading.rows] == [False, True, True]
    assert [(i.code, i.cell, i.data["first"]) for i in reading.issues] == [
        ("unit_twice", "B3", "B2"),
        ("unit_twice", "B4", "B2"),
    ]


@pytest.mark.parametrize(
    ("value", "number", "code"),
    [
        (15, 15, ""),
        (0, 0, ""),
        (None, None, ""),
        ("15", 15, ""),
        ("15 người", 15, "count_with_words"),
        ("1.250 người", 1250, "count_with_words"),
        (12.5, None, "count_not_number"),
        ("12,5", None, "count_not_number"),
        ("12.5 người", None, "count_not_number"),
        (-3, None, "count_not_number"),
        (True, None, "count_not_number"),
        ("khoảng 15", None, "count_not_number"),
        ("15 (8 nữ)", None, "count_not_number"),
    ],
)
def test_counts_of_people(value: CellValue, number: int | None, code: str) -> None:
    reading = read(workbook(HEAD, (1, "Công an xã", "Cơ quan", value)))
    taken = units(reading).get("Công an xã")
    assert (taken.people_total if taken else None) == number
    assert told(reading) == ([(code, "D2")] if code else [])
    assert (taken is None) == (code == "count_not_number")


def test_more_women_than_people_is_refused() -> None:
    reading = read(
        workbook(HEAD, (1, "Công an xã", "Cơ quan", 5, 6), (2, "Phòng", "Cơ quan", 5, 5))
    )
    assert list(units(reading)) == ["Phòng"]
    assert told(reading) == [("women_over_total", "E2")]


@pytest.mark.parametrize(
    ("value", "phone", "codes"),
    [
        (912000002, "0912000002", ["phone_zero_lost"]),
        ("912 000 002", "0912000002", ["phone_zero_lost"]),
        ("0912 000 002", "0912 000 002", []),
        ("0912000002 (Zalo)", "0912000002 (Zalo)", []),
        ("02513 000 002", "02513 000 002", []),
        (84912000002, "0912000002", ["phone_zero_lost"]),
        ("+84 912 000 002", "0912000002", ["phone_zero_lost"]),
        ("1.23E+11", "", ["phone_rounded"]),
        ("1,23e+11", "", ["phone_rounded"]),
        (12300000000, "12300000000", ["phone_length_odd"]),
        (123000000000, "123000000000", ["phone_length_odd"]),
        ("09120002", "09120002", ["phone_length_odd"]),
        (None, "", []),
    ],
)
def test_the_zero_that_excel_drops_is_put_back(
    value: CellValue, phone: str, codes: list[str]
) -> None:
    reading = read(workbook(HEAD, (1, "Công an xã", "Cơ quan", 5, 2, value)))
    assert units(reading)["Công an xã"].phone == phone
    assert [issue.code for issue in reading.issues] == codes


def test_a_khoi_keeps_the_spelling_it_had_first() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Công an xã", "Cơ quan", 5, 2, "", "Khối 1"),
            (2, "Phòng", "Cơ quan", 5, 2, "", "khối  1"),
            (3, "Trạm Y tế", "Cơ quan", 5, 2, "", "K1"),
            (4, "Trung tâm", "Cơ quan", 5, 2, "", "Khối thi đua số 01"),
        )
    )
    assert {unit.cluster for unit in units(reading).values()} == {"Khối 1"}
    assert told(reading, notes=True) == [
        ("cluster_spelt_otherwise", place) for place in ("G3", "G4", "G5")
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Hội Cựu giáo chức trường tiểu học", "front"),  # the longer keyword decides
        ("Tổng công ty xóm Mẫu", "enterprise"),
        ("Xóm trường", "hamlet"),
        ("Phòng khám xóm 3", "office"),
        ("Công AN  xã", "office"),
        ("Phòngg", None),  # whole words only
        ("", None),
    ],
)
def test_a_name_with_several_keywords_goes_by_the_longest(name: str, code: str | None) -> None:
    found = recognised_group(name, GROUPS)
    assert (found.code if found else None) == code
