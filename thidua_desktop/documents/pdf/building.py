"""From the content of a paper to its pages."""

from __future__ import annotations

from pathlib import Path

from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak

from thidua_desktop.application.papers.model import Annex, Paper
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.closing import closing
from thidua_desktop.documents.pdf.heading import two_columns
from thidua_desktop.documents.pdf.pages import NumberedPages, Sheet
from thidua_desktop.documents.pdf.plain_text import plain
from thidua_desktop.documents.pdf.slips import slips
from thidua_desktop.documents.pdf.story import Story
from thidua_desktop.documents.pdf.styles import Typesetter
from thidua_desktop.documents.pdf.title import addressees, annex_title, title


def build(paper: Paper, profile: StyleProfile, path: Path) -> None:
    """Set a paper with its annexes and write it to a path."""
    sheets = [Sheet(profile), *(Sheet(profile, annex.landscape) for annex in paper.annexes)]
    typesetter = Typesetter(profile)
    story = _paper(paper, typesetter, sheets[0].text_width)
    for number, annex in enumerate(paper.annexes, start=1):
        story += [NextPageTemplate(_name(number)), PageBreak()]
        story += _annex(annex, typesetter, sheets[number].text_width)
    document = BaseDocTemplate(
        str(path),
        pagesize=sheets[0].size,
        pageTemplates=[
            NumberedPages(_name(number), sheet, paper.snapshot, shows_numbers=not paper.slips)
            for number, sheet in enumerate(sheets)
        ],
        title=plain(f"{paper.kind} {paper.subject}").replace("\n", " "),
        author=plain(" ".join(paper.issuer)),
        creator="Thi đua Desktop",
        lang="vi-VN",
        invariant=True,
    )
    document.build(story)


def _paper(paper: Paper, typesetter: Typesetter, width: float) -> list[Flowable]:
    if paper.slips:
        return slips(paper.slips, typesetter, width)
    end = closing(paper.recipients, paper.signatures, typesetter, width)
    return [
        two_columns(paper, typesetter, width),
        *title(paper, typesetter, width),
        *addressees(paper, typesetter, width),
        *Story(typesetter, width).flowables(paper.blocks, end),
    ]


def _annex(annex: Annex, typesetter: Typesetter, width: float) -> list[Flowable]:
    end = closing((), annex.signatures, typesetter, width)
    text = Story(typesetter, width).flowables(annex.blocks, end)
    return [*annex_title(annex, typesetter, width), *text]


def _name(number: int) -> str:
    """The name of the pages of the paper itself (0) or of an annex."""
    return f"part {number}"
