"""Slips in Word: in place of all else that a template holds, each kept on one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from thidua_desktop.application.papers.model import Slip
from thidua_desktop.documents.docx.elements import paragraph, parsed, run
from thidua_desktop.documents.docx.style_names import Style
from thidua_desktop.documents.docx.tables import RuledTable
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.fonts import REGULAR, text_width

_DASH = "- "


def put_slips(body: Any, slips: Sequence[Slip], profile: StyleProfile, width: float) -> None:  # noqa: ANN401
    """Empty the page and put the slips on it; its margins and foot stay.

    The head with the number of the page goes: it would tell one secret ballot from another.
    """
    section = body.sectPr
    for head in section.findall(qn("w:headerReference")):
        section.remove(head)
    for element in list(body):
        if element is not section:
            body.remove(element)
    for number, slip in enumerate(slips):
        elements = parsed(_slip(slip, profile, width))
        lines = [line for element in elements for line in element.iter(qn("w:p"))]
        for line in lines[:-1]:
            _mark(line, "w:keepNext")
        if slip.has_own_page and number:
            _mark(lines[0], "w:pageBreakBefore")
        for element in elements:
            section.addprevious(element)


def _slip(slip: Slip, profile: StyleProfile, width: float) -> str:
    cut = _DASH * int(width // text_width(_DASH, REGULAR, profile.table_sizes[0]))
    return (
        "".join(paragraph(Style.TABLE_HEAD, run(line)) for line in slip.head)
        + paragraph(Style.SUBJECT, run(slip.title))
        + paragraph(Style.TABLE_HEAD, run(slip.subject))
        + RuledTable(slip.table, profile, width).xml(keep_end=True)
        + paragraph(Style.NOTE, run(slip.note))
        + ("" if slip.has_own_page else paragraph(Style.TABLE_CELL, run(cut)))
    )


def _mark(line: Any, name: str) -> None:  # noqa: ANN401 - an element of the library
    """Give a line a setting; in the order that the format asks for, after the line's style."""
    settings = line.get_or_add_pPr()
    if settings.find(qn(name)) is not None:
        return
    made = OxmlElement(name)
    before = settings.find(qn("w:keepNext"))
    before = settings.find(qn("w:pStyle")) if before is None else before
    if before is None:
        settings.insert(0, made)
    else:
        before.addnext(made)
