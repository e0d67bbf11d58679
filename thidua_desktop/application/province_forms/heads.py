"""The head of a table in a province's sheet, and the rows below it that are there to be filled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_desktop.application.grids import CellFault, CellValue
from thidua_desktop.application.province_forms.fields import ROW_FIELDS
from thidua_desktop.application.province_workbooks.template import TemplateSheet
from thidua_desktop.domain.kinds import UNIT_KINDS, SubjectKind
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.folding import fold

_DEEPEST_START = 60
_DEEPEST_HEAD = 5
_FEWEST = 2
_COLUMN_NUMBER = re.compile(r"\(?([A-Za-z]|\d{1,2})\)?")
_BLANK = re.compile(r"[\s.…_\-–]*")
_NUMBER = re.compile(r"\d{1,4}\.?")
_TOTAL = re.compile(r"^(tong|cong|tong cong|tong so)\b")
_SECTIONS = (
    (re.compile(r"\b(tap the|don vi)\b"), UNIT_KINDS),
    (re.compile(r"\b(ho gia dinh|gia dinh|ho)\b"), (SubjectKind.HOUSEHOLD,)),
    (re.compile(r"\bca nhan\b"), (SubjectKind.INDIVIDUAL,)),
)
_COMPACT = {"canhan": "ca nhan", "tapthe": "tap the", "hogiadinh": "ho gia dinh"}
_LONGEST_SECTION = 60

_Words = dict[int, list[str]]
"""The words over each column, one text for each level of the head."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a table.

    Attributes:
        titles: the whole head of each column, upper words first.
        own_words: of each column under a shared title, its own lowest words.
        first_data: the first row below it, past the row that numbers the columns.
    """

    row: int
    titles: Mapping[int, str]
    first_data: int
    own_words: Mapping[int, str] = field(default_factory=dict)

    def __contains__(self, column: int) -> bool:
        """Whether a column stands within the table, titled or not."""
        return min(self.titles, default=0) <= column <= max(self.titles, default=-1)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that are there to be filled.

    Attributes:
        last_row: `None` where nothing follows.
        subjects: whom a title above the rows names; empty where none does.
    """

    first_row: int
    last_row: int | None
    subjects: tuple[SubjectKind, ...] = ()


def is_blank(value: CellValue) -> bool:
    """Whether a cell holds nothing, or only dots to write upon."""
    return value is None or (isinstance(value, str) and _BLANK.fullmatch(value) is not None)


def find_head(sheet: TemplateSheet) -> TableHead | None:
    """The row whose columns bear the most titles that we know; `None` where there is no table."""
    best: TableHead | None = None
    most = _FEWEST - 1
    for row in range(min(_DEEPEST_START, len(sheet.grid.rows))):
        if sum(not is_blank(value) for value in sheet.grid.rows[row]) < _FEWEST:
            continue
        head = _head_at(sheet, row)
        known = sum(map(_is_known, head.titles.values()))
        if known > most:
            best, most = head, known
    return best


def _head_at(sheet: TemplateSheet, row: int) -> TableHead:
    depth = _depth(sheet, row)
    words = _without_side_tables(_words(sheet, range(row, row + depth)))
    titles = _joined(words)
    below = row + depth
    if _numbers_columns(sheet, below, titles):
        below += 1
    return TableHead(row, titles, below, _own(words))


def _is_known(title: str) -> bool:
    return any(one.fits(fold(title)) for one in ROW_FIELDS)


def _without_side_tables(words: _Words) -> _Words:
    """The columns without those beyond an untitled one that say nothing we know.

    Beside a list there often stands a little table that counts it.
    """
    runs: list[_Words] = []
    for column, said in sorted(words.items()):
        if not runs or column - max(runs[-1]) > 1:
            runs.append({})
        runs[-1][column] = said
    known = [run for run in runs if any(map(_is_known, _joined(run).values()))]
    return {column: said for run in known or runs for column, said in run.items()}


def head_above(sheet: TemplateSheet, first_row: int) -> TableHead:
    """The titles above a row that the officer points at; none where nothing stands there."""
    bottom = first_row - 1
    titles = _titles(sheet, range(max(0, bottom), first_row))
    if bottom > 0 and _numbers_columns(sheet, bottom, titles or {0: ""}):
        bottom -= 1
    top = max(0, bottom)
    while top > 0 and bottom - top < _DEEPEST_HEAD and _hangs_down(sheet, top):
        top -= 1
    words = _words(sheet, range(top, bottom + 1))
    return TableHead(top, _joined(words), first_row, _own(words))


def _hangs_down(sheet: TemplateSheet, row: int) -> bool:
    """Whether the row above belongs to the same head: merged down into this row, or over parts."""
    return any(
        (top < row <= bottom)
        or (bottom == row - 1 and right > left and _titles(sheet, range(row, row + 1)))
        for top, left, bottom, right in sheet.grid.merged
        if bottom - top < _DEEPEST_HEAD and right - left + 1 < max(2, sheet.width)
    )


def _depth(sheet: TemplateSheet, row: int) -> int:
    """Rows that the head takes: as deep as its merged cells, and the parts of those above them."""
    merged = sheet.grid.merged
    bottom = row
    for top, _, last, _ in merged:
        if top == row and row < last < row + _DEEPEST_HEAD:
            bottom = max(bottom, last)
    while bottom < row + _DEEPEST_HEAD - 1 and _holds_parts(sheet, bottom):
        bottom += 1
    return bottom - row + 1


def _holds_parts(sheet: TemplateSheet, above: int) -> bool:
    """Whether the row below holds the parts of cells merged sideways just above, nothing else."""
    wide = {
        column
        for top, left, bottom, right in sheet.grid.merged
        if bottom == above and top >= above - _DEEPEST_HEAD and right > left
        for column in range(left, right + 1)
    }
    below = above + 1
    if not wide or below >= len(sheet.grid.rows):
        return False
    filled = {c for c, value in enumerate(sheet.grid.rows[below]) if not is_blank(value)}
    return bool(filled) and filled <= wide and not _all_numbers(sheet, below, filled)


def _all_numbers(sheet: TemplateSheet, row: int, columns: set[int]) -> bool:
    return all(_COLUMN_NUMBER.fullmatch(str(sheet.value(row, c)).strip()) for c in columns)


def _titles(sheet: TemplateSheet, rows: range) -> dict[int, str]:
    return _joined(_words(sheet, rows))


def _joined(words: _Words) -> dict[int, str]:
    return {column: " ".join(said) for column, said in words.items()}


def _own(words: _Words) -> dict[int, str]:
    return {column: said[-1] for column, said in words.items() if len(said) > 1}


def _words(sheet: TemplateSheet, rows: range) -> _Words:
    """What stands over each column, from above to below."""
    found: _Words = {}
    for column in range(sheet.width):
        words: list[str] = []
        for row in rows:
            value = _merged_value(sheet, row, column)
            said = clean_text(value) if isinstance(value, str) else ""
            if said and said not in words:
                words.append(said)
        if words:
            found[column] = words
    return found


def _merged_value(sheet: TemplateSheet, row: int, column: int) -> CellValue:
    for top, left, bottom, right in sheet.grid.merged:
        if top <= row <= bottom and left <= column <= right:
            return sheet.value(top, left)
    return sheet.value(row, column)


def _numbers_columns(sheet: TemplateSheet, row: int, titles: Mapping[int, str]) -> bool:
    """Whether it is the row of (1), (2), (3) or A, B, 1 that official tables have."""
    values = [sheet.value(row, column) for column in titles]
    said = [str(value).strip() for value in values if not is_blank(value)]
    return len(said) >= max(_FEWEST, len(titles) // 2) and all(map(_COLUMN_NUMBER.fullmatch, said))


def sections_of(sheet: TemplateSheet, head: TableHead) -> tuple[Section, ...]:
    """The rows to be filled: one section, or one under each title such as «I. TẬP THỂ»."""
    sections: list[Section] = []
    first, subjects = head.first_data, named_subjects(sheet.title)
    has_titles = False
    row = head.first_data
    while row < len(sheet.grid.rows):
        said = _said(sheet, head, row)
        title = _section_subjects(sheet, head, row) if said else ()
        if title:
            if has_titles or row > first:
                sections.append(Section(first, row - 1, subjects))
            first, subjects, has_titles = row + 1, title, True
        elif said and not _is_example(head, said):
            break
        row += 1
    last = row - 1 if row < len(sheet.grid.rows) else None
    if last is None or last >= first:
        sections.append(Section(first, last, subjects))
    return tuple(s for s in sections if s.last_row is None or s.last_row >= s.first_row)


def _said(sheet: TemplateSheet, head: TableHead, row: int) -> dict[int, CellValue]:
    """What a row says in its own words: no formulas, no dots, no number alone."""
    said = {}
    for column in range(sheet.width):
        if column not in head:
            continue
        value = sheet.value(row, column)
        is_formula = (row, column) in sheet.formulas or isinstance(value, CellFault)
        if not is_formula and not is_blank(value):
            said[column] = value
    texts = [str(value).strip() for value in said.values()]
    if len(texts) == 1 and _NUMBER.fullmatch(texts[0]) and min(said) == min(head.titles, default=0):
        return {}
    return said


def _section_subjects(sheet: TemplateSheet, head: TableHead, row: int) -> tuple[SubjectKind, ...]:
    """Whom a title across the table names; a row with several values is none."""
    texts = [str(v).strip() for v in _said(sheet, head, row).values() if isinstance(v, str)]
    texts = [text for text in texts if not re.fullmatch(r"[IVX]+\.?|[A-Z]\.?|\d{1,2}\.?", text)]
    if len(texts) != 1 or len(texts[0]) > _LONGEST_SECTION or _TOTAL.search(fold(texts[0])):
        return ()
    return named_subjects(texts[0])


def named_subjects(text: str) -> tuple[SubjectKind, ...]:
    """Whom a title names: one kind, or none where it names several."""
    words = fold(text)
    words = _COMPACT.get(words, words)
    found = [kinds for pattern, kinds in _SECTIONS if pattern.search(words)]
    return found[0] if len(found) == 1 else ()


def _is_example(head: TableHead, said: Mapping[int, CellValue]) -> bool:
    """Whether a row shows how to fill one in: it has its number, or most columns say something."""
    texts = [fold(str(value)) for value in said.values()]
    if any(_TOTAL.search(text) for text in texts):
        return False
    columns = set(said) & set(head.titles)
    first = min(head.titles, default=0)
    is_numbered = _NUMBER.fullmatch(str(said.get(first, ""))) is not None
    return (is_numbered and len(columns) > 1) or len(columns) * 2 >= len(head.titles) > _FEWEST
