"""Rows of a list of units: items, titles, totals, signatures – and what is left below the end."""

from __future__ import annotations

import pytest

from tests.unit.application.lists.grids import workbook
from tests.unit.application.lists.unit_lists import HEAD, read, told, units


def test_group_rows_put_the_units_below_into_their_group() -> None:
    reading = read(
        workbook(
            HEAD,
            ("I", "KHỐI CƠ QUAN"),
            (1, "Đội Quản lý trật tự", None, 5),
            ("II", "KHỐI TRƯỜNG HỌC"),
            (2, "Cơ sở giáo dục Ví Dụ", None, 9),
        )
    )
    assert {name: unit.group for name, unit in units(reading).items()} == {
        "Đội Quản lý trật tự": "office",
        "Cơ sở giáo dục Ví Dụ": "school",
    }
    assert told(reading, notes=True) == [("heading_understood", "B2"), ("heading_understood", "B4")]


def test_a_group_row_merged_from_the_first_column_is_understood_too() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Phòng Kinh tế", "Cơ quan", 5),
            ("II. CÁC TRƯỜNG HỌC",),
            (2, "Cơ sở giáo dục Ví Dụ", None, 9),
            merged=((2, 0, 2, 6),),
        )
    )
    assert units(reading)["Cơ sở giáo dục Ví Dụ"].group == "school"
    assert told(reading, notes=True) == [("heading_understood", "A3")]


def test_a_group_row_that_is_not_understood_forgets_the_one_above() -> None:
    reading = read(
        workbook(
            HEAD,
            ("I", "KHỐI TRƯỜNG HỌC"),
            ("II", "CÁC ĐƠN VỊ KHÁC"),
            (1, "Công an xã", None, 5),
            (2, "Đội văn nghệ Ví Dụ", None, 5),
        )
    )
    assert units(reading)["Công an xã"].group == "office"
    assert told(reading) == [
        ("heading_unknown", "B3"),
        ("group_from_name", "B4"),
        ("unit_group_unknown", "B5"),
    ]
    assert reading.rows[1].draft is None


def test_the_rows_own_group_wins_over_the_heading() -> None:
    reading = read(
        workbook(HEAD, ("I", "KHỐI CƠ QUAN"), (1, "Hội quán", "Mặt trận", 5), (2, "Đội", "?", 5))
    )
    assert {n: u.group for n, u in units(reading).items()} == {"Hội quán": "front", "Đội": "office"}


@pytest.mark.parametrize(
    "total", ["Tổng cộng: 3 đơn vị", "TỔNG SỐ", "Cộng", "Cộng: 3", "Tổng: 3", "Cộng 3 đơn vị"]
)
def test_a_total_row_ends_the_list(total: str) -> None:
    reading = read(
        workbook(HEAD, (1, "Công an xã", "Cơ quan"), (None, total), (None, "Người lập", "x"))
    )
    assert list(units(reading)) == ["Công an xã"]
    assert len(reading.rows) == 1
    assert "rows_below_end" not in dict(told(reading))


def test_a_list_never_ends_while_numbered_rows_follow() -> None:
    reading = read(
        workbook(
            HEAD,
            ("Tổng số", None, None, 12),
            (1, "Công an xã", "Cơ quan", 5),
            (None, "Cộng: 1 đơn vị"),
            (None, None, None, None, "Ví Dụ, ngày 05/01/2026"),
            ("2.", "Phòng Kinh tế", "Cơ quan", 7),
            (None, "Tổng cộng: 2 đơn vị"),
            ("NGƯỜI LẬP BIỂU",),
        )
    )
    assert list(units(reading)) == ["Công an xã", "Phòng Kinh tế"]
    assert told(reading) == []


def test_what_is_left_unread_below_the_end_is_told() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Công an xã", "Cơ quan", 5),
            (None, "Tổng cộng"),
            (None, "Phòng Kinh tế", "Cơ quan", 7),
            (None, "Phòng Văn hóa", "Cơ quan", 7),
            (None, "Người lập biểu", None, None, "Chủ tịch"),
            (None, "Nguyễn Văn Mẫu"),
        )
    )
    assert list(units(reading)) == ["Công an xã"]
    [issue] = reading.issues
    assert (issue.code, issue.cell, issue.data["count"]) == ("rows_below_end", "A4", 2)


def test_a_unit_with_a_number_and_a_name_alone_is_no_heading() -> None:
    reading = read(
        workbook(
            HEAD,
            ("I", "KHỐI TRƯỜNG HỌC", None, 30),
            *(("1.", "Công an xã"), ("02", "Cơ sở Ví Dụ"), (" 3 ", "Đội Mẫu")),
        )
    )
    assert list(units(reading)) == ["Công an xã", "Cơ sở Ví Dụ", "Đội Mẫu"]
    assert {unit.group for unit in units(reading).values()} == {"school"}
    assert told(reading, notes=True) == [("heading_understood", "B2")]


def test_a_title_without_a_number_is_worth_a_look() -> None:
    reading = read(
        workbook(
            HEAD,
            (None, "Các trường học"),
            (1, "Cơ sở Ví Dụ"),
            (None, "Cơ quan chuyên môn"),
            (2, "Đội Mẫu"),
            (None, "Công an xã"),
        )
    )
    assert {name: unit.group for name, unit in units(reading).items()} == {
        "Cơ sở Ví Dụ": "school",
        "Đội Mẫu": "office",
        "Công an xã": "office",
    }
    assert told(reading, notes=True) == [("heading_understood", "B2"), ("heading_supposed", "B4")]


def test_marks_that_number_the_units_themselves() -> None:
    reading = read(workbook(HEAD, ("A", "Công an xã"), ("B", "Phòng Kinh tế")))
    assert list(units(reading)) == ["Công an xã", "Phòng Kinh tế"]


def test_a_list_without_numbers_and_without_headings() -> None:
    reading = read(
        workbook(
            ("Tên đơn vị", "Nhóm"),
            ("Công an xã", "Cơ quan"),
            ("II. CÁC TRƯỜNG HỌC",),
            ("Cơ sở Ví Dụ",),
            ("Phòng Kinh tế", "Cơ quan"),
        )
    )
    assert {name: unit.group for name, unit in units(reading).items()} == {
        "Công an xã": "office",
        "Cơ sở Ví Dụ": "school",
        "Phòng Kinh tế": "office",
    }


def test_a_total_row_may_stand_in_the_first_column_with_sums_beside_it() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Công an xã", "Cơ quan", 12, 3),
            ("Tổng cộng", None, None, 12, 3),
            ("NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH"),
        )
    )
    assert (list(units(reading)), told(reading), len(reading.rows)) == (["Công an xã"], [], 1)


@pytest.mark.parametrize(
    "name",
    [
        "Công an xã",
        "Công ty Mẫu",
        "Tổng công ty Ví Dụ",
        "TỔNG CÔNG TY VÍ DỤ",
        "Tổng công ty 36",
        "Cộng đồng Mẫu",
    ],
)
def test_names_that_begin_like_a_total_do_not_end_the_list(name: str) -> None:
    reading = read(workbook(HEAD, (1, name, "Cơ quan", 5), (2, "Phòng Kinh tế", "Cơ quan", 5)))
    assert list(units(reading)) == [name, "Phòng Kinh tế"]
    assert told(reading) == []


def test_a_total_that_differs_is_worth_a_look() -> None:
    reading = read(workbook(HEAD, (1, "Công an xã", "Cơ quan"), (None, "Tổng cộng: 2 đơn vị")))
    [issue] = reading.issues
    assert (issue.code, issue.cell, dict(issue.data)) == (
        "total_differs",
        "B3",
        {"said": 2, "found": 1},
    )


def test_a_numbered_row_without_a_name_is_a_fault() -> None:
    reading = read(workbook(HEAD, (1, None, "Cơ quan", 5), (2, "Phòng", "Cơ quan", 5)))
    assert told(reading) == [("unit_name_missing", "B2")]
    assert [row.draft is None for row in reading.rows] == [True, False]


def test_signatures_below_are_nothing() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Phòng", "Cơ quan", 5),
            (None,),
            (None, None, None, None, "Ví Dụ, ngày 05/01/2026"),
            ("NGƯỜI LẬP",),
        )
    )
    assert (list(units(reading)), told(reading)) == (["Phòng"], [])


def test_households_are_told_where_to_go() -> None:
    reading = read(workbook(HEAD, (1, "Hộ ông Nguyễn Văn Mẫu"), (2, "Hội Mẫu"), (3, "Công an xã")))
    assert ("unit_is_household", "B2") in told(reading)
    assert ("unit_group_unknown", "B3") in told(reading)


@pytest.mark.parametrize("title", ["Thuộc loại", "Loại đơn vị", "Loại"])
def test_a_column_of_kinds_is_the_group(title: str) -> None:
    reading = read(workbook(("TT", "Tên đơn vị", title), (1, "Xóm Hồng", "Cơ quan")))
    assert units(reading)["Xóm Hồng"].group == "office"
