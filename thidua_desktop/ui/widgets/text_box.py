"""A field for several lines of words."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit


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
