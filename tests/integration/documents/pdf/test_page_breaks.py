"""However long a paper is, its signature never stands alone and nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.papers_in_hand import FONTS
from tests.printed_pdf import PrintedPage, Words, printed
from thidua_desktop.application.papers.model import (
    Align,
    Block,
    Paper,
    Paragraph,
    ParagraphStyle,
    SignatureBlock,
    Table,
    TableColumn,
)
from thidua_desktop.documents.pdf.writer import PdfPaperWriter

POST, NAME = "CHỦ TỊCH", "Nguyễn Văn Mẫu"
SENTENCE = "Các đơn vị đã báo cáo kết quả và tự chấm điểm thực hiện Phong trào thi đua. "
COLUMNS = (
    TableColumn("STT", 1, Align.CENTRE),
    TableColumn("Tên tập thể", 5),
    TableColumn("Mức thưởng (đồng)", 3, Align.RIGHT),
)


def paper_of(*blocks: Block) -> Paper:
    return Paper(
        parent="",
        issuer=("ỦY BAN NHÂN DÂN", "XÃ MẪU"),
        number="1",
        symbol="TTr-UBND",
        place="Mẫu",
        signed_on=None,
        year=2026,
        kind="TỜ TRÌNH",
        subject="Về việc thử",
        blocks=blocks,
        signatures=(SignatureBlock((POST,), NAME),),
        recipients=("Như trên", "Lưu: VT, VHXH"),
    )


def table_of(rows: int, *, with_groups: bool = False, with_total: bool = False) -> Table:
    lines: list[tuple[str, ...]] = []
    for number in range(rows):
        if with_groups and number % 7 == 0:
            lines.append((f"Nhóm {number // 7}",))
        lines.append((str(number + 1), f"Đơn vị số {number + 1}.", "1.520.000"))
    return Table(COLUMNS, tuple(lines), ("", "Tổng cộng", "9") if with_total else ())


def write(paper: Paper, folder: Path) -> tuple[PrintedPage, ...]:
    path = folder / "van-ban.pdf"
    PdfPaperWriter(FONTS).write(paper, path)
    return printed(path)


def page_of_signature(pages: tuple[PrintedPage, ...]) -> PrintedPage:
    (page,) = (page for page in pages if any(words.text == POST for words in page.words))
    return page


def lines_above(page: PrintedPage, limit: Words) -> int:
    """Lines of the text above a run; the head of a table and the page number are none."""
    top = 22.0
    heads = {"STT", "Tên tập thể", "Mức thưởng", "(đồng)", "Mức thưởng (đồng)"}
    text = [
        words
        for words in page.words
        if top < words.bottom < limit.top and words.text not in heads and words.text
    ]
    return len({round(words.bottom) for words in text})


def assert_signature_is_in_company(pages: tuple[PrintedPage, ...]) -> None:
    page = page_of_signature(pages)
    assert page is pages[-1]
    assert page.line(NAME).top - page.line(POST).bottom >= 30
    assert {"Nơi nhận:", "- Lưu: VT, VHXH."} <= {words.text for words in page.words}
    assert lines_above(page, page.line(POST)) >= 2


@pytest.mark.parametrize("with_total", [False, True])
def test_a_table_of_any_length_before_the_signature(with_total: bool, tmp_path: Path) -> None:
    for rows in range(61):
        groups = rows % 2 == 0
        table = table_of(rows, with_groups=groups, with_total=with_total)
        pages = write(paper_of(Paragraph(SENTENCE * 2), table), tmp_path)
        assert_signature_is_in_company(pages)
        said = "\n".join(page.text for page in pages)
        for number in range(rows):
            assert said.count(f"Đơn vị số {number + 1}.") == 1
        for page in pages:
            if "Đơn vị số" in page.text:
                assert page.text.count("Tên tập thể") == 1


@settings(max_examples=40)
@given(
    lengths=st.lists(st.integers(1, 12), min_size=1, max_size=14),
    rows=st.integers(0, 40),
    at=st.integers(0, 14),
    is_headed=st.booleans(),
)
def test_paragraphs_and_a_table_anywhere(
    tmp_path_factory: pytest.TempPathFactory,
    lengths: list[int],
    rows: int,
    at: int,
    is_headed: bool,
) -> None:
    blocks: list[Block] = [
        Paragraph(f"Đoạn {number}. {SENTENCE * length}") for number, length in enumerate(lengths)
    ]
    extra: list[Block] = [table_of(rows)] if rows else []
    if is_headed:
        extra.insert(0, Paragraph("Mục thử", ParagraphStyle.HEADING))
        extra.append(Paragraph("Hết."))
    blocks[at:at] = extra
    pages = write(paper_of(*blocks), tmp_path_factory.mktemp("giay"))
    assert_signature_is_in_company(pages)
    said = "\n".join(page.text for page in pages)
    for number in range(len(lengths)):
        assert said.count(f"Đoạn {number}.") == 1
    assert said.count("Hạnh phúc") == 1
    for page in pages:
        if is_headed and any(words.text == "Mục thử" for words in page.words):
            below = [w for w in page.words if w.top > page.line("Mục thử").bottom and w.text]
            assert below, "a heading alone at the foot of a page"


def test_a_paragraph_of_one_line_takes_the_one_before_along(tmp_path: Path) -> None:
    for filling in range(20, 40):
        body = [Paragraph(f"Dòng {number}.") for number in range(filling)]
        assert_signature_is_in_company(write(paper_of(*body), tmp_path))


def test_a_tall_row_is_set_without_gaps_and_begins_at_the_top(tmp_path: Path) -> None:
    """Cells of one row have lines of their own number; none may leave a line empty for another."""
    short = "\n".join(f"dòng {number}" for number in range(9))
    long = "\n".join(f"câu {number}" for number in range(15))
    columns = (TableColumn("STT", 1), TableColumn("Tên tập thể", 5), TableColumn("(đồng)", 5))
    table = Table(columns, (("7", short, long), ("8", "Khác", "một\nhai\nba")))
    (page,) = write(paper_of(Paragraph(SENTENCE), table), tmp_path)
    for prefix, count in (("dòng", 9), ("câu", 15)):
        tops = [page.line(f"{prefix} {number}").top for number in range(count)]
        steps = {round(after - before, 1) for before, after in pairwise(tops)}
        assert max(steps) - min(steps) < 0.3
    assert abs(page.line("7").bottom - page.line("dòng 0").bottom) < 2
    assert abs(page.line("8").bottom - page.line("một").bottom) < 2


def test_a_cell_longer_than_a_page_runs_over_pages(tmp_path: Path) -> None:
    words = [f"chữ{number}" for number in range(1500)]
    table = Table(COLUMNS, (("1", "Đơn vị", " ".join(words)), ("2", "Khác", "9")))
    pages = write(paper_of(Paragraph(SENTENCE), table), tmp_path)
    said = " ".join(" ".join(page.text for page in pages).split())
    missing = [word for word in words if word not in said]
    assert missing == []
    assert len(pages) > 2
    for page in pages:
        assert all(words.bottom < page.height - 18 for words in page.words if words.text)
