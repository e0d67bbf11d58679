"""Việc hôm nay: a few sentences with a button each, and one picture of the year."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.application.today import TodayBoard, TodaySentence, YearPicture
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.widgets.labels import button, label, picture
from thidua_desktop.ui.widgets.year_line import YearDay, YearLine
from thidua_desktop.ui.widgets.year_picture import Bar, YearPictureWidget
from thidua_desktop.ui.wording import cycle_name, day, due_clause

WIDEST = 900
_LOOKS = {
    "urgent": ("alert-circle", Tone.WARNING, "Cần làm ngay"),
    "normal": ("circle-dot", Tone.INFO, "Việc tiếp theo"),
    "done": ("check-circle", Tone.GOOD, "Đã xong"),
}


class HomePage(Page):
    """Shows the frame's board; what is to be done is found by the use case."""

    TITLE = "Việc hôm nay"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._todo = QVBoxLayout()
        self._todo.setSpacing(0)
        self._todo_box: QWidget | None = None
        self._caption = label("", "section")
        self.year = YearLine()
        self.picture = YearPictureWidget()
        self._column.addLayout(self._todo)
        self._column.addSpacing(28)
        self._column.addWidget(self._caption)
        self._column.addSpacing(4)
        self._column.addWidget(self.year)
        self._column.addSpacing(8)
        self._column.addWidget(self.picture)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        area.setWidget(column)
        self.body.addWidget(area, 1)

    def refresh(self) -> None:
        """Show the board that the window has read."""
        frame = self.state.frame
        if frame is None:
            return
        cycle = frame.today.cycle
        today = day(self.desk.clock.today())
        due = due_clause(cycle) if cycle else ""
        self.header.set_subtitle(
            f"Ngày {today}. Kỳ đang xem: {cycle_name(cycle)}{due}." if cycle else f"Ngày {today}."
        )
        self._show_sentences(frame.today)
        self._show_year(cycle)
        self._show_picture(frame.today.picture, is_shown=cycle is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """What was left unsaved elsewhere is no change that the window is told of."""
        super().showEvent(event)
        self.refresh()

    def _show_sentences(self, board: TodayBoard) -> None:
        if self._todo_box is not None:
            self._todo.removeWidget(self._todo_box)
            self._todo_box.hide()
            self._todo_box.deleteLater()
        self._todo_box = QWidget()
        lines = QVBoxLayout(self._todo_box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        unsaved = self.state.unsaved()
        for page, words in unsaved:
            lines.addWidget(self._unsaved_line(page, words))
        for number, sentence in enumerate(board.sentences):
            lines.addWidget(self._line(sentence, is_first=number == 0 and not unsaved))
        if not board.sentences and not unsaved:
            lines.addWidget(label("Hôm nay không có việc nào đang chờ.", "soft"))
        self._todo.addWidget(self._todo_box)

    def _line(self, sentence: TodaySentence, *, is_first: bool) -> QFrame:
        words = self.texts.render(f"do_{sentence.action}", {})
        does = button(
            words,
            f"do_{sentence.action}",
            role="main" if is_first and sentence.weight != "done" else "",
        )
        does.clicked.connect(partial(self._go, sentence.page))
        return self._row(sentence.weight, self.texts.reason(sentence.reason), does)

    def _unsaved_line(self, page: str, words: str) -> QFrame:
        """What was begun on a page and not saved comes before everything else."""
        does = button("Làm tiếp", f"unsaved_{page}", role="main")
        does.clicked.connect(partial(self._go, page))
        return self._row("urgent", f"Chưa lưu – {words}.", does)

    def _row(self, weight: str, words: str, does: QPushButton) -> QFrame:
        icon, tone, told = _LOOKS[weight]
        line = QFrame()
        line.setProperty("role", "todo")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        mark = picture(self.icons.get(icon, PALETTE.of(tone)), 20)
        mark.setToolTip(told)
        mark.setAccessibleName(told)
        row.addWidget(mark)
        row.addWidget(label(words, wraps=True), 1)
        does.setMinimumWidth(168)
        row.addWidget(does)
        return line

    def _go(self, page: str) -> None:
        self.go_to(page)

    def _show_year(self, cycle: Cycle | None) -> None:
        self._caption.setVisible(cycle is not None)
        self.year.setVisible(cycle is not None)
        if cycle is None:
            return
        self._caption.setText("Tình hình trong kỳ")
        days = [YearDay(cycle.opened_on, "Mở kỳ")]
        days += [YearDay(cycle.due_on, "Hạn nộp")] if cycle.due_on else []
        days += [YearDay(cycle.closed_on, "Chốt kỳ")] if cycle.closed_on else []
        self.year.show_year(cycle.year, self.desk.clock.today(), days)

    def _show_picture(self, shown: YearPicture, *, is_shown: bool) -> None:
        self.picture.setVisible(is_shown)
        total = shown.total
        self.picture.set_bars(
            (
                _bar("Đã nhận phiếu", shown.received, total, "đơn vị"),
                _bar("Đã thẩm định", shown.appraised, total, "đơn vị"),
                _bar("Đã quyết định", shown.decided, shown.proposed, "đề nghị"),
            )
        )


def _bar(caption: str, part: int, whole: int, noun: str) -> Bar:
    figure = f"{part} / {whole} {noun}" if whole else f"chưa có {noun}"
    return Bar(caption, part, whole, figure)
