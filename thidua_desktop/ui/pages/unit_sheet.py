"""Từng đơn vị: one unit's points, typed down the page; and what happened to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.application.appraisal.appraising import (
    accept_as_proposed,
    left_for_evidence,
)
from thidua_desktop.application.appraisal.timeline import TimelineEvent, unit_timeline
from thidua_desktop.application.appraisal.unit_sheet import (
    SheetLine,
    SheetUnit,
    UnitSheet,
    sheet_units,
    unit_sheet,
)
from thidua_desktop.application.evidence.linking import EvidencePlace
from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.application.progress import Progress
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.evidence_work import EvidenceWork
from thidua_desktop.ui.pages.figures_work import FiguresWork
from thidua_desktop.ui.pages.page import PanelPage
from thidua_desktop.ui.pages.unit_sheet_columns import sheet_columns, timeline_columns
from thidua_desktop.ui.pages.unit_sheet_saving import SheetSaving
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.criterion_parts import add_answer, add_criterion, add_reasons
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.second_look import SecondLook
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.widgets.tab_line import tab_line
from thidua_desktop.ui.widgets.typing_table import TypingView
from thidua_desktop.ui.wording import cycle_name, day, points

POINTS, TIMELINE = 0, 1


@dataclass(frozen=True, slots=True)
class _Known:
    """What the page reads at once."""

    units: tuple[SheetUnit, ...]
    sheet: UnitSheet | None = None
    events: tuple[TimelineEvent, ...] = ()


class UnitSheetPage(PanelPage):
    """Self, appraised and council's points of one unit side by side."""

    TITLE = "Từng đơn vị"
    CHANGES_CYCLE = True

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Nhận theo đề xuất", "check", self.accept)
        before = self.header.add_action("Đơn vị trước", "chevron-up", self.previous)
        before.setShortcut("Alt+Up")
        after = self.header.add_action("Đơn vị sau", "chevron-down", self.next)
        after.setShortcut("Alt+Down")
        filters = self.add_filters("Tìm tiêu chí")
        filters.search.hide()
        self.unit = filters.add_choice("unit", "Đơn vị", every="")
        self.tabs = tab_line("sheetTabs", "Nội dung", "Bảng điểm", "Diễn biến")
        self.body.addWidget(self.tabs)
        model: RecordTableModel[SheetLine] = RecordTableModel(
            sheet_columns(self._look_at), self.icons, self
        )
        self.table = RecordTable(
            model,
            self.icons,
            "tiêu chí",
            key=lambda line: line.criterion.code,
            view=TypingView(),
        )
        self.table.select_by_cell()
        self.table.view.setSortingEnabled(False)
        past: RecordTableModel[TimelineEvent] = RecordTableModel(
            timeline_columns(), self.icons, self
        )
        self.events = RecordTable(past, self.icons, "việc", key=lambda event: str(event.at))
        self.tables = QStackedWidget()
        self.tables.addWidget(self.table)
        self.tables.addWidget(self.events)
        self.panel = SidePanel(self.icons, "Chọn một dòng để xem đủ nội dung.")
        self.add_table_with_panel(self.tables, self.panel)
        self._marks: Mapping[tuple[str, str], str] = {}
        self.look = SecondLook(state, self.table, self._show_marks)
        self._evidence = EvidenceWork(self)
        self._figures = FiguresWork(self)
        self.saving = SheetSaving(self, lambda: self._sheet)
        self._units: tuple[SheetUnit, ...] = ()
        self._sheet: UnitSheet | None = None
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self._choose)
        self.tabs.currentChanged.connect(self._switch)
        self.table.selected.connect(lambda line: self._show_of(POINTS, line))
        self.events.selected.connect(lambda event: self._show_of(TIMELINE, event))
        self.table.model.records_edited.connect(self.saving.take)
        self.table.model.cell_rejected.connect(lambda why: self.tell(Tone.BAD, why))
        self.state.sheet_wanted.connect(self.show_unit)

    def table_of(self) -> RecordTable:
        """The sheet."""
        return self.table

    def focus_search(self) -> None:
        """Ctrl+F looks for the unit."""
        self.unit.setFocus()

    # ---- Show

    @Slot(str)
    def show_unit(self, unit: str) -> None:
        """Show the sheet of one unit."""
        if self.cycle is not None:
            self._read(self.cycle, unit)

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read the units and the sheet that is shown."""
        self._read(cycle, self.filters.chosen("unit"))
        self.look.ask(cycle)

    def _read(self, cycle: Cycle, unit: str) -> None:
        desk, texts = self.desk, self.texts

        def read() -> _Known:
            units = sheet_units(desk, cycle.id)
            codes = [one.code for one in units]
            chosen = unit if unit in codes else _first_waiting(units)
            if not chosen:
                return _Known(units)
            events = unit_timeline(desk, texts, cycle.id, chosen)
            return _Known(units, unit_sheet(desk, cycle.id, chosen), events)

        self.ask(read, self._show)

    def _show(self, known: _Known) -> None:
        self._units, self._sheet = known.units, known.sheet
        words = [(one.code, _unit_words(one)) for one in known.units]
        chosen = known.sheet.unit.code if known.sheet else ""
        with QSignalBlocker(self.filters):
            self.filters.set_choices("unit", words)
            self.filters.choose("unit", chosen)
        if known.sheet is None:
            self.table.model.set_records([])
            self.table.empty.say(
                "clipboard-check",
                "Chưa có đơn vị nào",
                "Nhập danh sách đơn vị và thu phiếu trước.",
                ("Đến trang Thu phiếu", lambda: self.go_to("collecting")),
            )
            return
        self.table.model.set_records(known.sheet.lines)
        self.table.select_first()
        self.events.model.set_records(tuple(reversed(known.events)))
        self.events.empty.say("history", "Chưa có việc nào", "Kỳ này đơn vị chưa được phát phiếu.")
        self.header.set_subtitle(f"{cycle_name(known.sheet.cycle)}: {self._summary(known.sheet)}")

    def _summary(self, sheet: UnitSheet) -> str:
        """What stands above the sheet: the day, the totals, the class."""
        if sheet.received_on is None or sheet.place is None:
            return "chưa có phiếu được nhận."
        late = f", chậm {sheet.days_late} ngày" if sheet.days_late else ""
        place = sheet.place
        totals = [f"tự chấm {points(place.self_points)}", f"thẩm định {points(place.appraised)}"]
        totals += [f"Hội đồng {points(place.council)}"] if place.council is not None else []
        totals += [f"tổng {points(place.total)}"]
        last = f" Năm trước {points(sheet.last_total)}." if sheet.last_total is not None else ""
        return f"nộp {day(sheet.received_on)}{late}; {', '.join(totals)}.{last}"

    def _look_at(self, line: SheetLine) -> str:
        """What needs a second look in a line of this unit."""
        if self._sheet is None:
            return ""
        return self._marks.get((self._sheet.unit.code, line.criterion.code), "")

    def _show_marks(self, marks: Mapping[tuple[str, str], str], _icon: QIcon) -> None:
        """What needs a second look has come: the lines are marked, the panel tells why."""
        self._marks = marks
        self.table.view.viewport().update()
        self._switch(self.tabs.currentIndex())

    @Slot()
    def _choose(self) -> None:
        if self._sheet is None or self.filters.chosen("unit") != self._sheet.unit.code:
            self.refresh()

    @Slot(int)
    def _switch(self, tab: int) -> None:
        self.tables.setCurrentIndex(tab)
        self.show_record((self.table, self.events)[tab].current)

    def _show_of(self, tab: int, record: SheetLine | TimelineEvent | None) -> None:
        """The panel tells of the table that is seen; the other one may change below it."""
        if self.tabs.currentIndex() == tab:
            self.show_record(record)

    def fill_panel(self, record: SheetLine | TimelineEvent) -> None:
        """The whole words of a criterion with what the unit says, or of what happened."""
        if isinstance(record, TimelineEvent):
            for sentence in record.sentences:
                self.panel.add_text(sentence)
            return
        cell, criterion = record.cell, record.criterion
        most = f"Tối đa {points(criterion.max_points)} điểm"
        self.panel.add_title(f"Tiêu chí {criterion_mark(criterion.code)}", most)
        if self._sheet is not None:
            counts = self._figures.button_of(self._sheet.unit.code, criterion, cell)
            if counts is not None:
                self.panel.add(counts)
        add_answer(self.panel, criterion, cell)
        if self._sheet is not None:
            place = EvidencePlace(self._sheet.unit.code, criterion.code)
            self.panel.add(self._evidence.list_of(place, cell.attached))
            self.look.tell(self.panel, self._sheet.unit.code, criterion.code)
        add_reasons(self.panel, cell)
        if record.last_own is not None or record.last_final is not None:
            self.panel.add_section("Năm trước")
            own, final = points(record.last_own), points(record.last_final)
            self.panel.add_pairs([("Tự chấm", own), ("Được tính", final)])
        add_criterion(self.panel, criterion)

    # ---- From unit to unit

    def previous(self) -> None:
        """The unit before."""
        self._step(-1)

    def next(self) -> None:
        """The unit after."""
        self._step(1)

    def _step(self, step: int) -> None:
        codes = [one.code for one in self._units]
        if self._sheet is None or self.cycle is None:
            return
        place = codes.index(self._sheet.unit.code) + step
        if 0 <= place < len(codes):
            self._read(self.cycle, codes[place])
        else:
            self.tell(Tone.INFO, "Đã đến đơn vị cuối." if step > 0 else "Đây là đơn vị đầu tiên.")

    # ---- Give points

    def accept(self) -> None:
        """Nhận theo đề xuất: the unit's own points, where the office has given none yet."""
        sheet, desk = self._sheet, self.desk
        if sheet is None:
            return

        def work(_progress: Progress) -> tuple[int, int]:
            taken = accept_as_proposed(desk, sheet.cycle.id, [sheet.unit.code])
            return taken, left_for_evidence(desk, sheet.cycle.id, [sheet.unit.code])

        def settle(done: tuple[int, int]) -> None:
            taken, left = done
            lacking = f" Còn {left} tiêu chí thiếu minh chứng bắt buộc: gõ điểm từng ô."
            more = lacking if left > 0 else ""
            if taken:
                self.tell(Tone.GOOD, f"Đã nhận {taken} điểm theo điểm tự chấm.{more}")
            else:
                self.tell(Tone.INFO, more.strip() or "Đơn vị này đã thẩm định xong.")

        self.do(work, settle)


def _first_waiting(units: Sequence[SheetUnit]) -> str:
    """The first unit that waits for the office, else the first of all."""
    waiting = [one.code for one in units if one.pending]
    return next(iter([*waiting, *(one.code for one in units)]), "")


def _unit_words(unit: SheetUnit) -> str:
    if not unit.has_report:
        return f"{unit.name} – chưa có phiếu"
    return f"{unit.name} – còn {unit.pending}" if unit.pending else unit.name
