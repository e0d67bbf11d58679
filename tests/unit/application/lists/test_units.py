"""Danh sách đơn vị: what offices write is understood, or told by its cell; nothing is guessed."""

from __future__ import annotations

import pytest

from tests.unit.application.lists.grids import GROUPS, Row, workbook
from thidua_desktop.application.grids import CellValue, SheetGrid, WorkbookGrid
from thidua_desktop.application.lists.reading import Reading
from thidua_desktop.application.lists.units import read_units, recognised_group
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.units import Unit

HEAD: Row = ("STT", "Tên đơn vị", "Nhóm", "Tổng số", "Nữ", "Điện thoại", "Khối thi đua")


def read(grid: WorkbookGrid) -> Reading[Unit]:
    reading = read_units(grid, GROUPS)
    assert reading is not None
    return reading


def units(reading: Reading[Unit]) -> dict[str, Unit]:
    return {row.draft.name: row.draft for row in reading.rows if row.draft is not None}


def told(reading: Reading[Unit], *, notes: bool = False) -> list[tuple[str, str]]:
    return [
        (issue.code, issue.cell)
        for issue in reading.issues
        if notes or issue.severity is not Severity.NOTE
    ]


def test_columns_are_known_by_their_heads_wherever_they_stand() -> None:
    reading = read(
        workbook(
            ("UBND XÃ VÍ DỤ",),
            ("DANH SÁCH ĐƠN VỊ", None, None),
            (None,),
            ("Số điện thoại", "Phân loại", "Tên cơ quan, đơn vị", "Thủ trưởng đơn vị", "Biên chế"),
            ("0912000001", "Cơ quan", "Phòng  Kinh tế ", "Trưởng phòng", 11),
        )
    )
    assert told(reading) == []
    assert units(reading) == {
        "Phòng Kinh tế": Unit(
            "", "Phòng Kinh tế", "office", GROUPS[0].subject, "", "Trưởng phòng", 11, None,
            "0912000001",
        )
    }  # fmt: skip
    assert reading.rows[0].cell == "C5"


def test_a_head_of_two_rows_is_read_with_the_cells_merged_over_it() -> None:
    reading = read(
        workbook(
            ("STT", "Tên đơn vị", "Nhóm", "Số người", None),
            (None, None, None, "Tổng số", "Trong đó nữ"),
            (1, "Phòng Kinh tế", "Cơ quan", 11, 4),
            merged=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4)),
        )
    )
    unit = units(reading)["Phòng Kinh tế"]
    assert (unit.people_total, unit.people_female) == (11, 4)
    assert len(reading.rows) == 1


def test_a_head_of_two_rows_is_read_where_only_the_upper_cells_are_merged() -> None:
    reading = read(
        workbook(
            ("STT", "Tên đơn vị", "Nhóm", "Số người", None),
            (None, None, None, "Tổng số", "Nữ"),
            (1, "Phòng Kinh tế", "Cơ quan", 11, 4),
            merged=((0, 3, 0, 4),),
        )
    )
    unit = units(reading)["Phòng Kinh tế"]
    assert (unit.people_total, unit.people_female) == (11, 4)


def test_a_head_merged_over_two_columns_of_values_swallows_no_row() -> None:
    reading = read(
        workbook(
            ("STT", "Tên đơn vị", "Nhóm", "Người đứng đầu", None),
            (None, None, "Cơ quan", "Ông", "Mẫu"),
            (1, "Phòng Kinh tế", "Cơ quan", "Ông", "Mẫu"),
            merged=((0, 3, 0, 4),),
        )
    )
    assert list(units(reading)) == ["Phòng Kinh tế"]


@pytest.mark.parametrize(
    "numbers", [("1", "2", "3"), (1, 2, 3), ("(1)", "(2)", "(3)"), ("A", "B", 1)]
)
def test_the_row_of_column_numbers_is_no_unit(numbers: Row) -> None:
    reading = read(
        workbook(("STT", "Tên đơn vị", "Nhóm"), numbers, (1, "Phòng Kinh tế", "Cơ quan"))
    )
    assert list(units(reading)) == ["Phòng Kinh tế"]
    assert told(reading, notes=True) == []
    assert len(reading.rows) == 1


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
        workbook(HEAD, (1, "Công an xã", "Cơ quan"), (None, total), (2, "Người lập", "x"))
    )
    assert list(units(reading)) == ["Công an xã"]


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
    ["Công an xã", "Công ty Mẫu", "Tổng công ty Ví Dụ", "TỔNG CÔNG TY VÍ DỤ", "Cộng đồng Mẫu"],
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


def test_hidden_rows_are_read_and_told() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Công an xã", "Cơ quan"),
            (2, "Phòng Kinh tế", "Cơ quan"),
            (None,),
            hidden=frozenset({0, 2, 3}),
        )
    )
    assert list(units(reading)) == ["Công an xã", "Phòng Kinh tế"]
    [issue] = reading.issues
    assert (issue.code, issue.cell, issue.data["count"]) == ("rows_hidden", "A3", 1)


def test_hidden_sheets_are_not_read() -> None:
    old = SheetGrid("Cũ", visible=False, rows=(HEAD, (1, "Phòng Cũ", "Cơ quan", 1, 1, "", "")))
    reading = read(workbook(HEAD, (1, "Công an xã", "Cơ quan"), before=(old,)))
    assert list(units(reading)) == ["Công an xã"]


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
        )
    )
    assert {unit.cluster for unit in units(reading).values()} == {"Khối 1"}
    assert told(reading, notes=True) == [("cluster_spelt_otherwise", "G3")]


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


def test_a_workbook_without_such_a_table_is_no_list() -> None:
    assert read_units(workbook(("Thực đơn", "Giá"), ("Phở", 30)), GROUPS) is None


def test_a_heading_that_only_speaks_of_units_is_no_head() -> None:
    assert read_units(workbook(("DANH SÁCH ĐƠN VỊ",), ("Phở",)), GROUPS) is None


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
