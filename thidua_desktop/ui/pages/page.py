"""What every page is: a head, an answer line, a filter line, a table and a side panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Cancelled, Progress
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import ThiDuaError
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.failure_words import failure_words
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.undoing import Undoing
from thidua_desktop.ui.widgets.file_choosing import FileChoosing
from thidua_desktop.ui.widgets.filter_line import FilterLine
from thidua_desktop.ui.widgets.notice_line import NoticeLine
from thidua_desktop.ui.widgets.page_header import PageHeader
from thidua_desktop.ui.widgets.progress_strip import ProgressStrip
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import WIDTH as PANEL_WIDTH
from thidua_desktop.ui.widgets.side_panel import SidePanel

T = TypeVar("T")
Filled = TypeVar("Filled")


class Page(FileChoosing):
    """Asks use cases and shows what they answer; decides nothing.

    A page fills itself in `refresh`, which the window calls when the page is shown after
    something changed.
    """

    TITLE = ""

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self.setObjectName("page")
        self.state = state
        self.desk: Desk = state.services.desk
        self.texts = state.services.texts
        self.icons = state.icons
        self.header = PageHeader(self.TITLE, self.icons)
        self.notice = NoticeLine(self.icons)
        self.progress = ProgressStrip()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 12)
        self.body.setSpacing(12)
        for part in (self.header, self.notice, self.progress):
            self.body.addWidget(part)
        self.filters = FilterLine(self.icons)
        self.undoing = Undoing(state, self)
        self.undoing.undone.connect(self._tell_undone)
        self.undoing.failed.connect(self.tell_failure)
        self._asked = 0

    # ---- Put together

    def add_filters(self, hint: str) -> FilterLine:
        """The filter line."""
        self.filters.set_hint(hint)
        self.body.addWidget(self.filters)
        return self.filters

    def add_table_with_panel(self, table: QWidget, panel: QWidget) -> QSplitter:
        """The table left, the panel right; the border between them can be moved."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("split")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(23)
        splitter.addWidget(table)
        splitter.addWidget(panel)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([10 * PANEL_WIDTH, PANEL_WIDTH])
        self.body.addWidget(splitter, 1)
        return splitter

    # ---- For the window

    def showEvent(self, event: QShowEvent) -> None:
        """Order the keys once everything stands in its place."""
        self.header.order_tabs()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the answer along: an hour later it would speak of something else."""
        if not event.spontaneous():
            self.notice.hide()
        super().hideEvent(event)

    def refresh(self) -> None:
        """Read and show anew; each page says how."""
        raise NotImplementedError

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def add_new(self) -> None:
        """Ctrl+N, where the page can add something."""

    def save(self) -> None:
        """Ctrl+S, where the page has something to save."""

    def unsaved(self) -> str:
        """What would be lost if the window closed now, in words; empty where nothing."""
        return ""

    def print_page(self) -> None:
        """Ctrl+P, where the page has a paper."""

    # ---- Ask and answer

    @property
    def cycle(self) -> Cycle | None:
        """The cycle that is shown."""
        return self.state.cycle

    def ask(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        """Read something away from the GUI thread; an answer that came too late is dropped."""
        self._asked += 1
        number = self._asked

        def show_if_wanted(answer: T) -> None:
            if number == self._asked:
                show(answer)

        self.state.services.tasks.run(lambda _progress: work(), show_if_wanted, self.tell_failure)

    def do(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        what: str = "",
        changes: bool = True,
        refused: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do something.

        `what` names it while it runs, `changes` brings the window up to date, `refused` says
        otherwise than the answer line why it was not done.
        """
        if what:
            self.progress.begin(what)

        def settle(answer: T) -> None:
            self.progress.end()
            done(answer)
            if changes:
                self.state.reload()

        def fail(error: Exception) -> None:
            self.progress.end()
            (refused or self.tell_failure)(error)

        task = self.state.services.tasks.run(work, settle, fail, self.progress.hear)
        self.progress.follow(task)

    def do_as_filled(
        self,
        dialog: Dialog,
        read: Callable[[], Filled],
        work: Callable[[Filled], T],
        done: Callable[[T], None],
        *,
        what: str = "",
    ) -> None:
        """Ask with a form and do what it says.

        Where that is refused the form comes back as it was filled in, with the reason: nobody
        types a page of praise twice because a number was taken.
        """
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        filled = read()

        def come_back(error: Exception) -> None:
            sentence, details = failure_words(self.texts, error)
            dialog.notice.say(Tone.BAD, sentence, details=details)
            self.do_as_filled(dialog, read, work, done, what=what)

        self.do(lambda _progress: work(filled), done, what=what, refused=come_back)

    def tell(self, tone: Tone, sentence: str, **more: Any) -> None:
        """Show an answer in the window."""
        self.notice.say(tone, sentence, **more)

    def tell_failure(self, error: Exception) -> None:
        """Show a foreseen failure with all its places; a bug goes on to the process hook."""
        sentence, details = failure_words(self.texts, error)
        tone = Tone.INFO if isinstance(error, Cancelled) else Tone.BAD
        self.tell(tone, sentence, details=details)

    def go_to(self, page: str) -> None:
        """Show another page."""
        self.state.page_wanted.emit(page)

    def open_file_action(self, path: Path, words: str) -> tuple[str, Callable[[], object]]:
        """A notice's button that opens a file or folder."""

        def open_it() -> None:
            try:
                self.state.services.open_path(path)
            except ThiDuaError as error:
                self.tell_failure(error)

        return words, open_it

    @Slot(object)
    def _tell_undone(self, _outcome: object) -> None:
        self.tell(Tone.GOOD, "Đã hoàn tác.")


class CyclePage(Page):
    """A page about one cycle; without one it says how to open it."""

    CHANGES_CYCLE = False
    """Whether its main action is refused in a closed cycle."""

    def refresh(self) -> None:
        """Show the cycle, or what to do where there is none."""
        if self.cycle is None:
            self.show_without_cycle()
            return
        if self.CHANGES_CYCLE:
            self._tell_closed(self.cycle)
        self.refresh_cycle(self.cycle)

    def _tell_closed(self, cycle: Cycle) -> None:
        self.header.main.setEnabled(cycle.is_open)
        if not cycle.is_open:
            self.tell(
                Tone.INFO,
                "Kỳ này đã chốt, chỉ để xem. Nếu được phép bổ sung, mở lại kỳ ở trang Kỳ.",
                action=("Đến trang Kỳ", lambda: self.go_to("cycles")),
            )

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read and show the cycle; each page says how."""
        raise NotImplementedError

    def table_of(self) -> RecordTable | None:
        """The page's table, in whose place the empty state stands."""
        return None

    def show_without_cycle(self) -> None:
        """Say that a cycle comes first."""
        table = self.table_of()
        if table is None:
            return
        table.model.set_records([])
        table.empty.say(
            "calendar",
            "Chưa mở kỳ nào",
            "Mở kỳ trước, rồi phát phiếu và thu phiếu trong kỳ đó.",
            ("Đến trang Kỳ", lambda: self.go_to("cycles")),
        )


class PanelPage(CyclePage):
    """A page whose side panel tells about the selected record."""

    panel: SidePanel

    def show_record(self, record: Any) -> None:
        """Fill the panel anew."""
        self.panel.clear()
        if record is not None:
            self.fill_panel(record)
        self.panel.end()

    def fill_panel(self, record: Any) -> None:
        """Add the parts of one record; each page says which."""
        raise NotImplementedError
