"""Ballots on their sheets: several to a page, none over two, the same words in print and Word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pypdf
from docx.oxml.ns import qn

from tests.council_papers_in_hand import ballots
from tests.papers_in_hand import FONTS, context_of, shipped_plan
from tests.printed_pdf import whole_text
from thidua_desktop.application.papers.phieu_bau import in_sheets
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


def test_a_ballot_longer_than_a_page_comes_in_sheets(tmp_path: Path) -> None:
    """Each sheet has its own page with head, instruction and its place among the others."""
    names = (f"Ông Nguyễn Văn Mẫu {place}, Phó Hiệu trưởng Trường Mẫu" for place in range(45))
    rows = tuple((str(place), name, "", "") for place, name in enumerate(names, start=1))
    whole = replace(PAPER.slips[0], table=replace(PAPER.slips[0].table, rows=rows))
    sheets = tuple(in_sheets(whole))
    assert len(sheets) > 1
    paper = replace(PAPER, slips=sheets * 2)
    path = tmp_path / "phieu.pdf"
    PdfPaperWriter(FONTS).write(paper, path)
    pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
    assert len(pages) == 2 * len(sheets)
    for number, said in enumerate(pages):
        assert f"PHIẾU BẦU - TỜ {number % len(sheets) + 1}/{len(sheets)}" in said
        assert "Đánh dấu X" in said
    word = tmp_path / "phieu.docx"
    DocxPaperWriter(FONTS, FONTS.parent / "templates").write(paper, word)
    breaks = list(docx.Document(str(word)).element.body.iter(qn("w:pageBreakBefore")))
    assert len(breaks) == 2 * len(sheets) - 1
