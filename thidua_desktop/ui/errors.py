"""A bug told to the person at the desk: one sentence, no trace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget


class BugTeller(QObject):
    """Shows the sentence on the GUI thread, whichever thread the bug was in."""

    _told = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._told.connect(self._show)

    def tell(self, sentence: str) -> None:
        """Show the sentence as soon as the window can."""
        self._told.emit(sentence)

    @Slot(str)
    def _show(self, sentence: str) -> None:
        QMessageBox.warning(self._window, "Lỗi ngoài dự kiến", sentence)
