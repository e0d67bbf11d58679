"""The grid of a province's sheet: light ground under what is ours, amber under what is doubtful."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from thidua_desktop.ui.models.province_grid import ProvinceGridModel
from thidua_desktop.ui.theme import ROW_HEIGHT
from thidua_desktop.ui.widgets.labels import named

_COLUMN_WIDTH = 150
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _GroundDelegate(QStyledItemDelegate):
    """Paints the model's ground, which the style sheet would leave out."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ground first, then the words as always."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


class ProvinceSheet(QTableView):
    """Rows and columns as in Excel; one cell is selected, by mouse or keys."""

    def __init__(self, model: ProvinceGridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "provinceGrid", "Biểu của tỉnh")
        self.setModel(model)
        self.setItemDelegate(_GroundDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._span_head)
        head = self.horizontalHeader()
        head.setDefaultSectionSize(_COLUMN_WIDTH)
        head.setDefaultAlignment(_LEFT)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)

    @Slot()
    def _span_head(self) -> None:
        """Show the merged cells of the workbook's head as wide as they are."""
        self.clearSpans()
        model = self.model()
        if not isinstance(model, ProvinceGridModel) or model.view.sheet is None:
            return
        for top, left, bottom, right in model.view.sheet.grid.merged:
            if bottom < model.view.first_row and right < model.columnCount():
                self.setSpan(top, left, bottom - top + 1, right - left + 1)
