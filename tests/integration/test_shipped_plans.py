"""The five plans that ship hold what the communes' own papers say, in their own words.

The papers lie beside the tests as they were copied: with their line breaks and typing slips.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from thidua_desktop.documents.plan_file import FilePlanLibrary
from thidua_desktop.domain.kinds import Basis, CommuneKind, CycleKind, SubjectKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.scoring.criterion import Role

ROOT = Path(__file__).parents[2]
LIBRARY = FilePlanLibrary(ROOT / "resources" / "plans")
PAPERS = ROOT / "tests" / "fixtures" / "plans"
SLUGS = ("cao-minh", "dang-thuy-tram", "tay-hieu", "trung-khanh", "xuan-hung")

SLIPS = {
    "cao-minh": {
        "chuyên đổi số": "chuyển đổi số",
        "chuyên gia tri thức": "chuyển giao tri thức",
    },
    "dang-thuy-tram": {"359- KH/TU": "359-KH/TU", "Tinh ủy": "Tỉnh ủy"},
    "tay-hieu": {},
    "trung-khanh": {
        "274/Q Đ -UBND": "274/QĐ-UBND",
        "dịa bàn": "địa bàn",
        "trưởng học": "trường học",
    },
    "xuan-hung": {"02 /KH-UBND": "02/KH-UBND", "Xây dụng": "Xây dựng"},
}
"""Typing slips of the copies that the files repair; everything else stays as the papers have it."""

FOOTNOTE_MARKS = "¹²³⁴⁵⁶⁷"

HEADINGS = re.compile(
    r"(\s|[-.:]|[1-4]\.|[a-dđ]\)|đối với|tiêu chí thi đua|và hình thức khen thưởng|đối tượng,)*"
)
"""What the criteria part of a paper holds besides audiences and criteria."""


@cache
def plan_of(slug: str) -> Plan:
    return LIBRARY.load(slug)


@cache
def paper(slug: str) -> str:
    """A plan's paper as one line: wraps joined, slips mended, marks of footnotes taken out."""
    text = (PAPERS / f"{slug}.txt").read_text(encoding="utf-8")
    text = text.translate(dict.fromkeys(map(ord, FOOTNOTE_MARKS)))
    text = re.sub(r"(?<=\w-)\n", "", text)
    text = " ".join(text.split())
    for slip, word in SLIPS[slug].items():
        assert slip in text, slip
        text = text.replace(slip, word)
    return text


def words_of(plan: Plan) -> Iterator[str]:
    """Everything that a file gives as the plan's own words, whole sentences as they stand."""
    yield from (plan.title, plan.movement, plan.award_standard, plan.signature.filing)
    for basis in plan.legal_bases:
        yield from (basis.short, basis.citation)
    for area in plan.content_areas:
        yield f"{area.label} {area.text}"
    for audience in plan.audiences:
        yield from (c.text for c in audience.criteria.of_role(Role.STANDARD))
    for stage in plan.stages:
        yield from (stage.name, stage.text)
    for report in plan.reports:
        yield report.text
    yield from (step.text for step in plan.ladder)
    yield from (quota.text for quota in plan.quotas)
    yield from (duty.text for duty in plan.duties)
    yield from plan.recipients


def names_of(plan: Plan) -> Iterator[str]:
    """Names that may begin with a small letter in the paper."""
    for audience in plan.audiences:
        if audience.basis is Basis.PLAN:
            yield audience.name
    for report in plan.reports:
        yield from (report.recipient, report.via)
    for duty in plan.duties:
        yield from duty.holder.split(", ")


def test_the_five_plans_ship() -> None:
    assert LIBRARY.slugs() == SLUGS


@pytest.mark.parametrize("slug", SLUGS)
class TestEveryPlan:
    def test_its_words_are_the_papers_words(self, slug: str) -> None:
        foreign = [words for words in words_of(plan_of(slug)) if words not in paper(slug)]
        assert foreign == []

    def test_its_names_are_the_papers_names(self, slug: str) -> None:
        text = paper(slug).casefold()
        foreign = [name for name in names_of(plan_of(slug)) if name.casefold() not in text]
        # The solutions and demands of these two are the office's own; the papers name nobody.
        own = {"cao-minh": {"Ủy ban nhân dân xã"}, "tay-hieu": {"Ủy ban nhân dân phường"}}
        assert set(foreign) - own.get(slug, set()) == set()

    def test_no_content_is_missing(self, slug: str) -> None:
        areas = [f"{area.label} {area.text}" for area in plan_of(slug).content_areas]
        assert " ".join([*areas, "III."]) in paper(slug)

    def test_no_sentence_of_a_criterion_is_missing(self, slug: str) -> None:
        """The criteria part of the paper is made of headings and of our criteria, nothing else."""
        text = paper(slug)
        start = text.index("TIÊU CHÍ THI ĐUA", text.index("NỘI DUNG PHONG TRÀO"))
        end = min(
            text.index(words, start)
            for words in ("2. Hình thức và tiêu chuẩn", "IV. SỐ LƯỢNG")
            if words in text
        )
        rest = text[start:end].casefold()
        for audience in plan_of(slug).audiences:
            if audience.basis is Basis.PLAN:
                for criterion in audience.criteria.of_role(Role.STANDARD):
                    assert rest.count(criterion.text.casefold()) == 1, criterion.code
                    rest = rest.replace(criterion.text.casefold(), "")
                rest = rest.replace(audience.name.casefold(), "")
        assert HEADINGS.fullmatch(rest), rest

    def test_points_are_proposed_and_share_100(self, slug: str) -> None:
        plan = plan_of(slug)
        assert plan.points_note == "Điểm đề xuất, đơn vị sửa được; kế hoạch không quy định điểm."
        for audience in plan.audiences:
            criteria = audience.criteria
            assert criteria.standard_total == 100_00, audience.code
            assert (criteria.bonus_cap, criteria.penalty_cap) == (5_00, 5_00)
            assert [(c.code, c.max_points) for c in criteria.of_role(Role.BONUS)] == [
                ("THUONG", 5_00)
            ]
            assert [(c.code, c.max_points) for c in criteria.of_role(Role.PENALTY)] == [
                ("TRU", 5_00)
            ]
            assert all(c.max_points % 5_00 == 0 for c in criteria.criteria), audience.code

    def test_codes_follow_the_papers_numbering(self, slug: str) -> None:
        for audience in plan_of(slug).audiences:
            codes = [criterion.code for criterion in audience.criteria.of_role(Role.STANDARD)]
            letter = audience.label.rstrip(".)").upper()
            if audience.code == "content":
                expected = [f"ND{number + 1}" for number in range(len(codes))]
            elif letter.isdecimal():
                expected = [f"{letter}{'ABCD'[at]}" for at in range(len(codes))]
            else:
                expected = [f"{letter}{at + 1}" for at in range(len(codes))]
            assert codes == expected

    def test_units_fall_into_six_groups(self, slug: str) -> None:
        groups = plan_of(slug).groups
        assert [group.code for group in groups] == [
            "office", "front", "school", "hamlet", "enterprise", "individual",
        ]  # fmt: skip
        assert [group.subject for group in groups] == [
            *[SubjectKind.COLLECTIVE] * 4,
            SubjectKind.ENTERPRISE,
            SubjectKind.INDIVIDUAL,
        ]
        assert all(plan_of(slug).audience(group.audience).criteria.criteria for group in groups)
        assert all(group.note for group in groups if group.basis is Basis.PROPOSAL)

    def test_stages_end_with_their_reviews(self, slug: str) -> None:
        stages = [(stage.review, stage.review_year) for stage in plan_of(slug).stages]
        assert stages == [(CycleKind.MID_TERM, 2027), (CycleKind.FINAL, 2030)]

    def test_every_award_is_on_the_ladder_for_the_final_review(self, slug: str) -> None:
        steps = plan_of(slug).ladder
        assert [step.award for step in steps] == [
            "huan_chuong_lao_dong",
            "co_thi_dua_chinh_phu",
            "bang_khen_thu_tuong",
            "co_thi_dua_tinh",
            "bang_khen_tinh",
            "giay_khen_xa",
        ]
        assert all(CycleKind.FINAL in step.occasions for step in steps)
        assert all(step.occasions == (CycleKind.FINAL,) for step in steps[:4])
        assert steps[-1].occasions == (CycleKind.ANNUAL, CycleKind.MID_TERM, CycleKind.FINAL)

    def test_the_provinces_certificate_between_the_reviews(self, slug: str) -> None:
        """Only where the paper has the commune propose to the province each year."""
        step = next(step for step in plan_of(slug).ladder if step.award == "bang_khen_tinh")
        each_year = slug in {"cao-minh", "dang-thuy-tram", "trung-khanh"}
        assert (CycleKind.ANNUAL in step.occasions) == each_year


@pytest.mark.parametrize(
    ("slug", "bases", "areas", "criteria", "duties"),
    [
        ("cao-minh", 8, 7, {"front": 2, "enterprise": 3, "individual": 2, "content": 7}, 8),
        ("dang-thuy-tram", 9, 7, {"office": 6, "front": 2, "enterprise": 3, "individual": 2}, 8),
        ("tay-hieu", 5, 6, {"office": 5, "front": 2, "enterprise": 3, "individual": 2}, 6),
        ("trung-khanh", 6, 7, {"office": 6, "front": 2, "enterprise": 3, "individual": 2}, 9),
        ("xuan-hung", 7, 6, {"office": 6, "front": 2, "enterprise": 3, "individual": 2}, 12),
    ],
)
def test_how_much_each_plan_holds(
    slug: str, bases: int, areas: int, criteria: dict[str, int], duties: int
) -> None:
    plan = plan_of(slug)
    assert len(plan.legal_bases) == bases
    assert [area.code for area in plan.content_areas] == [f"nd{n + 1}" for n in range(areas)]
    assert {
        audience.code: len(audience.criteria.of_role(Role.STANDARD)) for audience in plan.audiences
    } == criteria
    assert len(plan.duties) == duties


@pytest.mark.parametrize(
    ("slug", "kind", "province", "place", "hamlet"),
    [
        ("cao-minh", CommuneKind.XA, "tỉnh Thái Nguyên", "Cao Minh", "xóm"),
        ("dang-thuy-tram", CommuneKind.XA, "tỉnh Quảng Ngãi", "Xã Đặng Thùy Trâm", "thôn"),
        ("tay-hieu", CommuneKind.PHUONG, "tỉnh Nghệ An", "Tây Hiếu", "khối"),
        ("trung-khanh", CommuneKind.XA, "tỉnh Cao Bằng", "Trùng Khánh", "tổ, xóm"),
        ("xuan-hung", CommuneKind.XA, "tỉnh Ninh Bình", "Xuân Hưng", "xóm"),
    ],
)
def test_communes(slug: str, kind: CommuneKind, province: str, place: str, hamlet: str) -> None:
    commune = plan_of(slug).commune
    assert (commune.kind, commune.province) == (kind, province)
    assert (commune.place_in_date, commune.hamlet_word) == (place, hamlet)
    assert commune.department == "Phòng Văn hóa - Xã hội"


class TestCaoMinh:
    def test_its_own_movement_and_years(self) -> None:
        plan = plan_of("cao-minh")
        assert plan.movement == (
            "Thi đua đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
        )
        assert (plan.first_year, plan.last_year) == (2026, 2030)
        assert (plan.issued_on, plan.number) == (dt.date(2026, 3, 27), "/KH-UBND")
        assert plan.signature.authority == ("CHỦ TỊCH",)

    def test_audiences_keep_their_numbers(self) -> None:
        assert [a.label for a in plan_of("cao-minh").audiences] == ["1.", "2.", "4.", ""]
        areas = plan_of("cao-minh").content_areas
        assert [area.label for area in areas] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]

    def test_units_without_a_set_are_judged_by_the_contents(self) -> None:
        plan = plan_of("cao-minh")
        content = plan.audience("content")
        assert content.basis is Basis.PROPOSAL
        assert [c.text for c in content.criteria.of_role(Role.STANDARD)] == [
            area.text for area in plan.content_areas
        ]
        users = [group for group in plan.groups if group.audience == "content"]
        assert [group.code for group in users] == ["office", "school", "hamlet"]
        assert {group.basis for group in users} == {Basis.PROPOSAL}

    def test_quotas(self) -> None:
        found = {
            (q.award, q.kind.value, q.subject.value): (q.maximum, q.scope)
            for q in plan_of("cao-minh").quotas
        }
        commune, province = "commune", "province"
        assert found == {
            ("giay_khen_xa", "annual", "collective"): (2, commune),
            ("giay_khen_xa", "annual", "individual"): (5, commune),
            ("giay_khen_xa", "mid_term", "collective"): (5, commune),
            ("giay_khen_xa", "mid_term", "individual"): (10, commune),
            ("giay_khen_xa", "final", "collective"): (15, commune),
            ("giay_khen_xa", "final", "individual"): (20, commune),
            ("bang_khen_tinh", "annual", "collective"): (15, province),
            ("bang_khen_tinh", "annual", "individual"): (20, province),
            ("bang_khen_tinh", "mid_term", "collective"): (20, province),
            ("bang_khen_tinh", "mid_term", "individual"): (20, province),
            ("bang_khen_tinh", "final", "collective"): (30, province),
            ("bang_khen_tinh", "final", "individual"): (30, province),
            ("co_thi_dua_tinh", "final", "collective"): (2, province),
        }

    def test_state_awards_follow_the_ministrys_guidance(self) -> None:
        assert plan_of("cao-minh").legal_bases[-1].short == "Hướng dẫn số 3751/HD-BNV"


def test_the_other_plans_set_no_numbers() -> None:
    assert [slug for slug in SLUGS if plan_of(slug).quotas] == ["cao-minh"]


def test_only_xuan_hung_names_a_day() -> None:
    days = {
        (slug, duty.kind, duty.due_day, duty.due_month)
        for slug in SLUGS
        for duty in plan_of(slug).reports
        if duty.due_day
    }
    assert days == {("xuan-hung", CycleKind.ANNUAL, 10, 12)}


@pytest.mark.parametrize(
    ("slug", "reports"),
    [
        ("cao-minh", {("units", "annual"), ("units", "mid_term"), ("units", "final")}),
        (
            "dang-thuy-tram",
            {
                ("units", "half_year"),
                ("units", "annual"),
                ("commune", "half_year"),
                ("commune", "annual"),
            },
        ),
        ("tay-hieu", {("commune", "annual")}),
        ("trung-khanh", {("units", "annual")}),
        ("xuan-hung", {("units", "annual")}),
    ],
)
def test_who_reports_when(slug: str, reports: set[tuple[str, str]]) -> None:
    assert {(duty.sender, duty.kind.value) for duty in plan_of(slug).reports} == reports


def test_the_ward_reports_to_the_department_of_home_affairs() -> None:
    (duty,) = plan_of("tay-hieu").reports
    assert duty.recipient == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("slug", "duties"),
    [
        ("cao-minh", {"inspection": 1, "guidance": 4, "index": 1, "publicity": 2}),
        (
            "dang-thuy-tram",
            {"inspection": 1, "guidance": 3, "index": 1, "publicity": 2, "training": 1},
        ),
        ("tay-hieu", {"inspection": 1, "assignment": 1, "guidance": 2, "publicity": 2}),
        ("trung-khanh", {"inspection": 2, "assignment": 1, "guidance": 4, "publicity": 2}),
        (
            "xuan-hung",
            {
                "inspection": 2,
                "assignment": 1,
                "cluster_scoring": 1,
                "survey": 1,
                "training": 1,
                "guidance": 3,
                "publicity": 3,
            },
        ),
    ],
)
def test_duties(slug: str, duties: dict[str, int]) -> None:
    assert Counter(duty.kind for duty in plan_of(slug).duties) == duties


def test_xuan_hungs_criteria_name_the_schools_themselves() -> None:
    plan = plan_of("xuan-hung")
    school = plan.group("school")
    assert (school.basis, school.audience) == (Basis.PLAN, "office")
    criterion = plan.audience("office").criteria.find("A3")
    assert criterion is not None
    assert "các trường học trên địa bàn xã" in criterion.text
    others = {slug: plan_of(slug).group("school").basis for slug in SLUGS if slug != plan.slug}
    assert set(others.values()) == {Basis.PROPOSAL}
