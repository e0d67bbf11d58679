"""Paragraphs in the prescribed form; nothing else in the package makes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from thidua_desktop.application.papers import model
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.fonts import BOLD, ITALIC, LINE_HEIGHT, REGULAR
from thidua_desktop.documents.pdf.line_breaks import balanced_lines
from thidua_desktop.documents.pdf.paragraphs import set_lines, set_marked, set_text
from thidua_desktop.documents.pdf.plain_text import plain, with_bold_start

_Alignment = Literal[0, 1, 2, 4]

_ALIGNMENTS: dict[model.Align, _Alignment] = {
    model.Align.LEFT: TA_LEFT,
    model.Align.CENTRE: TA_CENTER,
    model.Align.RIGHT: TA_RIGHT,
}


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Makes every paragraph of a paper by one profile."""

    profile: StyleProfile

    def centred(self, text: str, font: str, size: float, space_before: float = 0) -> Paragraph:
        """A centred line such as tên loại or a signer's post."""
        style = self._style(font, size, TA_CENTER)
        style.spaceBefore = space_before
        return set_text(text, style)

    def balanced(self, text: str, font: str, size: float, width: float) -> Paragraph:
        """A centred text whose lines are about as long as each other, as a clerk breaks a title."""
        return set_lines(
            balanced_lines(text, font, size, width), self._style(font, size, TA_CENTER)
        )

    def left(self, text: str, font: str, size: float, hang: float = 0) -> Paragraph:
        """A line from the left, its further lines indented by `hang`."""
        style = self._style(font, size, TA_LEFT)
        style.leftIndent = hang
        style.firstLineIndent = -hang
        return set_text(text, style)

    def cell(self, text: str, font: str, size: float, align: model.Align) -> Paragraph:
        """What stands in a ruled cell."""
        style = self._style(font, size, _ALIGNMENTS[align])
        # A cell cut in pieces must fill each of them, or a gap stands between two of its lines.
        style.allowWidows = style.allowOrphans = 1
        return set_text(text, style)

    def flowing(self, paragraph: model.Paragraph) -> list[Paragraph]:
        """A paragraph of the text; each line break in it begins a new one."""
        style = self._flowing_style(paragraph.style)
        lines = [line for line in plain(paragraph.text).split("\n") if line]
        is_article = paragraph.style is model.ParagraphStyle.ARTICLE
        return [
            set_marked(with_bold_start(line), style)
            if is_article and not number
            else set_text(line, style)
            for number, line in enumerate(lines)
        ]

    def _flowing_style(self, kind: model.ParagraphStyle) -> ParagraphStyle:
        font, alignment, indent = _FLOWING[kind]
        is_note = kind is model.ParagraphStyle.NOTE
        size = self.profile.table_sizes[0] if is_note else self.profile.body_size
        style = self._style(font, size, alignment)
        style.firstLineIndent = indent * self.profile.first_line_indent * mm
        style.spaceBefore = self.profile.paragraph_space
        return style

    def _style(self, font: str, size: float, alignment: _Alignment) -> ParagraphStyle:
        return ParagraphStyle(
            "",
            fontName=font,
            bulletFontName=font,
            fontSize=size,
            leading=size * LINE_HEIGHT * self.profile.line_spacing,
            alignment=alignment,
            allowWidows=0,
            allowOrphans=0,
        )


_FLOWING: dict[model.ParagraphStyle, tuple[str, _Alignment, int]] = {
    model.ParagraphStyle.BODY: (REGULAR, TA_JUSTIFY, 1),
    model.ParagraphStyle.BASIS: (ITALIC, TA_JUSTIFY, 1),
    model.ParagraphStyle.HEADING: (BOLD, TA_JUSTIFY, 1),
    model.ParagraphStyle.ARTICLE: (REGULAR, TA_JUSTIFY, 1),
    model.ParagraphStyle.CENTRED: (BOLD, TA_CENTER, 0),
    model.ParagraphStyle.NOTE: (ITALIC, TA_JUSTIFY, 0),
}
"""Face, alignment and whether the first line is indented."""
