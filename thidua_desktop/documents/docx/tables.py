"""Ruled tables as wide as the printed ones, with heads that repeat."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.papers import model
from thidua_desktop.documents.docx.elements import Setting, cell, paragraph, row, run, table
from thidua_desktop.documents.docx.style_names import Style
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.columns import column_widths, fitting_size
from thidua_desktop.documents.pdf.fonts import BOLD, LINE_HEIGHT, REGULAR, text_width
from thidua_desktop.documents.pdf.line_breaks import balanced_lines

PADDING = (3.0, 2.5)
"""Beside and above the text of a cell, in points, as in print."""

_TALLEST_WHOLE_ROW = 100.0
"""A taller row may run over pages."""

_SLACK = 0.5
_ROWS_OF_A_TAIL = 2
_ALIGNMENTS = {model.Align.LEFT: "", model.Align.CENTRE: "center", model.Align.RIGHT: "right"}


class RuledTable:
    """One table of a paper, for a given width."""

    def __init__(self, content: model.Table, profile: StyleProfile, width: float) -> None:
        self._content = content
        self._profile = profile
        self._size = fitting_size(content, width, PADDING[0], profile.table_sizes)
        self._widths = column_widths(content, width, PADDING[0], self._size)
        usual = profile.table_sizes[0]
        self._told = None if self._size == usual else self._size
        # In a row that runs over pages the middle would stand nobody knows where, and one table
        # is set one way.
        self._at_top = any(self._is_tall(texts) for texts in content.rows)

    def xml(self, *, keep_end: bool) -> str:
        """The table; `keep_end` holds its last rows on one page with what follows."""
        rows = [self._head()]
        last = len(self._content.rows) + bool(self._content.total) - 1
        for number, texts in enumerate(self._content.rows):
            in_tail = keep_end and number > last - _ROWS_OF_A_TAIL
            before_total = bool(self._content.total) and number == len(self._content.rows) - 1
            rows.append(self._row(texts, keep=in_tail or before_total))
        if self._content.total:
            rows.append(self._plain_row(self._content.total, keep=keep_end, bold=True))
        made = table(self._widths, rows, rule=self._profile.table_rule_weight, padding=PADDING)
        space = paragraph(Style.AROUND_TABLE, setting=Setting(keep_next=True))
        return space + made + paragraph(Style.AROUND_TABLE, setting=Setting(keep_next=keep_end))

    def _head(self) -> str:
        cells = [
            cell(
                width, paragraph(Style.TABLE_HEAD, run(self._title(column, width), size=self._told))
            )
            for column, width in zip(self._content.columns, self._widths, strict=True)
        ]
        return row(cells, head=True)

    def _title(self, column: model.TableColumn, width: float) -> str:
        room = width - 2 * PADDING[0] - _SLACK
        return "\n".join(balanced_lines(column.title, BOLD, self._size, room))

    def _row(self, texts: Sequence[str], *, keep: bool) -> str:
        if len(texts) > 1 or len(self._content.columns) == 1:
            return self._plain_row(texts, keep=keep)
        title = run(texts[0], bold=True, size=self._told)
        said = paragraph(Style.TABLE_CELL, title, Setting(keep_next=True))
        return row([cell(sum(self._widths), said, span=len(self._widths))])

    def _plain_row(self, texts: Sequence[str], *, keep: bool, bold: bool = False) -> str:
        cells = []
        for text, column, width in zip(texts, self._content.columns, self._widths, strict=True):
            setting = Setting(keep_next=keep, align=_ALIGNMENTS[column.align])
            said = paragraph(Style.TABLE_CELL, run(text, bold=bold, size=self._told), setting)
            cells.append(cell(width, said, middle=not self._at_top))
        return row(cells, whole=not self._is_tall(texts))

    def _is_tall(self, texts: Sequence[str]) -> bool:
        """Whether a row may run over pages, by about how tall it becomes."""
        if len(texts) != len(self._widths):
            return False
        lines = max(
            sum(
                text_width(line, REGULAR, self._size) // (width - 2 * PADDING[0]) + 1
                for line in text.split("\n")
            )
            for text, width in zip(texts, self._widths, strict=True)
        )
        return lines * self._size * LINE_HEIGHT > _TALLEST_WHOLE_ROW
