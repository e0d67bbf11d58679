"""All conditions of an award together; what is not known never passes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.candidates_in_hand import (
    BARE,
    FAIL,
    GOOD,
    ON,
    PASS,
    UNKNOWN,
)
from tests.rules_in_hand import (
    COMMUNE_FORM,
    PACK,
)
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.facts import (
    Hold,
    HoldKind,
)
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.verdict import (
    blocks_of,
    may_propose,
    verdict,
)


def test_a_sound_candidate_passes_every_condition() -> None:
    checks = check_award(COMMUNE_FORM, PACK, GOOD)
    assert [check.code for check in checks if check.state is not PASS] == []
    assert verdict(checks) is PASS
    assert may_propose(checks)
    assert all(check.article for check in checks)
    assert all(check.remedy is None for check in checks)


def test_without_data_nothing_is_known_and_nothing_blocks() -> None:
    checks = check_award(COMMUNE_FORM, PACK, BARE)
    unknown = [check.code for check in checks if check.state is UNKNOWN]
    assert unknown == [
        "transition",
        "report",
        "classification",
        "achievement",
        "standard_law_abiding",
        "standard_choice",
        "one_achievement_once",
        "hold",
        "discipline",
        "period_after_last",
        "cancelled_award",
        "quota",
    ]
    assert verdict(checks) is UNKNOWN
    assert all(check.remedy for check in checks if check.state is UNKNOWN)


OPTIONAL = (
    *("received_on", "classification", "has_report", "holds", "disciplines"),
    *("history", "quota"),
)


@given(st.sets(st.sampled_from(OPTIONAL), min_size=1))
def test_missing_data_is_unknown_and_never_a_pass(missing: set[str]) -> None:
    changes: dict[str, Any] = dict.fromkeys(missing)
    facts = replace(GOOD, **changes)
    assert verdict(check_award(COMMUNE_FORM, PACK, facts)) is UNKNOWN


def test_a_reason_lifts_only_what_may_be_lifted() -> None:
    over = replace(GOOD, quota=QuotaState(2, 2, "commune", ()))
    checks = check_award(COMMUNE_FORM, PACK, over)
    assert [check.code for check in blocks_of(checks)] == ["quota"]
    assert verdict(checks) is FAIL
    assert not may_propose(checks)
    assert not may_propose(checks, "   ")
    assert may_propose(checks, "Chủ tịch đồng ý")
    held = replace(over, holds=(Hold(HoldKind.PRESS, ON),))
    assert not may_propose(check_award(COMMUNE_FORM, PACK, held), "Chủ tịch đồng ý")
