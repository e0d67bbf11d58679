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
    for slip in slips:
        elements = parsed(_slip(slip, profile, width))
        lines = [line for element in elements for line in element.iter(qn("w:p"))]
        for line in lines[:-1]:
            _keep_with_next(line)
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
        + paragraph(Style.TABLE_CELL, run(cut))
    )


def _keep_with_next(line: Any) -> None:  # noqa: ANN401 - an element of the library
    settings = line.get_or_add_pPr()
    if settings.find(qn("w:keepNext")) is None:
        kept = OxmlElement("w:keepNext")
        style = settings.find(qn("w:pStyle"))
        if style is None:
            settings.insert(0, kept)
        else:
            style.addnext(kept)
