"""A paragraph of which the first lines are seen, and the rest when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.ui.widgets.labels import button, selectable

LINES = 3
_ENDLESS = 100_000
"""Pixels; no text is as tall."""


class FoldedText(QWidget):
    """Words that may be long beside what must be seen at once; short ones stand as they are."""

    def __init__(self, text: str, lines: int = LINES) -> None:
        super().__init__()
        self._text = text
        self._lines = lines
        self._is_open = False
        self.words = selectable(text)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.more = button("Xem đủ", "unfold", role="link")
        self.more.clicked.connect(self.turn)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def turn(self) -> None:
        """Unfold, or fold again."""
        self._is_open = not self._is_open
        self.more.setText("Thu gọn" if self._is_open else "Xem đủ")
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whether the words fit into their lines depends on the width."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        # One line more is not worth a button.
        is_long = self._lines_of(self._text, width) > self._lines + 1
        self.more.setVisible(is_long)
        said = self._text if self._is_open or not is_long else self._first_lines(width)
        if said != self.words.text():
            self.words.setText(said)

    def _first_lines(self, width: int) -> str:
        """As many whole words as fit into the lines that are seen."""
        parts = self._text.split(" ")
        fitting, too_many = 1, len(parts)
        while too_many - fitting > 1:
            middle = (fitting + too_many) // 2
            if self._lines_of(_cut(parts, middle), width) <= self._lines:
                fitting = middle
            else:
                too_many = middle
        return _cut(parts, fitting)

    def _lines_of(self, text: str, width: int) -> int:
        metrics = self.words.fontMetrics()
        flags = Qt.TextFlag.TextWordWrap
        height = metrics.boundingRect(0, 0, width, _ENDLESS, flags, text).height()
        return -(-height // metrics.lineSpacing())


def _cut(parts: list[str], number: int) -> str:
    return f"{' '.join(parts[:number]).rstrip(' ,;.')}…"
