"""Which sheets of a workbook hold the list, and which are left unread – told, not silent."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.application.grids import SheetGrid, WorkbookGrid
from thidua_desktop.application.hidden import SHEET_ASKED
from thidua_desktop.application.lists.table import ListTable
from thidua_desktop.domain.reasons import Issue, Severity

TableFinder = Callable[[SheetGrid], list[ListTable]]


def tables_in(grid: WorkbookGrid, find: TableFinder) -> tuple[list[ListTable], list[Issue]]:
    """The tables of all visible sheets in their order, and a word on every sheet left unread.

    Empty sheets, which Excel adds by itself, are not worth a word.
    """
    tables: list[ListTable] = []
    issues: list[Issue] = []
    for sheet in grid.sheets:
        found = find(sheet)
        if sheet.visible:
            tables += found
            if not found and any(value is not None for row in sheet.rows for value in row):
                issues.append(Issue("sheet_without_list", Severity.NOTE, sheet=sheet.title))
        elif found:
            issues.append(Issue(SHEET_ASKED, Severity.WARNING, sheet=sheet.title))
    return tables, issues
