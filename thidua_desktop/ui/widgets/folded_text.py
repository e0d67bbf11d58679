"""A paragraph of which the beginning is seen, and the rest when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.ui.widgets.labels import button, selectable

LINES = 3
_LETTERS = 40
"""What a line of the side panel holds, roughly; measuring is not worth its price here."""


class FoldedText(QWidget):
    """Words that may be long beside what must be seen at once; short ones stand as they are."""

    def __init__(self, text: str, lines: int = LINES) -> None:
        super().__init__()
        self._text = text
        self._folded = _beginning(text, lines * _LETTERS)
        self._is_open = False
        self.words = selectable(self._folded)
        self.more = button("Xem đủ", "unfold", role="link")
        self.more.clicked.connect(self.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(self._folded != text)

    @Slot()
    def turn(self) -> None:
        """Unfold, or fold again."""
        self._is_open = not self._is_open
        self.more.setText("Thu gọn" if self._is_open else "Xem đủ")
        self.words.setText(self._text if self._is_open else self._folded)


def _beginning(text: str, room: int) -> str:
    """The first whole words; one line more is not worth a button."""
    if len(text) <= room + _LETTERS:
        return text
    return f"{text[:room].rpartition(' ')[0].rstrip(' ,;.')}…"
