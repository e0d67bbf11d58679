"""What more is known: never a better verdict by one more fact, whatever the order of facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.candidates_in_hand import BARE, FAIL, GOOD, PASS, UNKNOWN, YEAR
from tests.rules_in_hand import COMMUNE_FORM, PACK, PROVINCE_FORM, STATE_FORM
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.facts import (
    Achievement,
    AwardState,
    CandidateFacts,
    Discipline,
    Hold,
    HoldKind,
    PreviousAward,
)
from thidua_desktop.domain.awards.verdict import CheckState

DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2027, 1, 31))
LATER = st.none() | DAYS
HOLDS = st.builds(Hold, st.sampled_from(HoldKind), DAYS, LATER, st.just("12/TB"))
DISCIPLINES = st.builds(Discipline, DAYS, LATER)
ACHIEVEMENTS = st.builds(
    Achievement,
    st.sampled_from(("", "Phong trào thử", "Phong trào khác")),
    st.sampled_from(("", "2026-annual", "2025-annual")),
    st.sampled_from((None, YEAR[0], dt.date(2025, 1, 1))),
    st.sampled_from((None, YEAR[1], dt.date(2025, 12, 31))),
    st.sampled_from(("", "Có thành tích", "Thành tích khác")),
)
AWARDS = st.builds(
    PreviousAward,
    st.sampled_from(("xa", "tinh", "nn", "form of another pack")),
    st.just("Giấy khen (mẫu)"),
    ACHIEVEMENTS,
    st.sampled_from(AwardState),
    decided_on=LATER,
    namesake=st.sampled_from(("", "Nguyễn Văn Mẫu")),
)
FORMS = st.sampled_from((COMMUNE_FORM, PROVINCE_FORM, STATE_FORM))
SOME = st.builds(
    replace,
    st.just(GOOD),
    holds=st.lists(HOLDS, max_size=3).map(tuple),
    disciplines=st.lists(DISCIPLINES, max_size=3).map(tuple),
    history=st.lists(AWARDS, max_size=4).map(tuple),
    is_history_checked=st.booleans(),
)
NEEDED = {
    "received_on": "transition",
    "classification": "classification",
    "has_report": "report",
    "holds": "hold",
    "disciplines": "discipline",
    "history": "one_achievement_once",
    "quota": "quota",
}
BETTER = {PASS: 2, UNKNOWN: 1, FAIL: 0}


def states(facts: CandidateFacts, form: AwardForm = COMMUNE_FORM) -> dict[str, CheckState]:
    """The worst state of each check."""
    found: dict[str, CheckState] = {}
    for one in check_award(form, PACK, facts):
        found[one.code] = min(found.get(one.code, PASS), one.state, key=BETTER.__getitem__)
    return found


@given(SOME, FORMS, st.randoms())
def test_the_order_of_facts_changes_no_verdict(
    facts: CandidateFacts, form: AwardForm, chance: Random
) -> None:
    def mixed(items: tuple[Any, ...] | None) -> tuple[Any, ...]:
        listed = list(items or ())
        chance.shuffle(listed)
        return tuple(listed)

    other = replace(
        facts,
        holds=mixed(facts.holds),
        disciplines=mixed(facts.disciplines),
        history=mixed(facts.history),
    )
    assert states(other, form) == states(facts, form)
    ours, theirs = (check_award(form, PACK, one) for one in (facts, other))
    assert sorted(one.code for one in ours if one.blocks) == sorted(
        one.code for one in theirs if one.blocks
    )


@given(SOME, FORMS, st.one_of(HOLDS, DISCIPLINES, AWARDS))
def test_one_more_fact_never_betters_a_verdict(
    facts: CandidateFacts, form: AwardForm, more: Hold | Discipline | PreviousAward
) -> None:
    before = states(facts, form)
    if isinstance(more, Hold):
        grown = replace(facts, holds=(*(facts.holds or ()), more))
    elif isinstance(more, Discipline):
        grown = replace(facts, disciplines=(*(facts.disciplines or ()), more))
    else:
        grown = replace(facts, history=(*(facts.history or ()), more))
    after = states(grown, form)
    better = {code for code, state in before.items() if BETTER[after[code]] > BETTER[state]}
    assert better == set()


@given(st.sets(st.sampled_from(sorted(NEEDED)), min_size=1), SOME)
def test_what_a_rule_needs_and_nobody_knows_is_never_met(
    missing: set[str], facts: CandidateFacts
) -> None:
    nothing: dict[str, Any] = dict.fromkeys(missing)
    told = states(replace(facts, **nothing))
    for name in missing:
        assert told[NEEDED[name]] is UNKNOWN
    # What is required and known of nobody is met by nobody.
    assert PASS not in {states(BARE)[code] for code in NEEDED.values()}
