"""Ô trả lời bị ẩn: the answers of a form that its sender hid, asked about as in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from thidua_desktop.application.forms.returned_form import (
    RawForm,
    RawLine,
    open_answers,
    requests_and_highlights,
    sheet_with_questions,
)
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
from thidua_desktop.domain.reasons import Issue, Severity

_FIELDS = ("points", "explanation", "evidence")
_LEFT_OUT = {ROWS_ASKED: ROWS_SKIPPED, COLUMNS_ASKED: COLUMNS_SKIPPED}


def with_hidden_answers(raw: RawForm, grid: WorkbookGrid, choice: HiddenChoice | None) -> RawForm:
    """The form with what is to be asked or told of its hidden answers; left out they are empty.

    Nothing is asked where nothing was written: an empty cell is told as such anyway.
    """
    for part in (_table_part(raw, grid), _words_part(raw, grid)):
        if part is None:
            continue
        issues = [replace(issue, sheet=part.sheet.title) for issue in _questions(part)]
        if choice is HiddenChoice.SKIP:
            issues = [
                replace(issue, code=_LEFT_OUT[issue.code], severity=Severity.WARNING)
                if issue.code in _LEFT_OUT
                else issue
                for issue in issues
            ]
            raw = part.left_out(raw)
        raw = replace(raw, issues=(*raw.issues, *answered(issues, choice)))
    return raw


@dataclass(frozen=True, slots=True)
class _Part:
    """A sheet of the form of which something is hidden, and where its answers stand."""

    sheet: SheetGrid
    places: tuple[tuple[int, int], ...]
    left_out: Callable[[RawForm], RawForm]


def _table_part(raw: RawForm, grid: WorkbookGrid) -> _Part | None:
    """The table of points."""
    sheet = grid.sheet(raw.sheet)
    if sheet is None or not _hides(sheet):
        return None
    places = tuple(
        place for line in raw.lines for place, value in _answers(line) if value is not None
    )

    def left_out(form: RawForm) -> RawForm:
        return replace(form, lines=tuple(_left_out(line, sheet) for line in form.lines))

    return _Part(sheet, places, left_out)


def _words_part(raw: RawForm, grid: WorkbookGrid) -> _Part | None:
    """«Kiến nghị»: the open questions."""
    sheet = sheet_with_questions(grid)
    if sheet is None or sheet.title == raw.sheet or not _hides(sheet):
        return None
    words = open_answers(sheet)
    seen = [one for one in words if not _is_hidden(sheet, one.row, one.column)]

    def left_out(form: RawForm) -> RawForm:
        requests, highlights = requests_and_highlights(seen)
        return replace(form, requests=requests, highlights=highlights)

    return _Part(sheet, tuple((one.row, one.column) for one in words), left_out)


def _hides(sheet: SheetGrid) -> bool:
    return not sheet.visible or bool(sheet.hidden_rows or sheet.hidden_columns)


def _is_hidden(sheet: SheetGrid, row: int, column: int) -> bool:
    return not sheet.visible or row in sheet.hidden_rows or column in sheet.hidden_columns


def _questions(part: _Part) -> Iterator[Issue]:
    sheet = part.sheet
    if not sheet.visible:
        if part.places:
            yield Issue(SHEET_ASKED)
        return
    rows = sorted({row for row, _ in part.places if row in sheet.hidden_rows})
    if rows:
        yield Issue(ROWS_ASKED, cell=f"A{rows[0] + 1}", data={"count": len(rows)})
    columns = sorted({column for _, column in part.places if column in sheet.hidden_columns})
    if columns:
        yield Issue(COLUMNS_ASKED, data={"columns": letters_of(columns)})


def _answers(line: RawLine) -> Iterator[tuple[tuple[int, int], CellValue]]:
    for field in _FIELDS:
        yield place_named(getattr(line, f"{field}_cell")), getattr(line, field)


def _left_out(line: RawLine, sheet: SheetGrid) -> RawLine:
    empty: dict[str, CellValue] = {}
    for field, ((row, column), _) in zip(_FIELDS, _answers(line), strict=True):
        if _is_hidden(sheet, row, column):
            empty[field] = None
    return replace(line, **empty) if empty else line  # type: ignore[arg-type]
