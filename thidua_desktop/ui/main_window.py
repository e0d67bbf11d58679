"""The window: the year on the left, one page on the right.

It stands before the data is open: `attach` brings it to life.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui.data_menu import DataMenu
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.pages.registry import HOME, spec_of, tabs_of
from thidua_desktop.ui.rail import NARROW, WIDE, Rail
from thidua_desktop.ui.status_line import StatusLine
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.top_bar import PRACTICE, TopBar
from thidua_desktop.ui.widgets.drop_area import dropped_paths
from thidua_desktop.ui.widgets.section_bar import SectionBar
from thidua_desktop.ui.window_keys import WindowKeys

if TYPE_CHECKING:
    from thidua_desktop.application.records import UndoOutcome
    from thidua_desktop.ui.pages.page import Page
    from thidua_desktop.ui.state import WindowState
    from thidua_desktop.ui.undoing import Undoing

PROGRAM = "Thi đua Desktop"
NARROW_BELOW = 1100
"""Logical pixels under which the rail shows icons only: 1366 at 150 % are 911."""


class MainWindow(QMainWindow):
    """Builds pages when first shown, and brings them up to date when something changed."""

    def __init__(self, icons: Icons, sheet: str) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setStyleSheet(sheet)
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(820, 480)
        self.setAcceptDrops(True)
        self._icons = icons
        self._state: WindowState | None = None
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self.top_bar = TopBar(icons)
        self.rail = Rail(icons)
        self.sections = SectionBar()
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self.status = StatusLine()
        self._build()

    def _build(self) -> None:
        rail_frame = QFrame()
        rail_frame.setObjectName("railFrame")
        self._rail_frame = rail_frame
        column = QVBoxLayout(rail_frame)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self.rail)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail_frame)
        shown = QVBoxLayout()
        shown.setSpacing(0)
        shown.addWidget(self.sections)
        shown.addWidget(self.pages, 1)
        row.addLayout(shown, 1)
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top_bar)
        outer.addLayout(row, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)

    # ---- Coming to life

    def attach(self, state: WindowState, undoing: Undoing) -> None:
        """Begin to work with opened data."""
        self._state = state
        state.unsaved = self._unsaved
        state.reloaded.connect(self._show_frame)
        state.failed.connect(self._tell_failure)
        state.page_wanted.connect(self.show_page)
        undoing.undone.connect(self._tell_undone)
        undoing.nothing_to_undo.connect(self._tell_nothing_to_undo)
        undoing.nothing_to_redo.connect(self._tell_nothing_to_redo)
        undoing.failed.connect(self._tell_failure)
        self.rail.page_chosen.connect(self._open_step)
        self.sections.chosen.connect(self._open_page)
        self.top_bar.cycle_chosen.connect(state.choose_cycle)
        keys = WindowKeys(self, self, state, undoing)
        self.top_bar.help.clicked.connect(keys.help)
        self.data_menu = DataMenu(self, self.top_bar.more, state)
        state.reload()

    @Slot()
    def _show_frame(self) -> None:
        frame = self._state.frame if self._state else None
        if frame is None:
            return
        practice = f"{PRACTICE.upper()} – " if frame.is_practice else ""
        self.setWindowTitle(f"{practice}{frame.commune} – {PROGRAM}")
        self._rail_frame.setProperty("practice", "true" if frame.is_practice else "false")
        self._rail_frame.style().polish(self._rail_frame)
        self.top_bar.show_frame(frame)
        self.status.show_frame(frame)
        self.rail.set_states({step.page: step.state.value for step in frame.today.steps})
        self._stale = set(self._pages)
        if self.current is None:
            self.show_page(HOME.key)
        else:
            self._freshen()

    # ---- Pages

    @property
    def current(self) -> Page | None:
        """The page that is shown."""
        key = self.current_key
        return self._pages.get(key) if key else None

    @property
    def current_key(self) -> str:
        """The key of the page that is shown, empty before the first."""
        shown = self.pages.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Go to a page, as by a click in the rail and on its tab."""
        self._open_page(key)
        self.rail.choose(key)

    @Slot(str)
    def _open_step(self, key: str) -> None:
        """Open a step of the rail, unless one of its sections is what is shown."""
        if self.current_key not in {spec.key for spec in tabs_of(key)}:
            self._open_page(key)

    @Slot(str)
    def _open_page(self, key: str) -> None:
        if self._state is None or key == self.current_key:
            return
        if key not in self._pages:
            page = spec_of(key).build(self._state)
            self._pages[key] = page
            self._stale.add(key)
            self.pages.addWidget(page)
        self.sections.show_sections([(tab.key, tab.tab_words) for tab in tabs_of(key)], key)
        self.pages.setCurrentWidget(self._pages[key])
        self.rail.setFocus(Qt.FocusReason.OtherFocusReason)
        self._freshen()

    def _freshen(self) -> None:
        key = self.current_key
        if key in self._stale:
            self._stale.discard(key)
            self._pages[key].refresh()

    # ---- Answers

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        if self.current is not None:
            self.current.tell_failure(error)
        elif self._state is not None:
            self.status.tell(self._state.words_of(error))

    @Slot(object)
    def _tell_undone(self, outcome: UndoOutcome) -> None:
        if self.current is None:
            return
        kept = len(outcome.conflicts)
        more = f" {kept} chỗ đã sửa sau đó được giữ nguyên." if kept else ""
        self.current.tell(Tone.GOOD, f"Đã hoàn tác.{more}")

    @Slot()
    def _tell_nothing_to_undo(self) -> None:
        if self.current is not None:
            self.current.tell(Tone.INFO, "Không còn thao tác nào để hoàn tác.")

    @Slot()
    def _tell_nothing_to_redo(self) -> None:
        if self.current is not None:
            self.current.tell(Tone.INFO, "Không có thao tác nào vừa hoàn tác để làm lại.")

    # ---- The window itself

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Returned forms may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files go to «Thu phiếu»."""
        paths = dropped_paths(event)
        if paths and self._state is not None:
            event.acceptProposedAction()
            self.show_page("collecting")
            self._state.files_dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rail narrow on a narrow screen."""
        super().resizeEvent(event)
        self._rail_frame.setFixedWidth(NARROW if self.width() < NARROW_BELOW else WIDE)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what is not saved is lost; let the running task end before the window goes."""
        unsaved = [words for _, words in self._unsaved()]
        if unsaved and not self.leaves_unsaved(unsaved):
            event.ignore()
            return
        if self._state is not None:
            self._state.services.tasks.close()
        super().closeEvent(event)

    def _unsaved(self) -> list[tuple[str, str]]:
        """What would be lost, by the page where it stands."""
        return [(key, words) for key, page in self._pages.items() if (words := page.unsaved())]

    def leaves_unsaved(self, unsaved: list[str]) -> bool:
        """Ask whether to close all the same; apart, so that tests can stand in for a person."""
        told = "\n".join(f"• {words}" for words in unsaved)
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "Còn việc chưa lưu",
            f"Đóng chương trình thì những việc sau chưa được lưu:\n{told}",
            parent=self,
        )
        stay = box.addButton("Ở lại để lưu", QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton("Đóng, không lưu", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is leave
