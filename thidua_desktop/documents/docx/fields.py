"""The fields that a template may name, and what each of them becomes."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.application.papers.fixed_lines import number_line, place_and_date
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.documents.docx.closing import recipients, signatures
from thidua_desktop.documents.docx.heading import addressees, office, state, subject_rule
from thidua_desktop.documents.docx.text import text
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.fonts import BOLD
from thidua_desktop.documents.pdf.line_breaks import balanced_lines
from thidua_desktop.documents.pdf.plain_text import plain

Builder = Callable[[Paper, StyleProfile, float], str]
"""Makes the paragraphs and tables of a field for a width in points."""


def _subject_lines(paper: Paper, profile: StyleProfile, width: float) -> tuple[str, ...]:
    return balanced_lines(paper.subject, BOLD, profile.title_size, width)


def _with_room(line: str) -> str:
    """A line whose blanks are ordinary spaces: Word keeps them, and some draw the others wider."""
    return plain(line).replace("\N{NO-BREAK SPACE}", " ")


def text_values(paper: Paper, profile: StyleProfile, width: float) -> dict[str, str]:
    """The fields that stand within a line, as ``{{ ten_loai }}``."""
    return {
        "co_quan_chu_quan": plain(paper.parent),
        "co_quan_ban_hanh": plain("\n".join(paper.issuer)),
        "so_ky_hieu": _with_room(number_line(paper)),
        "dia_danh_ngay": _with_room(place_and_date(paper)),
        "ten_loai": plain(paper.kind),
        "trich_yeu": "\n".join(_subject_lines(paper, profile, width)),
        "trich_yeu_cong_van": plain(paper.subject),
        "tham_quyen": plain(paper.sub_issuer),
        "ban_du_lieu": plain(paper.snapshot),
    }


BLOCKS: dict[str, Builder] = {
    "co_quan": office,
    "quoc_hieu": lambda _paper, profile, width: state(profile, width),
    "duong_ke_trich_yeu": lambda paper, profile, width: subject_rule(
        _subject_lines(paper, profile, width), profile, width
    ),
    "kinh_gui": addressees,
    "noi_dung": lambda paper, profile, width: text(
        paper.blocks, profile, width, is_signed=bool(paper.signatures)
    ),
    "chu_ky": lambda paper, _profile, width: signatures(paper.signatures, width),
    "noi_nhan": lambda paper, _profile, _width: recipients(paper.recipients),
}
"""The fields that take a paragraph of their own, as ``{{p noi_dung }}``."""

NEEDED = ("noi_dung", "chu_ky")
"""Without these a paper would lose what it says or who signs it."""
