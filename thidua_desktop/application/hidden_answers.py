"""Ô trả lời bị ẩn: the answers of a form that its sender hid, asked about as in a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thidua_desktop.application.grids import CellValue, SheetGrid, WorkbookGrid, place_named
from thidua_desktop.application.hidden import (
    COLUMNS_ASKED,
    COLUMNS_SKIPPED,
    ROWS_ASKED,
    ROWS_SKIPPED,
    SHEET_ASKED,
    HiddenChoice,
    answered,
    letters_of,
)
from thidua_desktop.application.returned_form import RawForm, RawLine
from thidua_desktop.domain.reasons import Issue, Severity

_FIELDS = ("points", "explanation", "evidence")
_LEFT_OUT = {ROWS_ASKED: ROWS_SKIPPED, COLUMNS_ASKED: COLUMNS_SKIPPED}


def with_hidden_answers(raw: RawForm, grid: WorkbookGrid, choice: HiddenChoice | None) -> RawForm:
    """The form with what is to be asked or told of its hidden answers; left out they are empty.

    Nothing is asked where nothing was written: an empty cell is told as such anyway.
    """
    sheet = grid.sheet(raw.sheet)
    if sheet is None or (sheet.visible and not (sheet.hidden_rows or sheet.hidden_columns)):
        return raw
    issues = [replace(issue, sheet=sheet.title) for issue in _questions(raw, sheet)]
    if choice is HiddenChoice.SKIP:
        issues = [
            replace(issue, code=_LEFT_OUT[issue.code], severity=Severity.WARNING)
            if issue.code in _LEFT_OUT
            else issue
            for issue in issues
        ]
        raw = replace(raw, lines=tuple(_left_out(line, sheet) for line in raw.lines))
    return replace(raw, issues=(*raw.issues, *answered(issues, choice)))


def _questions(raw: RawForm, sheet: SheetGrid) -> Iterator[Issue]:
    answers = [place for line in raw.lines for place, value in _answers(line) if value is not None]
    if not sheet.visible:
        if answers:
            yield Issue(SHEET_ASKED)
        return
    rows = sorted({row for row, _ in answers if row in sheet.hidden_rows})
    if rows:
        yield Issue(ROWS_ASKED, cell=f"A{rows[0] + 1}", data={"count": len(rows)})
    columns = sorted({column for _, column in answers if column in sheet.hidden_columns})
    if columns:
        yield Issue(COLUMNS_ASKED, data={"columns": letters_of(columns)})


def _answers(line: RawLine) -> Iterator[tuple[tuple[int, int], CellValue]]:
    for field in _FIELDS:
        yield place_named(getattr(line, f"{field}_cell")), getattr(line, field)


def _left_out(line: RawLine, sheet: SheetGrid) -> RawLine:
    empty: dict[str, CellValue] = {}
    for field, ((row, column), _) in zip(_FIELDS, _answers(line), strict=True):
        if not sheet.visible or row in sheet.hidden_rows or column in sheet.hidden_columns:
            empty[field] = None
    return replace(line, **empty) if empty else line  # type: ignore[arg-type]
