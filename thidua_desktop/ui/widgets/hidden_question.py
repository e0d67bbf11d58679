"""Có nhập phần bị ẩn không? A question with two buttons and no answer of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from thidua_desktop.application.hidden import HiddenChoice
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.widgets.labels import ICON, button, label


class HiddenQuestion(QFrame):
    """Asks what becomes of hidden rows and columns; not to be seen while nothing is asked."""

    answered = Signal(object)
    """The `HiddenChoice`."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("noticeLine")
        self.setProperty("tone", Tone.WARNING.value)
        mark = QLabel()
        mark.setFixedWidth(ICON.width())
        tone = PALETTE.of(Tone.WARNING)
        mark.setPixmap(icons.get("alert-triangle", tone).pixmap(ICON))
        self.text = label("", wraps=True)
        self.text.setObjectName("hiddenText")
        self.take = button("Nhập cả phần ẩn", "hiddenTake")
        self.skip = button("Bỏ qua phần ẩn", "hiddenSkip")
        self.take.clicked.connect(lambda: self.answered.emit(HiddenChoice.TAKE))
        self.skip.clicked.connect(lambda: self.answered.emit(HiddenChoice.SKIP))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.take)
        row.addWidget(self.skip)
        self.hide()

    def ask(self, sentence: str) -> None:
        """Show the question, or nothing where the sentence is empty."""
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
