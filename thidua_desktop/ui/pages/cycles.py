"""Kỳ: opening, the last day for reports, closing."""

from __future__ import annotations

from PySide6.QtCore import Slot

from thidua_desktop.application.cycles.opening import change_due_day, list_cycles, open_cycle
from thidua_desktop.application.results.addenda import (
    AddendumTold,
    MovedUnit,
    addenda_of,
    reopen_cycle,
)
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.today import TodayBoard, today_board
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.ui.dialogs.cycle_dialog import (
    CloseCycleDialog,
    CycleDialog,
    DueDayDialog,
    ReopenCycleDialog,
)
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import NOTHING, cycle_name, day, due_clause, points


def _state(cycle: Cycle) -> str:
    return "Đang mở" if cycle.is_open else "Đã chốt"


def _mark(cycle: Cycle) -> Mark:
    return Mark(Tone.GOOD, "circle-dot") if cycle.is_open else Mark(Tone.QUIET, "lock")


class CyclesPage(Page):
    """All cycles, the newest first."""

    TITLE = "Kỳ"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._opened_now = ""
        self._addenda: dict[Cycle, AddendumTold] = {}
        self.header.set_main("Mở kỳ", "plus", self.add_new)
        self.header.set_subtitle("Mỗi kỳ có phiếu, điểm và danh sách khen thưởng riêng.")
        model: RecordTableModel[Cycle] = RecordTableModel(
            [
                Column("Kỳ", cycle_name, 0),
                Column("Ngày mở", lambda c: day(c.opened_on), 110, sort_key=lambda c: c.opened_on),
                Column("Hạn nộp", lambda c: day(c.due_on), 110, sort_key=lambda c: c.due_on),
                Column(
                    "Ngày chốt", lambda c: day(c.closed_on), 110, sort_key=lambda c: c.closed_on
                ),
                Column("Trạng thái", _state, 130, mark=_mark),
            ],
            self.icons,
            self,
        )
        self.table = RecordTable(model, self.icons, "kỳ", key=lambda cycle: cycle.id)
        self.panel = SidePanel(self.icons, "Chọn một kỳ để xem chi tiết.")
        self.add_table_with_panel(self.table, self.panel)
        self.table.selected.connect(self._show_record)
        self.table.opened.connect(self._show_cycle)

    def refresh(self) -> None:
        """Read all cycles."""
        desk = self.desk

        def read() -> dict[Cycle, AddendumTold]:
            return {cycle: addenda_of(desk, cycle.id) for cycle in list_cycles(desk)}

        self.ask(read, self._show)

    def _show(self, known: dict[Cycle, AddendumTold]) -> None:
        self._addenda = known
        self.table.empty.say(
            "calendar",
            "Chưa mở kỳ nào",
            "Kỳ đầu tiên thường là kỳ năm. Hạn nộp lấy theo kế hoạch, sửa được.",
            ("Mở kỳ…", self.add_new),
        )
        self.table.model.set_records(tuple(known))
        self.table.select_first()
        if self._opened_now:
            self.table.select_key(self._opened_now)
            self._opened_now = ""

    @Slot(object)
    def _show_record(self, cycle: Cycle | None) -> None:
        self.panel.clear()
        if cycle is not None:
            self.panel.add_title(cycle_name(cycle), _state(cycle))
            self.panel.add_pairs(
                [
                    ("Ngày mở", day(cycle.opened_on)),
                    ("Hạn nộp", day(cycle.due_on) if cycle.due_on else "Chưa đặt"),
                    ("Ngày chốt", day(cycle.closed_on) if cycle.closed_on else ""),
                    (
                        "Thành tích tính",
                        f"từ {day(cycle.achievement_from)} đến {day(cycle.achievement_to)}",
                    ),
                ]
            )
            self._add_addenda(cycle)
            self._add_deeds(cycle)
        self.panel.end()

    def _add_addenda(self, cycle: Cycle) -> None:
        """Why it was opened again after a closing, and who stands otherwise since."""
        told = self._addenda.get(cycle)
        if told is None or not told.addenda:
            return
        self.panel.add_section("Bổ sung sau chốt")
        for one in told.addenda:
            words = f"Chốt ngày {day(one.closed_on)}, mở lại ngày {day(one.reopened_on)}"
            self.panel.add_line(Tone.WARNING, "history", words, one.reason)
        for moved in told.moved:
            self.panel.add_line(Tone.INFO, "clipboard-check", moved.name, moved_words(moved))
        if not told.moved:
            self.panel.add_text("Chưa đơn vị nào đổi điểm, đổi hạng so với lần chốt trước.")

    def _add_deeds(self, cycle: Cycle) -> None:
        self.panel.add_section("Việc với kỳ này")
        if not cycle.is_open:
            again = button("Mở lại để bổ sung…", "reopenCycle", icon=self.icons.get("undo"))
            again.clicked.connect(self._reopen)
            self.panel.add(again)
            return
        due = button("Sửa hạn nộp…", "changeDueDay", icon=self.icons.get("pencil"))
        due.clicked.connect(self._change_due)
        close = button("Chốt kỳ…", "closeCycle", icon=self.icons.get("lock"))
        close.clicked.connect(self._close)
        self.panel.add(due)
        self.panel.add(close)

    @Slot(object)
    def _show_cycle(self, cycle: Cycle) -> None:
        self.state.choose_cycle(cycle.id)
        self.go_to("collecting")

    def add_new(self) -> None:
        """Open a cycle."""
        frame = self.state.frame
        if frame is None:
            return
        desk = self.desk
        dialog = CycleDialog(frame.plan, desk.clock.today(), self.texts, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.order,
            lambda order: open_cycle(desk, order.kind, order.year, order.due_on),
            self._opened,
        )

    def _opened(self, cycle: Cycle) -> None:
        self.tell(
            Tone.GOOD,
            f"Đã mở kỳ {cycle_name(cycle).lower()}{due_clause(cycle)}.",
            action=("Phát phiếu", lambda: self.go_to("forms")),
        )
        self._opened_now = cycle.id
        self.state.choose_cycle(cycle.id)

    @Slot()
    def _change_due(self) -> None:
        cycle: Cycle = self.table.current
        desk = self.desk
        dialog = DueDayDialog(cycle, desk.clock.today(), self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.due.day,
            lambda due_on: change_due_day(desk, cycle.id, due_on),
            lambda changed: self.tell(
                Tone.GOOD,
                f"Hạn nộp mới: {day(changed.due_on)}." if changed.due_on else "Đã bỏ hạn nộp.",
            ),
        )

    @Slot()
    def _close(self) -> None:
        cycle, desk = self.table.current, self.desk

        def ask(board: TodayBoard) -> None:
            still_open = [one.reason for one in board.sentences if one.action != "close"]
            dialog = CloseCycleDialog(cycle, self.texts.reasons(still_open), self.icons, self)
            self.do_as_filled(
                dialog,
                lambda: cycle.id,
                lambda key: close_cycle(desk, key),
                self._tell_closed,
                what="Đang sao lưu và chốt kỳ",
            )

        self.do(lambda _progress: today_board(desk, cycle.id), ask, changes=False)

    def _tell_closed(self, closed: Cycle) -> None:
        self.tell(Tone.GOOD, f"Đã chốt kỳ {cycle_name(closed).lower()}; kết quả được giữ nguyên.")

    @Slot()
    def _reopen(self) -> None:
        """Take a closed cycle up again for what came too late."""
        cycle, desk = self.table.current, self.desk
        dialog = ReopenCycleDialog(cycle, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.why,
            lambda reason: reopen_cycle(desk, cycle.id, reason),
            lambda opened: self.tell(
                Tone.GOOD,
                f"Đã mở lại kỳ {cycle_name(opened).lower()} để bổ sung. Xong việc, hãy chốt lại.",
                action=("Thu phiếu", lambda: self.go_to("collecting")),
            ),
            what="Đang sao lưu và mở lại kỳ",
        )


def moved_words(moved: MovedUnit) -> str:
    """«Hạng 5 → 4; điểm 82 → 84,5»."""
    before = NOTHING if moved.rank_before is None else str(moved.rank_before)
    now = NOTHING if moved.rank is None else str(moved.rank)
    return f"Hạng {before} → {now}; điểm {points(moved.total_before)} → {points(moved.total)}"
