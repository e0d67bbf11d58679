"""Signs that no paper can print, and columns that stand twice: never silent."""

from __future__ import annotations

from tests.unit.application.lists import test_people as people
from tests.unit.application.lists.grids import workbook
from tests.unit.application.lists.unit_lists import HEAD, read, told, units
from thidua_desktop.application.lists.columns_read import columns_read
from thidua_desktop.domain.reasons import Severity


def test_a_name_is_taken_without_what_cannot_be_printed_and_that_is_told() -> None:
    reading = read(workbook(HEAD, (1, "Công an xã 😀", "Cơ quan", 5, 2, None, "Khối 1 ⭐")))
    assert [(u.name, u.cluster) for u in units(reading).values()] == [("Công an xã", "Khối 1")]
    assert sorted(told(reading)) == [("characters_left_out", "B2"), ("characters_left_out", "G2")]
    [row] = reading.rows
    assert row.typed["name"] == "Công an xã 😀"


def test_a_name_of_signs_alone_is_refused_by_its_cell() -> None:
    reading = read(workbook(HEAD, (1, "🏆", "Cơ quan"), (2, "Công an xã", "Cơ quan")))
    assert list(units(reading)) == ["Công an xã"]
    assert ("name_only_signs", "B2") in told(reading)


def test_a_tick_in_a_column_for_marks_is_a_yes() -> None:
    reading = people.read(workbook(people.HEAD, (1, "Nguyễn Văn Mẫu", "", 1980, "", "", "✔")))
    assert people.only(reading).is_leader is True
    assert people.told(reading) == []


def test_the_second_of_two_columns_with_one_title_is_told() -> None:
    grid = workbook(
        ("STT", "Họ và tên", "Chức vụ", "Họ và tên"),
        (1, "Nguyễn Văn Mẫu", "Cán bộ", "Trần Thị Ví Dụ"),
    )
    reading = people.read(grid)
    assert people.only(reading).full_name == "Nguyễn Văn Mẫu"
    [issue] = reading.issues
    assert (issue.code, issue.cell, issue.severity) == ("columns_twice", "D1", Severity.WARNING)
    assert (issue.data["read"], issue.data["left"]) == ("B", "D")
    assert [column.meaning for column in columns_read(reading.tables)][-1] == ""


def test_columns_that_say_the_same_in_other_words_are_noted() -> None:
    reading = read(workbook((*HEAD, "Zalo"), (1, "Công an xã", "Cơ quan")))
    assert [(i.code, i.severity) for i in reading.issues] == [("columns_alike", Severity.NOTE)]


def test_a_head_merged_over_family_and_given_name_joins_them() -> None:
    grid = workbook(
        ("STT", "Họ và tên", None, "Chức vụ"),
        (1, "Nguyễn Văn", "Mẫu", "Cán bộ"),
        merged=((0, 1, 0, 2),),
    )
    reading = people.read(grid)
    assert people.only(reading).full_name == "Nguyễn Văn Mẫu"
    assert people.told(reading) == [("columns_joined", "C1")]
