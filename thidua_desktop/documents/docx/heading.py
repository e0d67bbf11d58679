"""What stands above the text: office, State, kính gửi, and the short rules under them."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.papers.fixed_lines import CALL, MOTTO, STATE_NAME, dashed
from thidua_desktop.application.papers.model import Annex, Paper
from thidua_desktop.documents.docx.elements import Setting, paragraph, run
from thidua_desktop.documents.docx.style_names import Style
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.fonts import BOLD, ITALIC, REGULAR, text_width
from thidua_desktop.documents.pdf.line_breaks import balanced_lines, longest_line
from thidua_desktop.documents.pdf.plain_text import plain


def office(paper: Paper, profile: StyleProfile, width: float) -> str:
    """Cơ quan chủ quản, cơ quan ban hành and the rule under it."""
    size = profile.issuer_size
    made = ""
    if plain(paper.parent):
        made += _fitting(paper.parent, Style.PARENT, REGULAR, profile, width)
    for line in paper.issuer:
        made += _fitting(line, Style.ISSUER, BOLD, profile, width)
    longest = longest_line([plain(line) for line in paper.issuer], BOLD, size)
    return made + rule(min(longest, width) * profile.rule_share, width, profile)


def state(profile: StyleProfile, width: float) -> str:
    """Quốc hiệu, tiêu ngữ and the rule as long as the words."""
    return (
        paragraph(Style.STATE, run(STATE_NAME))
        + paragraph(Style.MOTTO, run(MOTTO))
        + rule(text_width(MOTTO, BOLD, profile.motto_size), width, profile)
    )


def subject_rule(lines: Sequence[str], profile: StyleProfile, width: float) -> str:
    """The rule under trích yếu."""
    longest = longest_line(lines, BOLD, profile.title_size)
    return rule(longest * profile.rule_share, width, profile, keep_next=True)


def addressees(paper: Paper, profile: StyleProfile, width: float) -> str:
    """«Kính gửi: …», or one dashed line each with the dashes under the colon."""
    names = [plain(name) for name in paper.addressees]
    size = profile.body_size
    if not names:
        return ""
    if len(names) == 1:
        return paragraph(Style.CALL, run(f"{CALL} {names[0]}"))
    lines = dashed(names)
    call = text_width(CALL.rstrip(":"), REGULAR, size)
    side = max((width - call - longest_line(lines, REGULAR, size)) / 2, 0)
    made = paragraph(Style.CALL, run(CALL), Setting(sides=side, align="left"))
    below = Setting(left=side + call, hang=text_width("- ", REGULAR, size))
    return made + "".join(paragraph(Style.CALL_LINE, run(line), below) for line in lines)


def annex_title(annex: Annex, profile: StyleProfile, width: float) -> str:
    """«Phụ lục I», its title, what it is attached to, and a short rule."""
    size = profile.title_size
    made = paragraph(Style.ANNEX_LABEL, run(annex.label)) if plain(annex.label) else ""
    lines = balanced_lines(annex.title, BOLD, size, width)
    made += paragraph(Style.ANNEX_TITLE, run("\n".join(lines)))
    longest = longest_line(lines, BOLD, size)
    if plain(annex.attached_to):
        lines = balanced_lines(annex.attached_to, ITALIC, size, width)
        made += paragraph(Style.ATTACHED, run("\n".join(lines)))
        longest = longest_line(lines, ITALIC, size)
    return made + rule(longest * profile.rule_share, width, profile, keep_next=True)


def rule(length: float, width: float, profile: StyleProfile, *, keep_next: bool = False) -> str:
    """A short centred rule: an empty paragraph with a border, indented from both sides."""
    sides = max((width - length) / 2, 0)
    setting = Setting(keep_next=keep_next, rule=profile.rule_weight, sides=sides)
    return paragraph(Style.RULE, setting=setting)


def _fitting(text: str, style: Style, font: str, profile: StyleProfile, width: float) -> str:
    """A line of the office, in the largest allowed size that needs no second line."""
    usual, smallest = profile.issuer_size, profile.smallest_heading_size
    size = usual
    while size > smallest and text_width(plain(text), font, size) > width:
        size = max(size - 0.5, smallest)
    lines = balanced_lines(text, font, size, width)
    return paragraph(style, run("\n".join(lines), size=None if size == usual else size))
