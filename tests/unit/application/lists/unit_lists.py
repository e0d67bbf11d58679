"""Lists of units read, and what was told of them."""

from __future__ import annotations

from tests.unit.application.lists.grids import GROUPS, Row
from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.lists.reading import Reading
from thidua_desktop.application.lists.units import read_units
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
