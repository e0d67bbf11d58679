"""Thu phiếu: drop the returned files; every fault is named, and who is late."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.application.collecting.board import (
    BoardRow,
    BoardState,
    CollectingBoard,
    collecting_board,
)
from thidua_desktop.application.collecting.reminding import UnitReminder
from thidua_desktop.application.collecting.returning import ReturnedSlip, return_forms
from thidua_desktop.application.collecting.taking import (
    Collected,
    CollectedFile,
    CollectOrder,
    Rehearsal,
    answer_hidden,
    rehearse_forms,
    take_forms,
)
from thidua_desktop.application.hidden import HiddenChoice
from thidua_desktop.application.records import IntakeStatus
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.collecting_columns import (
    FILE_LOOKS,
    URGENCY,
    board_columns,
    file_columns,
    reminder_columns,
    slip_columns,
)
from thidua_desktop.ui.pages.collecting_panel import CollectingPanel, is_people
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.pages.reminding import Reminding
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.drop_area import DropArea
from thidua_desktop.ui.widgets.file_question import hidden_question
from thidua_desktop.ui.widgets.received_day import ReceivedDay
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.tab_line import tab_line
from thidua_desktop.ui.wording import cycle_name, due_clause

FORMS = "Phiếu (*.xlsx *.xls *.xlsm *.xlsb *.ods *.zip);;Mọi tệp (*)"
COLLECT = "Thu phiếu…"
BOARD, FILES, SLIPS, REMINDERS = range(4)


class CollectingPage(CyclePage):
    """Two tabs: where every unit stands, and the files of the last collecting."""

    TITLE = "Thu phiếu"
    CHANGES_CYCLE = True

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.reminding = Reminding(self, self._show_reminders)
        self.header.set_main(COLLECT, "inbox", self.go_on)
        self.header.add_action("Chép tin đôn đốc", "copy", self.reminding.copy)
        self.header.add_action("Lập phiếu trả lại…", "send", self.return_faulty)
        self.header.add_more("Chọn tệp phiếu…", "folder-open", self.choose)
        self.header.add_more("Tin riêng cho từng đơn vị…", "copy", self.reminding.show)
        self.header.add_more("Công văn đôn đốc…", "file-text", self.reminding.write_letter)
        self.received = ReceivedDay(self.desk.clock.today())
        self.drop = _drop_area(self.icons, self.received)
        self.question = hidden_question(self.icons)
        self._rehearsal: Rehearsal | None = None
        for widget in (self.drop, self.received.note, self.question):
            self.body.addWidget(widget)
        self.tabs = tab_line(
            "collectingTabs",
            "Cách xem",
            "Theo đơn vị",
            "Tệp vừa thu",
            "Phiếu trả lại",
            "Tin đôn đốc riêng",
        )
        self.body.addWidget(self.tabs)
        filters = self.add_filters("Tìm đơn vị, tên tệp")
        filters.add_choice("state", "Trạng thái")
        self._make_tables()
        self.panel = CollectingPanel(self.icons, self.texts, self.state.services.open_path)
        self.panel.typing_wanted.connect(self.state.type_in)
        self.panel.reminder_wanted.connect(self.reminding.copy_for)
        self.add_table_with_panel(self.views, self.panel)
        self._connect()

    def _make_tables(self) -> None:
        board: RecordTableModel[BoardRow] = RecordTableModel(
            board_columns(self.texts), self.icons, self
        )
        files: RecordTableModel[CollectedFile] = RecordTableModel(file_columns(), self.icons, self)
        self.board = RecordTable(board, self.icons, "đơn vị", key=lambda row: row.unit)
        self.files = RecordTable(files, self.icons, "tệp", key=lambda file: file.path)
        slips: RecordTableModel[ReturnedSlip] = RecordTableModel(slip_columns(), self.icons, self)
        self.slips = RecordTable(slips, self.icons, "phiếu trả lại", key=lambda slip: slip.unit)
        reminders: RecordTableModel[UnitReminder] = RecordTableModel(
            reminder_columns(), self.icons, self
        )
        self.reminders = RecordTable(reminders, self.icons, "tin", key=lambda one: one.unit)
        self.views = QStackedWidget()
        self.views.addWidget(self.board)
        self.views.addWidget(self.files)
        self.views.addWidget(self.slips)
        self.views.addWidget(self.reminders)

    def _connect(self) -> None:
        def choose_folder() -> None:
            folder = self.choose_folder("Chọn thư mục có các tệp phiếu")
            if folder is not None:
                self.collect([folder])

        def import_list(file: CollectedFile) -> None:
            """A list that came among the forms belongs to the registers."""
            self.go_to("units")
            self.state.list_dropped.emit(file.path, is_people(file))

        def show_if_seen(table: RecordTable, _record: object) -> None:
            """Only the table that is seen fills the panel."""
            if table is self.table:
                self._show_current()

        self.panel.list_wanted.connect(import_list)
        self.filters.changed.connect(self._filter)
        self.tabs.currentChanged.connect(self._switch)
        self.drop.dropped.connect(self.collect)
        self.drop.choose_folder.clicked.connect(choose_folder)
        for table in (self.board, self.files, self.slips, self.reminders):
            table.selected.connect(partial(show_if_seen, table))
        self.state.files_dropped.connect(self.collect)
        self.question.answered.connect(self._answer_hidden)

    def table_of(self) -> RecordTable:
        """The board."""
        return self.board

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read the board."""
        self.received.set_today(self.desk.clock.today())
        desk = self.desk
        self.ask(lambda: collecting_board(desk, cycle.id), self._show)

    def _show(self, board: CollectingBoard) -> None:
        self.filters.set_choices(
            "state",
            [(state.value, self.texts.render(f"board_{state}", {})) for state in BoardState],
        )
        self.board.empty.say(
            "building",
            "Chưa có đơn vị nào",
            "Nhập danh sách đơn vị, phát phiếu, rồi thu phiếu tại đây.",
            ("Đến trang Đơn vị", lambda: self.go_to("units")),
        )
        self.files.empty.say(
            "inbox", "Chưa thu tệp nào", "Thả các tệp phiếu vào khung phía trên để bắt đầu."
        )
        self.slips.empty.say(
            "send",
            "Chưa lập phiếu trả lại",
            "Phiếu trả lại chỉ mở các ô còn sai để đơn vị sửa, kèm lời nhắn gửi Zalo.",
            ("Lập phiếu trả lại…", self.return_faulty),
        )
        self.reminders.empty.say(
            "copy",
            "Chưa soạn tin riêng",
            "Mỗi đơn vị chưa gửi hoặc phải sửa phiếu có một tin riêng, xưng hô theo loại đơn vị.",
            ("Soạn tin riêng", self.reminding.show),
        )
        self.panel.calendar_doubts = board.calendar_doubts
        self.board.model.set_records(board.rows)
        faulty = board.count(BoardState.FAULTY)
        late = board.count(BoardState.OVERDUE)
        told = [f"đã nhận {board.received} trong {len(board.rows)} phiếu"]
        told += [f"{faulty} phiếu cần sửa"] if faulty else []
        told += [f"{late} đơn vị quá hạn"] if late else []
        due = due_clause(board.cycle)
        self.header.set_subtitle(f"{cycle_name(board.cycle)}{due}: {', '.join(told)}.")
        self._filter()
        self.board.select_first()

    @Slot()
    def _filter(self) -> None:
        chosen = self.filters.chosen("state")
        self.board.model.set_filter(
            self.filters.text, (lambda row: row.state == chosen) if chosen else None
        )
        self.files.model.set_filter(self.filters.text)
        self.slips.model.set_filter(self.filters.text)
        self.reminders.model.set_filter(self.filters.text)

    @Slot(int)
    def _switch(self, tab: int) -> None:
        self.views.setCurrentIndex(tab)
        self.filters.show_choice("state", is_shown=tab == BOARD)
        self.table.select_first()
        self._show_current()

    @property
    def table(self) -> RecordTable:
        """The table of the chosen tab."""
        return (self.board, self.files, self.slips, self.reminders)[self.tabs.currentIndex()]

    def _show_current(self) -> None:
        panel = self.panel
        tells = (panel.show_row, panel.show_file, panel.show_slip, panel.show_reminder)
        tells[self.tabs.currentIndex()](self.table.current)

    # ---- Collect and return

    @Slot()
    def go_on(self) -> None:
        """The main button: take what was checked, or else choose files to check."""
        if self._rehearsal is not None and self.unsaved():
            self.take(self._rehearsal)
        else:
            self.choose()

    @Slot()
    def choose(self) -> None:
        """Choose files to collect."""
        files = self.choose_files("Chọn các tệp phiếu", FORMS)
        if files:
            self.collect(files)

    @Slot(list)
    def collect(self, paths: list[Path]) -> None:
        """Judge and take the files; one operation, one undo."""
        cycle, desk = self.cycle, self.desk
        order = CollectOrder(paths, received_on=self.received.day())
        if cycle is None:
            self.tell(Tone.WARNING, "Cần mở kỳ trước khi thu phiếu.")
            return
        self.do(
            lambda progress: rehearse_forms(desk, cycle.id, order, progress),
            self._show_rehearsal,
            what="Đang đọc phiếu",
            changes=False,
        )

    def _show_rehearsal(self, rehearsal: Rehearsal) -> None:
        """Show what would become of each file; taking it is the officer's to say."""
        seen = rehearsal.seen
        self._rehearsal = rehearsal
        self._show_files(seen)
        wanted = sum(file.report is not None for file in seen.files)
        put = _deed(wanted, len(seen.files))
        self.tell(
            Tone.INFO,
            f"Mới kiểm tra {len(seen.files)} tệp, chưa lưu: {_told(seen)}. "
            f"Xem từng dòng rồi bấm «{put}».",
            action=(put, lambda: self.take(rehearsal)),
        )
        self.header.rename_main(put if wanted else COLLECT)

    @Slot(object)
    def _answer_hidden(self, choice: HiddenChoice) -> None:
        """What becomes of hidden answers: the files that asked are judged again by it."""
        desk, rehearsal = self.desk, self._rehearsal
        if rehearsal is not None:
            self.do(
                lambda _progress: answer_hidden(desk, rehearsal, choice),
                self._show_rehearsal,
                what="Đang đọc phiếu",
                changes=False,
            )

    def take(self, rehearsal: Rehearsal) -> None:
        """Take what was shown; one operation, one undo."""
        desk = self.desk
        self.do(
            lambda _progress: take_forms(desk, rehearsal),
            self._tell_collected,
            what="Đang ghi phiếu",
        )

    def _show_files(self, collected: Collected) -> None:
        asked = len(collected.asking)
        self.question.ask(self.texts.render("hidden_files", {"count": asked}) if asked else "")
        # What needs somebody stands on top.
        self.files.model.set_records(
            sorted(collected.files, key=lambda file: URGENCY.index(file.status))
        )
        self.tabs.setCurrentIndex(FILES)
        self.files.view.selectRow(0)

    def unsaved(self) -> str:
        """Forms that were shown but not taken: the officer may believe that they are in."""
        if self._rehearsal is None:
            return ""
        files = self._rehearsal.seen.files
        wanted = sum(file.report is not None for file in files)
        return f"Thu phiếu: {wanted} phiếu đã kiểm tra, chưa nhận" if wanted else ""

    def _tell_collected(self, collected: Collected) -> None:
        self._rehearsal = None
        self.header.rename_main(COLLECT)
        self._show_files(collected)
        refused = collected.count(IntakeStatus.REJECTED) + collected.count(IntakeStatus.UNKNOWN)
        self.tell(
            Tone.WARNING if refused else Tone.GOOD,
            f"Đã đọc {len(collected.files)} tệp: {_told(collected)}.",
            action=self.undoing.offer(collected.operation),
        )

    def _show_reminders(self, reminders: tuple[UnitReminder, ...]) -> None:
        self.reminders.model.set_records(reminders)
        self.tabs.setCurrentIndex(REMINDERS)
        self.reminders.select_first()

    @Slot()
    def return_faulty(self) -> None:
        """Write a return slip for each faulty form."""
        cycle = self.cycle
        if cycle is None:
            return
        folder = self.choose_folder("Chọn thư mục để ghi phiếu trả lại")
        if folder is None:
            return
        desk, texts = self.desk, self.texts

        def tell(slips: tuple[ReturnedSlip, ...]) -> None:
            if not slips:
                self.tell(Tone.INFO, "Không có phiếu nào cần trả lại.")
                return
            self.slips.model.set_records(slips)
            self.tabs.setCurrentIndex(SLIPS)
            self.tell(
                Tone.GOOD,
                f"Đã lập {len(slips)} phiếu trả lại; chỉ các ô còn sai được mở để sửa.",
                action=self.open_file_action(folder, "Mở thư mục"),
            )

        self.do(
            lambda _progress: return_forms(desk, texts, cycle.id, folder),
            tell,
            what="Đang lập phiếu trả lại",
            changes=False,
        )


def _drop_area(icons: Icons, received: ReceivedDay) -> DropArea:
    """Where files are dropped, with the day that they came."""
    sentence = "Thả các tệp phiếu, tệp nén hoặc cả thư mục vào đây, kể cả tệp đã đổi tên."
    drop = DropArea(icons, sentence)
    drop.add_field("Ngày nhận", received)
    return drop


def _told(collected: Collected) -> str:
    """How many files of each status, in words."""
    return "; ".join(
        f"{collected.count(status)} {look.word.lower()}"
        for status, look in FILE_LOOKS.items()
        if collected.count(status)
    )


def _deed(wanted: int, files: int) -> str:
    """What is done with the files that were checked: those at fault are written down too."""
    if not wanted:
        return f"Ghi lại {files} tệp chưa nhận được"
    return f"Nhận và ghi lại {wanted} phiếu" if wanted < files else f"Nhận {wanted} phiếu"
