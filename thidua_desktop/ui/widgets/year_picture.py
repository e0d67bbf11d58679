"""The one picture of the year: how far the units have come, as plain bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import named

BAR = 10
LINE = 40
CAPTION_WIDTH = 180
FIGURE_WIDTH = 116


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the picture: so many of so many, as words say at its right."""

    caption: str
    part: int
    whole: int
    figure: str


class YearPictureWidget(QWidget):
    """Horizontal bars with their words; nothing is told by colour alone."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "yearPicture", "Tình hình trong năm")
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars."""
        self._bars = tuple(bars)
        self.setAccessibleDescription(
            "; ".join(f"{bar.caption}: {bar.figure}" for bar in self._bars)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line a bar."""
        return QSize(480, LINE * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a scaled screen."""
        return QSize(CAPTION_WIDTH + FIGURE_WIDTH + 80, LINE * len(self._bars))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw caption, bar and figure of each line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, bar in enumerate(self._bars):
            self._draw(painter, bar, number * LINE)
        painter.end()

    def _draw(self, painter: QPainter, bar: Bar, top: int) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        width = self.width() - CAPTION_WIDTH - FIGURE_WIDTH
        painter.setPen(QColor(PALETTE.ink))
        caption = QRectF(0, top, CAPTION_WIDTH - 12, LINE)
        painter.drawText(caption, middle | Qt.AlignmentFlag.AlignLeft, bar.caption)
        figure = QRectF(self.width() - FIGURE_WIDTH, top, FIGURE_WIDTH, LINE)
        painter.drawText(figure, middle | Qt.AlignmentFlag.AlignRight, bar.figure)
        ground = QRectF(CAPTION_WIDTH, top + (LINE - BAR) / 2, width, BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PALETTE.line))
        painter.drawRoundedRect(ground, BAR / 2, BAR / 2)
        if bar.part and bar.whole:
            filled = QRectF(ground)
            filled.setWidth(max(BAR, width * min(bar.part, bar.whole) / bar.whole))
            is_full = bar.part >= bar.whole
            painter.setBrush(QColor(PALETTE.good if is_full else PALETTE.accent))
            painter.drawRoundedRect(filled, BAR / 2, BAR / 2)
