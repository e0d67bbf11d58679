"""Paragraphs, runs and tables in the language of Word files; nothing else writes that language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from thidua_desktop.documents.pdf.plain_text import plain

TWIPS = 20
"""Word measures in twentieths of a point."""

_HALF_POINTS = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph has beside its style; lengths in points.

    Attributes:
        keep_next: it stays on one page with the first line of what follows.
        rule: the weight of a rule above it, 0 for none.
        sides: how far it is indented on both sides.
        left: how far it is indented from the left, its first line by `hang` less.
        align: only where it differs from the style's: ``left``, ``center``, ``right``.
    """

    keep_next: bool = False
    rule: float = 0
    sides: float = 0
    left: float = 0
    hang: float = 0
    align: str = ""


PLAIN = Setting()


def run(text: str, *, bold: bool = False, size: float | None = None, after: str = "") -> str:
    """Text that looks as its paragraph's style says, unless told otherwise.

    Cleaned text has no spaces at its ends; `after` separates it from the next run.
    """
    looks = "<w:b/>" if bold else ""
    if size is not None:
        looks += f'<w:sz w:val="{round(size * _HALF_POINTS)}"/>'
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>'
        for line in (plain(text) + after).split("\n")
    )
    return f"<w:r>{looks}{lines}</w:r>"


def paragraph(style: str, runs: str = "", setting: Setting = PLAIN) -> str:
    """A paragraph of a style of the template."""
    # Word demands this order.
    told = f'<w:pStyle w:val="{style}"/>'
    if setting.keep_next:
        told += "<w:keepNext/>"
    if setting.rule:
        weight = round(setting.rule * 8)
        told += (
            f'<w:pBdr><w:top w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/></w:pBdr>'
        )
    if setting.sides:
        sides = twips(setting.sides)
        told += f'<w:ind w:left="{sides}" w:right="{sides}"/>'
    elif setting.left:
        left, hang = twips(setting.left + setting.hang), twips(setting.hang)
        told += f'<w:ind w:left="{left}" w:hanging="{hang}"/>'
    if setting.align:
        told += f'<w:jc w:val="{setting.align}"/>'
    return f"<w:p><w:pPr>{told}</w:pPr>{runs}</w:p>"


def cell(width: float, content: str, *, span: int = 1, middle: bool = True) -> str:
    """A cell of a table; its content must end with a paragraph."""
    told = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    if span > 1:
        told += f'<w:gridSpan w:val="{span}"/>'
    if middle:
        told += '<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{told}</w:tcPr>{content}</w:tc>"


def row(cells: Sequence[str], *, whole: bool = True, head: bool = False) -> str:
    """A row; `whole` keeps it on one page, `head` repeats it on each."""
    told = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    told = f"<w:trPr>{told}</w:trPr>" if told else ""
    return f"<w:tr>{told}{''.join(cells)}</w:tr>"


def table(
    widths: Sequence[float],
    rows: Sequence[str],
    *,
    rule: float = 0,
    padding: tuple[float, float] = (0, 0),
) -> str:
    """A table of fixed widths; without the weight of a rule it only places things.

    `padding` is left beside and above a cell's text.
    """
    beside, above = (twips(length) for length in padding)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{round(rule * 8)}" w:space="0" w:color="auto"/>'
        if rule
        else f'<w:{side} w:val="nil"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{length}" w:type="dxa"/>'
        for side, length in (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def set_columns(made: Any, widths: Sequence[float]) -> None:  # noqa: ANN401 - a library's element
    """Give the columns of a table other widths; a row of fewer cells keeps its own."""
    grid = made.find(qn("w:tblGrid")).findall(qn("w:gridCol"))
    for column, width in zip(grid, widths, strict=False):
        column.set(qn("w:w"), str(twips(width)))
    for line in made.findall(qn("w:tr")):
        cells = line.findall(qn("w:tc"))
        for one, width in zip(cells, widths, strict=False):
            one.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").set(qn("w:w"), str(twips(width)))
    made.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").set(qn("w:w"), str(twips(sum(widths))))


def twips(points: float) -> int:
    """A length in Word's measure."""
    return round(points * TWIPS)


def parsed(xml: str) -> list[etree._Element]:
    """The elements of a text written by this module."""
    return list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))
