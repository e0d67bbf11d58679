"""Quỹ của năm và khoản chi: what is asked for them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.fund import (
    FundArea,
    FundSpending,
    FundYear,
    SpendingKind,
    offered_budget,
)
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.day_edit import DayEdit
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.money_field import MoneyField
from thidua_desktop.ui.widgets.text_fields import line_edit

_NO_AMOUNT = "Số tiền chỉ gồm chữ số, như 10.000.000."


class FundDialog(Dialog):
    """What the fund of a year has; the law's rate is told, not imposed."""

    def __init__(self, fund: FundYear, texts: Texts, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(f"Quỹ thi đua, khen thưởng năm {fund.year}", "Lưu quỹ", icons, parent)
        self._year = fund.year
        self.budget = MoneyField("budget", fund.budget)
        self.other = MoneyField("otherIncome", fund.other_income)
        self.regular = MoneyField("regularSpending", fund.regular_spending)
        self.area = QComboBox()
        self.area.setObjectName("area")
        self.area.addItem("Chưa chọn", None)
        for area in FundArea:
            self.area.addItem(texts.render(f"fund_area_{area}", {}), area)
        self.area.setCurrentIndex(list(FundArea).index(fund.area) + 1 if fund.area else 0)
        self.area.setMinimumContentsLength(30)
        self.offered = label("", "caption", wraps=True)
        self.add_row("Dự toán được giao", self.budget)
        self.add_row("Thu khác, đóng góp", self.other)
        self.add_row("Chi ngân sách thường xuyên", self.regular)
        self.add_row("Địa bàn", self.area)
        self.form.addRow("", self.offered)
        self.regular.textChanged.connect(self._offer)
        self.area.currentIndexChanged.connect(self._offer)
        self._offer()

    def fault(self) -> str:
        """Something is no amount."""
        fields = (self.budget, self.other, self.regular)
        return _NO_AMOUNT if any(field.amount() is None for field in fields) else ""

    def fund(self) -> FundYear:
        """What was filled in."""
        chosen = self.area.currentData()
        return FundYear(
            self._year,
            self.budget.amount() or 0,
            self.other.amount() or 0,
            self.regular.amount() or 0,
            FundArea(chosen) if chosen else None,
        )

    @Slot()
    def _offer(self) -> None:
        most = offered_budget(self.fund())
        self.offered.setText(
            f"Theo mức tối đa của Nghị định số 152/2025/NĐ-CP: {money_text(most)}. "
            "Chỉ để đối chiếu; dự toán ghi theo quyết định giao."
            if most is not None
            else "Điền chi thường xuyên và địa bàn để đối chiếu với mức tối đa. Không bắt buộc."
        )


class SpendingDialog(Dialog):
    """One spending beside bonuses."""

    def __init__(
        self,
        spending: FundSpending | None,
        today: dt.date,
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        title = "Sửa khoản chi" if spending else "Ghi khoản chi"
        super().__init__(title, "Lưu khoản chi", icons, parent)
        self._id = spending.id if spending else 0
        self.kind = QComboBox()
        self.kind.setObjectName("spendingKind")
        for kind in SpendingKind:
            self.kind.addItem(texts.render(f"spending_{kind}", {}), kind)
        self.date = DayEdit("spentDay", spending.spent_on if spending else today)
        self.money = MoneyField("amount", spending.amount if spending else 0)
        self.content = line_edit("content", spending.content if spending else "")
        self.document = line_edit("document", spending.document if spending else "")
        if spending:
            self.kind.setCurrentIndex(list(SpendingKind).index(spending.kind))
        self.add_row("Loại chi", self.kind, is_required=True)
        self.add_row("Ngày chi", self.date, is_required=True)
        self.add_row("Số tiền", self.money, is_required=True)
        self.add_row("Nội dung", self.content, is_required=True)
        self.add_row("Chứng từ", self.document)
        self.add_hint(
            "Tiền thưởng không ghi ở đây: chương trình tự cộng từ các quyết định khen thưởng."
        )

    def fault(self) -> str:
        """What is missing."""
        if not self.money.amount():
            return f"Cần điền số tiền. {_NO_AMOUNT}"
        return "" if self.content.text().strip() else "Cần ghi nội dung chi."

    def spending(self) -> FundSpending:
        """What was filled in."""
        return FundSpending(
            self._id,
            SpendingKind(self.kind.currentData()),
            self.date.day(),
            self.money.amount() or 0,
            self.content.text(),
            self.document.text(),
        )
