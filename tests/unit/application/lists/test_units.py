"""Danh sách đơn vị: what offices write is understood, or told by its cell; nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.application.lists.grids import GROUPS, Row, sheet, workbook
from thidua_desktop.application.grids import CellValue, WorkbookGrid
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


@pytest.mark.parametrize("below", [(), ((None, None, None, "Tổng", "Nữ"),)])
def test_a_head_repeated_on_every_page_is_no_row(below: tuple[Row, ...]) -> None:
    head: Row = ("STT", "Tên đơn vị", "Nhóm", "Tổng số", "Nữ" if not below else None)
    reading = read(
        workbook(
            *(head, *below, (1, 2, 3, 4, 5)),
            (1, "Công an xã", "Cơ quan", 5, 2),
            *(head, *below, (1, 2, 3, 4, 5)),
            (2, "Phòng Kinh tế", "Cơ quan", 7, 3),
            merged=((0, 3, 0, 4),) if below else (),
        )
    )
    assert list(units(reading)) == ["Công an xã", "Phòng Kinh tế"]
    assert told(reading, notes=True) == []


def test_a_second_table_with_its_own_columns_is_read_too() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Công an xã", "Cơ quan", 5),
            (None, "Tổng cộng: 1"),
            (None,),
            ("TT", "Nhóm", "Tên đơn vị"),
            (1, "Cơ quan", "Phòng Kinh tế"),
            (2, "Cơ quan", "CÔNG AN XÃ"),
        )
    )
    assert list(units(reading)) == ["Công an xã", "Phòng Kinh tế"]
    assert told(reading) == [("unit_twice", "C7")]


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


def test_hidden_sheets_are_not_read_but_told() -> None:
    old = sheet("Cũ", HEAD, (1, "Phòng Cũ", "Cơ quan"), visible=False)
    notes = sheet("Nháp", ("Ghi chú",), visible=False)
    reading = read(workbook(HEAD, (1, "Công an xã", "Cơ quan"), before=(old, notes)))
    assert list(units(reading)) == ["Công an xã"]
    assert [(i.code, i.severity, i.sheet) for i in reading.issues] == [
        ("sheet_hidden", Severity.WARNING, "Cũ")
    ]


def test_every_visible_sheet_is_read_and_units_over_sheets_stand_once() -> None:
    first = sheet("Cơ quan", HEAD, ("I", "KHỐI CƠ QUAN"), (1, "Đội Mẫu", None, 5))
    guide = sheet("Hướng dẫn", ("Điền từ trên xuống",))
    people = sheet("Cá nhân", ("STT", "Họ và tên", "Đơn vị"), (1, "Nguyễn Văn Mẫu", "Đội Mẫu"))
    empty = sheet("Sheet3", (None,))
    reading = read(
        workbook(
            HEAD,
            (1, "đội  mẫu", "Cơ quan"),
            (2, "Công an xã"),
            before=(first, guide, people, empty),
        )
    )
    assert [(row.sheet, row.cell, row.draft is not None) for row in reading.rows] == [
        ("Cơ quan", "B3", True),
        ("Danh sách", "B2", False),
        ("Danh sách", "B3", True),
    ]
    told_at = [(i.code, i.sheet, i.cell) for i in reading.issues]
    assert told_at == [
        ("sheet_without_list", "Hướng dẫn", ""),
        ("sheet_without_list", "Cá nhân", ""),
        ("heading_understood", "Cơ quan", "B2"),
        ("unit_twice_over", "Danh sách", "B2"),
        ("group_from_name", "Danh sách", "B3"),
    ]


def test_a_list_of_people_is_no_list_of_units() -> None:
    people = workbook(("STT", "Họ và tên", "Đơn vị"), (1, "Nguyễn Văn Mẫu", "Công an xã"))
    assert read_units(people, GROUPS) is None
    heads = workbook(
        ("STT", "Tên đơn vị", "Họ và tên người đứng đầu", "Họ và tên"),
        (1, "Công an xã", "Nguyễn Văn Mẫu", "Lê Thử"),
    )
    assert list(units(read(heads))) == ["Công an xã"]


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
