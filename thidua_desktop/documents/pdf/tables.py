"""Ruled tables that keep every word whole and every head in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, cast

from reportlab.lib.colors import black
from reportlab.platypus import Flowable, Paragraph, Table

from thidua_desktop.application.papers import model
from thidua_desktop.documents.pdf.columns import column_widths, fitting_size
from thidua_desktop.documents.pdf.fonts import BOLD, REGULAR
from thidua_desktop.documents.pdf.styles import Typesetter

Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]

BARE: list[Command] = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),  # empty cells name a font too
    *(
        (side, (0, 0), (-1, -1), 0)
        for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    ),
]
"""Style of a table that only places things."""

_SIDE_PADDING = 3.0
_ROW_PADDING = 2.5

_TALLEST_ROW = 100.0
"""A taller row is cut into pieces of this height, so that it can run over pages."""

_ROWS_OF_A_TAIL = 2


class _Kind(Enum):
    HEAD = auto()
    PLAIN = auto()
    GROUP = auto()
    TOTAL = auto()
    CUT = auto()  # the first piece of a row that was cut
    CONTINUED = auto()  # the pieces between
    ENDED = auto()  # the last piece


@dataclass(frozen=True, slots=True)
class _Row:
    kind: _Kind
    cells: tuple[Paragraph | str, ...]


class _Ruled(Table):
    """The library's table, closed by a rule wherever a page ends it."""

    weight = 0.0

    def onSplit(self, T: Table, byRow: int = 1) -> None:  # noqa: N802, N803 - the library's names
        del byRow
        if isinstance(T, _Ruled):
            T.weight = self.weight
        T.setStyle([("LINEBELOW", (0, -1), (-1, -1), self.weight, black)])


class RuledTable:
    """One table of a paper, set for a given width."""

    def __init__(self, table: model.Table, typesetter: Typesetter, width: float) -> None:
        sizes = typesetter.profile.table_sizes
        self._columns = table.columns
        self._set = typesetter
        self._size = fitting_size(table, width, _SIDE_PADDING, sizes)
        self._widths = column_widths(table, width, _SIDE_PADDING, self._size)
        self._head = self._head_row()
        self._rows = [piece for row in table.rows for piece in self._set_row(row)]
        if table.total:
            self._rows.append(self._row(_Kind.TOTAL, table.total, BOLD))

    def flowables(self) -> list[Flowable]:
        """The table, ready to flow over pages."""
        return [self._table(self._rows, repeat_head=True)]

    def with_tail(self) -> tuple[list[Flowable], Flowable]:
        """All but the last rows, and these, to be kept with what follows."""
        start = max(len(self._rows) - _ROWS_OF_A_TAIL, 0)
        while start > 0 and not self._may_break_before(start):
            start -= 1
        if start == 0:
            return [], self.flowables()[0]
        head = self._table(self._rows[:start], repeat_head=True)
        last = self._rows[start:]
        return [head], _TableTail(self._table(last), self._table(last, repeat_head=True))

    def least_height(self) -> float:
        """The height of the head with the first rows, below which it should not begin."""
        return sum(self._height(row) for row in (self._head, *self._rows[:_ROWS_OF_A_TAIL]))

    def _height(self, row: _Row) -> float:
        """Of a row that is still whole."""
        widths = [sum(self._widths)] if row.kind is _Kind.GROUP else self._widths
        heights = [
            cell.wrap(width - 2 * _SIDE_PADDING, 0)[1]
            for cell, width in zip(row.cells, widths, strict=False)
            if isinstance(cell, Paragraph)
        ]
        return float(max(heights, default=0)) + 2 * _ROW_PADDING

    @property
    def _is_of_prose(self) -> bool:
        """Whether a row was cut: in a row over pages the middle would stand nobody knows where.

        All rows of such a table begin at the top, for one table is set one way.
        """
        return any(row.kind is _Kind.CUT for row in self._rows)

    def _may_break_before(self, number: int) -> bool:
        before, after = self._rows[number - 1], self._rows[number]
        return before.kind is not _Kind.GROUP and after.kind not in (_Kind.CONTINUED, _Kind.ENDED)

    def _head_row(self) -> _Row:
        cells = (
            self._set.balanced(column.title, BOLD, self._size, width - 2 * _SIDE_PADDING)
            for column, width in zip(self._columns, self._widths, strict=True)
        )
        return _Row(_Kind.HEAD, tuple(cells))

    def _set_row(self, row: Sequence[str]) -> list[_Row]:
        if len(row) == 1 and len(self._columns) > 1:
            title = self._set.cell(row[0], BOLD, self._size, model.Align.LEFT)
            return [_Row(_Kind.GROUP, (title, *[""] * (len(self._columns) - 1)))]
        return self._cut(self._row(_Kind.PLAIN, row, REGULAR))

    def _row(self, kind: _Kind, row: Sequence[str], font: str) -> _Row:
        cells = (
            self._set.cell(text, font, self._size, column.align)
            for text, column in zip(row, self._columns, strict=True)
        )
        return _Row(kind, tuple(cells))

    def _cut(self, row: _Row) -> list[_Row]:
        """Rows of bearable height out of one that might fill more than a page."""
        pieces: list[tuple[Paragraph | str, ...]] = []
        rest = row.cells
        while any(rest):
            parts = [
                self._split(cell, width) for cell, width in zip(rest, self._widths, strict=True)
            ]
            pieces.append(tuple(part[0] for part in parts))
            rest = tuple(part[1] for part in parts)
        if len(pieces) == 1:
            return [row]
        kinds = [_Kind.CUT, *[_Kind.CONTINUED] * (len(pieces) - 2), _Kind.ENDED]
        return [_Row(kind, cells) for kind, cells in zip(kinds, pieces, strict=True)]

    @staticmethod
    def _split(
        cell: Paragraph | str, column_width: float
    ) -> tuple[Paragraph | str, Paragraph | str]:
        """What of a cell stands in the first piece, and the rest."""
        if isinstance(cell, str):
            return cell, ""
        width = column_width - 2 * _SIDE_PADDING
        if cell.wrap(width, _TALLEST_ROW)[1] <= _TALLEST_ROW:
            return cell, ""
        first, rest = cell.split(width, _TALLEST_ROW)
        return cast("Paragraph", first), cast("Paragraph", rest)

    def _table(self, rows: Sequence[_Row], *, repeat_head: bool = False) -> Table:
        shown = [self._head, *rows] if repeat_head else list(rows)
        weight = self._set.profile.table_rule_weight
        style = [*_frame(weight)]
        if self._is_of_prose:
            style.append(("VALIGN", (0, int(repeat_head)), (-1, -1), "TOP"))
        for number, row in enumerate(shown):
            style += _row_style(row.kind, number, weight)
        data = [list(row.cells) for row in shown]
        made = _Ruled(data, colWidths=self._widths, repeatRows=int(repeat_head), style=style)
        made.weight = weight
        return made


class _TableTail(Flowable):
    """The last rows of a table: bare below their table, with the head on a page of their own."""

    def __init__(self, bare: Table, headed: Table) -> None:
        super().__init__()
        self._bare = bare
        self._headed = headed
        self._shown = bare

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        frame = getattr(self, "_frame", None)  # the library sets it when it places the rows
        at_top = bool(getattr(frame, "_atTop", False))
        self._shown = self._headed if at_top else self._bare
        return self._shown.wrapOn(self.canv, available_width, available_height)

    def draw(self) -> None:
        self._shown.drawOn(self.canv, 0, 0)


def _frame(weight: float) -> list[Command]:
    return [
        *BARE,
        ("LEFTPADDING", (0, 0), (-1, -1), _SIDE_PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE_PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), _ROW_PADDING),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _ROW_PADDING),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("BOX", (0, 0), (-1, -1), weight, black),
    ]


def _row_style(kind: _Kind, number: int, weight: float) -> list[Command]:
    """The rules of one row, and what may not be torn from it."""
    first, last = (0, number), (-1, number)
    style: list[Command] = []
    if kind in (_Kind.CUT, _Kind.CONTINUED):
        style.append(("BOTTOMPADDING", first, last, 0))
    if kind in (_Kind.CONTINUED, _Kind.ENDED):
        style.append(("TOPPADDING", first, last, 0))
    else:
        style.append(("LINEABOVE", first, last, weight, black))
    if kind is _Kind.GROUP:
        style += [("SPAN", first, last), ("NOSPLIT", first, (-1, number + 1))]
    else:
        style.append(("LINEAFTER", first, (-2, number), weight, black))
    if kind is _Kind.HEAD:
        style.append(("LINEBELOW", first, last, weight, black))
    if kind is _Kind.TOTAL and number:
        style.append(("NOSPLIT", (0, number - 1), last))
    return style
