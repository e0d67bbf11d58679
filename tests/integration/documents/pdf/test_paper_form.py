"""The printed form of a paper against NĐ 30/2020/NĐ-CP, Phụ lục I, with a ruler."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.papers_in_hand import (
    FONTS,
    OFFICE,
    SLUGS,
    bien_ban_order,
    context_of,
    quyet_dinh_order,
    shipped_plan,
    to_trinh_order,
)
from tests.printed_pdf import PrintedPage, fonts_of, printed
from thidua_desktop.application.papers.bien_ban import build_bien_ban
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.quyet_dinh import build_quyet_dinh
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.documents.paper_style import ND30_CHUAN as FORM
from thidua_desktop.documents.pdf.writer import PdfPaperWriter

NEAR = 0.6  # mm: the blank around a letter within its box
PLAN = shipped_plan("dang-thuy-tram")


def pages_of(paper: Paper, folder: Path) -> tuple[PrintedPage, ...]:
    path = folder / "van-ban.pdf"
    PdfPaperWriter(FONTS).write(paper, path)
    return printed(path)


def to_trinh(slug: str = "dang-thuy-tram", award: str = "bang_khen_tinh") -> Paper:
    plan = shipped_plan(slug)
    return build_to_trinh(context_of(plan), to_trinh_order(plan, award))


def all_papers(slug: str) -> list[Paper]:
    plan = shipped_plan(slug)
    context = context_of(plan)
    return [
        to_trinh(slug),
        to_trinh(slug, "giay_khen_xa"),
        build_quyet_dinh(context, quyet_dinh_order(plan)),
        build_bien_ban(context, bien_ban_order(plan)),
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_stands_outside_the_margins_and_every_font_is_ours(
    slug: str, tmp_path: Path
) -> None:
    for paper in all_papers(slug):
        pages = pages_of(paper, tmp_path)
        assert {font.partition("+")[2] for font in fonts_of(tmp_path / "van-ban.pdf")} <= {
            "LiberationSerif",
            "LiberationSerif-Bold",
            "LiberationSerif-Italic",
            "LiberationSerif-BoldItalic",
        }
        for page in pages:
            sides = sorted((round(page.width), round(page.height)))
            assert sides == [210, 297]
            for words in page.words:
                assert words.left >= FORM.margin_left - NEAR, words
                assert words.right <= page.width - FORM.margin_right + NEAR, words
            for rule in page.rules:
                assert rule.left >= FORM.margin_left - NEAR
                assert rule.right <= page.width - FORM.margin_right + NEAR


@pytest.mark.parametrize("slug", SLUGS)
def test_the_rule_under_the_motto_is_as_long_as_its_text(slug: str, tmp_path: Path) -> None:
    for paper in all_papers(slug):
        first = pages_of(paper, tmp_path)[0]
        motto = first.line("Độc lập - Tự do - Hạnh phúc")
        rule = first.rule_below(motto)
        assert abs(rule.length - (motto.right - motto.left)) < 2 * NEAR
        assert abs(rule.left - motto.left) < NEAR
        assert 0 < rule.top - motto.bottom < 2


@pytest.mark.parametrize("slug", SLUGS)
def test_the_rules_under_office_and_subject_are_a_third_to_a_half(
    slug: str, tmp_path: Path
) -> None:
    for paper in all_papers(slug):
        first = pages_of(paper, tmp_path)[0]
        office = first.line(paper.issuer[-1])
        widest = max(first.line(line).right - first.line(line).left for line in paper.issuer)
        assert 1 / 3 <= first.rule_below(office).length / widest <= 1 / 2
        kind = first.line(paper.kind)
        rule = first.rule_below(kind)
        subject = [words for words in first.words if kind.bottom < words.bottom < rule.top]
        assert " ".join(words.text for words in subject) == paper.subject
        widest = max(words.right - words.left for words in subject)
        assert 1 / 3 <= rule.length / widest <= 1 / 2


def test_state_and_office_face_each_other(tmp_path: Path) -> None:
    first = pages_of(to_trinh(), tmp_path)[0]
    office, state = first.line("ỦY BAN NHÂN DÂN"), first.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    number, date = first.line("Số:"), first.line("Xã Đặng Thùy Trâm, ngày")
    assert abs(office.top - state.top) < NEAR
    assert office.right < state.left
    assert abs(number.middle - office.middle) < 1
    assert abs(date.middle - state.middle) < 1
    assert abs(number.top - date.top) < 1


def test_blanks_leave_room_for_the_pen(tmp_path: Path) -> None:
    first = pages_of(to_trinh(), tmp_path)[0]
    number, date = first.line("Số:"), first.line("Xã Đặng Thùy Trâm, ngày")
    decision = build_quyet_dinh(context_of(PLAN), quyet_dinh_order(PLAN))
    given = pages_of(decision, tmp_path)[0].line("Số: 09/QĐ-UBND")
    assert number.right - number.left > given.right - given.left + 5
    assert date.text == "Xã Đặng Thùy Trâm, ngày tháng năm 2026"
    assert date.right - date.left > 90


def test_page_numbers_stand_in_the_top_margin_from_the_second_page_on(tmp_path: Path) -> None:
    pages = pages_of(to_trinh(), tmp_path)
    numbers = [
        [words for words in page.words if words.bottom < FORM.margin_top and words.text]
        for page in pages
    ]
    # The paper and its annex are numbered apart, and the first page of each shows none.
    assert [[words.text for words in found] for found in numbers] == [[], ["2"], [], ["2"]]
    for page, found in zip(pages, numbers, strict=True):
        for words in found:
            middle = (page.width + FORM.margin_left - FORM.margin_right) / 2
            assert abs(words.middle - middle) < 1
            assert abs((words.top + words.bottom) / 2 - FORM.margin_top / 2) < 2


def test_annexes_with_many_columns_lie_across(tmp_path: Path) -> None:
    pages = pages_of(to_trinh(), tmp_path)
    assert [page.width > page.height for page in pages] == [False, False, True, True]


def test_several_addressees_stand_under_the_colon(tmp_path: Path) -> None:
    first = pages_of(to_trinh(), tmp_path)[0]
    call = first.line("Kính gửi:")
    chair, department = first.line("- Chủ tịch"), first.line("- Sở Nội vụ")
    assert abs(chair.left - department.left) < NEAR
    assert abs(chair.left - call.right) < 2
    assert chair.text.endswith(";")
    assert department.text.endswith(".")


@pytest.mark.parametrize("is_deputy", [False, True])
def test_there_is_room_to_sign(is_deputy: bool, tmp_path: Path) -> None:
    context = context_of(PLAN, replace(OFFICE, signer_is_deputy=is_deputy))
    page = pages_of(build_to_trinh(context, to_trinh_order(PLAN)), tmp_path)[1]
    last_post = page.line("PHÓ CHỦ TỊCH" if is_deputy else "CHỦ TỊCH")
    name = page.line(OFFICE.deputy if is_deputy else OFFICE.chair)
    assert 30 <= name.top - last_post.bottom <= 40
    assert abs(name.middle - last_post.middle) < 1
    assert page.line("Nơi nhận:").right < last_post.left


def test_a_table_repeats_its_head_on_every_page(tmp_path: Path) -> None:
    order = quyet_dinh_order(PLAN)
    many = tuple(order.nominees[1] for _ in range(80))
    paper = build_quyet_dinh(context_of(PLAN), replace(order, nominees=many))
    annex = pages_of(paper, tmp_path)[2:]
    assert len(annex) > 1
    for page in annex:
        assert {"STT", "Tên tập thể, họ và tên"} <= {words.text for words in page.words}


def test_short_words_in_narrow_columns_are_never_torn(tmp_path: Path) -> None:
    for slug in SLUGS:
        for paper in all_papers(slug):
            for page in pages_of(paper, tmp_path):
                assert not [words for words in page.words if words.text in ("ST", "T")]


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path) -> None:
    builds = set()
    for number in range(2):
        path = tmp_path / f"{number}.pdf"
        PdfPaperWriter(FONTS).write(to_trinh(), path)
        builds.add(path.read_bytes())
    assert len(builds) == 1
