"""A field for a day that must be given."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

NARROWEST = 140


class DayEdit(QDateEdit):
    """Shows a day as dd/mm/yyyy."""

    def __init__(self, name: str, shown: dt.date) -> None:
        super().__init__(QDate(shown.year, shown.month, shown.day))
        self.setObjectName(name)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)
        self.setMinimumWidth(NARROWEST)

    def day(self) -> dt.date:
        """The chosen day."""
        chosen = self.date()
        return dt.date(chosen.year(), chosen.month(), chosen.day())
