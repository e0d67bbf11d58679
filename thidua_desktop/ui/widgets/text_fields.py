"""Fields for words: one line of them, or several."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def line_edit(name: str, text: str = "") -> QLineEdit:
    """A field for one line of text."""
    field = QLineEdit(text)
    field.setObjectName(name)
    return field


class TextBox(QPlainTextEdit):
    """Words of several lines; Tab leaves it, for nobody indents here."""

    def __init__(self, name: str, height: int, text: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setFixedHeight(height)
        self.setTabChangesFocus(True)

    def words(self) -> str:
        """What is typed, without the space around it."""
        return self.toPlainText().strip()
