"""Paragraphs that are broken into lines once, however often the library asks for their height."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.platypus import Paragraph

from thidua_desktop.documents.pdf.fonts import text_width
from thidua_desktop.documents.pdf.plain_text import escaped, plain

_Line = tuple[float, list[str]]


class SteadyParagraph(Paragraph):
    """The library's paragraph; asked again for the same width, it keeps its lines."""

    _broken_for: tuple[float, ...] | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its width and height; the lines are broken anew only for other measures."""
        style: Any = self.style
        measures = (available_width, style.leftIndent, style.rightIndent, style.firstLineIndent)
        if self._broken_for != measures or not hasattr(self, "blPara"):
            wrapped: tuple[float, float] = super().wrap(available_width, available_height)
            self._broken_for = measures
            return wrapped
        return available_width, float(self.height)

    def breakLines(self, width: Any) -> Any:  # noqa: N802, ANN401 - the library's own
        """The library's lines; text of one face without overlong words is broken here, faster."""
        lines = _lines(self.frags, self.style, width)
        if lines is None:
            return super().breakLines(width)
        self._width_max = self.height = self._splitLongWordCount = self._hyphenations = 0
        piece = self.frags[0]
        ascent, descent = getAscentDescent(piece.fontName, piece.fontSize)
        return piece.clone(
            kind=0, lines=lines, ascent=ascent, descent=descent, fontSize=piece.fontSize
        )


def set_text(text: str, style: ParagraphStyle) -> Paragraph:
    """A paragraph of a person's text, whatever stands in it; line breaks stay."""
    said = plain(text)
    if "\n" in said:
        return SteadyParagraph(escaped(text), style)
    # Text of one face needs no parser, which is a tenth of the time of a paper.
    piece = _piece(str(style.fontName), float(style.fontSize)).clone(text=said)
    return SteadyParagraph("", style, frags=[piece] if said else [])


def set_marked(marked: str, style: ParagraphStyle) -> Paragraph:
    """A paragraph of text that was escaped and marked by `plain_text`."""
    return SteadyParagraph(marked, style)


def _lines(pieces: Any, style: Any, widths: Any) -> list[_Line] | None:  # noqa: ANN401
    """The lines of plain words, each with the room that is left; `None` for anything else."""
    if len(pieces) != 1 or not getattr(pieces[0], "text", ""):
        return None
    font, size = pieces[0].fontName, pieces[0].fontSize
    first, later = widths
    space = text_width(" ", font, size)
    words = [(word, text_width(word, font, size)) for word in pieces[0].text.split(" ")]
    if max(wide for _, wide in words) > min(first, later):
        return None
    shrinks = space * style.spaceShrinkage
    lines: list[_Line] = []
    line: list[str] = []
    room, used = first, -space
    for word, wide in words:
        if line and used + space + wide > room + shrinks * len(line):
            lines.append((room - used, line))
            line, room, used = [], later, -space
        line.append(word)
        used += space + wide
    return [*lines, (room - used, line)]


@lru_cache(maxsize=64)
def _piece(font: str, size: float) -> Any:  # noqa: ANN401 - the library's own piece of text
    """What the library's parser makes of a word in this face and size."""
    return Paragraph("x", ParagraphStyle("", fontName=font, fontSize=size)).frags[0]
