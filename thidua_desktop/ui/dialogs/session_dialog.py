"""Mở phiên họp Hội đồng, lập quyết định."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from thidua_desktop.domain.council import Attendance
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.number_field import NumberField


class SessionDialog(Dialog):
    """The day and who was there."""

    def __init__(self, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Mở phiên họp Hội đồng", "Mở phiên họp", icons, parent)
        self.day = _day(today)
        self.members = NumberField("members")
        self.present = NumberField("present")
        self.written = NumberField("written")
        self.add_row("Ngày họp", self.day, is_required=True)
        self.add_row("Tổng số thành viên", self.members, is_required=True)
        self.add_hint("Theo quyết định thành lập Hội đồng; tỷ lệ tính trên tổng số này.")
        self.add_row("Có mặt", self.present, is_required=True)
        self.add_row("Lấy ý kiến bằng văn bản", self.written)

    def fault(self) -> str:
        """What is missing; whether the numbers can be is the use case's to say."""
        return "" if self.members.number() else "Cần điền tổng số thành viên Hội đồng."

    def held_on(self) -> dt.date:
        """The day."""
        return _date(self.day)

    def attendance(self) -> Attendance:
        """Who was there."""
        return Attendance(self.members.number(), self.present.number(), self.written.number())


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
