"""A province's sheet as it will look when it is filled: the workbook's words, ours, the doubts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from thidua_desktop.application.grids import CellFault, CellValue, cell_name, column_letters
from thidua_desktop.application.province_workbooks.filling import WrittenValue
from thidua_desktop.application.province_workbooks.template import Place, TemplateSheet
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 200
MOST_COLUMNS = 80
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class SheetView:
    """What is shown of one sheet.

    Attributes:
        written: what will stand in cells of ours.
        doubts: the sentence of each cell that should be looked at.
        fields: the words of the field by column, for the head.
        first_row: where the data begins; the rows above are the workbook's head.
        rows: for each row that is shown the row of the workbook, `None` for one put in.
    """

    sheet: TemplateSheet | None = None
    written: Mapping[Place, WrittenValue] = field(default_factory=dict)
    doubts: Mapping[Place, str] = field(default_factory=dict)
    fields: Mapping[int, str] = field(default_factory=dict)
    first_row: int = 0
    rows: tuple[int | None, ...] = ()


class ProvinceGridModel(QAbstractTableModel):
    """The first rows of a sheet; read-only, for the mapping is changed in the panel."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = SheetView()
        self._doubtful = icons.get("alert-triangle", PALETTE.warning)
        self._rows = 0
        self._columns = 0

    def show(self, view: SheetView) -> None:
        """Show another sheet, or the same with other values."""
        self.beginResetModel()
        self._view = view
        sheet = view.sheet
        places = [*view.written, *view.doubts]
        rows = max([len(view.rows), *(row + 1 for row, _ in places)], default=0)
        width = max([sheet.width if sheet else 0, *(c + 1 for _, c in places)], default=0)
        self._rows = min(rows, MOST_ROWS) if sheet else 0
        self._columns = min(width, MOST_COLUMNS) if sheet else 0
        self.endResetModel()

    @property
    def view(self) -> SheetView:
        """What is shown."""
        return self._view

    def workbook_row(self, row: int) -> int:
        """The row of the workbook that a shown row is, or the one that it was put in behind."""
        known = [one for one in self._view.rows[: row + 1] if one is not None]
        return known[-1] + max(0, row + 1 - len(self._view.rows)) if known else row

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The rows that are shown."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns that are shown."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, colour, tool tip of one cell."""
        if not index.isValid():
            return None
        place = (index.row(), index.column())
        answers: dict[int, Callable[[Place], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._words,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.DecorationRole: self._light,
            Qt.ItemDataRole.BackgroundRole: self._ground,
            Qt.ItemDataRole.FontRole: self._font,
        }
        answer = answers.get(role)
        return answer(place) if answer else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The column's letter with the field that it takes, the row's number."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Vertical:
                return str(section + 1)
            words = self._view.fields.get(section, "")
            return f"{column_letters(section)}: {words}" if words else column_letters(section)
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return self._view.fields.get(section) or None
        return None

    def _words(self, place: Place) -> str:
        return self._full(place).replace("\n", " ")[:_LONGEST]

    def _full(self, place: Place) -> str:
        if place in self._view.written:
            return value_words(self._view.written[place])
        sheet, row = self._view.sheet, self._source(place[0])
        if sheet is None or row is None:
            return ""
        if (row, place[1]) in sheet.formulas:
            return "(tự tính)"
        return value_words(sheet.value(row, place[1]))

    def _source(self, row: int) -> int | None:
        return self._view.rows[row] if row < len(self._view.rows) else None

    def _tip(self, place: Place) -> str | None:
        return self._view.doubts.get(place) or self._full(place) or None

    def _light(self, place: Place) -> QIcon | None:
        return self._doubtful if place in self._view.doubts else None

    def _font(self, place: Place) -> QFont | None:
        return _bold() if place[0] < self._view.first_row else None

    def _ground(self, place: Place) -> QColor | None:
        if place in self._view.doubts:
            return QColor(PALETTE.warning_tint)
        if place in self._view.written:
            return QColor(PALETTE.info_tint)
        return QColor(PALETTE.head) if place[0] < self._view.first_row else None


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def value_words(value: CellValue | WrittenValue) -> str:
    """A value as people read it."""
    if value is None or isinstance(value, CellFault):
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal | float):
        return str(value).replace(".", ",")
    return str(value)


def place_words(place: Place) -> str:
    """«ô D15»."""
    return f"ô {cell_name(*place)}"
