"""The table in which a paper form is typed: Tab goes on to the next field, Enter goes down."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from thidua_desktop.ui.widgets.record_table import TableView

_DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Hint = QAbstractItemDelegate.EndEditHint


class TypingView(TableView):
    """Moves as a person's eye does over the paper; cells that are not typed in are passed over."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down while no cell is being typed in."""
        if self.state() == self.State.EditingState:
            # The editor handed the key on; what it means is told when it closes.
            return
        if event.key() in _DOWN and self._go_down():
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own
        """Tab goes to the next field, and leaves the table at the last one."""
        return self._go(1 if next else -1) or super().focusNextPrevChild(next)

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:
        """Go on from a cell that was typed in."""
        super().closeEditor(editor, _Hint.NoHint)
        if hint == _Hint.EditNextItem:
            self._go(1)
        elif hint == _Hint.EditPreviousItem:
            self._go(-1)
        elif hint == _Hint.SubmitModelCache:
            self._go_down()

    def _go_down(self) -> bool:
        """The next row's field of the same column that can be typed in."""
        here = self.currentIndex()
        for row in range(here.row() + 1, self.model().rowCount()):
            if self._stop_at(here.siblingAtRow(row)):
                return True
        return False

    def _go(self, step: int) -> bool:
        """The next field that can be typed in, row by row."""
        here, model = self.currentIndex(), self.model()
        width = model.columnCount()
        place = here.row() * width + here.column() + step
        while 0 <= place < model.rowCount() * width:
            if self._stop_at(model.index(*divmod(place, width))):
                return True
            place += step
        return False

    def _stop_at(self, index: QModelIndex) -> bool:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.setCurrentIndex(index)
        return True
