"""Formulas without value and errors of Excel are told by cell, never taken for words."""

from __future__ import annotations

import pytest

from tests.unit.application.lists.grids import GROUPS, Row, workbook
from thidua_desktop.application.grids import CellFault
from thidua_desktop.application.lists.people import read_people
from thidua_desktop.application.lists.units import read_units
from thidua_desktop.domain.unit_likeness import UnitNames

UNIT_HEAD: Row = ("STT", "Tên đơn vị", "Nhóm", "Tổng số", "Nữ", "Điện thoại")
PERSON_HEAD: Row = ("STT", "Họ và tên", "Năm sinh", "Chức vụ")
FAULTS = {
    CellFault.FORMULA_WITHOUT_VALUE: "cell_formula_without_value",
    CellFault.EXCEL_ERROR: "cell_excel_error",
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("column", range(1, len(UNIT_HEAD)))
def test_a_unit_with_such_a_cell_is_refused(fault: CellFault, column: int) -> None:
    good: Row = (1, "Công an xã", "Cơ quan", 12, 3, "0912000001")
    bad = tuple(fault if n == column else value for n, value in enumerate(good))
    reading = read_units(workbook(UNIT_HEAD, bad), GROUPS)
    assert reading is not None
    stopping = [(issue.code, issue.cell) for issue in reading.issues if issue.stops]
    assert stopping == [(FAULTS[fault], f"{'ABCDEF'[column]}2")]
    assert [row.draft for row in reading.rows] == [None]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("column", range(1, len(PERSON_HEAD)))
def test_a_person_with_such_a_cell_is_refused(fault: CellFault, column: int) -> None:
    good: Row = (1, "Lê Văn Mẫu", 1980, "Cán bộ")
    bad = tuple(fault if n == column else value for n, value in enumerate(good))
    reading = read_people(workbook(PERSON_HEAD, bad), UnitNames(()), 2026)
    assert reading is not None
    assert [(i.code, i.cell) for i in reading.issues] == [(FAULTS[fault], f"{'ABCD'[column]}2")]
    assert [row.draft for row in reading.rows] == [None]


def test_running_numbers_may_be_formulas() -> None:
    number = CellFault.FORMULA_WITHOUT_VALUE
    rows: list[Row] = [
        (number, "Công an xã", "Cơ quan", 12, 3),
        (number, "Trạm Y tế", "Cơ quan", 9, 5),
    ]
    reading = read_units(workbook(UNIT_HEAD[:5], *rows), GROUPS)
    assert reading is not None
    assert reading.issues == []
    assert [row.name for row in reading.rows if row.draft] == ["Công an xã", "Trạm Y tế"]


def test_sums_beside_a_title_and_below_the_list_are_nobody() -> None:
    lost = CellFault.FORMULA_WITHOUT_VALUE
    rows: list[Row] = [
        ("I", "CÁC TRƯỜNG HỌC", None, lost, lost),
        (1, "Trường Mầm non Mẫu", None, 12, 3),
        (None, "Tổng cộng: 1 đơn vị", None, lost, lost),
    ]
    reading = read_units(workbook(UNIT_HEAD[:5], *rows), GROUPS)
    assert reading is not None
    assert [issue.code for issue in reading.issues] == ["heading_understood"]
    assert [(row.name, row.draft is not None) for row in reading.rows] == [
        ("Trường Mầm non Mẫu", True)
    ]
