"""A long dialog over a page: steps above, parts in the middle, the way back and on below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.application.progress import Progress
from thidua_desktop.ui.failure_words import failure_words
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.file_choosing import with_ending
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.notice_line import NoticeLine
from thidua_desktop.ui.widgets.progress_strip import ProgressStrip
from thidua_desktop.ui.widgets.step_bar import StepBar

T = TypeVar("T")

WORKBOOK = "Bảng tính Excel (*.xlsx)"
_SIZE = (1180, 660)
_SCREEN_SHARE = 96
_TITLE_BAR = 30


class WizardFrame(QDialog):
    """Lays out the parts and runs work as the page does; what the steps do, the heirs say."""

    def __init__(self, page: Page, steps: Sequence[str]) -> None:
        super().__init__(page)
        self._page = page
        self._busy = False
        self.steps = StepBar(steps, page.icons)
        self.notice = NoticeLine(page.icons)
        self.progress = ProgressStrip()
        self.parts = QStackedWidget()
        self.back = button("Quay lại", "wizardBack")
        self.leave = button("Hủy", "wizardLeave")
        self.main = button("Tiếp tục", "wizardMain", role="main")
        self.main.setDefault(True)
        self.leave.clicked.connect(self.reject)

    def lay_out(self, parts: Sequence[QWidget], aside: QPushButton) -> None:
        """The whole dialog; `aside` stands beside the way back."""
        room = self.screen().availableSize()
        self.resize(
            min(_SIZE[0], room.width() * _SCREEN_SHARE // 100),
            min(_SIZE[1], room.height() * _SCREEN_SHARE // 100 - _TITLE_BAR),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for part in (self.steps, self.notice, self.progress):
            column.addWidget(part)
        column.addWidget(self.parts, 1)
        for place in parts:
            self.parts.addWidget(place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(aside)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.main)
        column.addLayout(row)

    def show_step(self, step: int) -> None:
        """Show the part of a step; heirs say what the buttons are then."""
        self.parts.setCurrentIndex(step)
        self.steps.show_step(step)

    def may_go_on(self) -> bool:
        """Whether the main button can be pressed at this step."""
        return True

    def put(self, step: int, part: QWidget) -> None:
        """Put a part in the place of a step's old one, and show it."""
        old = self.parts.widget(step)
        if old is not None:
            self.parts.removeWidget(old)
            old.deleteLater()
        self.parts.insertWidget(step, part)
        self.show_step(step)

    def choose_new_file(self, caption: str, name: str) -> Path | None:
        """Ask where to write; apart, so that tests can stand in for a person."""
        chosen, _ = QFileDialog.getSaveFileName(self, caption, name, WORKBOOK)
        return with_ending(Path(chosen), name, WORKBOOK) if chosen else None

    # ---- Work and answers

    def run(self, work: Callable[[Progress], T], done: Callable[[T], None], what: str) -> None:
        """Do something away from the GUI thread; meanwhile the dialog stays."""
        self._busy = True
        self.main.setEnabled(False)
        self.progress.begin(what)

        def settle(answer: T) -> None:
            self._rest()
            done(answer)

        def fail(error: Exception) -> None:
            self._rest()
            self.tell_failure(error)

        tasks = self._page.state.services.tasks
        self.progress.follow(tasks.run(work, settle, fail, self.progress.hear))

    def _rest(self) -> None:
        self._busy = False
        self.progress.end()
        self.main.setEnabled(self.may_go_on())

    @Slot(object)
    def tell_failure(self, error: Exception) -> None:
        """Show a foreseen failure with its places."""
        sentence, details = failure_words(self._page.texts, error)
        self.notice.say(Tone.BAD, sentence, details=details)

    def tell_written(self, words: str, path: Path) -> None:
        """Say which file was written, and offer to open it."""
        opening = self._page.open_file_action(path, "Mở tệp")
        self.notice.say(Tone.GOOD, f"{words}: {path.name}.", action=opening)

    def reject(self) -> None:
        """Not while something is being written."""
        if not self._busy:
            super().reject()
