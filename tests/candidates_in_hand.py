"""A made-up candidate who meets every condition, and ways to judge one."""

from __future__ import annotations

import datetime as dt

from tests.rules_in_hand import (
    COLLECTIVE,
    COMMUNE_FORM,
    PACK,
)
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.facts import (
    Achievement,
    AwardState,
    CandidateFacts,
    PreviousAward,
)
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.verdict import (
    Check,
    CheckState,
)
from thidua_desktop.domain.rule_pack import RulePack
from thidua_desktop.domain.scoring.policy import Classification

PASS, FAIL, UNKNOWN = CheckState

ON = dt.date(2026, 12, 20)
YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
LAST_YEAR = (dt.date(2025, 1, 1), dt.date(2025, 12, 31))
MOVEMENT = "Phong trào thử"

ACHIEVEMENT = Achievement(MOVEMENT, "2026-annual", *YEAR, "Có thành tích")
LAST = Achievement(MOVEMENT, "2025-annual", *LAST_YEAR, "Có thành tích")

GOOD = CandidateFacts(
    subject=COLLECTIVE,
    code="DV001",
    on=ON,
    achievement=ACHIEVEMENT,
    received_on=dt.date(2026, 12, 1),
    classification=Classification.GOOD,
    has_report=True,
    holds=(),
    disciplines=(),
    history=(),
    statements={"law_abiding": True, "first": True},
    quota=QuotaState(2, 1, "commune", ()),
)
BARE = CandidateFacts(subject=COLLECTIVE, code="DV001", on=ON, achievement=Achievement())


def earlier(
    award: str = "xa",
    achievement: Achievement = ACHIEVEMENT,
    state: AwardState = AwardState.PROPOSED,
    decided_on: dt.date | None = None,
) -> PreviousAward:
    return PreviousAward(award, f"Tên {award}", achievement, state, decided_on=decided_on)


def judged(
    facts: CandidateFacts, code: str, form: AwardForm = COMMUNE_FORM, pack: RulePack = PACK
) -> Check:
    (found,) = [check for check in check_award(form, pack, facts) if check.code == code]
    return found


def codes(facts: CandidateFacts, form: AwardForm = COMMUNE_FORM) -> list[str]:
    return [check.code for check in check_award(form, PACK, facts)]
