"""Lists as grids: title lines above, a head, rows – no files."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.grids import CellValue, SheetGrid, WorkbookGrid
from thidua_desktop.domain.kinds import Basis, SubjectKind
from thidua_desktop.domain.plan import UnitGroup

Row = tuple[CellValue, ...]
Merged = tuple[tuple[int, int, int, int], ...]


def group(code: str, *keywords: str, subject: SubjectKind = SubjectKind.COLLECTIVE) -> UnitGroup:
    return UnitGroup(code, f"Nhóm {code}", "all", Basis.PLAN, "", subject, keywords)


GROUPS = (
    group("office", "cơ quan", "phòng", "công an", "trạm y tế", "trung tâm"),
    group("front", "mặt trận", "hội nông dân", "hội cựu giáo chức"),
    group("school", "trường học", "trường mầm non", "trường tiểu học"),
    group("hamlet", "xóm", "các xóm"),
    group("enterprise", "công ty", "tổng công ty", "htx", subject=SubjectKind.ENTERPRISE),
)


def workbook(
    *rows: Row,
    merged: Merged = (),
    hidden: frozenset[int] = frozenset(),
    before: tuple[SheetGrid, ...] = (),
) -> WorkbookGrid:
    """One visible sheet of rows, behind others."""
    one = sheet("Danh sách", *rows, merged=merged, hidden=hidden)
    return WorkbookGrid(Path("ds.xlsx"), "0" * 64, (*before, one))


def sheet(
    title: str,
    *rows: Row,
    visible: bool = True,
    merged: Merged = (),
    hidden: frozenset[int] = frozenset(),
) -> SheetGrid:
    """A sheet of rows, padded to the widest."""
    width = max(map(len, rows))
    padded = tuple((*row, *[None] * (width - len(row))) for row in rows)
    return SheetGrid(title, visible=visible, rows=padded, merged=merged, hidden_rows=hidden)
