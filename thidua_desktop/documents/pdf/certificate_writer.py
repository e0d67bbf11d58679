"""Giấy khen on blanks as PDF: texts at their places, and nothing else on the sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.application.progress import Progress
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.domain.certificates.fitting import Face
from thidua_desktop.domain.certificates.sheet import Sheet, Stroke

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

TENTH = 72 / 254
"""A tenth of a millimetre in points."""

_UNITS = 1000
_THIN, _FAINT = 0.5, 0.25
_GREY = 0.6


class PdfCertificateWriter:
    """Port `CertificateWriter`; the same sheets give the same bytes.

    Args:
        fonts_folder: where the four faces of Liberation Serif lie.
    """

    def __init__(self, fonts_folder: Path) -> None:
        self._fonts = fonts_folder

    def measure(self, text: str, face: Face) -> int:
        """The width of a text in thousandths of its size, rounded up.

        Raises:
            EnvironmentFault: the fonts are missing.
        """
        from thidua_desktop.documents.pdf.fonts import register_fonts, text_width

        register_fonts(self._fonts)
        return math.ceil(text_width(text, _font_name(face), _UNITS))

    def unprintable(self, text: str) -> tuple[str, ...]:
        """The characters of a text that the type does not have, each named.

        Raises:
            EnvironmentFault: the fonts are missing.
        """
        from thidua_desktop.documents.pdf.fonts import drawable, register_fonts
        from thidua_desktop.documents.pdf.plain_text import named

        register_fonts(self._fonts)
        lacking = dict.fromkeys(c for c in text if c != "\n" and not drawable(c))
        return tuple(named(character) for character in lacking)

    def write(self, sheets: Sequence[Sheet], path: Path, progress: Progress | None = None) -> None:
        """Write one page a sheet; an older file is replaced only by a whole new one.

        Raises:
            EnvironmentFault: the file can't be written, or the fonts are missing.
            Cancelled: the user wants it to stop.
        """
        from reportlab.pdfgen.canvas import Canvas

        from thidua_desktop.documents.pdf.fonts import register_fonts

        register_fonts(self._fonts)
        with replace_atomically(path) as beside:
            canvas = Canvas(str(beside), invariant=1, lang="vi-VN")
            canvas.setTitle("Giấy khen")
            canvas.setCreator("Thi đua Desktop")
            # A reader that shrinks pages to the printer's margins would move every line.
            canvas.setViewerPreference("PrintScaling", "None")
            for number, sheet in enumerate(sheets):
                if progress is not None:
                    progress(number, len(sheets), sheet.name)
                _draw(canvas, sheet)
            canvas.save()
        if progress is not None:
            progress(len(sheets), len(sheets))


def _draw(canvas: Canvas, sheet: Sheet) -> None:
    """One page; the PDF counts from the lower left corner."""
    height = sheet.height * TENTH
    canvas.setPageSize((sheet.width * TENTH, height))
    if sheet.is_practice:
        from thidua_desktop.documents.pdf.practice_mark import draw_practice

        draw_practice(canvas, (sheet.width * TENTH, height))
    for stroke in sheet.strokes:
        _draw_stroke(canvas, stroke, height)
    for text in sheet.texts:
        canvas.setFont(_font_name(text.face), text.size / 10)
        canvas.drawString(text.x * TENTH, height - text.y * TENTH, text.text)
    canvas.showPage()


def _draw_stroke(canvas: Canvas, stroke: Stroke, height: float) -> None:
    canvas.setLineWidth(_FAINT if stroke.is_faint else _THIN)
    canvas.setStrokeGray(_GREY if stroke.is_faint else 0)
    canvas.line(
        stroke.x * TENTH,
        height - stroke.y * TENTH,
        stroke.to_x * TENTH,
        height - stroke.to_y * TENTH,
    )


def _font_name(face: Face) -> str:
    from thidua_desktop.documents.pdf import fonts

    return {
        (False, False): fonts.REGULAR,
        (True, False): fonts.BOLD,
        (False, True): fonts.ITALIC,
        (True, True): fonts.BOLD_ITALIC,
    }[face.is_bold, face.is_italic]
