"""Kế hoạch ra Excel: the whole plan in a workbook that the office edits and gives back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.application.grids import column_letters
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.excel.plan_cells import shown
from thidua_desktop.documents.excel.plan_sheets import (
    CRITERIA,
    FACTS,
    FACTS_SHEET,
    Holds,
    PlanColumn,
    PlanSheet,
    Words,
    sheets_in_order,
)
from thidua_desktop.documents.excel.text_fit import row_height

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from thidua_desktop.documents.plan_values import Values

_CHOICES = "Danh mục"
_SPARE_ROWS = 15
_FACT_WIDTHS = (34, 100)
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_plan_workbook(values: Values, words: Words, path: Path) -> None:
    """Write the values of a plan file as a workbook.

    Raises:
        EnvironmentFault: the file can't be written.
    """
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as workbook:
        _PlanWorkbook(workbook, values, words).write()
    with replace_atomically(path) as temporary:
        temporary.write_bytes(content.getvalue())


class _PlanWorkbook:
    def __init__(self, workbook: Workbook, values: Values, words: Words) -> None:
        self._workbook = workbook
        self._values = values
        self._words = words
        line = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        self._title = workbook.add_format(line | {"bold": True, "font_size": 14})
        self._hint = workbook.add_format(line | {"italic": True, "font_color": "#555555"})
        box = line | {"text_wrap": True, "border": 1}
        self._head = workbook.add_format(box | {"bold": True, "bg_color": "#F2DEDE"})
        self._cell = workbook.add_format(box | {"num_format": "@"})
        self._number = workbook.add_format(box)
        self._ranges: dict[str, str] = {}

    def write(self) -> None:
        """All sheets; the choices stand hidden at the end."""
        self._write_facts()
        made = [
            (sheet, self._workbook.add_worksheet(sheet.title), self._rows_of(sheet))
            for sheet in sheets_in_order()
        ]
        self._list_choices()
        for sheet, there, rows in made:
            self._write_sheet(sheet, there, rows)

    def _write_facts(self) -> None:
        sheet = self._workbook.add_worksheet(FACTS_SHEET)
        for number, width in enumerate(_FACT_WIDTHS):
            sheet.set_column(number, number, width)
        sheet.write_string(0, 0, "Kế hoạch phong trào thi đua", self._title)
        hint = "Sửa lời ở cột bên phải và ở các trang sau, lưu tệp, rồi nhận lại vào chương trình."
        sheet.write_string(1, 0, hint, self._hint)
        sheet.write_string(2, 0, "Mục", self._head)
        sheet.write_string(2, 1, "Nội dung", self._head)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        for row, fact in enumerate(FACTS, start=3):
            sheet.write_string(row, 0, fact.head, self._head)
            told = self._write_cell(sheet, row, 1, fact, _at(self._values, fact.key))
            sheet.set_row(row, row_height((told, _FACT_WIDTHS[1])))

    def _rows_of(self, sheet: PlanSheet) -> list[Values]:
        if sheet is not CRITERIA:
            return _tables(self._values.get(sheet.key))
        return [
            criterion | {"audience": audience["code"], "table": _table_of(criterion)}
            for audience in _tables(self._values.get("audiences"))
            for criterion in _tables(audience.get("criteria"))
        ]

    def _list_choices(self) -> None:
        sheet = self._workbook.add_worksheet(_CHOICES)
        sheet.hide()
        for number, (name, words) in enumerate(self._named().items()):
            sheet.write_column(0, number, list(words))
            letters = column_letters(number)
            last = max(1, len(words))
            self._ranges[name] = f"='{_CHOICES}'!${letters}$1:${letters}${last}"

    def _named(self) -> dict[str, list[str]]:
        closed = {name: list(words.values()) for name, words in self._words.items()}
        return closed | {name: self._names(name) for name in ("audiences", "content_areas")}

    def _names(self, key: str) -> list[str]:
        return [_name_of(line) for line in _tables(self._values.get(key))]

    def _write_sheet(self, sheet: PlanSheet, there: Worksheet, rows: list[Values]) -> None:
        there.write_string(0, 0, sheet.title, self._title)
        there.write_string(1, 0, sheet.hint, self._hint)
        last = 3 + len(rows) + _SPARE_ROWS
        for number, column in enumerate(sheet.columns):
            there.set_column(number, number, column.width)
            there.write_string(2, number, column.head, self._head)
            if column.holds in (Holds.CHOICE, Holds.NAME):
                # Only a help: what is typed beside the choices is told when the file comes back.
                rule = {"validate": "list", "source": self._ranges[column.of], "show_error": False}
                there.data_validation(3, number, last, number, rule)
        heads = [(column.head, column.width) for column in sheet.columns]
        there.set_row(2, row_height(*heads, bold=True))
        spare: list[Values] = [{}] * _SPARE_ROWS
        for row, line in enumerate([*rows, *spare], start=3):
            self._write_line(sheet, there, row, line)
        there.freeze_panes(3, 2)
        there.set_landscape()
        there.set_paper(9)
        there.fit_to_pages(1, 0)

    def _write_line(self, sheet: PlanSheet, there: Worksheet, row: int, line: Values) -> None:
        told = []
        for number, column in enumerate(sheet.columns):
            value = self._named_value(column, line.get(column.key))
            told.append((self._write_cell(there, row, number, column, value), column.width))
        there.set_row(row, row_height(*told))

    def _named_value(self, column: PlanColumn, value: object) -> object:
        """A code of another sheet's line as that line's name, where the name tells it."""
        if column.holds is not Holds.NAME or value is None:
            return value
        names = self._names(column.of)
        lines = _tables(self._values.get(column.of))
        found = next((_name_of(line) for line in lines if line.get("code") == value), value)
        return found if names.count(str(found)) == 1 else value

    def _write_cell(
        self, sheet: Worksheet, row: int, number: int, column: PlanColumn, value: object
    ) -> str:
        """Write a value as the office reads it; its words."""
        told = shown(column, value, self._words)
        if isinstance(told, str):
            sheet.write_string(row, number, told, self._cell)
        else:
            sheet.write_number(row, number, told, self._number)
        return str(told)


def _table_of(criterion: Mapping[str, object]) -> object:
    return criterion.get("steps") or criterion.get("levels")


def _name_of(line: Mapping[str, object]) -> str:
    return str(line.get("name") or line.get("short") or "")


def _at(values: Mapping[str, object], key: str) -> object:
    found: object = values
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _tables(value: object) -> list[dict[str, object]]:
    return [line for line in value if isinstance(line, dict)] if isinstance(value, list) else []
