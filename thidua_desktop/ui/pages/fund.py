"""Quỹ thi đua, khen thưởng: what the year's fund has, what was spent, what is left."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from thidua_desktop.application.rewards.fund_book import (
    FundBook,
    mend_spending,
    remove_spending,
    set_fund,
    show_fund,
    spend,
)
from thidua_desktop.domain.fund import FundSpending
from thidua_desktop.domain.vietnamese.numerals import money_text, percent_text
from thidua_desktop.ui.dialogs.fund_dialogs import FundDialog, SpendingDialog
from thidua_desktop.ui.models.columns import Align, Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import NOTHING, count, day

YEAR = "year"
_FIRST_YEAR = 2025


class FundPage(Page):
    """The spendings beside bonuses; the panel adds the whole fund up."""

    TITLE = "Quỹ thi đua, khen thưởng"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._book: FundBook | None = None
        self.header.set_main("Ghi khoản chi…", "plus", self.add_new)
        self.header.add_action("Nhập quỹ của năm…", "pencil", self.enter_fund)
        self.header.add_more("Bỏ khoản chi đang chọn", "x", self.remove)
        filters = self.add_filters("Tìm khoản chi")
        self.year = filters.add_choice(YEAR, "Năm", every="")
        model: RecordTableModel[FundSpending] = RecordTableModel(
            [
                Column("Nội dung", lambda one: one.content, 0),
                Column("Loại chi", self._kind, 120),
                Column("Ngày chi", lambda o: day(o.spent_on), 104, sort_key=lambda o: o.spent_on),
                Column(
                    "Số tiền",
                    lambda one: count(one.amount),
                    120,
                    Align.RIGHT,
                    sort_key=lambda one: one.amount,
                ),
                Column("Chứng từ", lambda one: one.document, 150),
            ],
            self.icons,
            self,
        )
        self.table = RecordTable(model, self.icons, "khoản chi", key=lambda one: one.id)
        self.panel = SidePanel(self.icons, "")
        self.add_table_with_panel(self.table, self.panel)
        remove = QAction(self.icons.get("x"), "Bỏ khoản chi này", self)
        remove.triggered.connect(self.remove)
        self.table.add_menu_action(remove)
        filters.changed.connect(self._choose)
        self.table.opened.connect(self.mend)

    def _kind(self, one: FundSpending) -> str:
        return self.texts.render(f"spending_{one.kind}", {})

    def refresh(self) -> None:
        """Offer the years, read the chosen one."""
        this_year = self.desk.clock.today().year
        years = range(this_year + 1, _FIRST_YEAR - 1, -1)
        if self._book is None:
            self.filters.set_choices(YEAR, [(str(year), str(year)) for year in years])
            self.year.setCurrentIndex(1)
        self._read()

    @Slot()
    def _choose(self) -> None:
        self.table.model.set_filter(self.filters.text)
        chosen = self.year.currentData()
        if chosen and (self._book is None or str(self._book.year) != chosen):
            self._read()

    def _read(self) -> None:
        desk, year = self.desk, int(self.year.currentData() or self.desk.clock.today().year)
        self.ask(lambda: show_fund(desk, year), self._show)

    def _show(self, book: FundBook) -> None:
        self._book = book
        state = book.state
        spent = f"đã chi và phải chi {money_text(state.spent)}"
        total, left = money_text(state.year.total), money_text(state.left)
        self.header.set_subtitle(
            f"Năm {book.year}: có {total}, {spent}, còn lại {left}."
            if state.year.total
            else f"Năm {book.year}: chưa nhập quỹ, {spent}."
        )
        self.table.empty.say(
            "table",
            "Chưa ghi khoản chi nào",
            "Tiền thưởng được cộng tự động. Ở đây ghi chi hiện vật, chi tổ chức, chi khác.",
        )
        self.table.model.set_records(book.spendings)
        self._show_sums(book)

    def _show_sums(self, book: FundBook) -> None:
        state, panel = book.state, self.panel
        fund = state.year
        panel.clear()
        panel.add_title(f"Quỹ năm {book.year}", "Số tiền tính bằng đồng")
        panel.add_pairs(
            [
                ("Dự toán", count(fund.budget)),
                ("Thu khác", count(fund.other_income)),
                ("Cộng", count(fund.total)),
            ]
        )
        panel.add_section("Đã chi và phải chi")
        panel.add_pairs(
            [
                ("Chi thưởng", count(state.awards)),
                ("  đã chi", count(state.awards_paid)),
                ("  bằng hiện vật", count(state.gifts) if state.gifts else ""),
                ("Chi hiện vật", count(state.goods)),
                ("Chi tổ chức", self._organising(book)),
                ("Chi khác", count(state.other)),
            ]
        )
        panel.add_section("Còn lại")
        panel.add_text(money_text(state.left) if fund.total else NOTHING)
        for reason in state.warnings:
            panel.add_line(Tone.WARNING, "alert-triangle", self.texts.reason(reason))
        if book.offered is not None:
            panel.add_section("Đối chiếu mức tối đa")
            panel.add_text(
                f"{count(book.offered)} theo chi thường xuyên {count(fund.regular_spending)}.",
                "caption",
            )
        panel.end()

    @staticmethod
    def _organising(book: FundBook) -> str:
        state = book.state
        if not state.organising or not state.year.total:
            return count(state.organising)
        return f"{count(state.organising)} ({percent_text(state.organising, state.year.total)})"

    # ---- Enter

    @Slot()
    def enter_fund(self) -> None:
        """Ask for what the fund has."""
        if self._book is None:
            return
        desk = self.desk
        dialog = FundDialog(self._book.state.year, self.texts, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.fund,
            lambda fund: set_fund(desk, fund),
            lambda _n: self.tell(Tone.GOOD, f"Đã lưu quỹ năm {dialog.fund().year}."),
        )

    def add_new(self) -> None:
        """Ask for a spending."""
        self._ask_spending(None)

    @Slot()
    def mend(self) -> None:
        """Ask what is to be mended of the selected spending."""
        self._ask_spending(self.table.current)

    def _ask_spending(self, old: FundSpending | None) -> None:
        desk = self.desk
        dialog = SpendingDialog(old, desk.clock.today(), self.texts, self.icons, self)

        def write(one: FundSpending) -> None:
            if old is None:
                spend(desk, one.kind, one.spent_on, one.amount, one.content, one.document)
            else:
                mend_spending(desk, one)

        def tell(_nothing: None) -> None:
            self.tell(Tone.GOOD, f"Đã ghi khoản chi {money_text(dialog.spending().amount)}.")

        self.do_as_filled(dialog, dialog.spending, write, tell)

    @Slot()
    def remove(self) -> None:
        """Take the selected spending out."""
        desk, one = self.desk, self.table.current
        if one is None:
            self.tell(Tone.INFO, "Chọn một khoản chi trước.")
            return
        self.do(
            lambda _p: remove_spending(desk, one.id),
            lambda _n: self.tell(Tone.GOOD, f"Đã bỏ khoản chi «{one.content}»."),
        )
