"""Màn hình lớn: the list with its votes in letters that a whole room can read; Esc closes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.theme import PALETTE, Tone

_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_F11)
_MARGIN = 40
_TALLEST_ROW, _LOWEST_ROW = 84, 30
_ROWS_IN_ONE_COLUMN = 16
_HEAD_SHARE = 6
_TITLE_LEAST = 18
_NUMBERS = (("Đồng ý", 0.13), ("Không", 0.11), ("Kết quả", 0.2))
_LETTER = 0.5
"""Height of the letters in their row."""


@dataclass(frozen=True, slots=True)
class ProjectedLine:
    """One nominee as the room sees it; empty texts where there is no vote yet."""

    name: str
    yes: str = ""
    no: str = ""
    result: str = ""
    tone: Tone = Tone.INFO


class Projector(QWidget):
    """A window over the whole of a screen, the second one where there are two."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("projector")
        self.setWindowTitle("Kết quả biểu quyết")
        self.setAccessibleName("Kết quả biểu quyết trên màn hình lớn")
        self._title = ""
        self._caption = ""
        self.lines: tuple[ProjectedLine, ...] = ()

    def open_full(self) -> None:
        """Take a screen, another than the window's where there is one."""
        parent = self.parentWidget()
        own = parent.screen() if parent is not None else None
        screens = QGuiApplication.screens()
        screen = next((one for one in screens if one is not own), screens[0])
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_lines(self, title: str, caption: str, lines: Sequence[ProjectedLine]) -> None:
        """Show these lines from now on."""
        self._title, self._caption, self.lines = title, caption, tuple(lines)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the closing keys from the window below."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _CLOSING)
            return event.isAccepted() or super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F11 close."""
        if event.key() in _CLOSING:
            self.close()
        else:
            super().keyPressEvent(event)

    # ---- Draw

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title and one or two columns of lines."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(PALETTE.surface))
        head = self.height() // _HEAD_SHARE
        self._draw_head(painter, QRect(_MARGIN, 0, self.width() - 2 * _MARGIN, head))
        columns = 1 if len(self.lines) <= _ROWS_IN_ONE_COLUMN else 2
        rows = -(-len(self.lines) // columns)
        width = (self.width() - _MARGIN) // columns
        space = self.height() - head - _MARGIN // 2
        height = max(_LOWEST_ROW, min(_TALLEST_ROW, space // max(rows + 1, 2)))
        for column in range(columns):
            area = QRect(_MARGIN + column * width, head, width - _MARGIN, height)
            self._draw_titles(painter, area)
            for line in self.lines[column * rows : (column + 1) * rows]:
                area.translate(0, height)
                self._draw_line(painter, area, line)
        painter.end()

    def _draw_head(self, painter: QPainter, area: QRect) -> None:
        upper = QRect(area.left(), area.top(), area.width(), area.height() * 3 // 5)
        lower = QRect(area.left(), upper.bottom(), area.width(), area.height() - upper.height())
        least = max(_TITLE_LEAST, area.height() // 3)
        painter.setPen(QColor(PALETTE.accent))
        self._draw_text(painter, upper, self._title, least, is_bold=True)
        painter.setPen(QColor(PALETTE.ink_soft))
        self._draw_text(painter, lower, self._caption, max(_TITLE_LEAST, least * 2 // 3))

    def _draw_titles(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QColor(PALETTE.ink_soft))
        size = int(area.height() * _LETTER * 3 / 4)
        for place, title in zip(_places(area), ("", *(t for t, _ in _NUMBERS)), strict=True):
            self._draw_text(painter, place, title, size, is_centred=True)

    def _draw_line(self, painter: QPainter, area: QRect, line: ProjectedLine) -> None:
        size = int(area.height() * _LETTER)
        name, yes, no, result = _places(area)
        painter.setPen(QColor(PALETTE.line))
        painter.drawLine(area.topLeft(), area.topRight())
        painter.setPen(QColor(PALETTE.ink))
        self._draw_text(painter, name, line.name, size)
        self._draw_text(painter, yes, line.yes, size, is_centred=True, is_bold=True)
        self._draw_text(painter, no, line.no, size, is_centred=True)
        painter.setPen(QColor(PALETTE.of(line.tone)))
        self._draw_text(painter, result, line.result, size, is_centred=True, is_bold=True)

    def _draw_text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        pixels: int,
        *,
        is_centred: bool = False,
        is_bold: bool = False,
    ) -> None:
        """One line of text, smaller where it is too long, cut with dots where still too long."""
        font = QFont(self.font())
        font.setBold(is_bold)
        size = pixels
        font.setPixelSize(size)
        while size > pixels // 2 and QFontMetrics(font).horizontalAdvance(text) > area.width():
            size -= 1
            font.setPixelSize(size)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def _places(area: QRect) -> list[QRect]:
    """The name's place and those of the numbers, left to right."""
    widths = [int(area.width() * share) for _, share in _NUMBERS]
    widths = [area.width() - sum(widths), *widths]
    left = area.left()
    places = []
    for width in widths:
        places.append(QRect(left, area.top(), width, area.height()))
        left += width
    return places
