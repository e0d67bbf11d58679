"""The view of the appraisal grid: unit names stay while criteria scroll."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.appraisal_model import AppraisalModel, Cell
from thidua_desktop.ui.models.clipboard import block_of, block_text
from thidua_desktop.ui.theme import ROW_HEIGHT
from thidua_desktop.ui.widgets.drop_area import dropped_paths
from thidua_desktop.ui.widgets.empty_state import EmptyState
from thidua_desktop.ui.widgets.labels import ICON, label, named

NAME_WIDTH = 230
CELL_PADDING = 26
HEAD_HEIGHT = 46
MARK_WIDTH = 20


class _GridView(QTableView):
    """Enter goes down, as in Excel; blocks go through the clipboard; files drop on a cell."""

    dropped = Signal(list)
    """Files that fell on the cell that is current now."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders only."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only a cell can be proved."""
        is_cell = self.indexAt(event.position().toPoint()).isValid()
        event.setAccepted(is_cell and event.mimeData().hasUrls())

    def dropEvent(self, event: QDropEvent) -> None:
        """Choose the cell and hand the files on."""
        index, paths = self.indexAt(event.position().toPoint()), dropped_paths(event)
        if index.isValid() and paths:
            event.acceptProposedAction()
            self.setCurrentIndex(index)
            self.dropped.emit(paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, go down; everything else as Qt does it."""
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(block_text(self.selectedIndexes()))
        elif event.matches(QKeySequence.StandardKey.Paste) and isinstance(model, AppraisalModel):
            model.paste(self.currentIndex(), block_of(QGuiApplication.clipboard().text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)
        else:
            super().keyPressEvent(event)


class AppraisalGrid(QWidget):
    """The grid with its row count, or an empty state."""

    cell_chosen = Signal(QModelIndex)
    unit_opened = Signal(str)
    """A unit's name was double clicked."""

    def __init__(self, model: AppraisalModel, icons: Icons) -> None:
        super().__init__()
        self.model = model
        self.view = _GridView()
        self.empty = EmptyState(icons)
        self.count = label("")
        self.count.setObjectName("rowCount")
        named(self.view, "appraisalGrid", "Bảng thẩm định")
        self._set_up()
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.count)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(board)
        self._stack.addWidget(self.empty)

    def _set_up(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setIconSize(ICON)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        across = view.horizontalHeader()
        across.setFixedHeight(HEAD_HEIGHT)
        across.setHighlightSections(False)
        down = view.verticalHeader()
        down.setDefaultSectionSize(ROW_HEIGHT)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setFixedWidth(NAME_WIDTH)
        down.setHighlightSections(False)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.sectionDoubleClicked.connect(self._open)
        view.selectionModel().currentChanged.connect(self._tell)

    def show_nothing(self, title: str, sentence: str) -> None:
        """Say why there is no grid."""
        self.empty.say("clipboard-check", title, sentence)
        self._stack.setCurrentIndex(1)

    def show_board(self, place: tuple[int, int]) -> None:
        """Show the grid with the cell at this place current."""
        self.count.setText(
            f"{len(self.model.rows)} đơn vị, {len(self.model.criteria)} tiêu chí. "
            "«10 → 8»: tự chấm 10, thẩm định 8; «10 → ?»: chưa thẩm định."
        )
        self._stack.setCurrentIndex(0)
        self._fit_columns()
        index = self.model.index(*place)
        self.view.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))

    def _fit_columns(self) -> None:
        """As wide as the widest words of the column: a figure that is cut off misleads."""
        model, font = self.model, QFont(self.view.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        for column in range(model.columnCount()):
            head = str(model.headerData(column, Qt.Orientation.Horizontal))
            cells = model.words_of(column)
            widest = max(metrics.horizontalAdvance(said) for said in (*head.split("\n"), *cells))
            mark = MARK_WIDTH if model.is_marked(column) else 0
            self.view.setColumnWidth(column, widest + CELL_PADDING + mark)

    def show_marks(self, marks: Mapping[Cell, str], icon: QIcon) -> None:
        """Mark the cells to look at twice."""
        self.model.set_marks(marks, icon)
        self._fit_columns()

    def place(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        index = self.view.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (0, 0)

    def chosen(self) -> tuple[list[str], list[str]]:
        """The units and criteria of the selected cells."""
        indexes = self.view.selectedIndexes()
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        units = [self.model.rows[row].unit for row in rows]
        return units, [self.model.criteria[column].code for column in columns]

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.cell_chosen.emit(current)

    @Slot(int)
    def _open(self, row: int) -> None:
        self.unit_opened.emit(self.model.rows[row].unit)
