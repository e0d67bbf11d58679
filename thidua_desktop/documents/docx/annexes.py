"""Annexes: each in a section of its own, upright or across, numbered from 1."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from thidua_desktop.application.papers.model import Annex
from thidua_desktop.documents.docx.closing import annex_signatures
from thidua_desktop.documents.docx.elements import TWIPS, paragraph, parsed
from thidua_desktop.documents.docx.heading import annex_title
from thidua_desktop.documents.docx.style_names import Style
from thidua_desktop.documents.docx.text import text
from thidua_desktop.documents.paper_style import StyleProfile


def append_annexes(body: Any, annexes: Sequence[Annex], profile: StyleProfile) -> None:  # noqa: ANN401
    """Put annexes behind the paper; the template's last section gives them their margins."""
    last = body.sectPr
    upright = deepcopy(last)
    _number_from_one(last)
    for annex in annexes:
        _close_section(body, last)
        section = deepcopy(upright)
        _number_from_one(section)
        if annex.landscape:
            _turn(section)
        body.replace(last, section)
        last = section
        for element in parsed(_annex(annex, profile, _text_width(section))):
            last.addprevious(element)


def _annex(annex: Annex, profile: StyleProfile, width: float) -> str:
    return (
        annex_title(annex, profile, width)
        + text(annex.blocks, profile, width, is_signed=bool(annex.signatures))
        + annex_signatures(annex.signatures, width)
    )


def _close_section(body: Any, section: Any) -> None:  # noqa: ANN401 - elements of the library
    """End the section with a line that takes next to no room."""
    del body
    end = parsed(paragraph(Style.RULE))[0]
    end.find(qn("w:pPr")).append(deepcopy(section))
    section.addprevious(end)


def _number_from_one(section: Any) -> None:  # noqa: ANN401
    told = section.find(qn("w:pgNumType"))
    if told is None:
        told = OxmlElement("w:pgNumType")
        section.find(qn("w:pgMar")).addnext(told)
    told.set(qn("w:start"), "1")


def _turn(section: Any) -> None:  # noqa: ANN401
    size = section.find(qn("w:pgSz"))
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), height)
    size.set(qn("w:h"), width)
    size.set(qn("w:orient"), "landscape")


def _text_width(section: Any) -> float:  # noqa: ANN401
    width = int(section.find(qn("w:pgSz")).get(qn("w:w")))
    margins = section.find(qn("w:pgMar"))
    return float(width - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))) / TWIPS
