"""Sổ khen thưởng: all awards by year, what was paid, what came from above, what was cancelled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from thidua_desktop.application.rewards.book import Reward, RewardBook, reward_book
from thidua_desktop.application.rewards.export import export_rewards, print_rewards
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.pages.reward_columns import reward_columns
from thidua_desktop.ui.pages.reward_panel import RewardPanel
from thidua_desktop.ui.pages.reward_work import RewardWork
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.record_table import RecordTable

YEAR, SHOWN = "year", "shown"
_KINDS: tuple[tuple[str, str, Callable[[Reward], bool]], ...] = (
    ("unpaid", "Chưa chi tiền thưởng", lambda one: bool(one.amount) and not one.is_paid),
    ("own", "Xã, phường quyết định", lambda one: one.level is AwardLevel.COMMUNE),
    ("above", "Cấp trên quyết định", lambda one: one.level is not AwardLevel.COMMUNE),
    (
        "cancelled",
        "Đã hủy bỏ",
        lambda one: one.proposal.status is ProposalStatus.CANCELLED,
    ),
)
_TESTS: Mapping[str, Callable[[Reward], bool]] = {key: test for key, _, test in _KINDS}


def _call(does: Callable[[], None], _is_checked: bool) -> None:  # noqa: FBT001  Qt's own signature
    does()


class RewardsPage(Page):
    """The book; what is chosen by the filters is also what is written and printed."""

    TITLE = "Sổ khen thưởng"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._book = RewardBook()
        self.work = RewardWork(self)
        self.header.set_main(
            "Ghi đã chi…", "check-circle", lambda: self.work.pay(self.table.chosen)
        )
        self.header.add_action(
            "Kết quả ở cấp trên…", "send", lambda: self.work.refer(self.table.chosen)
        )
        self._add_actions()
        filters = self.add_filters("Tìm tên, số quyết định")
        self.year = filters.add_choice(YEAR, "Năm")
        self.shown = filters.add_choice(SHOWN, "Xem")
        filters.set_choices(SHOWN, [(key, words) for key, words, _ in _KINDS])
        model: RecordTableModel[Reward] = RecordTableModel(reward_columns(), self.icons, self)
        self.table = RecordTable(model, self.icons, "khen thưởng", key=lambda one: one.proposal.id)
        self.panel = RewardPanel(self.icons, self.texts)
        self.add_table_with_panel(self.table, self.panel)
        self._add_menu()
        filters.changed.connect(self._filter)
        self.table.selected.connect(self.panel.show_reward)

    def _add_actions(self) -> None:
        add, work = self.header.add_more, self.work
        add("Hủy bỏ quyết định khen…", "x", lambda: work.cancel(self.table.current))
        add("Theo dõi thu hồi…", "clock", lambda: work.follow(self.table.current))
        add("Bỏ ghi đã chi", "undo", lambda: work.take_back_payment(self.table.current))
        add(
            "Bỏ ghi kết quả ở cấp trên",
            "undo",
            lambda: work.take_back_referral(self.table.current),
        )
        add("Ghi ra Excel…", "table", self.export)
        add("In sổ…", "printer", self.print_page)
        add("Ngày nghỉ, ngày làm bù…", "calendar", work.edit_days)

    def _add_menu(self) -> None:
        deeds: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("Ghi đã chi…", "check-circle", lambda: self.work.pay(self.table.chosen)),
            ("Kết quả ở cấp trên…", "send", lambda: self.work.refer(self.table.chosen)),
            ("Hủy bỏ quyết định khen…", "x", lambda: self.work.cancel(self.table.current)),
        )
        for words, icon, does in deeds:
            action = QAction(self.icons.get(icon), words, self)
            action.triggered.connect(partial(_call, does))
            self.table.add_menu_action(action)

    # ---- Show

    def refresh(self) -> None:
        """Read the book."""
        desk = self.desk
        self.ask(lambda: reward_book(desk), self._show)

    def _show(self, book: RewardBook) -> None:
        self._book = book
        self.filters.set_choices(YEAR, [(str(year), str(year)) for year in book.years])
        self.table.empty.say(
            "award",
            "Sổ chưa có dòng nào",
            "Khen thưởng vào sổ khi có quyết định, hoặc khi đề nghị gửi lên cấp trên.",
            ("Đến trang Hội đồng", lambda: self.go_to("council")),
        )
        self._filter()
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        year, kind = self.year.currentData(), self.shown.currentData()
        of_year = self._book.of_year(int(year) if year else None)
        chosen = tuple(one for one in of_year if not kind or _TESTS[kind](one))
        if chosen != tuple(self.table.model.everything):
            self.table.model.set_records(chosen)
        self.table.model.set_filter(self.filters.text)
        standing = sum(one.is_standing for one in chosen)
        money = sum(one.amount for one in chosen)
        open_ = sum(one.amount for one in chosen if not one.is_paid)
        self.header.set_subtitle(
            f"{self._about()}: {standing} khen thưởng còn hiệu lực, tiền thưởng "
            f"{money_text(money)}, chưa chi {money_text(open_)}."
        )

    def _about(self) -> str:
        year = self.year.currentData()
        return f"Năm {year}" if year else "Tất cả các năm"

    # ---- Write

    @Slot()
    def export(self) -> None:
        """Write what is shown as a workbook."""
        path = self.choose_new_file("Ghi sổ khen thưởng", "so-khen-thuong.xlsx", "Excel (*.xlsx)")
        if path is not None:
            desk, texts, about = self.desk, self.texts, self._about()
            shown = tuple(self.table.model.shown)
            self._write(lambda: export_rewards(desk, texts, shown, about, path))

    @Slot()
    def print_page(self) -> None:
        """Write what is shown as a paper for printing."""
        path = self.choose_new_file("In sổ khen thưởng", "so-khen-thuong.pdf", "PDF (*.pdf)")
        if path is not None:
            desk, texts, about = self.desk, self.texts, self._about()
            shown = tuple(self.table.model.shown)
            self._write(lambda: print_rewards(desk, texts, shown, about, path))

    def _write(self, write: Callable[[], Path]) -> None:
        self.do(
            lambda _p: write(),
            lambda path: self.tell(
                Tone.GOOD,
                f"Đã ghi {path.name}.",
                action=self.open_file_action(path, "Mở tệp"),
            ),
            what="Đang ghi sổ khen thưởng",
            changes=False,
        )
