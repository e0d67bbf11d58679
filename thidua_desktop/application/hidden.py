"""Dòng, cột bị ẩn: what a sender hid or filtered away is asked about, never decided in silence.

The readers tell it as a question. The officer's answer either takes it in, with a remark, or
leaves it out, with a remark too; until then the file is not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum

from thidua_desktop.application.grids import CellValue, SheetGrid, WorkbookGrid, column_letters
from thidua_desktop.domain.reasons import Issue, Severity

ROWS_ASKED, COLUMNS_ASKED, SHEET_ASKED = (
    "rows_hidden_asked",
    "columns_hidden_asked",
    "sheet_hidden_asked",
)
"""Codes of the questions."""

_TAKEN_IN = {
    ROWS_ASKED: "rows_hidden",
    COLUMNS_ASKED: "columns_hidden",
    SHEET_ASKED: "sheet_hidden_read",
}
ROWS_SKIPPED, COLUMNS_SKIPPED = "rows_hidden_skipped", "columns_hidden_skipped"
_LEFT_OUT = {SHEET_ASKED: "sheet_hidden"}


class HiddenChoice(StrEnum):
    """What becomes of what was hidden."""

    TAKE = "take"
    SKIP = "skip"


def asks_about_hidden(issues: Iterable[Issue]) -> bool:
    """Whether something hidden waits for an answer."""
    return any(issue.code in _TAKEN_IN for issue in issues)


def without_questions(issues: Iterable[Issue]) -> list[Issue]:
    """The rest of what was told: a file that can't be taken anyway asks nothing."""
    return [issue for issue in issues if issue.code not in _TAKEN_IN]


def answered(issues: Iterable[Issue], choice: HiddenChoice | None) -> list[Issue]:
    """The questions turned into remarks by the answer; without one they stay questions."""
    if choice is None:
        return list(issues)
    remarks = _TAKEN_IN if choice is HiddenChoice.TAKE else _LEFT_OUT
    return [
        replace(issue, code=remarks[issue.code], severity=Severity.WARNING)
        if issue.code in remarks
        else issue
        for issue in issues
    ]


def choice_told(issues: Iterable[Issue]) -> HiddenChoice | None:
    """The answer that was given when these remarks were made."""
    codes = {issue.code for issue in issues}
    if codes & {ROWS_SKIPPED, COLUMNS_SKIPPED, *_LEFT_OUT.values()}:
        return HiddenChoice.SKIP
    return HiddenChoice.TAKE if codes & set(_TAKEN_IN.values()) else None


def with_hidden_sheets(grid: WorkbookGrid, is_wanted: Callable[[SheetGrid], bool]) -> WorkbookGrid:
    """The workbook with those of its hidden sheets shown that hold something wanted, each told."""
    shown = [sheet for sheet in grid.sheets if not sheet.visible and is_wanted(sheet)]
    told = [Issue(_TAKEN_IN[SHEET_ASKED], Severity.WARNING, sheet=sheet.title) for sheet in shown]
    sheets = tuple(
        replace(sheet, visible=True) if sheet in shown else sheet for sheet in grid.sheets
    )
    return replace(grid, sheets=sheets, issues=(*grid.issues, *told))


def without_hidden(grid: WorkbookGrid) -> WorkbookGrid:
    """The workbook as it looks on the sender's screen; every sheet that lost something is told."""
    sheets, issues = [], list(grid.issues)
    for sheet in grid.sheets:
        if not sheet.visible:
            sheets.append(sheet)
            continue
        sheets.append(_as_seen(sheet))
        issues += _told(sheet)
    return replace(grid, sheets=tuple(sheets), issues=tuple(issues))


def _as_seen(sheet: SheetGrid) -> SheetGrid:
    if not sheet.hidden_rows and not sheet.hidden_columns:
        return sheet
    rows = tuple(
        tuple(
            None if number in sheet.hidden_rows or column in sheet.hidden_columns else value
            for column, value in enumerate(row)
        )
        for number, row in enumerate(sheet.rows)
    )
    return replace(sheet, rows=rows, hidden_rows=frozenset(), hidden_columns=frozenset())


def _told(sheet: SheetGrid) -> Iterable[Issue]:
    rows = [n for n, row in enumerate(sheet.rows) if n in sheet.hidden_rows and _bears(row)]
    if rows:
        yield Issue(ROWS_SKIPPED, Severity.WARNING, sheet=sheet.title, data={"count": len(rows)})
    columns = [c for c in sorted(sheet.hidden_columns) if _bears(row[c] for row in sheet.rows)]
    if columns:
        yield Issue(
            COLUMNS_SKIPPED,
            Severity.WARNING,
            sheet=sheet.title,
            data={"columns": letters_of(columns)},
        )


def letters_of(columns: Iterable[int]) -> str:
    """«C, D, G»: the columns in Excel's words."""
    return ", ".join(column_letters(column) for column in columns)


def _bears(values: Iterable[CellValue]) -> bool:
    return any(value is not None for value in values)
