"""A question about a file with two buttons and no answer of its own: hidden parts, namesakes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from thidua_desktop.application.enrolling.namesakes import NamesakeChoice
from thidua_desktop.application.hidden import HiddenChoice
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.widgets.labels import ICON, button, label


class FileQuestion(QFrame):
    """Asks one thing; not to be seen while nothing is asked."""

    answered = Signal(object)
    """The choice of the button that was pressed."""

    def __init__(self, icons: Icons, name: str, choices: Sequence[tuple[str, StrEnum]]) -> None:
        super().__init__()
        self.setObjectName("noticeLine")
        self.setProperty("tone", Tone.WARNING.value)
        mark = QLabel()
        mark.setFixedWidth(ICON.width())
        tone = PALETTE.of(Tone.WARNING)
        mark.setPixmap(icons.get("alert-triangle", tone).pixmap(ICON))
        self.text = label("", wraps=True)
        self.text.setObjectName(f"{name}Text")
        self.buttons = [self._button(name, words, choice) for words, choice in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(self.text, 1)
        for one in self.buttons:
            row.addWidget(one)
        self.hide()

    def _button(self, name: str, words: str, choice: StrEnum) -> QPushButton:
        made = button(words, f"{name}{choice.value.capitalize()}")
        made.clicked.connect(lambda: self.answered.emit(choice))
        return made

    def ask(self, sentence: str) -> None:
        """Show the question, or nothing where the sentence is empty."""
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


def hidden_question(icons: Icons) -> FileQuestion:
    """Có nhập phần bị ẩn không?"""
    choices = (("Nhập cả phần ẩn", HiddenChoice.TAKE), ("Bỏ qua phần ẩn", HiddenChoice.SKIP))
    return FileQuestion(icons, "hidden", choices)


def namesake_question(icons: Icons) -> FileQuestion:
    """Có phải cùng một người không?"""
    choices = (("Cùng một người", NamesakeChoice.SAME), ("Người khác", NamesakeChoice.OTHER))
    return FileQuestion(icons, "namesake", choices)
