"""Sổ quyết định: every decision of the office, its number, signer, awards and money."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from thidua_desktop.application.decisions.book import (
    DecisionLine,
    DecisionRegistered,
    decision_book,
    register_decision,
)
from thidua_desktop.application.decisions.scans import (
    SCAN_ENDINGS,
    ScanAttached,
    attach_scan,
    copy_scan,
    remove_scan,
)
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.domain.awards.outcomes import DecisionScan
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.ui.dialogs.decision_dialogs import RegisterDialog
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.elided_label import ElidedLabel
from thidua_desktop.ui.widgets.labels import named
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import count, day

_SHOWN = 30


@dataclass(frozen=True, slots=True)
class _Known:
    lines: tuple[DecisionLine, ...]
    award_names: dict[str, str]


class DecisionsPage(Page):
    """The register; a decision without its number stands out."""

    TITLE = "Sổ quyết định"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._names: dict[str, str] = {}
        self.header.set_main("Ghi số, ngày…", "pencil", self.register)
        self.header.add_action("Gắn bản quét…", "file-text", self.attach)
        filters = self.add_filters("Tìm số, người được khen")
        model: RecordTableModel[DecisionLine] = RecordTableModel(_columns(), self.icons, self)
        self.table = RecordTable(model, self.icons, "quyết định", key=lambda line: line.decision.id)
        self.panel = SidePanel(self.icons, "Chọn một quyết định để xem danh sách được khen.")
        self.add_table_with_panel(self.table, self.panel)
        filters.changed.connect(self._filter)
        self.table.selected.connect(self._show_line)
        self.table.opened.connect(self.register)

    def refresh(self) -> None:
        """Read the register."""
        desk = self.desk
        self.ask(lambda: _Known(decision_book(desk), award_names(desk)), self._show)

    def _show(self, known: _Known) -> None:
        self._names = known.award_names
        waiting = sum(not line.decision.number for line in known.lines)
        told = f"{len(known.lines)} quyết định khen thưởng"
        more = f", {waiting} quyết định chưa ghi số" if waiting else ""
        self.header.set_subtitle(f"{told}{more}. Số để trống cho đến khi văn thư cấp.")
        self.header.main.setEnabled(bool(known.lines))
        self.table.empty.say(
            "gavel",
            "Chưa có quyết định nào",
            "Quyết định khen thưởng được lập sau phiên họp Hội đồng.",
            ("Đến trang Hội đồng", lambda: self.go_to("council")),
        )
        self.table.model.set_records(known.lines)
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        self.table.model.set_filter(self.filters.text)

    @Slot(object)
    def _show_line(self, line: DecisionLine | None) -> None:
        self.panel.clear()
        if line is not None:
            self._tell(line)
        self.panel.end()

    def _tell(self, line: DecisionLine) -> None:
        decision = line.decision
        self.panel.add_title(
            f"Quyết định {decision.number}" if decision.number else "Quyết định chưa có số",
            f"Ngày {day(decision.decided_on)}",
        )
        self.panel.add_pairs(
            [
                ("Người ký", line.signer),
                ("Lương cơ sở", money_text(decision.base_salary)),
                ("Tiền thưởng", money_text(line.total)),
                ("Ghi chú", line.note),
            ]
        )
        if line.scans:
            self.panel.add_section("Bản quét đã ký")
            for scan in line.scans:
                self.panel.add(self._scan_row(scan))
        self.panel.add_section(f"{len(line.awards)} trường hợp được khen")
        for one in line.awards[:_SHOWN]:
            award = self._names.get(one.proposal.award, one.proposal.award)
            under = f"{award}, {money_text(one.money.amount)}"
            if one.is_cancelled:
                self.panel.add_line(
                    Tone.BAD, "x", one.proposal.subject_name, f"{under}. Đã hủy bỏ."
                )
            else:
                self.panel.add_line(Tone.GOOD, "award", one.proposal.subject_name, under)
        if len(line.awards) > _SHOWN:
            self.panel.add_text(f"Còn {len(line.awards) - _SHOWN} trường hợp, xem Sổ khen thưởng.")

    def _scan_row(self, scan: DecisionScan) -> QWidget:
        row = QWidget()
        cells = QHBoxLayout(row)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.addWidget(ElidedLabel(scan.title), 1)
        for words, deed in (("Mở", self.open_scan), ("Gỡ", self.take_off)):
            button = QPushButton(words)
            named(button, "scanDeed", f"{words} {scan.title}")
            button.clicked.connect(partial(deed, scan))
            cells.addWidget(button)
        return row

    @Slot()
    def attach(self) -> None:
        """Ask for scans of the selected decision and keep them."""
        line: DecisionLine | None = self.table.current
        if line is None:
            self.tell(Tone.INFO, "Chọn một quyết định trước.")
            return
        endings = " ".join(f"*{ending}" for ending in SCAN_ENDINGS)
        files = self.choose_files("Bản quét quyết định đã ký", f"PDF, ảnh ({endings})")
        desk, number = self.desk, line.decision.id
        if files:
            self.do(
                lambda _p: [attach_scan(desk, number, file) for file in files],
                self._tell_attached,
            )

    def _tell_attached(self, made: list[ScanAttached]) -> None:
        new = sum(one.is_new for one in made)
        again = "Bản quét này đã có trong quyết định."
        self.tell(Tone.GOOD, f"Đã gắn {new} bản quét vào quyết định." if new else again)

    def open_scan(self, scan: DecisionScan, *_clicked: bool) -> None:
        """Open a copy; what is kept can't be changed by the program that shows it."""
        desk = self.desk

        def show(path: Path) -> None:
            self.open_file_action(path, "")[1]()

        self.do(lambda _p: copy_scan(desk, scan), show, changes=False)

    def take_off(self, scan: DecisionScan, *_clicked: bool) -> None:
        """Take a scan off its decision; undo brings it back."""
        desk = self.desk
        self.do(
            lambda _p: remove_scan(desk, scan),
            lambda _n: self.tell(Tone.GOOD, f"Đã gỡ {scan.title}. Ctrl+Z để lấy lại."),
        )

    @Slot()
    def register(self) -> None:
        """Ask for number, date and signer of the selected decision."""
        line: DecisionLine | None = self.table.current
        if line is None:
            self.tell(Tone.INFO, "Chọn một quyết định trước.")
            return
        dialog = RegisterDialog(line, self.icons, self)
        desk = self.desk

        def filled() -> tuple[str, dt.date, str | None, str]:
            signer = dialog.signer.text()
            # The office's own signer goes on to stand for everyone who is not named otherwise.
            named = None if signer.strip() == line.signer else signer
            return dialog.number.text(), dialog.date.day(), named, dialog.note_field.text()

        self.do_as_filled(
            dialog,
            filled,
            lambda told: register_decision(desk, line.decision.id, *told),
            self._tell_registered,
        )

    def _tell_registered(self, made: DecisionRegistered) -> None:
        number = f"số {made.decision.number}" if made.decision.number else "chưa có số"
        more = (
            f" Tiền thưởng của {len(made.recomputed)} trường hợp được tính lại theo ngày mới."
            if made.recomputed
            else ""
        )
        self.tell(Tone.GOOD, f"Quyết định {number}, ngày {day(made.decision.decided_on)}.{more}")


def _columns() -> list[Column[DecisionLine]]:
    return [
        Column(
            "Số",
            lambda line: line.decision.number or "Chưa có số",
            150,
            mark=lambda line: (
                None if line.decision.number else Mark(Tone.WARNING, "alert-triangle")
            ),
        ),
        Column(
            "Ngày ký",
            lambda line: day(line.decision.decided_on),
            104,
            sort_key=lambda line: line.decision.decided_on,
        ),
        Column(
            "Được khen",
            _names,
            0,
            tooltip=lambda line: "\n".join(one.proposal.subject_name for one in line.awards),
        ),
        Column("Người ký", lambda line: line.signer, 170),
        Column(
            "Số lượng",
            lambda line: count(len(line.awards)),
            84,
            Align.RIGHT,
            sort_key=lambda line: len(line.awards),
            is_searched=False,
        ),
        Column(
            "Tiền thưởng",
            lambda line: count(line.total),
            120,
            Align.RIGHT,
            sort_key=lambda line: line.total,
            is_searched=False,
        ),
    ]


def _names(line: DecisionLine) -> str:
    return ", ".join(one.proposal.subject_name for one in line.awards)
