"""The table of a page: rows of one height, a count below, copy and paste as in Excel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.clipboard import block_of, block_text
from thidua_desktop.ui.models.columns import Mark
from thidua_desktop.ui.models.table_model import NUMBER_WIDTH, RecordRole, RecordTableModel
from thidua_desktop.ui.theme import ROW_HEIGHT
from thidua_desktop.ui.widgets.empty_state import EmptyState
from thidua_desktop.ui.widgets.labels import ICON, label, named

HEAD_HEIGHT = 32
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
NARROWEST_NAME = 170
HEAD_PADDING = 22
CELL_PADDING = 20

ICON_GAP = 6
LONGEST = 5
"""How many of a column's longest texts are measured."""


class TableView(QTableView):
    """Keys of the trade: Enter and F2 open a line, Ctrl+C and Ctrl+V carry blocks."""

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.filling = 0
        """The column that takes the width that is left, 0 for none."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let one column fill the width, down to what a name needs; then the table scrolls."""
        super().resizeEvent(event)
        self.fill_width()

    def fill_width(self) -> None:
        """Give what the other columns leave to the one that fills."""
        head = self.horizontalHeader()
        if self.filling:
            others = head.length() - head.sectionSize(self.filling)
            left = self.viewport().width() - others
            head.resizeSection(self.filling, max(NARROWEST_NAME, left))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, open; everything else as Qt does it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_block()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_block()
        elif event.key() in _OPENING and self._is_for_opening():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _is_for_opening(self) -> bool:
        editable = self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable
        return self.state() != QAbstractItemView.State.EditingState and not editable

    @Slot()
    def copy_block(self) -> None:
        """Put the selected cells on the clipboard."""
        indexes = self.selectedIndexes()
        if indexes:
            QGuiApplication.clipboard().setText(block_text(indexes))

    @Slot()
    def paste_block(self) -> None:
        """Take a block from the clipboard, from the current cell on."""
        model, start = self.model(), self.currentIndex()
        block = block_of(QGuiApplication.clipboard().text())
        if isinstance(model, RecordTableModel) and start.isValid() and block:
            model.paste(start, block)


class RecordTable(QWidget):
    """A table view over a `RecordTableModel`, or an empty state in its place."""

    selected = Signal(object)
    """The record of the current row, or `None`."""
    opened = Signal(object)
    """A record that was double-clicked or entered."""

    def __init__(
        self,
        model: RecordTableModel[Any],
        icons: Icons,
        noun: str,
        key: Callable[[Any], object] = id,
        view: TableView | None = None,
    ) -> None:
        super().__init__()
        self.model = model
        self._noun = noun
        self._key = key
        self._current: object = None
        self.view = view or TableView()
        self.empty = EmptyState(icons)
        self.count = label("")
        self.count.setObjectName("rowCount")
        self._actions: list[QAction] = []
        self._build(icons)
        self._connect()
        self._tell_count()

    def _build(self, icons: Icons) -> None:
        named(self.view, "table", f"Bảng {self._noun}")
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setWordWrap(False)
        self.view.setShowGrid(False)
        self.view.setIconSize(ICON)
        self.view.setTabKeyNavigation(False)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.view.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._set_widths()
        self.copy = QAction(icons.get("copy"), "Chép", self)
        self.copy.triggered.connect(self.view.copy_block)
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.count)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(table)
        self._stack.addWidget(self.empty)

    @Slot()
    def _fit_columns(self) -> None:
        """No column wider than its words, so that the main one gets the width."""
        head, font = self.view.horizontalHeader(), QFont(self.view.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        records = self.model.everything
        records += () if self.model.footer is None else (self.model.footer,)
        for number, column in enumerate(self.model.columns, start=1):
            if not (column.width and records):
                continue
            texts = sorted({column.text(record) for record in records}, key=len)[-LONGEST:]
            words = max(map(metrics.horizontalAdvance, texts)) + CELL_PADDING
            if column.mark and any(_has_icon(column.mark(record)) for record in records):
                words += ICON.width() + ICON_GAP
            least = metrics.horizontalAdvance(column.title) + HEAD_PADDING
            head.resizeSection(number, max(least, min(words, column.width)))
        self.view.fill_width()

    def _set_widths(self) -> None:
        head = self.view.horizontalHeader()
        head.setFixedHeight(HEAD_HEIGHT)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(40)
        head.resizeSection(0, NUMBER_WIDTH)
        for number, column in enumerate(self.model.columns, start=1):
            if column.width:
                # A head that is cut off is worse than a table that scrolls.
                words = head.fontMetrics().horizontalAdvance(column.title) + HEAD_PADDING
                head.resizeSection(number, max(column.width, words))
            else:
                self.view.filling = number

    def _connect(self) -> None:
        head = self.view.horizontalHeader()
        head.sortIndicatorChanged.connect(self.model.sort)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._restore)
        self.model.filled.connect(self._fit_columns)
        self.view.selectionModel().selectionChanged.connect(self._tell_selected)
        self.view.doubleClicked.connect(self._open)
        self.view.opened.connect(self._open)
        self.view.customContextMenuRequested.connect(self._show_menu)

    # ---- For the page

    def select_by_cell(self) -> None:
        """Let single cells be selected and typed into, as in Excel."""
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )

    def add_menu_action(self, action: QAction) -> None:
        """Offer an action on the right mouse button, above «Chép»."""
        self._actions.append(action)

    @property
    def current(self) -> Any:
        """The record of the current row, or `None`."""
        index = self.view.currentIndex()
        return index.data(RecordRole) if index.isValid() else None

    @property
    def chosen(self) -> list[Any]:
        """The records of all selected rows, in their order."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        return [self.model.shown[row] for row in rows]

    def select_first(self) -> None:
        """Select the first row, so that the side panel never stands empty without need."""
        if self.model.shown and not self.view.currentIndex().isValid():
            self.view.selectRow(0)

    def select_key(self, key: object) -> None:
        """Select the record with this key, where it is shown."""
        for row, record in enumerate(self.model.shown):
            if self._key(record) == key:
                self.view.selectRow(row)
                return

    # ---- What the view tells

    @Slot()
    def _remember(self) -> None:
        current = self.current
        self._current = None if current is None else self._key(current)

    @Slot()
    def _restore(self) -> None:
        self._tell_count()
        if self._current is not None:
            self.select_key(self._current)
        if self.current is None:
            self.selected.emit(None)

    def _tell_count(self) -> None:
        total = self.model.total
        shown = len(self.model.shown) - (self.model.footer is not None)
        counted = (
            f"{total} {self._noun}" if shown == total else f"{shown} trong {total} {self._noun}"
        )
        self.count.setText(counted)
        self._stack.setCurrentIndex(0 if total else 1)

    @Slot(QItemSelection, QItemSelection)
    def _tell_selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self.selected.emit(self.current)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(index.data(RecordRole))

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self.view)
        menu.addActions(self._actions)
        if self._actions:
            menu.addSeparator()
        menu.addAction(self.copy)
        menu.popup(self.view.viewport().mapToGlobal(place))


def _has_icon(mark: Mark | None) -> bool:
    return mark is not None and bool(mark.icon)
