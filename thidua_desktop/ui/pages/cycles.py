"""Kỳ: opening, the last day for reports, closing."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog

from thidua_desktop.application.cycles import (
    change_due_day,
    close_cycle,
    list_cycles,
    open_cycle,
)
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.ui.dialogs.cycle_dialog import CloseCycleDialog, CycleDialog, DueDayDialog
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import cycle_name, day, due_clause


def _state(cycle: Cycle) -> str:
    return "Đang mở" if cycle.is_open else "Đã chốt"


def _mark(cycle: Cycle) -> Mark:
    return Mark(Tone.GOOD, "circle-dot") if cycle.is_open else Mark(Tone.QUIET, "lock")


class CyclesPage(Page):
    """All cycles, the newest first."""

    TITLE = "Kỳ"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
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
        self.ask(lambda: list_cycles(desk), self._show)

    def _show(self, cycles: tuple[Cycle, ...]) -> None:
        self.table.empty.say(
            "calendar",
            "Chưa mở kỳ nào",
            "Kỳ đầu tiên thường là kỳ năm. Hạn nộp lấy theo kế hoạch, sửa được.",
            ("Mở kỳ…", self.add_new),
        )
        self.table.model.set_records(cycles)
        self.table.select_first()

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
            if cycle.is_open:
                self._add_deeds()
        self.panel.end()

    def _add_deeds(self) -> None:
        due = button("Sửa hạn nộp…", "changeDueDay", icon=self.icons.get("pencil"))
        due.clicked.connect(self._change_due)
        close = button("Chốt kỳ…", "closeCycle", icon=self.icons.get("lock"))
        close.clicked.connect(self._close)
        self.panel.add_section("Việc với kỳ này")
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
        cycle: Cycle = self.table.current
        if CloseCycleDialog(cycle, self.icons, self).exec() == QDialog.DialogCode.Accepted:
            desk = self.desk
            self.do(
                lambda _progress: close_cycle(desk, cycle.id),
                lambda closed: self.tell(
                    Tone.GOOD, f"Đã chốt kỳ {cycle_name(closed).lower()}; kết quả được giữ nguyên."
                ),
                what="Đang sao lưu và chốt kỳ",
            )
