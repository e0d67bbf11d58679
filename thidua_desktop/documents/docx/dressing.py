"""Gives a template the measures of a style profile: its styles, margins and columns."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from thidua_desktop.documents.docx.elements import set_columns
from thidua_desktop.documents.docx.style_names import HANGING, LOOKS, Look, Style
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.fonts import LINE_HEIGHT, REGULAR, text_width

_MM = 72 / 25.4
_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def dress(document: Document, profile: StyleProfile) -> None:
    """Give every style and section of a template the measures of a profile."""
    _dress_normal(document, profile)
    for style, look in LOOKS.items():
        _dress_style(_style(document, style), style, look, profile)
    _set_pages(document, profile)


def _style(document: Document, style: Style) -> ParagraphStyle:
    """The style of this id, made where it is missing."""
    for known in document.styles:
        if known.style_id == style:
            return cast("ParagraphStyle", known)
    made = cast(
        "ParagraphStyle", document.styles.add_style(LOOKS[style].name, WD_STYLE_TYPE.PARAGRAPH)
    )
    made.element.set(qn("w:styleId"), style)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    made.hidden = False
    return made


def _dress_normal(document: Document, profile: StyleProfile) -> None:
    normal = cast("ParagraphStyle", document.styles["Normal"])
    normal.font.size = Pt(profile.body_size)
    _set_face(normal, profile.word_face)
    form = normal.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = profile.line_spacing
    form.widow_control = True


def _set_face(style: ParagraphStyle, face: str) -> None:
    """The face for every alphabet: else Word takes another for some Vietnamese letters."""
    style.font.name = face
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), face)


def _dress_style(made: ParagraphStyle, style: Style, look: Look, profile: StyleProfile) -> None:
    size = look.size(profile)
    made.font.size = Pt(size)
    made.font.bold = look.bold or None
    made.font.italic = look.italic or None
    form = made.paragraph_format
    form.alignment = _ALIGNMENTS[look.align]
    form.space_before = Pt(look.before(profile))
    form.keep_with_next = look.keeps or None
    form.first_line_indent = Mm(profile.first_line_indent) if look.indents else None
    if style is Style.RULE:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(2)
        form.space_before = Pt(2)
    if style is Style.AROUND_TABLE:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(size)
    if style in HANGING:
        hang = text_width("- ", REGULAR, size)
        form.left_indent = Pt(hang)
        form.first_line_indent = Pt(-hang)


def _set_pages(document: Document, profile: StyleProfile) -> None:
    """A4 with the profile's margins, the number and the mark in the middle of theirs."""
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = (
            Mm(profile.margin_top),
            Mm(profile.margin_bottom),
        )
        section.left_margin, section.right_margin = (
            Mm(profile.margin_left),
            Mm(profile.margin_right),
        )
        number = profile.page_number_size * LINE_HEIGHT / _MM
        mark = profile.snapshot_size * LINE_HEIGHT / _MM
        section.header_distance = Mm((profile.margin_top - number) / 2)
        section.footer_distance = Mm((profile.margin_bottom - mark) / 2)
    _fit_tables(document, (210 - profile.margin_left - profile.margin_right) * _MM)


def _fit_tables(document: Document, width: float) -> None:
    """Let the tables that place things fill the new width, each column keeping its share."""
    for table in document.tables:
        shares = [int(column.w or 0) for column in table._tbl.tblGrid.gridCol_lst]  # noqa: SLF001
        set_columns(table._tbl, [width * share / sum(shares) for share in shares])  # noqa: SLF001
