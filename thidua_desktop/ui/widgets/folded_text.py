"""A paragraph of which the first lines are seen, and the rest when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.ui.widgets.labels import button, selectable

LINES = 3
_UNBOUND = 16_777_215
"""Qt's word for no greatest height."""


class FoldedText(QWidget):
    """Words that may be long beside what must be seen at once; short ones stand as they are."""

    def __init__(self, text: str, lines: int = LINES) -> None:
        super().__init__()
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
        folded = self._lines * self.words.fontMetrics().lineSpacing()
        spare = self.words.fontMetrics().lineSpacing()
        is_long = self.words.heightForWidth(width) > folded + spare
        self.more.setVisible(is_long)
        self.words.setMaximumHeight(folded if is_long and not self._is_open else _UNBOUND)
