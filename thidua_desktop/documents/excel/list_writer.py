"""Blank lists to fill in, and lists given back with coloured, commented cells."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.application.grids import CellFault, CellValue, cell_name, column_letters
from thidua_desktop.application.lists.blank_lists import BlankColumn, BlankList, with_mark
from thidua_desktop.application.lists.remarks import CellRemark, RemarkedList, RemarkedSheet
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.excel.cell_values import without_controls
from thidua_desktop.domain.reasons import Severity

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_Look = dict[str, str | int | bool]
_FONT: _Look = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
_GRID: _Look = {"border": 1, "border_color": "#8C8C8C"}
_HEAD, _SOFT = "#D9E2EC", "#F2F2F2"
_COLOURS = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFE699", Severity.NOTE: "#DDEBF7"}
_WORDS = {Severity.ERROR: "Phải sửa", Severity.WARNING: "Cần xem", Severity.NOTE: "Ghi chú"}
_ROOM = 1000
"""Rows of a blank list that offer the choices."""

_CHOICES = "Danh mục"
_TOLD = "Ghi chú chung"
_TITLE_LENGTH = 31
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_NARROWEST, _WIDEST = 6, 48
_COMMENT_WIDTH, _COMMENT_LINE, _LETTERS_PER_LINE = 300, 17, 44


class ExcelListWriter:
    """Writes with XlsxWriter, for lists may be long; fulfils the port `ListWriter`."""

    def write_blank(self, blank: BlankList, path: Path) -> None:
        """Write a blank list.

        Raises:
            EnvironmentFault: the file can't be written.
        """
        _save(path, lambda workbook: _BlankSheet(workbook, blank).write())

    def write_remarked(self, remarked: RemarkedList, path: Path) -> None:
        """Write a list with its remarks; what was a formula is only its value.

        Raises:
            EnvironmentFault: the file can't be written.
        """
        _save(path, lambda workbook: _write_remarked(workbook, remarked))


def _save(path: Path, fill: Callable[[Workbook], None]) -> None:
    # The library is loaded with the first list: the window stands sooner.
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as workbook:
        fill(workbook)
    with replace_atomically(path) as temporary:
        temporary.write_bytes(content.getvalue())


class _BlankSheet:
    """One blank list under way."""

    def __init__(self, workbook: Workbook, blank: BlankList) -> None:
        self._workbook = workbook
        self._blank = blank
        self._sheet = workbook.add_worksheet(blank.sheet)
        self._head_row = len(blank.notes) + 2

    def write(self) -> None:
        """Title, notes, head, the made-up row, the choices."""
        blank, sheet = self._blank, self._sheet
        sheet.write_string(0, 0, blank.title, self._format(bold=True, font_size=14))
        for row, note in enumerate(blank.notes, start=1):
            sheet.write_string(row, 0, note, self._format(italic=True, font_size=11))
        choices = self._choices()
        for number, column in enumerate(blank.columns):
            self._write_column(number, with_mark(column))
            if column.choices:
                self._offer(number, choices[column.head])
        sheet.set_row(self._head_row, 34)
        sheet.freeze_panes(self._head_row + 1, 2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self._head_row)
        sheet.activate()

    def _write_column(self, number: int, column: BlankColumn) -> None:
        sheet, top = self._sheet, self._head_row
        body: _Look = {"text_wrap": not column.is_count, **_GRID}
        # Text keeps the zero before a telephone number; counts stay numbers.
        body |= {"align": "center"} if column.is_count else {"num_format": "@"}
        cell = self._format(**body)
        sheet.set_column(number, number, column.width)
        head = self._format(bold=True, align="center", text_wrap=True, bg_color=_HEAD, **_GRID)
        sheet.write_string(top, number, column.head, head)
        example = self._format(**body, italic=True, font_color="#7F7F7F", bg_color=_SOFT)
        if isinstance(column.example, int):
            sheet.write_number(top + 1, number, column.example, example)
        else:
            sheet.write_string(top + 1, number, column.example, example)
        for row in range(top + 2, top + 32):
            sheet.write_blank(row, number, None, cell)

    def _choices(self) -> dict[str, str]:
        """The hidden sheet of choices; gives each column's range."""
        listed = [column for column in self._blank.columns if column.choices]
        if not listed:
            return {}
        sheet = self._workbook.add_worksheet(_CHOICES)
        sheet.hide()
        ranges = {}
        for number, column in enumerate(listed):
            sheet.write_column(0, number, column.choices)
            letters = column_letters(number)
            ranges[column.head] = f"='{_CHOICES}'!${letters}$1:${letters}${len(column.choices)}"
        return ranges

    def _offer(self, number: int, source: str) -> None:
        top = self._head_row + 2
        rule = {
            "validate": "list",
            "source": source,
            # Other words are read as well, and told: a list pasted in must not be refused.
            "error_type": "information",
            "error_title": "Chưa có trong danh sách",
            "error_message": "Giá trị này chưa có trong danh sách để chọn. Vẫn ghi được; "
            "khi nhập, chương trình sẽ nêu chỗ chưa hiểu.",
        }
        self._sheet.data_validation(top, number, top + _ROOM, number, rule)

    def _format(self, **look: str | int | bool) -> Format:
        return self._workbook.add_format({**_FONT, **look})


def _write_remarked(workbook: Workbook, remarked: RemarkedList) -> None:
    titles: set[str] = {_TOLD.casefold()}
    for number, sheet in enumerate(remarked.sheets, start=1):
        worksheet = workbook.add_worksheet(_title(sheet.grid.title or f"Trang {number}", titles))
        _RemarkedTable(workbook, worksheet, sheet).write()
    _write_told(workbook, remarked)


def _title(wanted: str, taken: set[str]) -> str:
    """A title that Excel takes: no signs, 31 characters, no twins."""
    plain = _FORBIDDEN_IN_TITLE.sub(" ", without_controls(wanted)).strip(" '") or "Trang"
    short, number = plain[:_TITLE_LENGTH], 1
    while short.casefold() in taken:
        number += 1
        end = f" ({number})"
        short = plain[: _TITLE_LENGTH - len(end)] + end
    taken.add(short.casefold())
    return short


class _RemarkedTable:
    """One sheet of a list that is given back."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, remarked: RemarkedSheet) -> None:
        self._sheet = sheet
        self._remarked = remarked
        self._dates = {**_FONT, "num_format": "dd/mm/yyyy", "align": "left"}
        self._plain = workbook.add_format({**_FONT, "text_wrap": True})
        self._date = workbook.add_format(self._dates)
        self._marked = {
            severity: workbook.add_format({**_FONT, **_GRID, "text_wrap": True, "bg_color": colour})
            for severity, colour in _COLOURS.items()
        }

    def write(self) -> None:
        """The values, the merged cells, the comments."""
        grid, remarks = self._remarked.grid, self._remarked.remarks
        for row, values in enumerate(grid.rows):
            for column, value in enumerate(values):
                self._write(row, column, value, remarks.get((row, column)))
        beyond = [place for place in remarks if place[1] >= len(grid.rows[0] if grid.rows else ())]
        for row, column in beyond:
            self._write(row, column, None, remarks[row, column])
        for top, left, bottom, right in grid.merged:
            self._merge((top, left, bottom, right), remarks.get((top, left)))
        for column, width in enumerate(self._widths()):
            self._sheet.set_column(column, column, width)
        self._sheet.set_comments_author("Thi đua Desktop")
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)

    def _write(self, row: int, column: int, value: CellValue, remark: CellRemark | None) -> None:
        look = self._marked[remark.severity] if remark else self._plain
        sheet = self._sheet
        if isinstance(value, dt.date) and remark is None:
            moment = dt.datetime.combine(value, dt.time())
            sheet.write_datetime(row, column, moment, self._date)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            sheet.write_number(row, column, value, look)
        elif value is not None or remark:
            sheet.write_string(row, column, _text(value), look)
        if remark:
            self._comment(row, column, remark)

    def _comment(self, row: int, column: int, remark: CellRemark) -> None:
        text = "\n".join((f"{_WORDS[remark.severity]}:", *remark.sentences))
        lines = sum(1 + len(line) // _LETTERS_PER_LINE for line in text.split("\n"))
        self._sheet.write_comment(
            row,
            column,
            without_controls(text),
            {
                "width": _COMMENT_WIDTH,
                "height": (lines + 1) * _COMMENT_LINE,
                "font_name": "Times New Roman",
                "font_size": 11,
            },
        )

    def _merge(self, area: tuple[int, int, int, int], remark: CellRemark | None) -> None:
        top, left, _, _ = area
        look = self._marked[remark.severity] if remark else self._plain
        self._sheet.merge_range(*area, _text(self._remarked.grid.value(top, left)), look)

    def _widths(self) -> list[float]:
        """By the longest words below a title line, which stands over many columns."""
        merged = {(top, left) for top, left, _, _ in self._remarked.grid.merged}
        rows = [
            [0 if (r, c) in merged else len(_text(value)) for c, value in enumerate(values)]
            for r, values in enumerate(self._remarked.grid.rows)
            if sum(value is not None for value in values) > 1
        ]
        return [min(max(column) + 2, _WIDEST) for column in zip(*rows, strict=True)]


def _write_told(workbook: Workbook, remarked: RemarkedList) -> None:
    """The sheet of everything that was told, cell by cell and of the whole."""
    sheet = workbook.add_worksheet(_TOLD)
    plain = workbook.add_format({**_FONT, **_GRID, "text_wrap": True, "valign": "top"})
    bold = workbook.add_format({**_FONT, **_GRID, "bold": True, "bg_color": _HEAD})
    title = workbook.add_format({**_FONT, "bold": True})
    sheet.write_string(0, 0, f"Ghi chú khi kiểm tra tệp {remarked.source}", title)
    for column, (head, width) in enumerate((("Mức", 12), ("Chỗ", 34), ("Nội dung", 90))):
        sheet.write_string(1, column, head, bold)
        sheet.set_column(column, column, width)
    row = 2
    for where, sentence in remarked.told:
        for column, text in enumerate((_WORDS[Severity.NOTE], where, sentence)):
            sheet.write_string(row, column, without_controls(text), plain)
        row += 1
    for part in remarked.sheets:
        for (line, column_number), remark in sorted(part.remarks.items()):
            cell = cell_name(line, column_number)
            where = f"trang «{part.grid.title}», ô {cell}" if part.grid.title else f"ô {cell}"
            told = (_WORDS[remark.severity], where, "\n".join(remark.sentences))
            for column, text in enumerate(told):
                sheet.write_string(row, column, without_controls(text), plain)
            row += 1


def _text(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, CellFault):
        return "#LỖI"
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    return without_controls(str(value))
