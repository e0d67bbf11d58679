"""Tên loại, trích yếu, kính gửi; and the head of an annex."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from thidua_desktop.application.papers.fixed_lines import CALL, dashed
from thidua_desktop.application.papers.model import Annex, Paper
from thidua_desktop.documents.pdf.fonts import BOLD, ITALIC, REGULAR, text_width
from thidua_desktop.documents.pdf.plain_text import plain
from thidua_desktop.documents.pdf.short_rule import ShortRule
from thidua_desktop.documents.pdf.styles import Typesetter
from thidua_desktop.documents.pdf.tables import BARE, Command

_ABOVE_TITLE = 14
_BELOW_TITLE = 8


def title(paper: Paper, typesetter: Typesetter, width: float) -> list[Flowable]:
    """Tên loại and trích yếu with its rule; a decision's issuer in capitals below.

    A công văn has neither: its trích yếu stands in the heading.
    """
    if not paper.kind:
        return [Spacer(0, _ABOVE_TITLE)]
    profile = typesetter.profile
    subject = typesetter.balanced(paper.subject, BOLD, profile.title_size, width)
    made: list[Flowable] = [
        Spacer(0, _ABOVE_TITLE),
        typesetter.centred(paper.kind, BOLD, profile.title_size),
        subject,
        ShortRule(_longest_line(subject, width) * profile.rule_share, profile.rule_weight),
    ]
    if paper.sub_issuer:
        space = profile.paragraph_space * 2
        made.append(typesetter.centred(paper.sub_issuer, BOLD, profile.title_size, space))
    return [*made, Spacer(0, _BELOW_TITLE)]


def addressees(paper: Paper, typesetter: Typesetter, width: float) -> list[Flowable]:
    """«Kính gửi: …», or one dashed line each with the dashes under the colon."""
    names = [plain(name) for name in paper.addressees]
    size = typesetter.profile.body_size
    if not names:
        return []
    if len(names) == 1:
        alone = typesetter.centred(f"{CALL} {names[0]}", REGULAR, size)
        return [alone, Spacer(0, _BELOW_TITLE)]
    dash = text_width("- ", REGULAR, size)
    lines = dashed(names)
    indent = text_width(CALL.rstrip(":"), REGULAR, size)
    longest = max(text_width(line, REGULAR, size) for line in lines) + 1
    column = min(longest, width - indent)
    rows: list[list[Flowable | str]] = [[typesetter.left(CALL, REGULAR, size), ""]]
    rows += [["", typesetter.left(line, REGULAR, size, hang=dash)] for line in lines]
    style: list[Command] = [*BARE, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("SPAN", (0, 0), (-1, 0))]
    return [Table(rows, colWidths=[indent, column], style=style), Spacer(0, _BELOW_TITLE)]


def annex_title(annex: Annex, typesetter: Typesetter, width: float) -> list[Flowable]:
    """«Phụ lục I», its title in capitals, what it is attached to, and a short rule."""
    profile = typesetter.profile
    attached = typesetter.balanced(annex.attached_to, ITALIC, profile.title_size, width)
    lines = [typesetter.centred(annex.label, BOLD, profile.title_size)] if annex.label else []
    lines.append(typesetter.balanced(annex.title, BOLD, profile.title_size, width))
    if annex.attached_to:
        lines.append(attached)
    rule = _longest_line(lines[-1], width) * profile.rule_share
    return [*lines, ShortRule(rule, profile.rule_weight), Spacer(0, _BELOW_TITLE)]


def _longest_line(paragraph: Paragraph, width: float) -> float:
    paragraph.wrap(width, 0)
    indents = paragraph.style.leftIndent + paragraph.style.rightIndent  # counted in by the library
    return float(max(paragraph.getActualLineWidths0(), default=indents) - indents)
