"""A small rule pack for tests of the rules: everything it says is made up for them."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.domain.award_forms import (
    AwardForm,
    AwardKind,
    AwardLevel,
    Coefficient,
    Grade,
    Source,
    Sure,
    VoteRule,
)
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.rule_pack import (
    BaseSalary,
    LowestClass,
    Principle,
    Quorum,
    RulePack,
    Standard,
    Transition,
)
from thidua_desktop.domain.scoring.policy import Classification

COLLECTIVE, INDIVIDUAL, HOUSEHOLD, ENTERPRISE = (
    SubjectKind.COLLECTIVE,
    SubjectKind.INDIVIDUAL,
    SubjectKind.HOUSEHOLD,
    SubjectKind.ENTERPRISE,
)

NATIONAL = Source("Điều quốc gia", Sure.SEEN)
LOCAL = Source("Điều của tỉnh", Sure.PRACTICE, province_may_set=True)

MAJORITY = VoteRule(None, ballot_required=False, source=LOCAL)
TWO_THIRDS = Quorum(2, 3, LOCAL)


def form(
    code: str,
    level: AwardLevel,
    *subjects: SubjectKind,
    kind: AwardKind = AwardKind.HINH_THUC,
    vote: VoteRule = MAJORITY,
) -> AwardForm:
    """A form with the coefficient 0,3 for everyone but enterprises."""
    paid = tuple(Coefficient(subject, 30) for subject in subjects if subject is not ENTERPRISE)
    return AwardForm(
        code, f"Tên {code}", kind, level, "Chủ tịch", subjects, paid, (), vote, 10, LOCAL, NATIONAL
    )


COMMUNE_FORM = form("xa", AwardLevel.COMMUNE, COLLECTIVE, INDIVIDUAL, HOUSEHOLD, ENTERPRISE)
PROVINCE_FORM = form("tinh", AwardLevel.PROVINCE, COLLECTIVE, INDIVIDUAL, HOUSEHOLD, ENTERPRISE)
STATE_FORM = form(
    "nha_nuoc",
    AwardLevel.STATE,
    COLLECTIVE,
    vote=VoteRule(80, ballot_required=True, source=NATIONAL),
)
GRADED_FORM = AwardForm(
    "hang",
    "Huân chương",
    AwardKind.HINH_THUC,
    AwardLevel.STATE,
    "Chủ tịch nước",
    (COLLECTIVE, INDIVIDUAL),
    (Coefficient(COLLECTIVE, 900, "ba"), Coefficient(COLLECTIVE, 1500, "nhi")),
    (Grade("ba", "hạng Ba"), Grade("nhi", "hạng Nhì")),
    MAJORITY,
    5,
    NATIONAL,
    NATIONAL,
)

MUST = Standard(
    "law_abiding",
    ("xa",),
    (COLLECTIVE, INDIVIDUAL, HOUSEHOLD),
    "Gương mẫu",
    is_choice=False,
    source=LOCAL,
)
CHOICES = tuple(
    Standard(
        code,
        ("xa",),
        (COLLECTIVE, INDIVIDUAL, HOUSEHOLD),
        f"Điều {code}",
        is_choice=True,
        source=LOCAL,
    )
    for code in ("first", "second")
)

PACK = RulePack(
    code="thu",
    name="Gói thử",
    valid_from=dt.date(2026, 1, 1),
    valid_to=dt.date(2026, 12, 31),
    laws=(),
    articles={known: Source(f"Điều {known.value}", Sure.SEEN) for known in Principle},
    award_forms=(COMMUNE_FORM, PROVINCE_FORM, STATE_FORM, GRADED_FORM),
    base_salaries=(
        BaseSalary(dt.date(2026, 1, 1), 2_340_000, NATIONAL),
        BaseSalary(dt.date(2026, 7, 1), 2_530_000, NATIONAL),
    ),
    commendations=(),
    standards=(MUST, *CHOICES),
    quorum=TWO_THIRDS,
    lowest_class=LowestClass(Classification.GOOD, "Hoàn thành tốt", LOCAL),
    transition=Transition(dt.date(2026, 10, 1), "Theo Luật trước.", NATIONAL),
    tie_break=(),
    notes=(),
)
