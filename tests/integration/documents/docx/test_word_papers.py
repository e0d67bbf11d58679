"""Papers as Word files: the same words as in print, in styles that an office may change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tests.papers_in_hand import (
    FONTS,
    SLUGS,
    bien_ban_order,
    context_of,
    quyet_dinh_order,
    shipped_plan,
    to_trinh_order,
)
from tests.printed_pdf import whole_text
from tests.word_file import WordFile, column_widths, opened, text_of
from thidua_desktop.application.papers.bien_ban import build_bien_ban
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.quyet_dinh import build_quyet_dinh
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.documents.docx.writer import DocxPaperWriter
from thidua_desktop.documents.paper_style import ND30_CHUAN as FORM
from thidua_desktop.documents.pdf.writer import PdfPaperWriter

TEMPLATES = FONTS.parent / "templates"
POINTS_PER_MM = 72 / 25.4


def papers_of(slug: str) -> dict[str, Paper]:
    plan = shipped_plan(slug)
    context = context_of(plan)
    return {
        "to-trinh": build_to_trinh(context, to_trinh_order(plan, "bang_khen_tinh")),
        "quyet-dinh": build_quyet_dinh(context, quyet_dinh_order(plan)),
        "bien-ban": build_bien_ban(context, bien_ban_order(plan)),
    }


def written(paper: Paper, folder: Path) -> WordFile:
    path = folder / "van-ban.docx"
    DocxPaperWriter(FONTS, TEMPLATES).write(paper, path)
    return opened(path)


def letters(text: str) -> str:
    """The words without what only the page makes of them."""
    return re.sub(r"\s", "", text)


def flowing_letters(printed: str, paper: Paper) -> str:
    """The words of a print without the numbers and marks of its pages."""
    lines = [line.strip() for line in printed.splitlines()]
    return letters("".join(x for x in lines if not x.isdecimal() and x != paper.snapshot))


@pytest.fixture(scope="module")
def to_trinh(tmp_path_factory: pytest.TempPathFactory) -> WordFile:
    paper = papers_of("dang-thuy-tram")["to-trinh"]
    return written(paper, tmp_path_factory.mktemp("word"))


@pytest.mark.parametrize("slug", SLUGS)
def test_word_says_what_the_print_says(slug: str, tmp_path: Path) -> None:
    for paper in papers_of(slug).values():
        PdfPaperWriter(FONTS).write(paper, tmp_path / "van-ban.pdf")
        printed = flowing_letters(whole_text(tmp_path / "van-ban.pdf"), paper)
        file = written(paper, tmp_path)
        for line in file.lines:
            assert letters(line) in printed, line
        # Heads of tables that repeat stand only in print.
        assert len(letters(file.text)) > 0.9 * len(printed)


def test_every_field_of_the_templates_is_filled(tmp_path: Path) -> None:
    for paper in papers_of("xuan-hung").values():
        file = written(paper, tmp_path)
        for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
            stored = file.part(part)
            assert "{{" not in stored, part
            assert "{%" not in stored, part
            assert "TDMark" not in stored, part


def test_styles_have_the_measures_of_the_decree(to_trinh: WordFile) -> None:
    section = to_trinh.document.sections[0]
    assert round(section.page_width.mm) == 210
    assert round(section.page_height.mm) == 297
    assert round(section.left_margin.mm) == FORM.margin_left
    assert round(section.right_margin.mm) == FORM.margin_right
    styles = {style.style_id: style for style in to_trinh.document.styles}
    body = styles["TDThanBai"]
    assert body.font.size.pt == FORM.body_size
    assert round(body.paragraph_format.first_line_indent.mm, 1) == FORM.first_line_indent
    assert styles["Normal"].font.name == "Times New Roman"
    assert styles["TDQuocHieu"].font.bold
    assert styles["TDDiaDanhNgay"].font.italic


def test_the_rule_under_the_motto_is_as_long_as_its_words(to_trinh: WordFile) -> None:
    office_rule, motto_rule = to_trinh.paragraphs("TDDuongKe")[:2]
    for rule in (office_rule, motto_rule):
        assert rule.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:top')}") is not None
    cell = motto_rule.getparent()
    width = int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) / 20
    indents = motto_rule.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    length = width - 2 * int(indents.get(qn("w:left"))) / 20
    assert length / POINTS_PER_MM == pytest.approx(60.5, abs=0.2)


def test_tables_repeat_their_heads_and_fill_the_page(to_trinh: WordFile) -> None:
    assert to_trinh.tables
    for table in to_trinh.tables:
        first = table.rows[0]._tr
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert sum(column_widths(table)) / POINTS_PER_MM == pytest.approx(297 - 45, abs=0.5)


def test_an_annex_lies_across_and_begins_its_own_numbers(to_trinh: WordFile) -> None:
    upright, across = to_trinh.document.sections
    assert (upright.orientation, across.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    for section in (upright, across):
        numbering = section._sectPr.find(qn("w:pgNumType"))
        assert numbering.get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer


def test_pages_are_numbered_from_the_second_and_the_mark_is_on_all(to_trinh: WordFile) -> None:
    section = to_trinh.document.sections[0]
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == "Số liệu ngày 22/12/2026 - 3f9a21bc"


def test_the_end_of_the_text_stays_with_the_signatures(tmp_path: Path) -> None:
    for paper in papers_of("tay-hieu").values():
        file = written(paper, tmp_path)
        body = file.document.element.body
        signer = file.paragraphs("TDHoTen")[0]
        above = next(
            element for element in signer.iterancestors(qn("w:tbl")) if element.getparent() is body
        )
        kept = 0
        before = above.getprevious()
        while before is not None and before.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None:
            kept += bool(text_of(before))
            before = before.getprevious()
        assert kept >= 1


def test_the_words_before_the_first_dot_of_an_article_are_bold(tmp_path: Path) -> None:
    file = written(papers_of("cao-minh")["quyet-dinh"], tmp_path)
    article = file.paragraphs("TDDieu")[0]
    runs = list(article.iter(qn("w:r")))
    assert text_of(runs[0]) == "Điều 1. "
    assert [run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in runs] == [True, False]
