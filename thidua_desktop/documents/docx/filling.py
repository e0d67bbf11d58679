"""From the content of a paper and its template to a Word document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.practice import is_practice
from thidua_desktop.documents.docx.annexes import append_annexes
from thidua_desktop.documents.docx.dressing import dress
from thidua_desktop.documents.docx.families import family_of
from thidua_desktop.documents.docx.fields import BLOCKS, NEEDED, text_values
from thidua_desktop.documents.docx.practice_mark import mark_practice
from thidua_desktop.documents.docx.slips import put_slips
from thidua_desktop.documents.docx.template import WordTemplate, place_heading, replace_mark
from thidua_desktop.documents.paper_style import ND30_CHUAN, StyleProfile
from thidua_desktop.documents.pdf.heading_columns import heading_columns
from thidua_desktop.documents.pdf.plain_text import plain
from thidua_desktop.domain.errors import EnvironmentFault

_LONGEST_PROPERTY = 255

_ROUNDING = 6.0
"""Points that the date gets beyond its width: Word programs round the widths of letters."""


def fill(paper: Paper, profile: StyleProfile, shipped: Path, own: Path | None) -> Any:  # noqa: ANN401
    """The document of a paper, to be saved.

    Raises:
        InputError: the template is broken; every fault is told.
        EnvironmentFault: the template can't be read.
    """
    name = family_of(paper).file_name
    changed = own is not None and (own / name).is_file()
    path = (own if own is not None and changed else shipped) / name
    template = WordTemplate(name, _bytes(path))
    if not changed and profile != ND30_CHUAN:
        dress(template.document, profile)
    template.fill(text_values(paper, profile, template.text_width), BLOCKS)
    if not changed:
        left, right = heading_columns(paper, profile, template.text_width)
        place_heading(template.marks(), (left - _ROUNDING, right + _ROUNDING))
    found = []
    for block, mark, width in list(template.marks()):
        found.append(block)
        replace_mark(mark, BLOCKS[block](paper, profile, width))
    template.refuse_missing(found, NEEDED)
    append_annexes(template.document.element.body, paper.annexes, profile)
    if paper.slips:
        put_slips(template.document.element.body, paper.slips, profile, template.text_width)
    if is_practice(paper.snapshot):
        mark_practice(template.document)
    _describe(template.document, paper)
    return template.document


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentFault("template_not_read", file=path.name, detail=str(error)) from error


def _describe(document: Any, paper: Paper) -> None:  # noqa: ANN401 - the library's own document
    """What the file says about itself in Word."""
    about = document.core_properties
    title = plain(f"{paper.kind} {paper.subject}").replace("\n", " ")
    about.title = title[:_LONGEST_PROPERTY]
    about.author = plain(" ".join(paper.issuer))[:_LONGEST_PROPERTY]
    about.last_modified_by = "Thi đua Desktop"
    about.language = "vi-VN"
