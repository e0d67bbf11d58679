"""Ngày nhận: the day on which the office got the forms that are dropped in now."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Slot

from thidua_desktop.ui.widgets.day_edit import DayEdit
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.wording import day

NARROWEST = 120


class ReceivedDay(DayEdit):
    """Today until another day is set; never in the future.

    Forms that came in time and are typed in days later are not late.
    """

    def __init__(self, today: dt.date) -> None:
        super().__init__("receivedDay", today)
        self.setAccessibleName("Ngày nhận phiếu")
        self.setMinimumWidth(NARROWEST)
        self.setToolTip("Ngày cơ quan nhận được phiếu; phiếu đúng hạn hay chậm tính theo ngày này.")
        self._today = today
        self.note = label("", "caption", wraps=True)
        """Says that another day than today is set; the page gives it its place."""
        self.note.setObjectName("receivedNote")
        self.note.hide()
        self.set_last_day(today)
        self.dateChanged.connect(self._tell)

    def set_today(self, today: dt.date) -> None:
        """Go on to a new day; a day that was chosen stays."""
        follows = self.day() == self._today
        self._today = today
        self.set_last_day(today)
        if follows:
            self.set_day(today)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """A day other than today must not be overlooked: it decides who is late."""
        self.note.setVisible(self.day() != self._today)
        self.note.setText(
            f"Các tệp thu từ bây giờ được ghi là nhận ngày {day(self.day())}, không phải hôm nay; "
            "đúng hạn hay chậm hạn tính theo ngày này."
        )
