"""Nhập thay đơn vị: a form that came on paper, typed in line by line, kept as one goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit

from thidua_desktop.application.collecting.typing_in import (
    TypingSheet,
    TypingState,
    TypingUnit,
    drop_draft,
    typing_sheet,
    typing_units,
)
from thidua_desktop.application.forms.typed_form import TypedForm
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import PanelPage
from thidua_desktop.ui.pages.typing_draft import TypingDraft
from thidua_desktop.ui.pages.typing_rows import TypingRow, form_of, rows_of, typing_columns
from thidua_desktop.ui.pages.typing_taking import TypingTaking
from thidua_desktop.ui.severity import SEVERITIES
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button, label, named
from thidua_desktop.ui.widgets.received_day import ReceivedDay
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.widgets.typing_table import TypingView
from thidua_desktop.ui.wording import cycle_name, day, points, typed_points

KEYS = "Gõ đến đâu lưu nháp đến đó."
NAME_WIDTH = 140
POINTS = 4
"""The column of the points, where typing begins."""

Known = tuple[tuple[TypingUnit, ...], TypingSheet | None]


class TypingInPage(PanelPage):
    """One unit's form at a time; what is typed is a draft until it is taken."""

    TITLE = "Nhập thay đơn vị"
    CHANGES_CYCLE = True

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.taking = TypingTaking(self, self.form)
        self.header.set_main("Nhận phiếu này", "check", self.take)
        self.header.add_action("Đính kèm bản chụp…", "upload", self.taking.attach_scan)
        self.header.add_more("Bỏ phần nhập dở", "x", self.drop)
        filters = self.add_filters("Tìm tiêu chí")
        filters.search.hide()
        self.unit = filters.add_choice("unit", "Đơn vị", every="")
        self.received = ReceivedDay(self.desk.clock.today())
        self.received.note.setParent(None)
        self.typed_by = QLineEdit()
        named(self.typed_by, "typedBy", "Người nhập")
        self.typed_by.setFixedWidth(NAME_WIDTH)
        for caption, field in (("Ngày nhận", self.received), ("Người nhập", self.typed_by)):
            filters.add_widget(label(caption, "soft"))
            filters.add_widget(field)
        model: RecordTableModel[TypingRow] = RecordTableModel(
            typing_columns(self._issues_of), self.icons, self
        )
        self.table = RecordTable(
            model, self.icons, "dòng", key=lambda row: row.key, view=TypingView()
        )
        self.table.select_by_cell()
        self.table.view.setSortingEnabled(False)
        self.panel = SidePanel(self.icons, "Chọn một dòng để xem đủ nội dung tiêu chí.")
        self.add_table_with_panel(self.table, self.panel)
        self._form: TypedForm | None = None
        self._sheet: TypingSheet | None = None
        self._issues: tuple[Issue, ...] = ()
        self.draft = TypingDraft(self.desk, self.state.services.tasks, self.form, self)
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self._choose)
        self.table.selected.connect(self.show_record)
        model = self.table.model
        model.records_edited.connect(self._note_typing)
        model.cell_rejected.connect(lambda why: self.tell(Tone.BAD, why))
        rows = self.table.view.selectionModel()
        rows.currentRowChanged.connect(lambda _now, _before: self.draft.keep())
        self.received.dateChanged.connect(self._note_typing)
        self.typed_by.textEdited.connect(self._note_typing)
        self.draft.kept.connect(self._judged)
        self.draft.failed.connect(self.tell_failure)
        self.state.typing_wanted.connect(self.show_unit)

    def table_of(self) -> RecordTable:
        """The form."""
        return self.table

    def focus_search(self) -> None:
        """Ctrl+F looks for the unit."""
        self.unit.setFocus()

    # ---- Show

    @Slot(str)
    def show_unit(self, unit: str) -> None:
        """Show the form of one unit."""
        self.draft.keep()
        self._form = None
        self._read(unit)

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read the units, and the form that is typed at the moment."""
        self.draft.keep()
        self.received.set_today(self.desk.clock.today())
        is_same = self._form is not None and self._form.cycle == cycle.id
        self._read(self._form.unit if self._form and is_same else self.filters.chosen("unit"))

    def _read(self, unit: str) -> None:
        cycle, desk = self.cycle, self.desk
        if cycle is None or not cycle.is_open:
            self.table.empty.say(
                "lock", "Kỳ đã chốt", "Phiếu giấy chỉ nhập được khi kỳ còn mở; chọn kỳ khác ở trên."
            )
            self._form = None
            self.table.model.set_records([])
            return

        def read() -> Known:
            units = typing_units(desk, cycle.id)
            chosen = unit if any(one.unit == unit for one in units) else _first_waiting(units)
            return units, typing_sheet(desk, cycle.id, chosen) if chosen else None

        self.ask(read, self._show)

    def _show(self, known: Known) -> None:
        units, sheet = known
        self.filters.set_choices(
            "unit",
            [
                (one.unit, f"{one.name} – {self.texts.render(f'typing_{one.state}', {})}")
                for one in units
            ],
        )
        if sheet is None:
            self.table.empty.say(
                "building",
                "Chưa có đơn vị nào",
                "Nhập danh sách đơn vị trước, rồi nhập phiếu giấy tại đây.",
                ("Đến trang Đơn vị", lambda: self.go_to("units")),
            )
            self.table.model.set_records([])
            return
        if not self.draft.is_new:
            self._show_sheet(sheet)
        if self.cycle is not None:
            self.header.set_subtitle(f"{cycle_name(self.cycle)}: {_told(units)}. {KEYS}")

    def _show_sheet(self, sheet: TypingSheet) -> None:
        is_other = self._form is None or self._form.unit != sheet.form.unit
        column = self.table.view.currentIndex().column()
        self._sheet, self._form, self._issues = sheet, sheet.form, sheet.issues
        blockers = [QSignalBlocker(one) for one in (self.filters, self.received)]
        self.filters.choose("unit", sheet.form.unit)
        self.received.set_day(sheet.form.received_on)
        self.typed_by.setText(sheet.form.typed_by)
        for blocker in blockers:
            blocker.unblock()
        self.table.model.set_records(rows_of(sheet))
        row = 0 if is_other else max(0, self.table.view.currentIndex().row())
        at = self.table.model.index(row, POINTS if is_other or column < 1 else column)
        self.table.view.setCurrentIndex(at)
        if sheet.has_file_from is not None:
            self.tell(
                Tone.WARNING,
                f"«{sheet.unit_name}» đã gửi phiếu bằng tệp, nhận ngày "
                f"{day(sheet.has_file_from)}. Nhận bản giấy này sẽ thay phiếu đó.",
            )

    def fill_panel(self, record: TypingRow) -> None:
        """The criterion in full, what is wrong with the line, and the whole form."""
        panel = self.panel
        if record.criterion is not None:
            most = points(record.criterion.max_points)
            panel.add_title(f"Tiêu chí {record.key}", f"tối đa {most} điểm")
            panel.add_text(record.text)
            if record.criterion.requires_evidence:
                panel.add_line(Tone.INFO, "info", "Tiêu chí này cần có minh chứng.")
            if not record.typed.is_empty:
                add_issues(panel, self.texts, self._issues_of(record))
        else:
            panel.add_title(record.text)
            panel.add_text("Ghi ở cột «Thuyết minh»; để trống nếu bản giấy không ghi.", "caption")
        total = sum(typed_points(row.typed.points) or 0 for row in self.table.model.everything)
        panel.add_section("Cả phiếu")
        panel.add_pairs([("Tổng điểm", points(total))])
        if self._form is not None and self._form.scan:
            opens = button("Mở bản chụp", "openScan", icon=self.icons.get("eye"))
            form = self._form
            opens.clicked.connect(lambda: self.taking.open_scan(form))
            panel.add(opens)
        whole = [one for one in self._issues if "criterion" not in one.data]
        add_issues(panel, self.texts, whole)

    def _issues_of(self, row: TypingRow) -> list[Issue]:
        return [issue for issue in self._issues if issue.data.get("criterion") == row.key]

    # ---- Type and keep

    @Slot()
    def _choose(self) -> None:
        chosen = self.filters.chosen("unit")
        if self._form is None or chosen != self._form.unit:
            self.show_unit(chosen)

    @Slot()
    def _note_typing(self, *_what: object) -> None:
        self.draft.note()
        self.show_record(self.table.current)

    def form(self) -> TypedForm | None:
        """The form as it stands on the screen."""
        if self._form is None:
            return None
        typed = form_of(self._form, self.table.model.everything)
        return replace(
            typed, received_on=self.received.day(), typed_by=self.typed_by.text().strip()
        )

    @Slot(object, tuple)
    def _judged(self, form: TypedForm, issues: tuple[Issue, ...]) -> None:
        """Mark what the judging says; what is typed meanwhile stays."""
        if self._form is None or self._form.unit != form.unit or self._form.cycle != form.cycle:
            return
        self._form, self._issues = form, issues
        if form.is_draft and self._sheet is not None:
            state = self.texts.render(f"typing_{TypingState.DRAFT}", {})
            self.unit.setItemText(self.unit.currentIndex(), f"{self._sheet.unit_name} – {state}")
        model = self.table.model
        end = model.index(model.rowCount() - 1, model.columnCount() - 1)
        model.dataChanged.emit(model.index(0, 0), end)
        self.show_record(self.table.current)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed stays behind on a page that is left."""
        self.draft.keep()
        super().hideEvent(event)

    def unsaved(self) -> str:
        """What could not be kept; empty where everything is."""
        self.draft.keep()
        name = self._sheet.unit_name if self._sheet else ""
        return f"Phiếu giấy của {name}" if self.draft.is_new else ""

    def save(self) -> None:
        """Ctrl+S: keep the draft now."""
        self.draft.keep()
        self.tell(Tone.INFO, "Đã lưu nháp. Bấm «Nhận phiếu này» khi nhập xong.")

    def take(self) -> None:
        """Take the form in."""
        self.draft.keep()
        form = self.form()
        if form is None or self.cycle is None:
            self.tell(Tone.INFO, "Hãy chọn đơn vị trước.")
        else:
            self.taking.take(form)

    def drop(self) -> None:
        """Forget what is typed of this form; its report, where there is one, stays."""
        form, desk = self._form, self.desk
        if form is None:
            return
        self.draft.forget()
        self._form = None
        self.do(
            lambda _progress: drop_draft(desk, form.cycle, form.unit),
            lambda _nothing: self.tell(Tone.GOOD, "Đã bỏ phần nhập dở."),
        )


def add_issues(panel: SidePanel, texts: Texts, issues: Sequence[Issue]) -> None:
    """What the judging says, each with its line."""
    for issue in issues:
        mark = SEVERITIES[issue.severity].mark
        panel.add_line(mark.tone, mark.icon, texts.issue(issue), texts.place(issue))


def _told(units: Sequence[TypingUnit]) -> str:
    """How many forms are in which state."""
    words = {
        TypingState.NOTHING: "đơn vị chưa có phiếu",
        TypingState.DRAFT: "phiếu đang nhập dở",
        TypingState.PAPER: "phiếu đã nhập từ bản giấy",
    }
    counts = {state: sum(one.state is state for one in units) for state in words}
    told = [f"{counts[state]} {said}" for state, said in words.items() if counts[state]]
    return ", ".join(told) or "mọi đơn vị đã gửi phiếu bằng tệp"


def _first_waiting(units: Sequence[TypingUnit]) -> str:
    """A form that was begun, else a unit without one, else any."""
    order = (TypingState.DRAFT, TypingState.NOTHING, TypingState.PAPER, TypingState.FILE)
    return min(units, key=lambda one: order.index(one.state)).unit if units else ""
