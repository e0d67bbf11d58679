"""One sheet of the province's summary: heading, table, notes, signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import accumulate

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from thidua_desktop.application.practice import PRACTICE_WORDS
from thidua_desktop.application.summary import (
    ColumnKind,
    ProvinceSummary,
    SummaryColumn,
    SummarySheet,
    SummaryValue,
)
from thidua_desktop.documents.excel.cell_values import without_controls
from thidua_desktop.documents.excel.form_styles import heading_line
from thidua_desktop.documents.excel.summary_formats import FONT, SummaryFormats
from thidua_desktop.documents.excel.text_fit import row_height

_COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_OFFICE_LINE, _MOTTO_LINE = 10, 27
_A4 = 9
_HUNDREDTHS = 100
_LONGEST_TEXT = 32_767
_LEFT_SHARE, _SIGNATURE_SHARE = 0.45, 0.58
_COUNTRY_WIDTH = 44
"""Quốc hiệu in bold capitals of 12 pt needs so many characters."""

_SIGNATURE_SPACE = 60
_SIGNATURE_LINES = 5
"""From the post down to the name: four empty lines to sign in."""

_SIGNATURE_LINE = 16.5


def write_summary_sheet(
    worksheet: Worksheet, formats: SummaryFormats, summary: ProvinceSummary, sheet: SummarySheet
) -> None:
    """Fill one sheet."""
    writer = _SummarySheet(worksheet, formats, sheet)
    writer.write(summary)
    _set_page(worksheet, summary.mark)


def _set_page(worksheet: Worksheet, mark: str) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.79, right=0.59, top=0.59, bottom=0.59)
    worksheet.center_horizontally()
    # The space keeps a mark that starts with a digit out of the size.
    font = f'&"{FONT},Regular"&10 '
    worksheet.set_footer(f"&L{font}{mark.replace('&', '&&')}&R{font}Trang &P/&N")
    worksheet.hide_gridlines(1)


class _SummarySheet:
    """Writes from top to bottom; `row` is the next free row, counted from 0."""

    def __init__(self, worksheet: Worksheet, formats: SummaryFormats, sheet: SummarySheet) -> None:
        self.worksheet = worksheet
        self.formats = formats
        self.sheet = sheet
        self.columns = sheet.columns
        self.last = len(sheet.columns) - 1
        self.widths = [float(column.width) for column in sheet.columns]
        self.row = 0
        for number, column in enumerate(self.columns):
            worksheet.set_column(number, number, column.width)

    def write(self, summary: ProvinceSummary) -> None:
        """Everything of the sheet."""
        self._heading(summary.office_lines)
        self._across(self.sheet.heading, self.formats.heading, size=14)
        if self.sheet.sub_heading:
            self._across(self.sheet.sub_heading, self.formats.sub_heading)
        if summary.is_practice:
            self._across(PRACTICE_WORDS, self.formats.heading, size=14)
        self._skip(6)
        self._head()
        self._body()
        for note in self.sheet.notes:
            self._across(note, self.formats.note, size=11)
        if self.sheet.is_signed:
            self._signature(summary)

    def _heading(self, office_lines: Sequence[str]) -> None:
        """Cơ quan left, Quốc hiệu and Tiêu ngữ right (NĐ 30/2020/NĐ-CP, Phụ lục I)."""
        middle = self._middle()
        formats = self.formats
        lines = [*office_lines, *[""] * (2 - len(office_lines))]
        for number, office in enumerate(lines):
            self._merge(0, middle, office, formats.office)
            if number == 0:
                self._merge(middle + 1, self.last, _COUNTRY, formats.office)
            elif number == 1:
                self._merge(middle + 1, self.last, _MOTTO, formats.motto)
            self._skip(18)
        self._merge(0, middle, heading_line(_OFFICE_LINE), formats.line)
        self._merge(middle + 1, self.last, heading_line(_MOTTO_LINE), formats.line)
        self._skip(12)

    def _head(self) -> None:
        """The head in one row, or in two where a title stands over several columns."""
        first = self.row
        grouped = any(column.over for column in self.columns)
        last = first + 1 if grouped else first
        for start, end, over in _spans(self.columns):
            if over:
                self._merge(start, end, over, self.formats.head)
            for number in range(start, end + 1):
                top = last if over else first
                self._merge_down(top, last, number, self.columns[number].title)
        if grouped:
            spans = [
                (over, sum(self.widths[start : end + 1]))
                for start, end, over in _spans(self.columns)
                if over
            ]
            self._skip(row_height(*spans, bold=True))
        titles = zip((column.title for column in self.columns), self.widths, strict=True)
        self._skip(row_height(*titles, bold=True) + 4)
        self.worksheet.repeat_rows(first, last)
        self.worksheet.freeze_panes(self.row, 0)
        if self.sheet.rows:
            self.worksheet.autofilter(last, 0, last + len(self.sheet.rows), self.last)

    def _body(self) -> None:
        if not self.sheet.rows:
            self._merge(0, self.last, self.sheet.empty_note, self.formats.empty)
            self._skip(24)
            return
        for row in self.sheet.rows:
            if len(row) == 1:
                self._group(str(row[0] or ""))
            else:
                self._cells(row, self.formats.cells)
        if self.sheet.total:
            self._cells(self.sheet.total, self.formats.totals)

    def _group(self, label: str) -> None:
        """A row of one text over the width; not merged, so that sorting and filters still work."""
        self._text(0, label, self.formats.group)
        for number in range(1, self.last + 1):
            self.worksheet.write_blank(self.row, number, None, self.formats.group)
        self._skip(20)

    def _cells(self, row: Sequence[SummaryValue], looks: dict[ColumnKind, Format]) -> None:
        texts = []
        for number, (column, value) in enumerate(zip(self.columns, row, strict=True)):
            self._cell(number, column.kind, value, looks[column.kind])
            texts.append((str(value or ""), float(column.width)))
        bold = looks is self.formats.totals
        self.worksheet.set_row(self.row, row_height(*texts, bold=bold) + 2)
        self.row += 1

    def _cell(self, number: int, kind: ColumnKind, value: SummaryValue, look: Format) -> None:
        if value is None or value == "":
            self.worksheet.write_blank(self.row, number, None, look)
        elif isinstance(value, dt.date):
            moment = dt.datetime.combine(value, dt.time())
            self.worksheet.write_datetime(self.row, number, moment, look)
        elif isinstance(value, int):
            shown = value / _HUNDREDTHS if kind is ColumnKind.POINTS else value
            self.worksheet.write_number(self.row, number, shown, look)
        else:
            self._text(number, value, look)

    def _signature(self, summary: ProvinceSummary) -> None:
        """Place and date, and the signature block, in the right half.

        All in one row: the only thing that no page end tears apart while a sheet is fitted to
        the width of its page.
        """
        first = min(self._last_within(_SIGNATURE_SHARE) + 1, self.last)
        bold = "\n".join(summary.signature)
        if summary.signer:
            bold += "\n" * _SIGNATURE_LINES + summary.signer
        if not bold:
            return
        self._skip(8)
        look = self.formats.signature
        if first < self.last:
            self.worksheet.merge_range(self.row, first, self.row, self.last, "", look)
        place, said = (without_controls(text) for text in (summary.place_and_date, bold))
        above, below = self.formats.place_text, self.formats.signer_text
        self.worksheet.write_rich_string(self.row, first, above, f"{place}\n", below, said, look)
        lines = 1 + len(summary.signature) + (_SIGNATURE_LINES if summary.signer else 0)
        self._skip(lines * _SIGNATURE_LINE + (0 if summary.signer else _SIGNATURE_SPACE))

    def _across(self, text: str, look: Format, size: float = 12) -> None:
        self._merge(0, self.last, text, look)
        self._skip(row_height((text, sum(self.widths)), size=size, bold=True) + 2)

    def _merge(self, first: int, last: int, text: str, look: Format) -> None:
        first = min(first, last)
        if last > first:
            self.worksheet.merge_range(self.row, first, self.row, last, "", look)
        self._text(first, text, look)

    def _merge_down(self, first: int, last: int, number: int, title: str) -> None:
        look = self.formats.head
        if last > first:
            self.worksheet.merge_range(first, number, last, number, "", look)
        self.worksheet.write_string(first, number, without_controls(title), look)

    def _text(self, number: int, text: str, look: Format) -> None:
        """Text stays text, whatever it starts with."""
        clean = without_controls(text)[:_LONGEST_TEXT]
        self.worksheet.write_string(self.row, number, clean, look)

    def _skip(self, height: float) -> None:
        self.worksheet.set_row(self.row, height)
        self.row += 1

    def _middle(self) -> int:
        """The last column of the heading's left half, leaving room for Quốc hiệu at the right."""
        middle = self._last_within(_LEFT_SHARE)
        while middle and sum(self.widths[middle + 1 :]) < _COUNTRY_WIDTH:
            middle -= 1
        return middle

    def _last_within(self, share: float) -> int:
        """The column whose right edge is nearest to this share of the width."""
        target = sum(self.widths) * share
        edges = list(accumulate(self.widths))[:-1] or [0]
        return min(range(len(edges)), key=lambda number: abs(edges[number] - target))


def _spans(columns: Sequence[SummaryColumn]) -> list[tuple[int, int, str]]:
    """First and last column of each upper head; columns without one stand alone."""
    spans: list[tuple[int, int, str]] = []
    for number, column in enumerate(columns):
        if column.over and spans and spans[-1][2] == column.over:
            spans[-1] = (spans[-1][0], number, column.over)
        else:
            spans.append((number, number, column.over))
    return spans
