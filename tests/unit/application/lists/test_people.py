"""Danh sách cá nhân, hộ gia đình: years under «Nam» or «Nữ», posts, units – and doubts by cell."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.application.lists.grids import Row, sheet, workbook
from thidua_desktop.application.grids import CellValue, WorkbookGrid
from thidua_desktop.application.lists.people import read_people
from thidua_desktop.application.lists.reading import Reading
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.unit_likeness import UnitNames
from thidua_desktop.domain.units import Person, Unit

UNITS = (
    Unit("DV001", "Phòng Kinh tế", "office", SubjectKind.COLLECTIVE),
    Unit("DV002", "Xóm Hồng", "hamlet", SubjectKind.COLLECTIVE),
)
HEAD: Row = ("STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị", "Lãnh đạo, quản lý")


def read(grid: WorkbookGrid) -> Reading[Person]:
    reading = read_people(grid, UnitNames(UNITS), 2026)
    assert reading is not None
    return reading


def only(reading: Reading[Person]) -> Person:
    [row] = reading.rows
    assert row.draft is not None
    return row.draft


def told(reading: Reading[Person]) -> list[tuple[str, str]]:
    return [(issue.code, issue.cell) for issue in reading.issues]


def test_a_whole_row() -> None:
    reading = read(
        workbook(HEAD, (1, "Nguyễn Văn  Mẫu", "Nam", 1980, "Trưởng phòng", "Phòng Kinh tế", "x"))
    )
    assert told(reading) == []
    assert only(reading) == Person(
        code="",
        full_name="Nguyễn Văn Mẫu",
        unit="DV001",
        position="Trưởng phòng",
        birth_year=1980,
        gender=Gender.MALE,
        is_leader=True,
    )


@pytest.mark.parametrize("head", ["Năm sinh", "Ngày sinh", "Ngày, tháng, năm sinh"])
def test_birth_years_stand_under_nam_or_nu(head: str) -> None:
    reading = read(
        workbook(
            ("STT", "Họ và tên", head, None, "Chức vụ"),
            (None, None, "Nam", "Nữ", None),
            (1, "Nguyễn Văn Mẫu", 1980, None, "Cán bộ"),
            (2, "Trần Thị Ví Dụ", None, "1985", "Cán bộ"),
            merged=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)),
        )
    )
    drafts = [row.draft for row in reading.rows if row.draft]
    assert [(d.birth_year, d.gender) for d in drafts] == [
        (1980, Gender.MALE),
        (1985, Gender.FEMALE),
    ]


def test_a_name_in_capitals_is_taken_as_papers_write_it() -> None:
    reading = read(workbook(("STT", "Họ và tên"), (1, "BÀ TRẦN THỊ VÍ DỤ"), (2, "Lê MẪU")))
    assert [row.draft.full_name for row in reading.rows if row.draft] == [
        "Trần Thị Ví Dụ",
        "Lê MẪU",
    ]
    [note] = [issue for issue in reading.issues if issue.code == "name_in_capitals"]
    assert (note.severity, note.cell) == (Severity.NOTE, "B2")
    assert reading.rows[0].name == "Trần Thị Ví Dụ"


@pytest.mark.parametrize(
    ("value", "year"),
    [
        (1980, 1980),
        ("1980", 1980),
        ("02/03/1980", 1980),
        (dt.date(1980, 3, 2), 1980),
        (dt.datetime(1980, 3, 2, 0, 0), 1980),  # noqa: DTZ001 - as Excel gives a date
        (None, None),
    ],
)
def test_birth_years_that_are_read(value: CellValue, year: int | None) -> None:
    reading = read(workbook(HEAD, (1, "Nguyễn Văn Mẫu", "", value, "Cán bộ")))
    assert (only(reading).birth_year, told(reading)) == (year, [])


@pytest.mark.parametrize("value", ["1980 hoặc 1981", "không rõ", 198000, "28"])
def test_birth_years_that_are_not(value: CellValue) -> None:
    reading = read(workbook(HEAD, (1, "Nguyễn Văn Mẫu", "", value, "Cán bộ")))
    assert told(reading) == [("birth_year_unreadable", "D2")]
    assert reading.rows[0].draft is None


@pytest.mark.parametrize(
    ("head", "value", "gender"),
    [
        ("Giới tính", "Nữ", Gender.FEMALE),
        ("Giới tính", "NAM", Gender.MALE),
        ("Nữ", "x", Gender.FEMALE),
        ("Nữ", None, None),
        ("Ông/Bà", "Bà", Gender.FEMALE),
        ("Danh xưng", "ông", Gender.MALE),
        ("Giới tính", "?", None),
    ],
)
def test_gender_is_only_what_the_list_says(
    head: str, value: CellValue, gender: Gender | None
) -> None:
    reading = read(
        workbook(("STT", "Họ và tên", head), (1, "Trần Thị Ví Dụ", value), (2, "Lê Mẫu", "Nam"))
    )
    assert reading.rows[0].draft is not None
    assert reading.rows[0].draft.gender is gender


@pytest.mark.parametrize(
    ("head", "value", "is_leader"),
    [
        ("Lãnh đạo, quản lý", "x", True),
        ("Lãnh đạo, quản lý", "có", True),
        ("Lãnh đạo, quản lý", "không", False),
        ("Lãnh đạo, quản lý", None, None),
        ("Lãnh đạo/trực tiếp", "Trực tiếp", False),
        ("Lãnh đạo/trực tiếp", "Lãnh đạo", True),
        ("Người lao động trực tiếp", "x", False),
        ("Người lao động trực tiếp", "không", True),
        ("Người lao động trực tiếp", None, None),
        ("Người trực tiếp lao động", "x", False),
        ("Lãnh đạo/Trực tiếp", "x", None),
        ("Lãnh đạo/Trực tiếp", "không", None),
        ("Trực tiếp hay lãnh đạo, quản lý", "quản lý", True),
        ("Lãnh đạo/Trực tiếp", "Lãnh đạo, trực tiếp", None),
    ],
)
def test_who_leads_is_only_what_the_list_says(
    head: str, value: CellValue, is_leader: bool | None
) -> None:
    reading = read(workbook(("STT", "Họ và tên", head), (1, "Nguyễn Văn Mẫu", value)))
    assert only(reading).is_leader is is_leader


def test_leaders_and_direct_workers_may_have_a_column_each() -> None:
    reading = read(
        workbook(
            ("STT", "Họ và tên", "Đối tượng", None),
            (None, None, "Lãnh đạo, quản lý", "Trực tiếp"),
            (1, "Nguyễn Văn Mẫu", "x", None),
            (2, "Trần Thị Ví Dụ", None, "x"),
            (3, "Lê Văn Thử", None, None),
            merged=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)),
        )
    )
    assert [row.draft.is_leader for row in reading.rows if row.draft] == [True, False, None]


def test_a_unit_is_known_by_its_name_else_with_a_remark() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Lê Văn Mẫu", "", None, "", "phòng  kinh tế"),
            (2, "Lê Thị Thử", "", None, "", "Xom Hong"),
            (3, "Lê Văn Thử", "", None, "", "Phòng Không Có"),
            (4, "Lê Thị Mẫu", "", None, "Cán bộ", None),
        )
    )
    assert [row.draft.unit for row in reading.rows if row.draft] == ["DV001", "DV002", "", ""]
    assert told(reading) == [("person_unit_understood", "F3"), ("person_unit_unknown", "F4")]


def test_namesakes_of_other_units_or_years_are_other_people() -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Lê Văn Mẫu", "", 1980, "", "Phòng Kinh tế"),
            (2, "Lê Văn Mẫu", "", 1981, "", "Phòng Kinh tế"),
            (3, "Lê Văn Mẫu", "", 1980, "", "Xóm Hồng"),
            (4, "LÊ VĂN MẪU", "", 1980, "", "Phòng Kinh tế"),
        )
    )
    assert [row.draft is None for row in reading.rows] == [False, False, False, True]
    assert told(reading) == [("name_in_capitals", "B5"), ("person_twice", "B5")]


@pytest.mark.parametrize(("first", "second"), [(1980, None), (None, 1980)])
def test_a_namesake_whom_no_year_tells_apart_is_refused(
    first: int | None, second: int | None
) -> None:
    reading = read(
        workbook(
            HEAD,
            (1, "Lê Văn Mẫu", "", first, "", "Phòng Kinh tế"),
            (2, "Lê Văn Mẫu", "", second, "", "Phòng Kinh tế"),
            (3, "Lê Văn Mẫu", "", None, "", "Xóm Hồng"),
        )
    )
    assert [row.draft is None for row in reading.rows] == [False, True, False]
    assert [(i.code, i.cell, i.data["first"]) for i in reading.issues] == [
        ("person_twice_undated", "B3", "B2")
    ]


def test_people_of_all_visible_sheets_stand_once() -> None:
    first = sheet("Xóm", HEAD, (1, "Lê Văn Mẫu", "", 1980), (2, "Lê Thị Thử", "", 1985))
    units = sheet("Đơn vị", ("STT", "Tên đơn vị", "Họ tên người đứng đầu"), (1, "Xóm Hồng", "Mẫu"))
    old = sheet("Cũ", HEAD, (1, "Lê Văn Cũ"), visible=False)
    reading = read(
        workbook(
            HEAD,
            *((1, "Lê Văn Mẫu", "", 1980), (2, "Lê Thị Thử"), (3, "Đỗ Mẫu")),
            before=(first, units, old),
        )
    )
    assert [(row.sheet, row.cell) for row in reading.rows if row.draft] == [
        *(("Xóm", "B2"), ("Xóm", "B3")),
        ("Danh sách", "B4"),
    ]
    assert [(i.code, i.sheet, i.cell) for i in reading.issues] == [
        ("sheet_without_list", "Đơn vị", ""),
        ("sheet_hidden_asked", "Cũ", ""),
        ("person_twice_over", "Danh sách", "B2"),
        ("person_twice_undated_over", "Danh sách", "B3"),
    ]


def test_a_name_in_capitals_that_resembles_a_total_does_not_end_the_list() -> None:
    reading = read(workbook(HEAD, (1, "TỐNG CÔNG", "Nam"), (2, "Lê Văn Mẫu", "Nam")))
    assert [row.name for row in reading.rows] == ["Tống Công", "Lê Văn Mẫu"]


def test_hidden_rows_are_read_and_told() -> None:
    reading = read(workbook(HEAD, (1, "Lê Văn Mẫu"), (2, "Lê Thị Thử"), hidden=frozenset({0, 2})))
    assert [row.name for row in reading.rows] == ["Lê Văn Mẫu", "Lê Thị Thử"]
    assert told(reading) == [("rows_hidden_asked", "A3")]


@pytest.mark.parametrize("name", ["Tống Công", "Tống Công Mẫu"])
def test_a_person_whose_name_resembles_a_total_does_not_end_the_list(name: str) -> None:
    reading = read(workbook(HEAD, (1, name, "Nam"), (2, "Lê Văn Mẫu", "Nam")))
    assert [row.name for row in reading.rows] == [name, "Lê Văn Mẫu"]
    assert told(reading) == []


@pytest.mark.parametrize("number", [1, "1.", "01", " 1 ", "1)"])
def test_a_number_and_a_name_alone_are_a_person(number: CellValue) -> None:
    reading = read(workbook(HEAD, (number, "Lê Văn Mẫu")))
    assert (only(reading).full_name, told(reading)) == ("Lê Văn Mẫu", [])


def test_names_alone_are_people_where_nothing_is_numbered() -> None:
    reading = read(
        workbook(
            HEAD,
            (None, "I. CÁN BỘ XÃ"),
            *((None, "Lê Văn Mẫu"), (None, "Lê Thị Thử", "Nữ")),
            (None, "NGƯỜI LẬP BIỂU"),
            (None, "Nguyễn Văn Ký"),
        )
    )
    assert [row.name for row in reading.rows] == ["Lê Văn Mẫu", "Lê Thị Thử"]
    assert told(reading) == []


def test_a_bare_name_among_numbered_ones_is_told() -> None:
    reading = read(
        workbook(
            HEAD,
            ("CÁN BỘ XÃ",),
            *((1, "Lê Văn Mẫu", "Nam"), (None, "Lê Thị Thử"), ("II", "Trường"), (2, "Đỗ Mẫu")),
            (None, "Đỗ Thử", "Nam"),
            merged=((1, 0, 1, 6),),
        )
    )
    assert [row.name for row in reading.rows] == ["Lê Văn Mẫu", "Đỗ Mẫu", "Đỗ Thử"]
    assert told(reading) == [("person_row_bare", "B4")]


def test_a_row_without_a_name_is_a_fault_if_it_says_anything_of_someone() -> None:
    reading = read(
        workbook(
            HEAD,
            *((1, None, "Nam", 1980), (2, "Lê Văn Mẫu"), (3,), (None, None, "Nữ")),
            (None, None, None, None, "CHỦ TỊCH"),
        )
    )
    assert told(reading) == [("person_name_missing", "B2"), ("person_name_missing", "B5")]
    assert [row.draft is None for row in reading.rows] == [True, False, True]


def test_a_title_may_bear_a_sum_but_a_person_may_bear_a_mark() -> None:
    reading = read(
        workbook(
            HEAD,
            ("I", "PHÒNG KINH TẾ", None, None, "2 người"),
            *((1, "Lê Văn Mẫu", "Nam"), ("II", "Lê Thị Thử", "Nữ")),
        )
    )
    assert [row.name for row in reading.rows] == ["Lê Văn Mẫu", "Lê Thị Thử"]


def test_a_head_repeated_on_every_page_is_nobody() -> None:
    reading = read(workbook(HEAD, (1, "Lê Văn Mẫu"), HEAD, (2, "Lê Thị Thử")))
    assert [row.name for row in reading.rows] == ["Lê Văn Mẫu", "Lê Thị Thử"]
    assert told(reading) == []


def test_heads_of_households() -> None:
    reading = read(workbook(("STT", "Họ tên chủ hộ", "Thôn, xóm"), (1, "Lê Văn Mẫu", "Xóm Hồng")))
    person = only(reading)
    assert (person.subject, person.unit) == (SubjectKind.HOUSEHOLD, "DV002")


def test_households_are_known_by_the_title_above_or_by_their_own_name() -> None:
    reading = read(
        workbook(
            HEAD,
            ("I", "CÁ NHÂN"),
            (1, "Hộ gia đình bà Lý Thị Mẫu"),
            (2, "Ông Nguyễn Văn Mẫu"),
            ("II", "HỘ GIA ĐÌNH"),
            (3, "Ông Trần Văn Ví Dụ"),
        )
    )
    drafts = [row.draft for row in reading.rows if row.draft]
    assert [(d.full_name, d.subject, d.gender) for d in drafts] == [
        ("Lý Thị Mẫu", SubjectKind.HOUSEHOLD, Gender.FEMALE),
        ("Nguyễn Văn Mẫu", SubjectKind.INDIVIDUAL, Gender.MALE),
        ("Trần Văn Ví Dụ", SubjectKind.HOUSEHOLD, Gender.MALE),
    ]
    assert told(reading) == [("household_understood", "B3"), ("household_understood", "B6")]


def test_group_rows_totals_and_column_numbers_are_nobody() -> None:
    reading = read(
        workbook(
            HEAD,
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"),
            ("I", "CÁN BỘ XÃ"),
            (1, "Lê Văn Mẫu", "Nam", 1980, "Cán bộ"),
            ("Tổng cộng", None, None, None, "1 người"),
            (None, "NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH"),
        )
    )
    assert only(reading).full_name == "Lê Văn Mẫu"
    assert told(reading) == []


def test_a_workbook_without_people_is_no_list() -> None:
    assert read_people(workbook(("Thực đơn", "Giá"), ("Phở", 30)), UnitNames(UNITS), 2026) is None


def test_post_and_unit_in_one_column_are_parted() -> None:
    head = ("STT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị công tác")
    reading = read(workbook(head, (1, "Lê Thử", 1980, "Phó Trưởng phòng Kinh tế")))
    assert told(reading) == [("person_unit_from_post", "D2")]
    assert (only(reading).position, only(reading).unit) == ("Phó Trưởng phòng", "DV001")
    reading = read(workbook(head, (1, "Lê Thử", 1980, "Chủ tịch UBND xã")))
    assert (only(reading).position, only(reading).unit) == ("Chủ tịch UBND xã", "")
