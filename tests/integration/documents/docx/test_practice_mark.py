"""Word files made from practice data say so across every page, and no other file does."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.architecture.sources import ROOT
from tests.papers_in_hand import FONTS, context_of, shipped_plan, to_trinh_order
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.application.practice import PRACTICE_MARK, PRACTICE_WORDS
from thidua_desktop.documents.docx.writer import DocxPaperWriter

PLAN = shipped_plan("xuan-hung")


@pytest.fixture
def paper() -> Paper:
    """A proposal with lists on pages of their own, one of them across."""
    return build_to_trinh(context_of(PLAN), to_trinh_order(PLAN))


def marked(path: Path) -> list[bool]:
    """Whether each head of the pages bears the word."""
    with zipfile.ZipFile(path) as file:
        heads = [name for name in file.namelist() if name.startswith("word/header")]
        return [f'string="{PRACTICE_MARK}"' in file.read(name).decode() for name in sorted(heads)]


def write(paper: Paper, path: Path) -> Path:
    DocxPaperWriter(FONTS, ROOT / "resources" / "templates").write(paper, path)
    return path


def test_practice_stands_across_the_first_and_every_further_page(
    paper: Paper, tmp_path: Path
) -> None:
    path = write(replace(paper, snapshot=f"{PRACTICE_WORDS}. Bản 1"), tmp_path / "a.docx")
    assert marked(path)
    assert all(marked(path))
    first, *later = Document(str(path)).element.body.iter(qn("w:sectPr"))
    assert len(first.findall(qn("w:headerReference"))) == 2
    assert later


def test_real_papers_bear_no_mark(paper: Paper, tmp_path: Path) -> None:
    assert not any(marked(write(paper, tmp_path / "a.docx")))
