"""The year as one line of months, with the days that matter and today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import named

HEIGHT = 104
LINE_AT = 54
WORDS_HEIGHT = 18
MONTHS = 12
SIDE = 8
GAP = 6
"""Pixels between the words of two days, under which the second moves to the upper row."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day that matters, with its words."""

    day: dt.date
    words: str


class YearLine(QWidget):
    """Months below, days above, today as a filled mark on the line."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "yearLine", "Các mốc trong năm")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._year = 0
        self._today = dt.date.min
        self._days: tuple[YearDay, ...] = ()

    def show_year(self, year: int, today: dt.date, days: Sequence[YearDay]) -> None:
        """Show this year; days outside it are left out."""
        self._year, self._today = year, today
        inside = [day for day in days if day.day.year == year]
        self._days = tuple(sorted(inside, key=lambda day: day.day))
        self.setAccessibleDescription(
            "; ".join(f"{day.words} {day.day:%d/%m}" for day in self._days)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(640, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Twelve months have to be told apart."""
        return QSize(480, HEIGHT)

    def _x(self, day: dt.date) -> float:
        whole = dt.date(self._year + 1, 1, 1) - dt.date(self._year, 1, 1)
        gone = (day - dt.date(self._year, 1, 1)).days
        share = min(1.0, max(0.0, gone / whole.days))
        return SIDE + share * (self.width() - 2 * SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, months, days and today."""
        if not self._year:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_line(painter)
        self._draw_months(painter)
        self._draw_days(painter)
        painter.end()

    def _draw_line(self, painter: QPainter) -> None:
        painter.setPen(_thick(PALETTE.line))
        painter.drawLine(QPointF(SIDE, LINE_AT), QPointF(self.width() - SIDE, LINE_AT))
        if self._today.year >= self._year:
            painter.setPen(_thick(PALETTE.line_strong))
            painter.drawLine(QPointF(SIDE, LINE_AT), QPointF(self._x(self._today), LINE_AT))

    def _draw_months(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPointSizeF(9)
        painter.setFont(font)
        painter.setPen(QColor(PALETTE.ink_soft))
        step = (self.width() - 2 * SIDE) / MONTHS
        for month in range(MONTHS):
            place = QRectF(SIDE + month * step, LINE_AT + 10, step, WORDS_HEIGHT)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"Th {month + 1}")

    def _draw_days(self, painter: QPainter) -> None:
        painter.setFont(self.font())
        ends = [-1.0, -1.0]
        for day in self._days:
            x = self._x(day.day)
            words = f"{day.words} {day.day:%d/%m}"
            width = painter.fontMetrics().horizontalAdvance(words) + 2
            left = min(max(0.0, x - width / 2), self.width() - width)
            row = 0 if left > ends[0] + GAP else 1
            ends[row] = left + width
            top = LINE_AT - 12 - WORDS_HEIGHT * (row + 1)
            painter.setPen(QColor(PALETTE.ink))
            painter.drawText(
                QRectF(left, top, width, WORDS_HEIGHT), Qt.AlignmentFlag.AlignCenter, words
            )
            self._dot(painter, x, PALETTE.surface, PALETTE.ink_soft)
        if self._today.year == self._year:
            self._draw_today(painter)

    def _draw_today(self, painter: QPainter) -> None:
        x = self._x(self._today)
        self._dot(painter, x, PALETTE.accent, PALETTE.accent)
        words = f"Hôm nay {self._today:%d/%m}"
        width = painter.fontMetrics().horizontalAdvance(words) + 2
        left = min(max(0.0, x - width / 2), self.width() - width)
        painter.setPen(QColor(PALETTE.accent))
        place = QRectF(left, LINE_AT + 10 + WORDS_HEIGHT, width, WORDS_HEIGHT + 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    @staticmethod
    def _dot(painter: QPainter, x: float, fill: str, edge: str) -> None:
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(QPointF(x, LINE_AT), 5, 5)


def _thick(colour: str) -> QPen:
    pen = QPen(QColor(colour))
    pen.setWidth(4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
