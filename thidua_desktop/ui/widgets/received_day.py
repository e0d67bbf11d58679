"""Ngày nhận: the day on which the office got the forms that are dropped in now."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit

from thidua_desktop.ui.widgets.labels import named

NARROWEST = 120


class ReceivedDay(QDateEdit):
    """Today until another day is set; never in the future.

    Forms that came in time and are typed in days later are not late.
    """

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        named(self, "receivedDay", "Ngày nhận phiếu")
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)
        self.setMinimumWidth(NARROWEST)
        self.setToolTip("Ngày cơ quan nhận được phiếu; phiếu đúng hạn hay chậm tính theo ngày này.")
        self._today = today
        self.setMaximumDate(_shown(today))
        self.setDate(_shown(today))

    def day(self) -> dt.date:
        """The chosen day."""
        chosen = self.date()
        return dt.date(chosen.year(), chosen.month(), chosen.day())

    def set_today(self, today: dt.date) -> None:
        """Go on to a new day; a day that was chosen stays."""
        follows = self.day() == self._today
        self._today = today
        self.setMaximumDate(_shown(today))
        if follows:
            self.setDate(_shown(today))


def _shown(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
