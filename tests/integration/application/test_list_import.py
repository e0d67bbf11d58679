"""Nhập danh sách: new ones are added, known ones brought up to date, all of it one operation."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.office_in_hand import OfficeInHand
from thidua_desktop.application.enrolling.list_import import (
    ImportOutcome,
    import_people,
    import_units,
)
from thidua_desktop.application.enrolling.namesakes import NamesakeChoice
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.enrolling.unit_changes import ChangeDay, rename_unit
from thidua_desktop.application.grids import CellValue, SheetGrid
from thidua_desktop.application.lists.reading import RowStatus
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Issue, Severity

UNIT_HEAD = ("STT", "Tên đơn vị", "Nhóm", "Tổng số", "Nữ", "Điện thoại", "Khối thi đua")
PERSON_HEAD = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Lãnh đạo")

Row = tuple[CellValue, ...]


def put(office: OfficeInHand, head: Row, *rows: Row, name: str = "ds.xlsx") -> Path:
    sheet = SheetGrid("DS", visible=True, rows=(head, *rows))
    return office.grids.put(office.folder / name, (sheet,))


def units(office: OfficeInHand, *rows: Row, dry_run: bool = False) -> ImportOutcome:
    return import_units(office.desk, put(office, UNIT_HEAD, *rows), dry_run=dry_run)


def people(office: OfficeInHand, *rows: Row) -> ImportOutcome:
    return import_people(office.desk, put(office, PERSON_HEAD, *rows))


ECONOMY: Row = (1, "Phòng Kinh tế", "Cơ quan", 11, 4, "0912000001", "Khối 1")
SCHOOL: Row = (2, "Trường Tiểu học Ví Dụ", "Trường học", 40, 30, None, None)


def test_units_get_codes_in_the_order_of_the_list(new_office: OfficeInHand) -> None:
    outcome = units(new_office, ECONOMY, SCHOOL)
    assert [(r.cell, r.status, r.code, r.group) for r in outcome.rows] == [
        ("B2", RowStatus.NEW, "DV001", "office"),
        ("B3", RowStatus.NEW, "DV002", "school"),
    ]
    assert (outcome.accepted, outcome.rejected) == (2, 0)
    assert outcome.operation == new_office.desk.store.operations(1)[0].id


def test_what_a_list_leaves_empty_stays_as_it_is_known(new_office: OfficeInHand) -> None:
    units(new_office, ECONOMY)
    outcome = units(new_office, (1, "PHÒNG KINH TẾ", "Cơ quan", 12, None, None, None))
    assert [row.status for row in outcome.rows] == [RowStatus.CHANGED]
    [unit] = list_units(new_office.desk)
    assert (unit.name, unit.people_total, unit.people_female) == ("Phòng Kinh tế", 12, 4)
    assert (unit.phone, unit.cluster) == ("0912000001", "Khối 1")


def test_what_is_known_already_writes_nothing(new_office: OfficeInHand) -> None:
    units(new_office, ECONOMY)
    before = new_office.desk.store.operations()
    outcome = units(new_office, ECONOMY)
    assert ([row.status for row in outcome.rows], outcome.operation) == ([RowStatus.SAME], None)
    assert new_office.desk.store.operations() == before


def test_a_new_list_may_not_make_more_women_than_people(new_office: OfficeInHand) -> None:
    units(new_office, (1, "Phòng Kinh tế", "Cơ quan", 11, 9))
    outcome = units(new_office, (1, "Phòng Kinh tế", "Cơ quan", 5))
    assert [row.status for row in outcome.rows] == [RowStatus.REJECTED]
    assert [(issue.code, issue.cell) for issue in outcome.issues] == [("women_over_total", "B2")]
    assert list_units(new_office.desk)[0].people_total == 11


def test_refused_rows_keep_the_others_in(new_office: OfficeInHand) -> None:
    outcome = units(new_office, ECONOMY, (2, "Phòng Mẫu", "Cơ quan", "nhiều"))
    assert (outcome.accepted, outcome.rejected) == (1, 1)
    [issue] = outcome.issues
    assert (issue.file, issue.sheet, issue.cell) == ("ds.xlsx", "DS", "D3")


def test_a_rehearsal_says_the_same_and_writes_nothing(new_office: OfficeInHand) -> None:
    rehearsed = units(new_office, ECONOMY, SCHOOL, dry_run=True)
    assert (list_units(new_office.desk), rehearsed.operation) == ((), None)
    done = units(new_office, ECONOMY, SCHOOL)
    assert [(r.cell, r.name, r.status) for r in rehearsed.rows] == [
        (r.cell, r.name, r.status) for r in done.rows
    ]


def test_undoing_an_import_gives_the_register_back(new_office: OfficeInHand) -> None:
    units(new_office, ECONOMY)
    before = list_units(new_office.desk)
    outcome = units(new_office, (1, "Phòng Kinh tế", "Cơ quan", 12), SCHOOL)
    assert outcome.operation is not None
    assert new_office.desk.store.undo(outcome.operation).conflicts == ()
    assert list_units(new_office.desk) == before


def test_a_backup_is_made_before_an_import(new_office: OfficeInHand) -> None:
    units(new_office, ECONOMY)
    assert list((new_office.desk.store.folder / "backups").iterdir())


def test_people_are_found_again_by_name_unit_and_year(new_office: OfficeInHand) -> None:
    units(new_office, ECONOMY)
    first = people(new_office, (1, "Lê Văn Mẫu", 1980, "Cán bộ", "Phòng Kinh tế", None))
    again = people(
        new_office,
        (1, "Lê Văn Mẫu", 1980, None, "Phòng Kinh tế", "x"),
        (2, "Lê Văn Mẫu", 1990, None, "Phòng Kinh tế", None),
    )
    assert [row.status for row in first.rows] == [RowStatus.NEW]
    assert [row.status for row in again.rows] == [RowStatus.CHANGED, RowStatus.NEW]
    known = {p.birth_year: p for p in list_people(new_office.desk)}
    assert (known[1980].position, known[1980].is_leader) == ("Cán bộ", True)
    assert {p.subject for p in known.values()} == {SubjectKind.INDIVIDUAL}


YEARS = pytest.mark.parametrize(("known", "listed"), [(None, 1980), (1980, None)])


def with_namesake(office: OfficeInHand, known: int | None, listed: int | None) -> Path:
    """Somebody is known, and a list bears the same name in the same unit."""
    units(office, ECONOMY)
    people(office, (1, "Lê Văn Mẫu", known, "Cán bộ", "Phòng Kinh tế", None))
    return put(office, PERSON_HEAD, (1, "Lê Văn Mẫu", listed, "Phó", "Phòng Kinh tế", None))


@YEARS
def test_a_namesake_whom_no_year_tells_apart_is_asked_about(
    new_office: OfficeInHand, known: int | None, listed: int | None
) -> None:
    path = with_namesake(new_office, known, listed)
    before = list_people(new_office.desk)
    outcome = import_people(new_office.desk, path)
    assert ([row.status for row in outcome.rows], outcome.operation) == ([RowStatus.REJECTED], None)
    [issue] = outcome.issues
    assert (issue.code, issue.cell, issue.data["code"]) == ("person_same_asked", "B2", "CN0001")
    assert outcome.namesakes_asked == 1
    assert list_people(new_office.desk) == before


@YEARS
def test_the_same_person_is_brought_up_to_date_when_it_is_said(
    new_office: OfficeInHand, known: int | None, listed: int | None
) -> None:
    path = with_namesake(new_office, known, listed)
    outcome = import_people(new_office.desk, path, namesakes=NamesakeChoice.SAME)
    assert [(row.status, row.code) for row in outcome.rows] == [(RowStatus.CHANGED, "CN0001")]
    [issue] = outcome.issues
    assert (issue.code, issue.severity) == ("person_understood_same", Severity.WARNING)
    assert [(p.birth_year, p.position) for p in list_people(new_office.desk)] == [(1980, "Phó")]


@YEARS
def test_another_person_is_added_when_it_is_said(
    new_office: OfficeInHand, known: int | None, listed: int | None
) -> None:
    path = with_namesake(new_office, known, listed)
    outcome = import_people(new_office.desk, path, namesakes=NamesakeChoice.OTHER)
    assert [row.status for row in outcome.rows] == [RowStatus.NEW]
    seen = {(p.birth_year, p.position) for p in list_people(new_office.desk)}
    assert seen == {(known, "Cán bộ"), (listed, "Phó")}
    assert import_people(new_office.desk, path).operation is None


def test_of_two_namesakes_none_is_guessed(new_office: OfficeInHand) -> None:
    units(new_office, ECONOMY)
    rows: tuple[Row, ...] = (
        (1, "Lê Văn Mẫu", 1980, None, "Phòng Kinh tế", None),
        (2, "Lê Văn Mẫu", 1990, None, "Phòng Kinh tế", None),
    )
    people(new_office, *rows)
    before = list_people(new_office.desk)
    outcome = people(new_office, (1, "Lê Văn Mẫu", None, None, "Phòng Kinh tế", "x"))
    assert [row.status for row in outcome.rows] == [RowStatus.REJECTED]
    [issue] = outcome.issues
    assert (issue.code, issue.data["codes"]) == ("person_unsure", ("CN0001", "CN0002"))
    assert list_people(new_office.desk) == before


def test_of_two_listed_namesakes_none_is_guessed(new_office: OfficeInHand) -> None:
    people(new_office, (1, "Lê Văn Mẫu", None, None, None, None))
    outcome = people(
        new_office,
        (1, "Lê Văn Mẫu", 1980, None, None, None),
        (2, "Lê Văn Mẫu", 1990, None, None, None),
    )
    assert [issue.code for issue in outcome.issues] == ["person_unsure"] * 2
    assert len(list_people(new_office.desk)) == 1


def test_rows_are_named_by_sheet_and_cell(new_office: OfficeInHand) -> None:
    sheets = tuple(
        SheetGrid(title, visible=True, rows=(UNIT_HEAD, row))
        for title, row in (("Xã", ECONOMY), ("Trường", SCHOOL))
    )
    path = new_office.grids.put(new_office.folder / "hai-trang.xlsx", sheets)
    outcome = import_units(new_office.desk, path)
    assert [(row.sheet, row.cell, row.code) for row in outcome.rows] == [
        ("Xã", "B2", "DV001"),
        ("Trường", "B2", "DV002"),
    ]


def test_a_file_without_a_list_is_told(new_office: OfficeInHand) -> None:
    path = put(new_office, ("Thực đơn", "Giá"), ("Phở", 30))
    with pytest.raises(InputError, match="unit_list_not_found"):
        import_units(new_office.desk, path)
    with pytest.raises(InputError, match="person_list_not_found"):
        import_people(new_office.desk, path)


def test_a_list_that_stands_on_a_hidden_sheet_alone_is_told(new_office: OfficeInHand) -> None:
    hidden = (
        SheetGrid("Đơn vị", visible=False, rows=(UNIT_HEAD, ECONOMY)),
        SheetGrid("Bìa", visible=True, rows=(("Danh sách",),)),
    )
    path = new_office.grids.put(new_office.folder / "an.xlsx", hidden)
    with pytest.raises(InputError, match="unit_list_not_found") as caught:
        import_units(new_office.desk, path)
    assert [(i.code, i.sheet) for i in caught.value.issues] == [("sheet_hidden", "Đơn vị")]


def test_a_file_that_cannot_be_read_says_why(new_office: OfficeInHand) -> None:
    path = new_office.grids.put_broken(new_office.folder / "x.xlsx", Issue("file_damaged"))
    with pytest.raises(InputError, match="list_unreadable") as caught:
        import_units(new_office.desk, path)
    assert [issue.code for issue in caught.value.issues] == ["file_damaged"]


def test_a_file_that_is_not_there_is_told(new_office: OfficeInHand) -> None:
    with pytest.raises(InputError, match="path_missing"):
        import_units(new_office.desk, new_office.folder / "khong-co.xlsx")


def test_people_of_a_unit_list_are_no_units(new_office: OfficeInHand) -> None:
    outcome = units(new_office, ("I", "CÁ NHÂN TIÊU BIỂU"), (1, "Nguyễn Văn Mẫu", None, 1))
    assert [row.status for row in outcome.rows] == [RowStatus.REJECTED]
    assert [issue.code for issue in outcome.issues] == ["heading_unknown", "unit_group_unknown"]


def test_an_old_list_brings_no_old_name_back(new_office: OfficeInHand) -> None:
    units(new_office, ECONOMY, SCHOOL)
    day = ChangeDay(dt.date(2026, 2, 1))
    rename_unit(new_office.desk, "DV001", "Phòng Kinh tế - Hạ tầng", day)
    outcome = units(new_office, ECONOMY)
    assert [row.status for row in outcome.rows] == [RowStatus.REJECTED]
    assert [(i.code, i.data["known"]) for i in outcome.issues] == [
        ("unit_under_former_name", "Phòng Kinh tế - Hạ tầng")
    ]
    person = people(new_office, (1, "Nguyễn Thị Ví Dụ", 1980, "Chuyên viên", "Phòng Kinh tế", ""))
    assert [row.group for row in person.rows] == ["DV001"]
    assert [issue.code for issue in person.issues] == ["person_unit_former"]


def test_a_name_without_marks_is_no_second_unit(new_office: OfficeInHand) -> None:
    units(new_office, ECONOMY)
    plain = units(new_office, (1, "phong kinh te", "Cơ quan", 12))
    assert [(row.status, row.code) for row in plain.rows] == [(RowStatus.CHANGED, "DV001")]
    assert [issue.code for issue in plain.issues] == ["unit_understood"]
    other = units(new_office, (1, "Phòng Kính tế", "Cơ quan", 12), dry_run=True)
    assert [(row.status, row.code) for row in other.rows] == [(RowStatus.NEW, "")]
    assert [issue.code for issue in other.issues] == ["unit_like_known"]
    [unit] = list_units(new_office.desk)
    assert (unit.name, unit.people_total) == ("Phòng Kinh tế", 12)


@pytest.mark.parametrize("head", ["Loại", "Loại đơn vị", "Loại hình"])
def test_a_column_of_kinds_says_the_group(new_office: OfficeInHand, head: str) -> None:
    path = put(new_office, ("STT", "Tên đơn vị", head), (1, "Ánh Dương", "Trường học"))
    outcome = import_units(new_office.desk, path)
    assert ([row.group for row in outcome.rows], outcome.issues) == (["school"], ())
