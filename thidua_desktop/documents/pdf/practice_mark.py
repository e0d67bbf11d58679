"""The word across every page of practice data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.application.practice import PRACTICE_MARK
from thidua_desktop.documents.pdf.fonts import REGULAR

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SIZE = 96
_PALE = 0.9


def draw_practice(canvas: Canvas, size: tuple[float, float]) -> None:
    """A pale word across the page, behind the text: nobody takes the paper for a real one.

    Args:
        canvas: the page, before its text is drawn.
        size: its width and height in points.
    """
    width, height = size
    canvas.saveState()
    canvas.setFillGray(_PALE)
    canvas.setFont(REGULAR, _SIZE)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(45)
    canvas.drawCentredString(0, -_SIZE / 3, PRACTICE_MARK)
    canvas.restoreState()
