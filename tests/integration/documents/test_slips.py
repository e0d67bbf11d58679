"""Ballots on their sheets: several to a page, none over two, the same words in print and Word."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml.ns import qn

from tests.council_papers_in_hand import ballots
from tests.papers_in_hand import FONTS, context_of, shipped_plan
from tests.printed_pdf import whole_text
from thidua_desktop.documents.docx.writer import DocxPaperWriter
from thidua_desktop.documents.pdf.writer import PdfPaperWriter

PLAN = shipped_plan("xuan-hung")
PAPER = ballots(context_of(PLAN), PLAN)


def test_as_many_ballots_on_a_page_as_fit_and_none_over_two(tmp_path: Path) -> None:
    path = tmp_path / "phieu.pdf"
    PdfPaperWriter(FONTS).write(PAPER, path)
    said = whole_text(path)
    assert said.count("PHIẾU BẦU") == len(PAPER.slips) == 8
    assert "CỘNG HÒA" not in said
    # Each ballot has the head of its table once: none was carried to a further page.
    assert said.count("Tên tập thể, họ và tên") == 8


def test_in_word_each_ballot_is_kept_together(tmp_path: Path) -> None:
    path = tmp_path / "phieu.docx"
    DocxPaperWriter(FONTS, FONTS.parent / "templates").write(PAPER, path)
    body = docx.Document(str(path)).element.body
    lines = list(body.iter(qn("w:p")))
    titles = [p for p in lines if "".join(t.text or "" for t in p.iter(qn("w:t"))) == "PHIẾU BẦU"]
    assert len(titles) == 8
    loose = [p for p in lines if p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None]
    # Only the line to cut along lets go of what follows.
    assert len(loose) == 8


def test_nothing_tells_one_ballot_from_another(tmp_path: Path) -> None:
    printed, word = tmp_path / "phieu.pdf", tmp_path / "phieu.docx"
    PdfPaperWriter(FONTS).write(PAPER, printed)
    DocxPaperWriter(FONTS, FONTS.parent / "templates").write(PAPER, word)
    assert not [line for line in whole_text(printed).splitlines() if line.strip() in {"2", "3"}]
    (section,) = docx.Document(str(word)).sections
    assert section._sectPr.find(qn("w:headerReference")) is None
