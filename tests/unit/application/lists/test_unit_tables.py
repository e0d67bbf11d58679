"""Where the list of units stands: heads of one or two rows, repeated heads, several sheets."""

from __future__ import annotations

import pytest

from tests.unit.application.lists.grids import GROUPS, Row, sheet, workbook
from tests.unit.application.lists.unit_lists import HEAD, read, told, units
from thidua_desktop.application.lists.units import read_units
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.units import Unit


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
    assert (issue.code, issue.cell, issue.data["count"]) == ("rows_hidden_asked", "A3", 1)


def test_hidden_sheets_are_not_read_but_told() -> None:
    old = sheet("Cũ", HEAD, (1, "Phòng Cũ", "Cơ quan"), visible=False)
    notes = sheet("Nháp", ("Ghi chú",), visible=False)
    reading = read(workbook(HEAD, (1, "Công an xã", "Cơ quan"), before=(old, notes)))
    assert list(units(reading)) == ["Công an xã"]
    assert [(i.code, i.severity, i.sheet) for i in reading.issues] == [
        ("sheet_hidden_asked", Severity.WARNING, "Cũ")
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


def test_a_workbook_without_such_a_table_is_no_list() -> None:
    assert read_units(workbook(("Thực đơn", "Giá"), ("Phở", 30)), GROUPS) is None


def test_a_heading_that_only_speaks_of_units_is_no_head() -> None:
    assert read_units(workbook(("DANH SÁCH ĐƠN VỊ",), ("Phở",)), GROUPS) is None
