"""Lines over years, drawn with reportlab.graphics: figures at the one line that is told about."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Literal

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Circle, Drawing, Line, String
from reportlab.lib.colors import Color, HexColor

from thidua_desktop.application.charts import ChartLine, YearChart
from thidua_desktop.documents.pdf.fonts import REGULAR, text_width
from thidua_desktop.domain.vietnamese.numerals import points_text

WIDTH = 270
_LEFT, _RIGHT, _TOP, _PLOT = 26, 6, 20, 140
_FOOT, _NAME_LINE = 30, 15
_SIZE, _SMALL = 11, 10
_HUNDREDTHS = 100
_STEP = 10 * _HUNDREDTHS
_MOST_STEPS = 5
_COLOURS = ("#9E1B20", "#2F6DA3", "#5B6470", "#6B8E23")
_INK, _RULE = "#2A2F36", "#D5D9DE"


def chart_pdf(chart: YearChart) -> bytes:
    """The chart as a PDF of one page; the fonts are registered."""
    content: Any = renderPDF.drawToString(_Chart(chart).drawing)
    return bytes(content)


class _Chart:
    """Draws from the grid to the names below."""

    def __init__(self, chart: YearChart) -> None:
        names = len(chart.lines)
        self._bottom = _FOOT + _NAME_LINE * names
        self.drawing = Drawing(WIDTH, self._bottom + _PLOT + _TOP)
        self._least, self._most = _range(chart)
        self._gap = (WIDTH - _LEFT - _RIGHT - 36) / max(1, len(chart.years) - 1)
        self._draw_grid(chart)
        for number, line in reversed(list(enumerate(chart.lines))):
            self._draw_line(line, number)

    def _x(self, place: int) -> float:
        return _LEFT + 18 + place * self._gap

    def _y(self, points: int) -> float:
        return self._bottom + (points - self._least) * _PLOT / (self._most - self._least)

    def _draw_grid(self, chart: YearChart) -> None:
        steps = -(-(self._most - self._least) // (_MOST_STEPS * _STEP))
        for points in range(self._least, self._most + 1, steps * _STEP):
            y = self._y(points)
            self._stroke((_LEFT, y), (WIDTH - _RIGHT, y), HexColor(_RULE), 0.6)
            self._write(_LEFT - 6, y - 3, str(points // _HUNDREDTHS), _SMALL, "end")
        for place, year in enumerate(chart.years):
            self._write(self._x(place), self._bottom - 15, str(year), _SIZE, "middle")

    def _draw_line(self, line: ChartLine, number: int) -> None:
        """The line, open where a year has no points, and its name with a piece of it below."""
        colour, is_main = HexColor(_COLOURS[number % len(_COLOURS)]), number == 0
        width = 2.0 if is_main else 1.2
        spots = [
            None if value is None else (self._x(place), self._y(value))
            for place, value in enumerate(line.values)
        ]
        for start, end in pairwise(spots):
            if start and end:
                self._stroke(start, end, colour, width, is_dashed=not is_main)
        for spot, value in zip(spots, line.values, strict=True):
            if spot and value is not None:
                radius = 3.2 if is_main else 2.2
                self.drawing.add(Circle(*spot, radius, fillColor=colour, strokeColor=colour))
                if is_main:
                    self._write(spot[0], spot[1] + 7, points_text(value), _SMALL, "middle")
        y = self._bottom - 34 - _NAME_LINE * number
        self._stroke((_LEFT, y + 3), (_LEFT + 22, y + 3), colour, width, is_dashed=not is_main)
        self._write(_LEFT + 28, y, _fitting(line.name, WIDTH - _LEFT - 28), _SMALL, "start")

    def _stroke(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: Color,
        width: float,
        *,
        is_dashed: bool = False,
    ) -> None:
        drawn = Line(*start, *end, strokeColor=colour, strokeWidth=width)
        if is_dashed:
            drawn.strokeDashArray = [4, 3]
        self.drawing.add(drawn)

    def _write(
        self, x: float, y: float, text: str, size: int, anchor: Literal["start", "middle", "end"]
    ) -> None:
        ink = HexColor(_INK)
        self.drawing.add(
            String(x, y, text, fontName=REGULAR, fontSize=size, textAnchor=anchor, fillColor=ink)
        )


def _range(chart: YearChart) -> tuple[int, int]:
    """Round bounds around the points, so that small differences show."""
    values = [value for line in chart.lines for value in line.values if value is not None]
    least = max(0, (min(values, default=0) - _STEP // 2) // _STEP * _STEP)
    most = -(-(max(values, default=_STEP) + _STEP // 4) // _STEP) * _STEP
    return least, max(most, least + _STEP)


def _fitting(name: str, room: float) -> str:
    """The name, cut where the room ends."""
    if text_width(name, REGULAR, _SMALL) <= room:
        return name
    cut = name
    while cut and text_width(f"{cut}…", REGULAR, _SMALL) > room:
        cut = cut[:-1]
    return f"{cut.rstrip()}…"
