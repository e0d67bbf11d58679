"""Fields for a day that is chosen from a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

NARROWEST = 140
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)


class DayEdit(QDateEdit):
    """A day that must be given, shown as dd/mm/yyyy."""

    def __init__(self, name: str, shown: dt.date) -> None:
        super().__init__(_in_qt(shown))
        self.setObjectName(name)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)
        self.setMinimumWidth(NARROWEST)
        self.setDateRange(_in_qt(_EARLIEST), _in_qt(_LATEST))
        self.setDate(_in_qt(shown))

    def day(self) -> dt.date:
        """The chosen day."""
        chosen = self.date()
        return dt.date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, chosen: dt.date) -> None:
        """Show another day."""
        self.setDate(_in_qt(chosen))

    def set_last_day(self, last: dt.date) -> None:
        """Let no later day be chosen."""
        self.setMaximumDate(_in_qt(last))


class OptionalDay(QWidget):
    """A day that may be left open."""

    def __init__(self, words: str, shown: dt.date, *, is_set: bool = True) -> None:
        super().__init__()
        self.is_set = QCheckBox(words)
        self.is_set.setChecked(is_set)
        self.field = DayEdit("day", shown)
        self.field.setEnabled(is_set)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        row.addWidget(self.is_set)
        row.addStretch(1)
        self.is_set.toggled.connect(self.field.setEnabled)

    def day(self) -> dt.date | None:
        """The chosen day, `None` when left open."""
        return self.field.day() if self.is_set.isChecked() else None

    def show_day(self, shown: dt.date | None) -> None:
        """Show another day."""
        self.is_set.setChecked(shown is not None)
        if shown is not None:
            self.field.set_day(shown)


def _in_qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
