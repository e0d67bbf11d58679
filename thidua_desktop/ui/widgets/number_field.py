"""A field for a small whole number, typed with the number keys."""

from __future__ import annotations

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit

WIDTH = 96
MOST = 999


class NumberField(QLineEdit):
    """Empty counts as 0."""

    def __init__(self, name: str, caption: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(caption)
        self.setValidator(QIntValidator(0, MOST, self))
        self.setFixedWidth(WIDTH)

    def allow_up_to(self, most: int) -> None:
        """Take greater numbers than counts of people are."""
        self.setValidator(QIntValidator(0, most, self))

    def number(self) -> int:
        """What is typed."""
        text = self.text().strip()
        return int(text) if text else 0

    def show_number(self, value: int | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if value is None else str(value))
