"""Nhập danh sách: units and people from Excel lists as offices write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic

from thidua_desktop.application.books import Books
from thidua_desktop.application.enrolling.list_shelves import Draft, PersonShelf, Shelf, UnitShelf
from thidua_desktop.application.enrolling.namesakes import NAMESAKE_ASKED, NamesakeChoice
from thidua_desktop.application.grids import WorkbookGrid, row_of
from thidua_desktop.application.hidden import (
    HiddenChoice,
    answered,
    asks_about_hidden,
    with_hidden_sheets,
    without_hidden,
)
from thidua_desktop.application.lists.columns_read import ColumnRead, columns_read
from thidua_desktop.application.lists.fields import (
    FieldRead,
    fields_read,
)
from thidua_desktop.application.lists.people import person_tables, read_people
from thidua_desktop.application.lists.reading import Reading, ReadRow, RowStatus
from thidua_desktop.application.lists.sheets import TableFinder, tables_in
from thidua_desktop.application.lists.units import read_units, unit_tables
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.unit_likeness import UnitNames


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row of the list and what became of it."""

    sheet: str
    cell: str
    name: str
    status: RowStatus
    code: str = ""
    group: str = ""
    fields: tuple[FieldRead, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did, or would do; `operation` is `None` when nothing was written.

    Attributes:
        grid: the file as it was read; what is saved with remarks is made of it.
        columns: what each column was taken for.
    """

    rows: tuple[ImportedRow, ...]
    issues: tuple[Issue, ...]
    operation: int | None
    grid: WorkbookGrid
    columns: tuple[ColumnRead, ...] = ()

    @property
    def asks_about_hidden(self) -> bool:
        """Whether nothing is written before it is said what becomes of hidden rows or columns."""
        return asks_about_hidden(self.issues)

    @property
    def namesakes_asked(self) -> int:
        """How many rows wait for who their namesakes are."""
        return sum(issue.code == NAMESAKE_ASKED for issue in self.issues)

    @property
    def accepted(self) -> int:
        """Rows that were taken, unchanged ones included."""
        return len(self.rows) - self.rejected

    @property
    def rejected(self) -> int:
        """Rows that could not be taken."""
        return sum(row.status is RowStatus.REJECTED for row in self.rows)

    def issues_by_row(self) -> Mapping[ImportedRow | None, Sequence[Issue]]:
        """What was told of the cells of each row; under `None` what is told of no unit or person.

        That is what concerns the file, a sheet, a column, a title or a total.
        """
        places = {(row.sheet, row_of(row.cell)): row for row in self.rows}
        told: dict[ImportedRow | None, list[Issue]] = {row: [] for row in (None, *self.rows)}
        for issue in self.issues:
            told[places.get((issue.sheet, row_of(issue.cell)))].append(issue)
        return told


def import_units(
    desk: Desk, path: Path, *, dry_run: bool = False, hidden: HiddenChoice | None = None
) -> ImportOutcome:
    """Take the units of a list: new ones are added, known ones brought up to date.

    Args:
        desk: what the use case works on.
        path: the list.
        dry_run: only judge; write nothing.
        hidden: what becomes of hidden rows and columns; without it a list that has some is not
            written, and the outcome asks.

    Raises:
        InputError: the file can't be read, or holds no list of units.
    """
    grid = _read(desk, path, hidden, unit_tables)
    with desk.store.read() as books:
        groups = [group for group in books.plans.groups() if group.reports]
        reading = read_units(grid, groups)
        names = _names(books)
    if reading is None:
        raise InputError("unit_list_not_found", _hidden(grid, unit_tables), file=grid.name)
    told = _with_notes(grid, reading, hidden)
    return _import(desk, (grid, told), UnitShelf(names), dry_run=dry_run)


def import_people(
    desk: Desk,
    path: Path,
    *,
    dry_run: bool = False,
    hidden: HiddenChoice | None = None,
    namesakes: NamesakeChoice | None = None,
) -> ImportOutcome:
    """Take the people and heads of households of a list, as `import_units` takes units.

    Args:
        desk: what the use case works on.
        path: the list.
        dry_run: only judge; write nothing.
        hidden: what becomes of hidden rows and columns.
        namesakes: who the people are that bear the name of somebody known in their unit, where
            one of the two has no year of birth; without it their rows are not taken, and told.

    Raises:
        InputError: the file can't be read, or holds no list of people.
    """
    grid = _read(desk, path, hidden, person_tables)
    with desk.store.read() as books:
        reading = read_people(grid, _names(books), desk.clock.today().year)
    if reading is None:
        raise InputError("person_list_not_found", _hidden(grid, person_tables), file=grid.name)
    drafts = (row.draft for row in reading.rows if row.draft is not None)
    shelf = PersonShelf(drafts, namesakes)
    return _import(desk, (grid, _with_notes(grid, reading, hidden)), shelf, dry_run=dry_run)


def _names(books: Books) -> UnitNames:
    living = (unit for unit in books.units.all() if unit.valid_to is None)
    return UnitNames(living, books.lineage.events())


def _read(desk: Desk, path: Path, hidden: HiddenChoice | None, find: TableFinder) -> WorkbookGrid:
    if not path.exists():
        raise InputError("path_missing", file=str(path))
    grid = next(iter(desk.workbooks.read([path])))
    if not grid.is_readable:
        raise InputError("list_unreadable", issues=grid.issues, file=grid.name)
    if hidden is HiddenChoice.TAKE:
        return with_hidden_sheets(grid, lambda sheet: bool(find(sheet)))
    return without_hidden(grid) if hidden is HiddenChoice.SKIP else grid


def _with_notes(
    grid: WorkbookGrid, reading: Reading[Draft], hidden: HiddenChoice | None
) -> Reading[Draft]:
    """The reading with what was told of the file as a whole: its fonts, macros, links."""
    return replace(reading, issues=[*grid.issues, *answered(reading.issues, hidden)])


def _hidden(grid: WorkbookGrid, find: TableFinder) -> list[Issue]:
    """The hidden sheets that hold such a list."""
    _, issues = tables_in(grid, find)
    return [i for i in answered(issues, HiddenChoice.SKIP) if i.severity is Severity.WARNING]


@dataclass(slots=True)
class _Import(Generic[Draft]):
    """One list on its way into the register."""

    reading: Reading[Draft]
    shelf: Shelf[Draft]
    issues: list[Issue] = field(default_factory=list)

    def placed(self, books: Books, *, write: bool) -> list[ImportedRow]:
        """Every row with its record; the issues begin with those of the reading."""
        self.issues = list(self.reading.issues)
        return [self._placed_row(books, row, write=write) for row in self.reading.rows]

    def _placed_row(self, books: Books, row: ReadRow[Draft], *, write: bool) -> ImportedRow:
        fields = fields_read(row.typed, None, None, self.shelf.columns)
        rejected = ImportedRow(row.sheet, row.cell, row.name, RowStatus.REJECTED, fields=fields)
        if row.draft is None:
            return rejected
        placed = self.shelf.place(books, row.draft)
        issues = [i for i in (placed.doubt, self.shelf.fault(placed.record)) if i is not None]
        self.issues += [replace(issue, sheet=row.sheet, cell=row.cell) for issue in issues]
        if any(issue.stops for issue in issues):
            return rejected
        record = placed.record
        if write:
            record = self.shelf.write(books, record, placed.status)
        name, group = self.shelf.shown(record)
        fields = fields_read(row.typed, record, placed.known, self.shelf.columns)
        return ImportedRow(row.sheet, row.cell, name, placed.status, record.code, group, fields)


def _import(
    desk: Desk,
    read: tuple[WorkbookGrid, Reading[Draft]],
    shelf: Shelf[Draft],
    *,
    dry_run: bool,
) -> ImportOutcome:
    """Rehearse on a reading; write, as one operation, only where something is new."""
    grid, reading = read
    file = grid.name
    under_way = _Import(reading, shelf)
    with desk.store.read() as books:
        rows = under_way.placed(books, write=False)
    operation = None
    may_write = not (dry_run or asks_about_hidden(reading.issues))
    if may_write and any(row.status in (RowStatus.NEW, RowStatus.CHANGED) for row in rows):
        desk.store.protect()
        with desk.store.write(shelf.action, file=file, count=len(rows)) as books:
            rows = under_way.placed(books, write=True)
            operation = books.operation
    issues = tuple(replace(issue, file=file) for issue in under_way.issues)
    return ImportOutcome(tuple(rows), issues, operation, grid, columns_read(reading.tables))
