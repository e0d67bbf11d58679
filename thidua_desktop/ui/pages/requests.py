"""Kiến nghị, vướng mắc: what all units ask for, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from thidua_desktop.application.collecting.unit_requests import (
    UnitRequest,
    answer_request,
    export_requests,
    requests_text,
    unit_requests,
)
from thidua_desktop.application.naming import file_stem
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.unit_requests import RequestStatus
from thidua_desktop.ui.dialogs.request_dialog import RequestDialog
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import PanelPage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import cycle_name, day

WORKBOOK = "Bảng tính Excel (*.xlsx)"
_LOOKS = {
    RequestStatus.OPEN: Mark(Tone.WARNING, "clock"),
    RequestStatus.FORWARDED: Mark(Tone.INFO, "send"),
    RequestStatus.ANSWERED: Mark(Tone.GOOD, "check-circle"),
}
_ORDER = {status: place for place, status in enumerate(RequestStatus)}


class RequestsPage(PanelPage):
    """One line for each unit that asks for something."""

    TITLE = "Kiến nghị, vướng mắc"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Ghi kết quả xử lý…", "pencil", self.answer)
        self.header.add_action("Chép vào báo cáo", "copy", self.copy_list)
        self.header.add_action("Xuất Excel…", "table", self.export)
        filters = self.add_filters("Tìm đơn vị, nội dung")
        filters.add_choice("status", "Tình trạng")
        filters.set_choices("status", [(s.value, self._words(s)) for s in RequestStatus])
        model: RecordTableModel[UnitRequest] = RecordTableModel(self._columns(), self.icons, self)
        self.table = RecordTable(model, self.icons, "đơn vị", key=lambda one: one.unit)
        self.panel = SidePanel(self.icons, "Chọn một đơn vị để xem nguyên văn kiến nghị.")
        self.add_table_with_panel(self.table, self.panel)
        filters.changed.connect(self._filter)
        self.table.selected.connect(self.show_record)
        self.table.opened.connect(self.answer)

    def _columns(self) -> Sequence[Column[UnitRequest]]:
        return (
            Column("Đơn vị", lambda one: one.unit_name, 220),
            Column("Kiến nghị, vướng mắc", lambda one: " ".join(one.text.split()), 0),
            Column("Nhận ngày", lambda one: day(one.received_on), 100),
            Column(
                "Tình trạng",
                lambda one: self._words(one.status),
                140,
                sort_key=lambda one: _ORDER[one.status],
                mark=lambda one: _LOOKS[one.status],
            ),
        )

    def _words(self, status: RequestStatus) -> str:
        return self.texts.render(f"request_status_{status}", {})

    def table_of(self) -> RecordTable:
        """The requests."""
        return self.table

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Gather the requests."""
        desk = self.desk
        self.ask(lambda: unit_requests(desk, cycle.id), self._show)

    def _show(self, requests: tuple[UnitRequest, ...]) -> None:
        self.table.empty.say(
            "inbox",
            "Chưa có kiến nghị nào",
            "Kiến nghị, vướng mắc ghi trong phiếu của các đơn vị được gom về đây khi nhận phiếu.",
            ("Đến trang Thu phiếu", lambda: self.go_to("collecting")),
        )
        self.table.model.set_records(requests)
        waiting = sum(one.status is RequestStatus.OPEN for one in requests)
        if self.cycle is not None:
            self.header.set_subtitle(
                f"{cycle_name(self.cycle)}: {len(requests)} đơn vị có kiến nghị, "
                f"{waiting} chưa trả lời."
            )
        self._filter()
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        chosen = self.filters.chosen("status")
        self.table.model.set_filter(
            self.filters.text, (lambda one: one.status == chosen) if chosen else None
        )

    def fill_panel(self, record: UnitRequest) -> None:
        """The whole text, and what was done."""
        panel, look = self.panel, _LOOKS[record.status]
        panel.add_title(record.unit_name, record.group_name)
        panel.add_line(look.tone, look.icon, self._words(record.status))
        if record.is_new_text:
            panel.add_line(
                Tone.WARNING,
                "alert-triangle",
                "Đơn vị đã gửi lại phiếu với nội dung khác sau khi ghi kết quả. Hãy xem lại.",
            )
        panel.add_section("Kiến nghị, vướng mắc")
        panel.add_text(record.text)
        if record.answer:
            panel.add_section("Kết quả xử lý")
            panel.add_text(record.answer)
            panel.add_text(f"Ghi ngày {day(record.changed_on)}", "caption")

    @Slot()
    def answer(self) -> None:
        """Note what was done about the selected unit's requests."""
        record, cycle, desk = self.table.current, self.cycle, self.desk
        if not isinstance(record, UnitRequest) or cycle is None:
            self.tell(Tone.INFO, "Hãy chọn một đơn vị trong danh sách trước.")
            return
        words = {status: self._words(status) for status in RequestStatus}
        dialog = RequestDialog(record, words, self.icons, self)
        self.do_as_filled(
            dialog,
            lambda: (dialog.status, dialog.answer.toPlainText()),
            lambda told: answer_request(desk, cycle.id, record.unit, *told),
            lambda _nothing: self.tell(
                Tone.GOOD, f"Đã ghi kết quả xử lý kiến nghị của «{record.unit_name}»."
            ),
        )

    @Slot()
    def copy_list(self) -> None:
        """Put the numbered list on the clipboard, for the report."""
        cycle, desk, texts = self.cycle, self.desk, self.texts
        if cycle is None:
            return

        def copy(words: str) -> None:
            if not words:
                self.tell(Tone.INFO, "Chưa có kiến nghị nào để chép.")
                return
            QGuiApplication.clipboard().setText(words)
            self.tell(Tone.GOOD, "Đã chép danh sách kiến nghị; mở báo cáo rồi dán (Ctrl+V).")

        self.do(lambda _progress: requests_text(desk, texts, cycle.id), copy, changes=False)

    @Slot()
    def export(self) -> None:
        """Write them as a workbook."""
        cycle, desk, texts = self.cycle, self.desk, self.texts
        if cycle is None:
            return
        name = f"{file_stem('kien-nghi', cycle.id)}.xlsx"
        path = self.choose_new_file("Lưu bảng kiến nghị", name, WORKBOOK)
        if path is None:
            return
        self.do(
            lambda _progress: export_requests(desk, texts, cycle.id, path),
            lambda count: self.tell(
                Tone.GOOD,
                f"Đã ghi {count} kiến nghị vào tệp {path.name}.",
                action=self.open_file_action(path, "Mở tệp"),
            ),
            changes=False,
        )
