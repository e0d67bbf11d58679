"""Finding the table in a sheet: its head of one or two rows, and what each column means.

Offices put title lines above, merge heads over columns, and number groups with Roman numerals.
Columns are recognised by the words of their head, never by their place.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.application.grids import CellFault, CellValue, SheetGrid, cell_name
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.folding import fold
from thidua_desktop.domain.vietnamese.printing import printable

DEEPEST_HEAD = 40
"""A head is looked for in this many rows; lists with longer prefaces do not occur."""

NUMBER = "number"
_NUMBER_HEAD = re.compile(r"(stt|tt|so tt|so thu tu)")
_COLUMN_NUMBER = re.compile(r"\(?([A-Z]|\d{1,2})\)?")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column may mean: patterns over the folded head, the first that fits wins.

    Attributes:
        patterns: regular expressions over the folded text of the whole head of a column.
    """

    code: str
    patterns: tuple[str, ...]

    def fits(self, head: str) -> bool:
        """Whether a folded head says this."""
        return any(re.search(pattern, head) for pattern in self.patterns)


NUMBER_MEANING = Meaning(NUMBER, (f"^{_NUMBER_HEAD.pattern}$",))


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table found in a sheet.

    Attributes:
        columns: column number by meaning.
        head_row: the first row of the head.
        first_row: the first row below the head.
        end: the row after the last one, where another table begins.
        repeated: rows that repeat the head, as on every printed page.
        further: columns whose head says what an earlier one says already; they are not read,
            but for those under one head merged over both («Họ và tên» over họ đệm and tên).
    """

    sheet: SheetGrid
    columns: Mapping[str, int]
    head_row: int
    first_row: int
    end: int
    repeated: frozenset[int] = frozenset()
    further: Mapping[int, str] = field(default_factory=dict)

    def value(self, row: int, meaning: str) -> CellValue:
        """The value in the column of this meaning; `None` where there is no such column."""
        column = self.columns.get(meaning)
        return None if column is None else self.sheet.value(row, column)

    def text(self, row: int, meaning: str) -> str:
        """The value as cleaned text, without what could not be printed."""
        return printable(self.typed(row, meaning))

    def typed(self, row: int, meaning: str) -> str:
        """The value as cleaned text with everything that stands in the cell."""
        first = text_of(self.value(row, meaning))
        if not self.further or meaning not in self.columns:
            return first
        rest = (text_of(self.sheet.value(row, c)) for c in self.under_one_head(meaning))
        return " ".join(filter(None, (first, *rest)))

    def under_one_head(self, meaning: str) -> tuple[int, ...]:
        """The further columns under the one merged head of this meaning: they hold its rest."""
        return tuple(
            column
            for column, said in self.further.items()
            if said == meaning and self._is_one_head(self.columns[meaning], column)
        )

    def _is_one_head(self, first: int, column: int) -> bool:
        return any(
            top <= self.head_row
            and left <= first < column <= right
            and bottom >= self.first_row - 1
            for top, left, bottom, right in self.sheet.merged
        )

    def cell(self, row: int, meaning: str) -> str:
        """The cell's name."""
        return cell_name(row, self.columns.get(meaning, 0))

    def rows(self) -> Iterator[int]:
        """The numbers of the rows that hold anything, but for the head wherever it stands."""
        is_below_head = True
        for row in range(self.first_row, self.end):
            if row in self.repeated:
                is_below_head = True
                continue
            is_numbering = is_below_head and self._numbers_columns(row)
            is_below_head = False
            if not is_numbering and any(value is not None for value in self.sheet.rows[row]):
                yield row

    def texts(self, row: int) -> list[str]:
        """Everything that stands in a row, in columns without a meaning too."""
        return [text_of(value) for value in self.sheet.rows[row] if value is not None]

    def is_merged(self, row: int) -> bool:
        """Whether cells of a row are merged sideways, as under a group's title."""
        return any(
            top <= row <= bottom and right > left for top, left, bottom, right in self.sheet.merged
        )

    def _numbers_columns(self, row: int) -> bool:
        """Whether it is the row of (1), (2), (3) or A, B, 1 that official tables have."""
        return all(_COLUMN_NUMBER.fullmatch(self.text(row, meaning)) for meaning in self.columns)


def text_of(value: CellValue) -> str:
    """A cell's value as cleaned text; a cell without a usable value says nothing.

    Days are written as their sender sees them.
    """
    if isinstance(value, dt.date):
        return date_text(value)
    return "" if value is None or isinstance(value, CellFault) else clean_text(str(value))


def tables_of(sheet: SheetGrid, meanings: Sequence[Meaning], required: str) -> list[ListTable]:
    """The tables of a sheet from top to bottom: their heads name the required column and one more.

    A head that is repeated further down, as on every printed page, begins no new table.
    """
    tables: list[ListTable] = []
    row = 0
    while row < (len(sheet.rows) if tables else min(len(sheet.rows), DEEPEST_HEAD)):
        below = _repeated_head(tables[-1], row) if tables else row
        if below > row:
            tables[-1] = _with_repeated(tables[-1], range(row, below))
            row = below
            continue
        is_bare = bool(tables) and not _bears_number_head(sheet, row)
        table = None if is_bare else _table_at(sheet, row, meanings)
        if table is None or not _is_list(table, required):
            row += 1
            continue
        if tables and tables[-1].columns == table.columns:
            tables[-1] = _with_repeated(tables[-1], range(row, table.first_row))
        else:
            tables[-1:] = [replace(last, end=row) for last in tables[-1:]]
            tables.append(table)
        row = table.first_row
    return tables


def _is_list(table: ListTable, required: str) -> bool:
    return required in table.columns and len(table.columns) > 1


def _with_repeated(table: ListTable, rows: range) -> ListTable:
    return replace(table, repeated=table.repeated | frozenset(rows))


def _repeated_head(table: ListTable, row: int) -> int:
    """The row below a repetition of the table's head that begins here; else this row itself."""
    depth, rows = table.first_row - table.head_row, table.sheet.rows
    head = rows[table.head_row : table.first_row]
    return row + depth if rows[row : row + depth] == head else row


def _bears_number_head(sheet: SheetGrid, row: int) -> bool:
    """Whether «STT» stands in the row: only a head that bears it begins a further table."""
    texts = (value for value in sheet.rows[row] if isinstance(value, str))
    return any(_NUMBER_HEAD.fullmatch(fold(text)) for text in texts)


def _table_at(sheet: SheetGrid, row: int, meanings: Sequence[Meaning]) -> ListTable:
    depth = _head_depth(sheet, row)
    columns: dict[str, int] = {}
    further: dict[int, str] = {}
    for column in range(len(sheet.rows[row])):
        head = _head_text(sheet, range(row, row + depth), column)
        code = next((m.code for m in meanings if head and m.fits(head)), None)
        if code is not None and columns.setdefault(code, column) != column:
            further[column] = code
    return ListTable(sheet, columns, row, row + depth, len(sheet.rows), further=further)


def _head_depth(sheet: SheetGrid, row: int) -> int:
    """Rows that the head takes: as deep as the cells merged downwards from its first row.

    Where the head is only merged sideways, the row below belongs to it if all that stands there
    stands under the merged cells.
    """
    bottoms = [bottom for top, _, bottom, _ in sheet.merged if top == row and bottom > top]
    if not bottoms and _parts_merged_cells(sheet, row):
        return 2
    return max(bottoms, default=row) - row + 1


def _parts_merged_cells(sheet: SheetGrid, row: int) -> bool:
    """Whether the row below holds the parts of cells merged sideways in this row, nothing else."""
    below = row + 1
    under = {
        column
        for top, left, bottom, right in sheet.merged
        if top == bottom == row
        for column in range(left, right + 1)
    }
    if not under or below >= len(sheet.rows):
        return False
    filled = {column for column, value in enumerate(sheet.rows[below]) if value is not None}
    return bool(filled) and filled <= under


def _head_text(sheet: SheetGrid, rows: range, column: int) -> str:
    """The folded words of a column's head, those of cells merged over it included."""
    words = []
    for row in rows:
        value = _merged_value(sheet, row, column)
        if isinstance(value, str) and value not in words:
            words.append(value)
    return fold(clean_text(" ".join(words)))


def _merged_value(sheet: SheetGrid, row: int, column: int) -> CellValue:
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and left <= column <= right:
            return sheet.value(top, left)
    return sheet.value(row, column)
