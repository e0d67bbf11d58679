"""Our own line breaking against the library's, of which it is the faster part."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from tests.papers_in_hand import FONTS
from thidua_desktop.documents.pdf.fonts import BOLD, REGULAR, register_fonts, text_width
from thidua_desktop.documents.pdf.line_breaks import balanced_lines, longest_line
from thidua_desktop.documents.pdf.paragraphs import set_text
from thidua_desktop.documents.pdf.plain_text import escaped

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyấầẩẫậịọ.,;-1234567890"
TEXTS = st.lists(st.text(LETTERS, min_size=1, max_size=14), max_size=60).map(" ".join)
WIDTHS = st.floats(20, 500)


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    register_fonts(FONTS)


@given(TEXTS, WIDTHS, st.sampled_from([0.0, 36.0]), st.sampled_from([0.0, 20.0]))
def test_lines_are_those_of_the_library(
    text: str, width: float, first_line: float, left: float
) -> None:
    style = ParagraphStyle(
        "", fontName=REGULAR, fontSize=14, firstLineIndent=first_line, leftIndent=left
    )
    ours = set_text(text, style)
    theirs = Paragraph(escaped(text), style)
    assert ours.wrap(width, 0) == theirs.wrap(width, 0)
    assert lines_of(ours) == lines_of(theirs)
    assert ours.wrap(width, 0) == theirs.wrap(width, 0)


def lines_of(paragraph: Any) -> list[tuple[float, list[str]]]:
    """The lines of plain words; what the library breaks within words is its own in both."""
    lines = [line for line in paragraph.blPara.lines if isinstance(line, tuple)]
    return [(round(room, 6), list(words)) for room, words in lines]


@given(TEXTS.filter(bool), WIDTHS)
def test_balanced_lines_are_as_few_as_can_be_and_lose_no_word(text: str, width: float) -> None:
    lines = balanced_lines(text, BOLD, 14, width)
    assert " ".join(lines) == text
    widest_word = longest_line(text.split(), BOLD, 14)
    if widest_word <= width:
        assert longest_line(lines, BOLD, 14) <= width
    filled = 1
    used = 0.0
    for word in text.split():
        wide = text_width(word, BOLD, 14)
        if used and used + text_width(" ", BOLD, 14) + wide > width:
            filled, used = filled + 1, wide
        else:
            used += wide + (text_width(" ", BOLD, 14) if used else 0)
    assert len(lines) == filled


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        (
            "Kiểm phiếu đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cao Minh năm 2026",
            455.0,
            (
                "Kiểm phiếu đề nghị tặng Giấy khen của Chủ tịch",
                "Ủy ban nhân dân xã Cao Minh năm 2026",
            ),
        ),
        (
            "DANH SÁCH CÁC TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN X",
            455.0,
            (
                "DANH SÁCH CÁC TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG",
                "GIẤY KHEN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN X",
            ),
        ),
    ],
)
def test_a_term_and_a_place_are_not_parted(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert balanced_lines(text, BOLD, 14, width) == lines


def test_a_long_title_may_have_one_more_line_for_its_terms() -> None:
    lines = balanced_lines(
        "Về việc đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân phường Tây Hiếu cho các tập "
        "thể, hộ gia đình, cá nhân có thành tích xuất sắc trong Phong trào thi đua “Cả nước thi "
        "đua đổi mới sáng tạo và chuyển đổi số” năm 2026",
        BOLD,
        14,
        455.0,
    )
    assert len(lines) == 4
    assert not any(line.endswith(("Tây", "Phong", "thi", "tập")) for line in lines)


def test_keeping_terms_together_never_costs_the_margin() -> None:
    narrow = balanced_lines("Ủy ban nhân dân xã Cao Minh", BOLD, 14, 80)
    assert longest_line(narrow, BOLD, 14) <= 80
