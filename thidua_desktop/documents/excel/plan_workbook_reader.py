"""Kế hoạch từ Excel: the values of a plan file from an edited workbook, with the cell of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from thidua_desktop.application.grids import SheetGrid, WorkbookGrid, cell_name
from thidua_desktop.documents.excel.plan_cells import understood
from thidua_desktop.documents.excel.plan_sheets import (
    CRITERIA,
    FACTS,
    FACTS_SHEET,
    LISTS,
    OPTIONAL,
    Holds,
    PlanColumn,
    PlanSheet,
    Words,
)
from thidua_desktop.documents.toml_faults import Faults
from thidua_desktop.documents.toml_lines import Place
from thidua_desktop.domain.reasons import Issue, Value
from thidua_desktop.domain.vietnamese.folding import fold

_HEAD_ROWS = 12
_FEWEST_HEADS = 2
_LONGEST_CODE = 24
_SHEET_CODES = {
    "toml_key_missing": "plan_cell_empty",
    "toml_text_empty": "plan_cell_empty",
    "toml_list_empty": "plan_cell_empty",
    "toml_text_expected": "plan_cell_not_understood",
    "toml_texts_expected": "plan_cell_not_understood",
    "toml_word_unknown": "plan_cell_word_unknown",
    "toml_whole_expected": "plan_cell_whole_expected",
    "toml_points_expected": "plan_cell_points_expected",
    "toml_pairs_expected": "plan_cell_table_expected",
    "toml_day_expected": "plan_cell_day_expected",
    "toml_flag_expected": "plan_cell_flag_expected",
    "toml_tables_expected": "plan_sheet_empty",
    "toml_table_expected": "plan_sheet_empty",
    "toml_key_unknown": "plan_cell_not_asked",
    "toml_key_misspelt": "plan_cell_not_asked",
    "plan_quota_unshared": "plan_cell_unshared",
}
"""What the reader of plan files says of keys and brackets, said of cells."""


@dataclass(slots=True)
class PlanCells:
    """The values of a workbook, and where each stands.

    Attributes:
        sheets: the sheet of each list by its key.
        rows: sheet and row (from 0) of a list's line or of a fact, by its place in the values.
        columns: the column of each head that was found, by sheet and key.
        strays: lines of criteria whose audience nobody knows: the row, and whom they name.
    """

    values: dict[str, object] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    rows: dict[Place, tuple[str, int]] = field(default_factory=dict)
    columns: dict[tuple[str, str], int] = field(default_factory=dict)
    strays: list[tuple[int, str]] = field(default_factory=list)

    def at(self, place: Place) -> tuple[str, str]:
        """Sheet and cell of a place; the cell is empty where only the sheet is known."""
        for length in range(len(place), 0, -1):
            found = self.rows.get(place[:length])
            if found is not None:
                sheet, row = found
                return sheet, cell_name(row, self._column(sheet, place[length:]))
        return self.sheets.get(str(place[0]), FACTS_SHEET) if place else FACTS_SHEET, ""

    def _column(self, sheet: str, rest: Place) -> int:
        key = str(rest[0]) if rest else ""
        key = "table" if key in ("steps", "levels") else key
        return self.columns.get((sheet, key), 1 if sheet == FACTS_SHEET else 0)


def read_plan_cells(grid: WorkbookGrid, words: Words) -> PlanCells:
    """Everything that the sheets of a plan's workbook say."""
    cells = PlanCells()
    _read_facts(grid, words, cells)
    for sheet in LISTS:
        lines = _read_list(grid, sheet, words, cells)
        if lines or sheet.key not in OPTIONAL:
            cells.values[sheet.key] = lines
        _give_codes(sheet, lines)
    _read_criteria(grid, words, cells)
    _name_lines(cells)
    return cells


def _read_facts(grid: WorkbookGrid, words: Words, cells: PlanCells) -> None:
    sheet = _sheet(grid, FACTS_SHEET)
    if sheet is None:
        return
    known = {fold(fact.head): fact for fact in FACTS}
    for row in range(len(sheet.rows)):
        fact = known.get(fold(str(sheet.value(row, 0) or "").strip()))
        if fact is None:
            continue
        *tables, key = fact.key.split(".")
        place: Place = (*tables, key)
        cells.rows[place] = (FACTS_SHEET, row)
        value = understood(fact, sheet.value(row, 1), words)
        into = cells.values
        for table in tables:
            into = cast("dict[str, object]", into.setdefault(table, {}))
        if value is not None:
            into[key] = value


def _read_list(
    grid: WorkbookGrid, of: PlanSheet, words: Words, cells: PlanCells
) -> list[dict[str, object]]:
    cells.sheets[of.key] = of.title
    lines: list[dict[str, object]] = []
    for row, line in _lines(grid, of, words, cells):
        cells.rows[of.key, len(lines)] = (of.title, row)
        lines.append(line)
    return lines


def _lines(
    grid: WorkbookGrid, of: PlanSheet, words: Words, cells: PlanCells
) -> list[tuple[int, dict[str, object]]]:
    sheet = _sheet(grid, of.title)
    top, columns = _head_of(sheet, of.columns) if sheet else (None, {})
    if sheet is None or top is None:
        return []
    found = []
    for column, number in columns.items():
        cells.columns[of.title, column.key] = number
    for row in range(top + 1, len(sheet.rows)):
        line = {
            column.key: value
            for column, number in columns.items()
            if (value := understood(column, sheet.value(row, number), words)) is not None
        }
        if line:
            found.append((row, line))
    return found


def _sheet(grid: WorkbookGrid, title: str) -> SheetGrid | None:
    return next((one for one in grid.sheets if fold(one.title.strip()) == fold(title)), None)


def _head_of(
    sheet: SheetGrid, columns: Sequence[PlanColumn]
) -> tuple[int | None, dict[PlanColumn, int]]:
    """The row of heads and where each column stands; columns may have been moved."""
    known = {fold(column.head): column for column in columns}
    for row, values in enumerate(sheet.rows[:_HEAD_ROWS]):
        found = {
            known[said]: number
            for number, value in enumerate(values)
            if (said := fold(str(value or "").strip())) in known
        }
        if len(found) >= min(_FEWEST_HEADS, len(columns)):
            return row, found
    return None, {}


def _read_criteria(grid: WorkbookGrid, words: Words, cells: PlanCells) -> None:
    """Each criterion under the audience that its line names, else under the one above."""
    audiences = _dicts(cells.values.get("audiences"))
    for audience in audiences:
        audience["criteria"] = []
    last: int | None = 0 if audiences else None
    for row, line in _lines(grid, CRITERIA, words, cells):
        said = str(line.pop("audience", ""))
        last = _line_named(audiences, said) if said else last
        if last is None:
            cells.strays.append((row, said))
            continue
        _put_table(line)
        of_audience = _dicts_at(audiences[last], "criteria")
        cells.rows["audiences", last, "criteria", len(of_audience)] = (CRITERIA.title, row)
        of_audience.append(line)


def _put_table(line: dict[str, object]) -> None:
    table = line.pop("table", None)
    if table is not None:
        line["levels" if line.get("method") == "level" else "steps"] = table
    for key in ("steps", "levels"):
        pairs = line.get(key)
        if isinstance(pairs, list) and all(isinstance(pair, list) for pair in pairs):
            line[key] = sorted(pairs, key=lambda pair: pair[0])


def _line_named(lines: Sequence[Mapping[str, object]], said: str) -> int | None:
    """The line of that code or name."""
    wanted = fold(said)
    for key in ("code", "name", "short"):
        for at, line in enumerate(lines):
            if fold(str(line.get(key, ""))) == wanted:
                return at
    return None


def _name_lines(cells: PlanCells) -> None:
    """Names of other sheets' lines become their codes."""
    owners = [(sheet, _dicts(cells.values.get(sheet.key))) for sheet in LISTS]
    owners += [
        (CRITERIA, _dicts(audience.get("criteria")))
        for audience in _dicts(cells.values.get("audiences"))
    ]
    for sheet, lines in owners:
        for column in sheet.columns:
            if column.holds is Holds.NAME:
                others = _dicts(cells.values.get(column.of))
                _name_column(column.key, lines, others)


def _name_column(key: str, lines: list[dict[str, object]], others: list[dict[str, object]]) -> None:
    for line in lines:
        at = _line_named(others, str(line[key])) if key in line else None
        if at is not None:
            line[key] = others[at]["code"]


def _dicts_at(table: dict[str, object], key: str) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", table[key])


def _dicts(value: object) -> list[dict[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _give_codes(sheet: PlanSheet, lines: list[dict[str, object]]) -> None:
    """A code for every line that has none, made from its name."""
    if not sheet.coded:
        return
    taken = {str(line["code"]) for line in lines if "code" in line}
    for line in lines:
        if "code" not in line:
            stem = re.sub(r"\W+", "_", fold(str(line.get(sheet.coded, sheet.key)))).strip("_")
            stem = stem[:_LONGEST_CODE].strip("_") or sheet.key
            number, made = 1, stem
            while made in taken:
                number += 1
                made = f"{stem}_{number}"
            taken.add(made)
            line["code"] = made


class CellFaults(Faults):
    """Everything that is wrong with a plan's workbook, by sheet and cell."""

    def __init__(self, file: str, cells: PlanCells, words: Words) -> None:
        super().__init__(file, "")
        self._cells = cells
        self._choices = {
            column.key: words[column.of]
            for sheet in (*LISTS, CRITERIA)
            for column in sheet.columns
            if column.of in words
        }
        heads = [column for sheet in (*LISTS, CRITERIA) for column in sheet.columns]
        self._heads = {column.key.rpartition(".")[2]: column.head for column in (*heads, *FACTS)}
        self._heads |= {"steps": "Bảng mức", "levels": "Bảng mức"}
        self._heads |= {sheet.key: sheet.title for sheet in (*LISTS, CRITERIA)}

    def line(self, place: Place) -> int:
        """The row of a place."""
        digits = "".join(letter for letter in self._cells.at(place)[1] if letter.isdigit())
        return int(digits or 1)

    def tell(self, code: str, place: Place, **data: Value) -> None:
        """Note a fault with its sheet and cell."""
        sheet, cell = self._cells.at(place)
        key = str(data.get("key", ""))
        known = data.get("known")
        if code == "toml_word_unknown" and key in self._choices and isinstance(known, tuple):
            data["known"] = tuple(self._choices[key].get(one, one) for one in known)
        if key:
            data["key"] = self._heads.get(key, key)
        said = _SHEET_CODES.get(code, code)
        issue = Issue(said, file=self._file, sheet=sheet, cell=cell, data=data)
        self._found.append((len(self._found), place, issue))

    def tell_strays(self) -> None:
        """Note the criteria of an audience that is on no line."""
        audiences = _dicts(self._cells.values.get("audiences"))
        names = tuple(str(one.get("name", "")) for one in audiences)
        column = self._cells.columns.get((CRITERIA.title, "audience"), 0)
        for row, said in self._cells.strays:
            data: dict[str, Value] = {"seen": said, "known": names}
            issue = Issue(
                "plan_cell_audience_unknown",
                file=self._file,
                sheet=CRITERIA.title,
                cell=cell_name(row, column),
                data=data,
            )
            self._found.append((len(self._found), (), issue))
