"""Phát phiếu: one workbook for every unit, in one click."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Slot

from thidua_desktop.application.collecting.giving_forms import (
    FormBoard,
    GivenForm,
    form_board,
    give_forms,
)
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.wording import cycle_name, day, due_clause


class FormsPage(CyclePage):
    """Which units get a form, and which have got one."""

    TITLE = "Phát phiếu"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Phát phiếu…", "file-output", self.give)
        self._groups: dict[str, str] = {}
        self._issued: dict[str, dt.date] = {}
        filters = self.add_filters("Tìm đơn vị")
        model: RecordTableModel[Unit] = RecordTableModel(
            [
                Column("Đơn vị", lambda unit: unit.name, 0),
                Column("Nhóm", lambda unit: self._groups.get(unit.group, unit.group), 260),
                Column("Điện thoại, Zalo", lambda unit: unit.phone, 140),
                Column("Phiếu", self._state_word, 170, mark=self._state_mark),
            ],
            self.icons,
            self,
        )
        self.table = RecordTable(model, self.icons, "đơn vị", key=lambda unit: unit.code)
        self.body.addWidget(self.table, 1)
        filters.changed.connect(self._filter)

    def table_of(self) -> RecordTable:
        """The list of units."""
        return self.table

    def _state_word(self, unit: Unit) -> str:
        issued = self._issued.get(unit.code)
        return f"Đã phát {day(issued)}" if issued else "Chưa phát"

    def _state_mark(self, unit: Unit) -> Mark:
        return (
            Mark(Tone.GOOD, "check-circle")
            if unit.code in self._issued
            else Mark(Tone.QUIET, "circle")
        )

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read the units of the cycle and the forms given out."""
        desk = self.desk
        self.ask(lambda: form_board(desk, cycle.id), self._show)

    def _show(self, board: FormBoard) -> None:
        self._groups, self._issued = board.groups, board.issued_on
        self.table.empty.say(
            "building",
            "Chưa có đơn vị nào",
            "Nhập danh sách đơn vị trước khi phát phiếu.",
            ("Đến trang Đơn vị", lambda: self.go_to("units")),
        )
        self.table.model.set_records(board.units)
        if self.cycle is not None:
            given = f"đã phát {len(self._issued)} trong {len(board.units)} đơn vị"
            self.header.set_subtitle(
                f"{cycle_name(self.cycle)}: {given}{due_clause(self.cycle)}. "
                "Mỗi đơn vị một tệp Excel đã ghi sẵn tên."
            )

    @Slot()
    def _filter(self) -> None:
        self.table.model.set_filter(self.filters.text)

    @Slot()
    def give(self) -> None:
        """Write one workbook for each unit into a folder."""
        cycle = self.cycle
        if cycle is None:
            self.go_to("cycles")
            return
        folder = self.choose_folder("Chọn thư mục để ghi phiếu")
        if folder is None:
            return
        desk = self.desk
        self.do(
            lambda progress: give_forms(desk, cycle.id, folder, progress),
            lambda given: self._tell_given(given, folder),
            what="Đang viết phiếu",
        )

    def _tell_given(self, given: tuple[GivenForm, ...], folder: Path) -> None:
        kept = sum(form.is_kept for form in given)
        also = f" {kept} phiếu đã có sẵn, giữ nguyên." if kept else ""
        self.tell(
            Tone.GOOD,
            f"Đã viết {len(given) - kept} phiếu vào thư mục {folder.name}.{also}",
            action=self.open_file_action(folder, "Mở thư mục"),
        )
