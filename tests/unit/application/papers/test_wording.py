"""The words that papers share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.papers_in_hand import (
    CYCLE,
    DECISION,
    PACK,
    context_of,
    individual,
    nominee,
    quyet_dinh_order,
    shipped_plan,
)
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.context import BLANK, Registration
from thidua_desktop.application.papers.fixed_lines import dashed, document_number, number_line
from thidua_desktop.application.papers.quyet_dinh import build_quyet_dinh
from thidua_desktop.application.papers.subjects import addressed_name, counted, named
from thidua_desktop.domain.cycles import achievement_period
from thidua_desktop.domain.kinds import CycleKind, Gender, SubjectKind

PLAN = shipped_plan("cao-minh")


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        (
            "cao-minh",
            f"Phong trào “{PLAN.movement}”",
        ),
        (
            "tay-hieu",
            "Phong trào thi đua “Cả nước thi đua đổi mới sáng tạo và chuyển đổi số”",
        ),
    ],
)
def test_the_movement_says_thi_dua_once(slug: str, said: str) -> None:
    assert wording.movement(context_of(shipped_plan(slug))) == said


@pytest.mark.parametrize(
    ("kind", "year", "said"),
    [
        (CycleKind.HALF_YEAR, 2026, "6 tháng đầu năm 2026"),
        (CycleKind.ANNUAL, 2026, "năm 2026"),
        (CycleKind.MID_TERM, 2027, "giai đoạn 2026 - 2027"),
        (CycleKind.FINAL, 2030, "giai đoạn 2026 - 2030"),
    ],
)
def test_a_review_covers_the_years_of_the_movement(kind: CycleKind, year: int, said: str) -> None:
    first, last = achievement_period(PLAN, kind, year)
    cycle = replace(CYCLE, kind=kind, year=year, achievement_from=first, achievement_to=last)
    assert wording.occasion(context_of(PLAN, cycle=cycle)) == said


def test_the_plan_is_cited_with_room_for_what_its_copy_lacks() -> None:
    assert wording.plan_citation(context_of(PLAN)).startswith(
        "Kế hoạch số ……/KH-UBND ngày 27 tháng 3 năm 2026 của Ủy ban nhân dân xã Cao Minh tổ chức "
        "thực hiện Phong trào “Thi đua đột phá"
    )
    numbered = shipped_plan("dang-thuy-tram")
    assert wording.plan_citation(context_of(numbered)).startswith(
        "Kế hoạch số 06/KH-UBND ngày …… tháng …… năm ……"
    )


def test_awards_are_named_after_who_gives_them() -> None:
    context = context_of(PLAN)
    names = [wording.award_name(form, context) for form in PACK.award_forms]
    assert names == [
        "Huân chương Lao động hạng ……",
        "Cờ thi đua của Ủy ban nhân dân tỉnh Thái Nguyên",
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên",
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Cao Minh",
    ]
    assert wording.short_name(names[2]) == "Bằng khen"


def test_an_enterprise_counts_as_a_collective() -> None:
    one = nominee(1, SubjectKind.ENTERPRISE, "Công ty Ví Dụ")
    two = nominee(2, SubjectKind.INDIVIDUAL, "Trần Văn Thử")
    assert counted([two, one]) == "01 tập thể, 01 cá nhân"
    assert named([two, one]) == "tập thể, cá nhân"


@pytest.mark.parametrize(
    ("subject", "name", "gender", "said"),
    [
        (SubjectKind.INDIVIDUAL, "Trần Văn Thử", Gender.MALE, "Ông Trần Văn Thử"),
        (SubjectKind.INDIVIDUAL, "Trần Thị Thử", Gender.FEMALE, "Bà Trần Thị Thử"),
        (SubjectKind.INDIVIDUAL, "Ông Trần Thử", Gender.MALE, "Ông Trần Thử"),
        (SubjectKind.HOUSEHOLD, "Trần Thị Thử", Gender.FEMALE, "Hộ bà Trần Thị Thử"),
        (SubjectKind.HOUSEHOLD, "Hộ ông Trần Thử", Gender.MALE, "Hộ ông Trần Thử"),
    ],
)
def test_people_are_addressed(subject: SubjectKind, name: str, gender: Gender, said: str) -> None:
    assert addressed_name(individual(nominee(1, subject, name), gender, 1980)) == said


def test_whoever_is_not_known_is_called_by_name_alone() -> None:
    assert addressed_name(nominee(1, SubjectKind.INDIVIDUAL, "Trần Thử")) == "Trần Thử"


@pytest.mark.parametrize(
    ("number", "said"),
    [("5", "05"), (" 12 ", "12"), ("05a", "05a"), ("", "\u00a0" * 8), ("٣", "٣")],
)
def test_a_number_of_one_digit_has_a_zero(number: str, said: str) -> None:
    assert document_number(number) == said


def test_a_paper_without_number_and_date_is_cited_with_dots() -> None:
    """Room alone vanishes in Word at the end of a line."""
    cited = wording.cited_paper("Tờ trình", "TTr-VHXH", context_of(PLAN), BLANK)
    assert cited == "Tờ trình số ……/TTr-VHXH ngày …… tháng …… năm 2026"


def test_a_number_typed_with_its_symbol_has_it_once() -> None:
    typed = Registration("187/QĐ-UBND", CYCLE.opened_on)
    cited = wording.cited_paper("Quyết định", "QĐ-UBND", context_of(PLAN), typed)
    assert cited.startswith("Quyết định số 187/QĐ-UBND ngày ")
    paper = build_quyet_dinh(
        context_of(PLAN),
        replace(quyet_dinh_order(PLAN), decision=replace(DECISION, number=" 187/QĐ-UBND")),
    )
    assert number_line(paper) == "Số: 187/QĐ-UBND"


def test_instruments_are_cited_by_their_force_and_else_as_the_pack_has_them() -> None:
    law = PACK.laws[0]
    given = (
        "Thông tư số 1/2025/TT-BNV ngày 01 tháng 8 năm 2025 của Bộ Nội vụ",
        "Hướng dẫn số 2/HD-BNV ngày 01 tháng 8 năm 2025 của Bộ Nội vụ",
        "Nghị định số 9/2026/NĐ-CP ngày 01 tháng 8 năm 2025 của Chính phủ",
        "Nghị định số 3/2026/NĐ-CP ngày 01 tháng 8 năm 2025 của Chính phủ",
        "Luật Mẫu ngày 01 tháng 8 năm 2025",
    )
    pack = replace(PACK, laws=tuple(replace(law, citation=one) for one in given))
    context = replace(context_of(PLAN), pack=pack)
    assert wording.law_citations(context, None) == tuple(given[at] for at in (4, 2, 3, 0, 1))


def test_dashed_lines_end_as_the_decree_wants() -> None:
    assert dashed(["Như trên;", "Lưu: VT."]) == ["- Như trên;", "- Lưu: VT."]
    assert dashed([]) == []


def test_a_title_of_emulation_is_called_one() -> None:
    form = replace(
        PACK.form("co_thi_dua_tinh"), code="lao_dong_tien_tien", name="Lao động tiên tiến"
    )
    assert wording.award_name(form, context_of(PLAN)) == "danh hiệu “Lao động tiên tiến”"


def test_a_law_without_its_date_leaves_room_for_it() -> None:
    law = replace(PACK.laws[0], citation="Nghị định số 129/2025/NĐ-CP của Chính phủ")
    context = replace(context_of(PLAN), pack=replace(PACK, laws=(law,)))
    assert wording.law_citations(context, None) == (
        "Nghị định số 129/2025/NĐ-CP ngày …… tháng …… năm …… của Chính phủ",
    )


def test_articles_are_cited_with_their_number_word() -> None:
    said = wording.article_text("Điều 49 Nghị định 152/2025/NĐ-CP")
    assert said == "Điều 49 Nghị định số 152/2025/NĐ-CP"
    assert wording.article_text(said) == said
