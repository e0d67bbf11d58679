"""What a person reads in a part of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def words_in(part: QWidget) -> str:
    """The words of all its labels."""
    return " ".join(one.text() for one in part.findChildren(QLabel))
