"""Paragraphs that are broken into lines once, however often the library asks for their height."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.platypus import Paragraph

from thidua_desktop.documents.pdf.fonts import text_width
from thidua_desktop.documents.pdf.plain_text import escaped, plain

_Line = tuple[float, list[str]]


class SteadyParagraph(Paragraph):
    """The library's paragraph; asked again for the same width, it keeps its lines."""

    _broken_for: tuple[float, ...] | None = None
    given: tuple[str, ...] | None = None
    has_breaks = False

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its width and height; the lines are broken anew only for other measures."""
        style: Any = self.style
        measures = (available_width, style.leftIndent, style.rightIndent, style.firstLineIndent)
        if self._broken_for != measures or not hasattr(self, "blPara"):
            wrapped: tuple[float, float] = super().wrap(available_width, available_height)
            self._broken_for = measures
            return wrapped
        return available_width, float(self.height)

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Its two parts; text with line breaks is parted here, for the library adds empty lines."""
        if not self.has_breaks:
            return cast("list[Any]", super().split(available_width, available_height))
        self.wrap(available_width, available_height)
        broken: Any = self
        lines, style = broken.blPara.lines, broken.style
        fit = int(available_height / style.leading)
        if fit >= len(lines):
            return [self]
        parts = (lines[:fit], lines[fit:]) if fit else ()
        return [set_text(_joined(part), style) for part in parts]

    def breakLines(self, width: Any) -> Any:  # noqa: N802, ANN401 - the library's own
        """The library's lines; text of one face without overlong words is broken here, faster."""
        lines = _placed(self.given, self.style, width) if self.given else None
        lines = lines or _lines(self.frags, self.style, width)
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
        broken = SteadyParagraph(escaped(text), style)
        broken.has_breaks = True
        return broken
    # Text of one face needs no parser, which is a tenth of the time of a paper.
    piece = _piece(str(style.fontName), float(style.fontSize)).clone(text=said)
    return SteadyParagraph("", style, frags=[piece] if said else [])


def set_lines(lines: tuple[str, ...], style: ParagraphStyle) -> Paragraph:
    """A paragraph of one text whose lines were broken before; where one is too wide, anew."""
    made = set_text(" ".join(lines), style)
    if made.frags and isinstance(made, SteadyParagraph):
        made.given = lines
    return made


def set_marked(marked: str, style: ParagraphStyle) -> Paragraph:
    """A paragraph of text that was escaped and marked by `plain_text`."""
    return SteadyParagraph(marked, style)


def _joined(lines: Any) -> str:  # noqa: ANN401 - the library's own lines
    """The text of some lines: a line break where there was one, else a space."""
    told = []
    for line in lines:
        told.append("".join(word.text for word in line.words).strip())
        told.append("\n" if line.lineBreak else " ")
    return "".join(told[:-1])


def _placed(given: tuple[str, ...], style: Any, widths: Any) -> list[_Line] | None:  # noqa: ANN401
    """Given lines, each with the room that is left; `None` where they don't fit."""
    font, size = str(style.fontName), float(style.fontSize)
    lines = [(min(widths) - text_width(line, font, size), line.split(" ")) for line in given]
    return None if min(room for room, _ in lines) < 0 else lines


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
