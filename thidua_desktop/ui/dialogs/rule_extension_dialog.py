"""Áp dụng tiếp căn cứ pháp lý: from which day on, until when, by which document."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.rule_layers import RuleExtension
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.day_edit import DayEdit, OptionalDay
from thidua_desktop.ui.widgets.money_field import MoneyField
from thidua_desktop.ui.widgets.text_fields import line_edit


class RuleExtensionDialog(Dialog):
    """The document is the office's word: nothing goes on without one."""

    def __init__(self, first: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Áp dụng tiếp căn cứ pháp lý", "Áp dụng tiếp", icons, parent)
        self.first = DayEdit("goesOnFrom", first)
        self.last = OptionalDay("Có ngày cuối", first, is_set=False)
        self.document = line_edit("goesOnDocument")
        self.document.setPlaceholderText("Công văn số …/… ngày … của …")
        self.salary = MoneyField("newBaseSalary")
        self.salary_document = line_edit("salaryDocument")
        self.salary_document.setPlaceholderText("Nghị định số …/…/NĐ-CP ngày …")
        self.add_row("Từ ngày", self.first, is_required=True)
        self.add_row("Đến hết ngày", self.last)
        self.add_row("Văn bản cho áp dụng tiếp", self.document, is_required=True)
        self.add_hint(
            "Chương trình không tự biết quy định cũ còn dùng được hay không. Văn bản này được "
            "ghi ở căn cứ của tờ trình, quyết định. Khi nhận căn cứ mới, phần áp dụng tiếp tự hết."
        )
        self.add_row("Lương cơ sở mới", self.salary)
        self.add_row("Văn bản về lương cơ sở", self.salary_document)
        self.add_hint("Để trống nếu mức lương cơ sở chưa thay đổi.")

    def fault(self) -> str:
        """What is missing."""
        if not self.document.text().strip():
            return "Cần ghi văn bản cho áp dụng tiếp."
        last = self.last.day()
        if last is not None and last < self.first.day():
            return "Ngày cuối phải sau ngày đầu."
        if self.salary.amount() is None:
            return "Lương cơ sở chỉ gồm chữ số, như 2.530.000."
        if self.salary.amount() and not self.salary_document.text().strip():
            return "Cần ghi văn bản về lương cơ sở mới."
        return ""

    def extension(self) -> RuleExtension:
        """What was filled in."""
        return RuleExtension(
            0,
            self.first.day(),
            self.last.day(),
            self.document.text().strip(),
            self.salary.amount() or None,
            self.salary_document.text().strip() if self.salary.amount() else "",
        )
