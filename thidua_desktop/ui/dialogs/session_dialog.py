"""Mở phiên họp Hội đồng, lập quyết định."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QSpinBox, QWidget

from thidua_desktop.domain.council import Attendance
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons

MOST_MEMBERS = 99


class SessionDialog(Dialog):
    """The day and who was there."""

    def __init__(self, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Mở phiên họp Hội đồng", "Mở phiên họp", icons, parent)
        self.day = _day(today)
        self.members = _number("members")
        self.present = _number("present")
        self.written = _number("written")
        self.add_row("Ngày họp", self.day, is_required=True)
        self.add_row("Tổng số thành viên", self.members, is_required=True)
        self.add_hint("Theo quyết định thành lập Hội đồng; tỷ lệ tính trên tổng số này.")
        self.add_row("Có mặt", self.present, is_required=True)
        self.add_row("Lấy ý kiến bằng văn bản", self.written)

    def fault(self) -> str:
        """What is missing; whether the numbers can be is the use case's to say."""
        return "" if self.members.value() else "Cần điền tổng số thành viên Hội đồng."

    def held_on(self) -> dt.date:
        """The day."""
        return _date(self.day)

    def attendance(self) -> Attendance:
        """Who was there."""
        return Attendance(self.members.value(), self.present.value(), self.written.value())


class DecisionDialog(Dialog):
    """The day of the decision; its number may come later from the văn thư."""

    def __init__(self, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Lập quyết định khen thưởng", "Lập quyết định", icons, parent)
        self.day = _day(today)
        self.number = QLineEdit()
        self.number.setObjectName("number")
        self.add_row("Ngày quyết định", self.day, is_required=True)
        self.add_row("Số quyết định", self.number)
        self.add_hint("Để trống khi văn thư chưa cấp số; số được điền khi ký ban hành.")

    def decided_on(self) -> dt.date:
        """The day."""
        return _date(self.day)

    def number_text(self) -> str:
        """The number, empty while it is not given."""
        return self.number.text().strip()


def _day(shown: dt.date) -> QDateEdit:
    field = QDateEdit(QDate(shown.year, shown.month, shown.day))
    field.setObjectName("day")
    field.setDisplayFormat("dd/MM/yyyy")
    field.setCalendarPopup(True)
    return field


def _date(field: QDateEdit) -> dt.date:
    chosen = field.date()
    return dt.date(chosen.year(), chosen.month(), chosen.day())


def _number(name: str) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setRange(0, MOST_MEMBERS)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    return box
