"""Phiếu gửi về: what stands in a returned form, found by its titles wherever it was moved.

It only reads; whether the points are right is judged in `collecting.judging`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from thidua_desktop.application.forms.unit_form import (
    HEADERS,
    HIGHLIGHTS_LABEL,
    IDENTITY_KEYS,
    IDENTITY_SHEET,
    OTHER_SHEET,
    REQUESTS_LABEL,
    SCORE_SHEET,
    SLIP_KEY,
    TITLES_BETWEEN,
    KeptRow,
)
from thidua_desktop.application.grids import (
    CellFault,
    CellValue,
    SheetGrid,
    WorkbookGrid,
    column_letters,
)
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.vietnamese.folding import fold

_CODE, _POINTS, _EXPLANATION, _EVIDENCE = HEADERS[0], *HEADERS[3:]
_NEEDED = tuple(fold(title) for title in (_CODE, _POINTS, _EXPLANATION, _EVIDENCE))
_SCORE_TITLE, _OTHER_TITLE = fold(SCORE_SHEET), fold(OTHER_SHEET)
_QUESTIONS = (fold(REQUESTS_LABEL), fold(HIGHLIGHTS_LABEL))
_IDENTITY_ROWS = 40
_LONGEST_CODE = 20
_KEPT_CELLS = 6


@dataclass(frozen=True, slots=True)
class RawLine:
    """One row of the table as the unit left it, with the cells by which faults are named."""

    code: str
    code_cell: str
    points: CellValue
    points_cell: str
    explanation: CellValue
    explanation_cell: str
    evidence: CellValue
    evidence_cell: str


@dataclass(frozen=True, slots=True)
class RawForm:
    """A returned form, read but not judged.

    Attributes:
        identity: the rows of the hidden sheet as text; empty where it is gone.
        sheet: the title of the sheet that the table stands in, which a unit may have renamed.
        issues: what of the form is missing as a whole.
        kept: of a slip, what the unit had sent before, by criterion code.
    """

    identity: Mapping[str, str]
    sheet: str
    lines: tuple[RawLine, ...]
    requests: str
    highlights: str
    issues: tuple[Issue, ...]
    kept: Mapping[str, KeptRow] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the table's titles stand: row, and column by folded title, from 0."""

    row: int
    columns: Mapping[str, int]


def read_form(grid: WorkbookGrid) -> RawForm | None:
    """The form in this workbook; `None` where nothing of a form is found."""
    identity = _identity(grid)
    sheet, header = _table(grid)
    if not identity and header is None:
        return None
    issues = []
    if not identity:
        issues.append(Issue("form_identity_missing"))
    if sheet is None:
        issues.append(Issue("form_sheet_missing", data={"sheet": SCORE_SHEET}))
    elif header is None:
        issues.append(Issue("form_header_missing", sheet=sheet.title))
    lines = _lines(sheet, header) if sheet and header else ()
    if sheet is not None:
        issues += _other_tables(grid, sheet, lines)
    requests, highlights = requests_and_highlights(open_answers(sheet_with_questions(grid)))
    title = sheet.title if sheet else ""
    return RawForm(identity, title, lines, requests, highlights, tuple(issues), _kept(grid))


def _kept(grid: WorkbookGrid) -> Mapping[str, KeptRow]:
    """What a slip says of the answers that it returned."""
    found = {}
    for sheet in grid.sheets:
        for row in sheet.rows:
            if not row or row[0] != SLIP_KEY or len(row) < _KEPT_CELLS:
                continue
            _, code, points, explanation, evidence, titles = map(_plain, row[:_KEPT_CELLS])
            if code:
                opened = frozenset(filter(None, titles.split(TITLES_BETWEEN)))
                found[code] = KeptRow(code, points, explanation, evidence, opened)
    return found


def _identity(grid: WorkbookGrid) -> Mapping[str, str]:
    """The hidden sheet by its title, else by its keys: LibreOffice users rename what they see."""
    named = grid.sheet(IDENTITY_SHEET)
    for sheet in (named, *grid.sheets) if named else grid.sheets:
        found: dict[str, str] = {}
        for row in sheet.rows[:_IDENTITY_ROWS]:
            key = _plain(row[0]) if row else ""
            if key in IDENTITY_KEYS and len(row) > 1:
                found.setdefault(key, _plain(row[1]))
        if "form_id" in found and "check_code" in found:
            return found
    return {}


def _table(grid: WorkbookGrid) -> tuple[SheetGrid | None, _Header | None]:
    """The sheet «Tự chấm» and its header row, by title first, then in any sheet that has it."""
    named = next((sheet for sheet in grid.sheets if fold(sheet.title) == _SCORE_TITLE), None)
    for sheet in (named, *grid.sheets) if named else grid.sheets:
        header = _header(sheet)
        if header is not None:
            return sheet, header
    return named, None


def _other_tables(grid: WorkbookGrid, read: SheetGrid, lines: tuple[RawLine, ...]) -> list[Issue]:
    """Further tables that say otherwise than the one that is read, which may be the wrong one."""
    told = [_answers_of(line) for line in lines]
    found = []
    for sheet in grid.sheets:
        header = _header(sheet) if sheet is not read and sheet.visible else None
        if header is not None and [_answers_of(line) for line in _lines(sheet, header)] != told:
            data = {"read": read.title}
            found.append(Issue("form_table_twice", Severity.WARNING, sheet=sheet.title, data=data))
    return found


def _answers_of(line: RawLine) -> tuple[CellValue, ...]:
    return line.code, line.points, line.explanation, line.evidence


def _header(sheet: SheetGrid) -> _Header | None:
    """The first row that bears all titles a reader needs, in whatever columns."""
    for number, row in enumerate(sheet.rows):
        if sum(isinstance(value, str) for value in row) < len(_NEEDED):
            continue
        columns: dict[str, int] = {}
        for column, value in enumerate(row):
            if isinstance(value, str):
                columns.setdefault(fold(value), column)
        if all(title in columns for title in _NEEDED):
            return _Header(number, columns)
    return None


def _lines(sheet: SheetGrid, header: _Header) -> tuple[RawLine, ...]:
    """The rows below the header that bear a code."""
    columns = [header.columns[title] for title in _NEEDED]
    code, points, explanation, evidence = columns
    letters = [column_letters(column) for column in columns]
    lines = []
    for number, row in enumerate(sheet.rows[header.row + 1 :], start=header.row + 2):
        key = _plain(row[code])
        if not key or len(key) > _LONGEST_CODE:
            continue
        code_cell, points_cell, explanation_cell, evidence_cell = (
            f"{letter}{number}" for letter in letters
        )
        lines.append(
            RawLine(
                code=key,
                code_cell=code_cell,
                points=row[points],
                points_cell=points_cell,
                explanation=row[explanation],
                explanation_cell=explanation_cell,
                evidence=row[evidence],
                evidence_cell=evidence_cell,
            )
        )
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """One cell of words under a question of «Kiến nghị»; row and column from 0."""

    question: str
    row: int
    column: int
    text: str


def open_answers(sheet: SheetGrid | None) -> tuple[OpenAnswer, ...]:
    """What was written under the two questions, each up to the next question."""
    found = []
    current = ""
    for number, row in enumerate(sheet.rows if sheet else ()):
        texts = [(column, text) for column, value in enumerate(row) if (text := _plain(value))]
        question = next((key for _, text in texts if (key := fold(text)) in _QUESTIONS), "")
        if question:
            current = question
        elif current:
            found += [OpenAnswer(current, number, column, text) for column, text in texts]
    return tuple(found)


def requests_and_highlights(answers: Iterable[OpenAnswer]) -> tuple[str, str]:
    """What was answered to the two questions."""
    known = list(answers)
    requests, highlights = (
        "\n".join(one.text for one in known if one.question == question) for question in _QUESTIONS
    )
    return requests, highlights


def sheet_with_questions(grid: WorkbookGrid) -> SheetGrid | None:
    """The sheet «Kiến nghị» by its title, else the first that asks its questions."""
    for sheet in grid.sheets:
        if fold(sheet.title) == _OTHER_TITLE:
            return sheet
    for sheet in grid.sheets:
        if any(fold(_plain(row[0])) in _QUESTIONS for row in sheet.rows if row):
            return sheet
    return None


def _plain(value: CellValue) -> str:
    """A cell as text: codes such as 1.1 may have become numbers on the way."""
    if value is None or isinstance(value, CellFault):
        return ""
    return str(value).strip()
