"""Quyết định khen thưởng: the chair's own, with list and money."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.papers_in_hand import (
    OFFICE,
    context_of,
    quyet_dinh_order,
    shipped_plan,
    to_trinh_order,
)
from thidua_desktop.application.papers.model import Paper, Paragraph, ParagraphStyle, Table
from thidua_desktop.application.papers.quyet_dinh import build_quyet_dinh
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.domain.errors import RuleViolation

PLAN = shipped_plan("dang-thuy-tram")
WARD = shipped_plan("tay-hieu")


def articles(paper: Paper) -> list[str]:
    paragraphs = [block for block in paper.blocks if isinstance(block, Paragraph)]
    return [p.text for p in paragraphs if p.style is ParagraphStyle.ARTICLE]


def test_the_chair_decides_in_person() -> None:
    """NĐ 129/2025/NĐ-CP Điều 59: signed «CHỦ TỊCH», never on behalf of the committee."""
    paper = build_quyet_dinh(context_of(PLAN), quyet_dinh_order(PLAN))
    assert paper.sub_issuer == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐẶNG THÙY TRÂM"
    assert paper.signatures[0].authority == ("CHỦ TỊCH",)
    assert paper.symbol == "QĐ-UBND"
    assert paper.place == "Xã Đặng Thùy Trâm"


def test_a_deputy_signs_for_the_chair_without_the_committee() -> None:
    context = context_of(PLAN, replace(OFFICE, signer_is_deputy=True))
    (signature,) = build_quyet_dinh(context, quyet_dinh_order(PLAN)).signatures
    assert signature.authority == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_it_gives_pays_and_takes_effect() -> None:
    gift, money, duties = articles(build_quyet_dinh(context_of(PLAN), quyet_dinh_order(PLAN)))
    assert gift.startswith("Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Đặng Thùy Trâm")
    assert "02 tập thể, 01 hộ gia đình, 02 cá nhân" in gift
    assert "Thành tích tính từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 12 năm 2026." in gift
    assert "theo Điều 49 đến Điều 54 Nghị định số 152/2025/NĐ-CP của Chính phủ, tính" in money
    assert "lương cơ sở 2.530.000 đồng/tháng" in money
    assert "5.700.000 đồng (Bằng chữ: Năm triệu bảy trăm nghìn đồng)" in money
    assert duties.startswith("Điều 3. Quyết định này có hiệu lực kể từ ngày ký.")
    assert duties.endswith("chịu trách nhiệm thi hành Quyết định này./.")


def test_periods_that_differ_are_not_stated_as_one() -> None:
    order = quyet_dinh_order(PLAN)
    first, *rest = order.nominees
    start = first.proposal.period_from.replace(month=3)
    other = replace(first, proposal=replace(first.proposal, period_from=start))
    paper = build_quyet_dinh(context_of(PLAN), replace(order, nominees=(other, *rest)))
    assert "Thành tích tính" not in articles(paper)[0]


def test_it_rests_on_the_departments_proposal_last() -> None:
    paper = build_quyet_dinh(context_of(PLAN), quyet_dinh_order(PLAN))
    bases = [
        block.text
        for block in paper.blocks
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.BASIS
    ]
    assert bases[-1] == (
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 07/TTr-VHXH "
        "ngày 22 tháng 12 năm 2026."
    )


def test_the_base_salary_is_cited_only_where_money_is_given() -> None:
    decree = "Nghị định số 161/2026/NĐ-CP"
    assert decree in str(build_quyet_dinh(context_of(PLAN), quyet_dinh_order(PLAN)).blocks)
    assert decree not in str(build_to_trinh(context_of(PLAN), to_trinh_order(PLAN)).blocks)


def test_the_list_sums_the_money_up() -> None:
    (annex,) = build_quyet_dinh(context_of(PLAN), quyet_dinh_order(PLAN)).annexes
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows if len(row) == 1] == [
        "I. TẬP THỂ (02)",
        "II. HỘ GIA ĐÌNH (01)",
        "III. CÁ NHÂN (02)",
    ]
    assert table.total == ("", "Tổng cộng", "", "5.700.000")
    assert "09/QĐ-UBND ngày 25 tháng 12 năm 2026" in annex.attached_to


def test_the_list_has_the_golden_numbers_once_they_are_given() -> None:
    order = quyet_dinh_order(PLAN)
    numbered = tuple(
        replace(one, golden_number=40 + place if place else None)
        for place, one in enumerate(order.nominees)
    )
    (annex,) = build_quyet_dinh(context_of(PLAN), replace(order, nominees=numbered)).annexes
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert table.columns[3].title == "Số sổ vàng"
    given = sorted(row[3] for row in table.rows if len(row) > 1)
    assert given == ["", "41", "42", "43", "44"]
    assert table.total is not None
    assert len(table.total) == len(table.columns) == 5


def test_a_ward_has_its_own_department_for_money() -> None:
    ward = articles(build_quyet_dinh(context_of(WARD), quyet_dinh_order(WARD)))[2]
    commune = articles(build_quyet_dinh(context_of(PLAN), quyet_dinh_order(PLAN)))[2]
    assert "Trưởng phòng Kinh tế, Hạ tầng và Đô thị; các tập thể" in ward
    assert "Trưởng phòng Kinh tế; các tập thể" in commune


def test_the_commune_does_not_decide_what_the_province_gives() -> None:
    order = replace(quyet_dinh_order(PLAN), award="bang_khen_tinh")
    with pytest.raises(RuleViolation, match="award_not_of_commune"):
        build_quyet_dinh(context_of(PLAN), order)
