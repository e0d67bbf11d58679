"""The same file five times, and twenty forms that are not what they should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand, returned
from thidua_desktop.application.enrolling.list_import import import_people, import_units
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.forms.unit_form import IDENTITY_SHEET
from thidua_desktop.application.grids import CellValue, SheetGrid
from thidua_desktop.application.lists.reading import RowStatus
from thidua_desktop.application.records import IntakeStatus

Row = tuple[CellValue, ...]
TIMES = 5
UNIT, OTHER = "Phòng Kinh tế", "Công an xã"


def listed(office: OfficeInHand, name: str, *rows: Row) -> Path:
    sheet = SheetGrid("DS", visible=True, rows=rows)
    return office.grids.put(office.folder / name, (sheet,))


def test_a_list_of_units_five_times_adds_them_once(new_office: OfficeInHand) -> None:
    rows = [(n, f"Xóm {n}", "Các xóm", 10 + n) for n in range(1, 8)]
    path = listed(new_office, "dv.xlsx", ("STT", "Tên đơn vị", "Nhóm", "Tổng số"), *rows)
    outcomes = [import_units(new_office.desk, path) for _ in range(TIMES)]
    assert [outcome.operation is None for outcome in outcomes] == [False, True, True, True, True]
    assert {row.status for outcome in outcomes[1:] for row in outcome.rows} == {RowStatus.SAME}
    assert len(list_units(new_office.desk)) == len(rows)


def test_a_list_of_people_five_times_adds_them_once(new_office: OfficeInHand) -> None:
    rows = [(n, f"Lê Mẫu {n}", None if n % 3 else 1980, "Cán bộ") for n in range(1, 8)]
    path = listed(new_office, "cn.xlsx", ("STT", "Họ và tên", "Năm sinh", "Chức vụ"), *rows)
    outcomes = [import_people(new_office.desk, path) for _ in range(TIMES)]
    assert [outcome.operation is None for outcome in outcomes] == [False, True, True, True, True]
    assert len(list_people(new_office.desk)) == len(rows)


def test_forms_five_times_are_taken_once(office: OfficeInHand) -> None:
    paths = [office.save(UNIT), office.save(OTHER, ND1="tốt")]
    operations = [office.collect(*paths).operation for _ in range(TIMES)]
    assert operations[0] is not None
    assert operations[1:] == [None] * (TIMES - 1)
    with office.desk.store.read() as books:
        assert len(books.collecting.intakes(CYCLE)) == len(paths)


WRONG: list[tuple[str, str]] = [
    *(("dataset", value) for value in ("", "another", "practice-of-other")),
    *(("cycle", value) for value in ("", "2025-annual", "2026-half_year", "2027-annual")),
    *(("unit", value) for value in ("", "DV999", "dv001", "OTHER")),
    *(("form_id", value) for value in ("0" * 16, "f" * 16, "khong", "OTHER")),
    *(("check_code", value) for value in ("", "0" * 12, "OTHER", "ABCDEF012345", " ")),
]


def test_there_are_twenty_mismatches() -> None:
    assert len(WRONG) == 20


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_a_form_of_another_template_year_or_unit_is_not_taken(
    office: OfficeInHand, key: str, value: str
) -> None:
    score, others, identity = returned(office.form(UNIT), {})
    if value == "OTHER":
        theirs = returned(office.form(OTHER), {})[2].rows
        value = next(str(row[1]) for row in theirs if row[0] == key)
    rows = tuple((row[0], value if row[0] == key else row[1]) for row in identity.rows)
    sheets = (score, others, SheetGrid(IDENTITY_SHEET, visible=False, rows=rows))
    [file] = office.collect(office.grids.put(office.folder / "x.xlsx", sheets)).files
    assert (file.status, file.report) == (IntakeStatus.REJECTED, None)
    assert all(office.texts.issue(issue) for issue in file.issues)
    with office.desk.store.read() as books:
        assert books.collecting.reports(CYCLE) == {}
