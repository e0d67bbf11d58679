"""Conditions of form, dossier and plan in their three states."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.candidates_in_hand import (
    ACHIEVEMENT,
    FAIL,
    GOOD,
    PASS,
    UNKNOWN,
    codes,
    judged,
)
from tests.rules_in_hand import (
    COLLECTIVE,
    COMMUNE_FORM,
    ENTERPRISE,
    HOUSEHOLD,
    INDIVIDUAL,
    PACK,
    PROVINCE_FORM,
    STATE_FORM,
)
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.conditions import months_before, standards_for
from thidua_desktop.domain.awards.facts import (
    Achievement,
)
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.verdict import (
    CheckState,
    may_propose,
)
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.scoring.policy import Classification


@pytest.mark.parametrize("subject", [COLLECTIVE, INDIVIDUAL, HOUSEHOLD, ENTERPRISE])
def test_the_form_has_to_fit_the_subject(subject: SubjectKind) -> None:
    facts = replace(GOOD, subject=subject)
    found = judged(facts, "form_fits_subject", STATE_FORM)
    assert found.state is (PASS if subject is COLLECTIVE else FAIL)
    if subject is not COLLECTIVE:
        assert found.reason.code == f"form_not_for_{subject}"
        assert not may_propose([found], "Lý do")


def test_the_pack_has_to_hold_on_the_day() -> None:
    found = judged(replace(GOOD, on=dt.date(2027, 1, 1)), "dated_rules")
    assert (found.state, found.blocks, found.overridable) == (FAIL, True, False)


@pytest.mark.parametrize(
    ("received", "state", "reason"),
    [
        (dt.date(2026, 9, 30), PASS, "transition_old_law"),
        (dt.date(2026, 10, 1), PASS, "transition_new_law"),
        (None, UNKNOWN, "transition_unknown"),
    ],
)
def test_the_day_of_receipt_decides_the_law(
    received: dt.date | None, state: CheckState, reason: str
) -> None:
    is_old = reason == "transition_old_law"
    facts = replace(GOOD, received_on=received, carried_over=PACK.transition if is_old else None)
    found = judged(facts, "transition")
    assert (found.state, found.reason.code, found.blocking) == (state, reason, False)


def test_a_pack_without_a_transition_asks_nothing() -> None:
    found = check_award(COMMUNE_FORM, replace(PACK, transition=None), GOOD)
    assert "transition" not in [check.code for check in found]


@pytest.mark.parametrize(("has", "state"), [(True, PASS), (False, FAIL), (None, UNKNOWN)])
def test_the_report_has_to_be_there(has: bool | None, state: CheckState) -> None:
    found = judged(replace(GOOD, has_report=has), "report")
    assert (found.state, found.blocks) == (state, state is FAIL)


@pytest.mark.parametrize(
    ("reached", "state"),
    [
        (Classification.EXCELLENT, PASS),
        (Classification.GOOD, PASS),
        (Classification.COMPLETED, FAIL),
        (Classification.NOT_COMPLETED, FAIL),
        (None, UNKNOWN),
    ],
)
def test_a_low_class_only_warns(reached: Classification | None, state: CheckState) -> None:
    found = judged(replace(GOOD, classification=reached), "classification")
    assert (found.state, found.blocks) == (state, False)


def test_a_person_has_no_class_of_its_own() -> None:
    assert "classification" not in codes(replace(GOOD, subject=INDIVIDUAL, classification=None))
    none_asked = check_award(COMMUNE_FORM, replace(PACK, lowest_class=None), GOOD)
    assert "classification" not in [check.code for check in none_asked]


@pytest.mark.parametrize(
    ("achievement", "state", "reason"),
    [
        (ACHIEVEMENT, PASS, "achievement_written"),
        (replace(ACHIEVEMENT, text=" "), UNKNOWN, "achievement_unknown"),
        (replace(ACHIEVEMENT, period_to=None), UNKNOWN, "period_unknown"),
        (replace(ACHIEVEMENT, period_to=dt.date(2025, 1, 1)), FAIL, "period_reversed"),
    ],
)
def test_the_achievement_has_words_and_a_period(
    achievement: Achievement, state: CheckState, reason: str
) -> None:
    found = judged(replace(GOOD, achievement=achievement), "achievement")
    assert (found.state, found.reason.code) == (state, reason)


@pytest.mark.parametrize(
    ("end", "state"),
    [(dt.date(2026, 6, 1), PASS), (dt.date(2026, 5, 31), FAIL), (None, UNKNOWN)],
)
def test_a_state_level_report_is_recent(end: dt.date | None, state: CheckState) -> None:
    facts = replace(GOOD, achievement=replace(ACHIEVEMENT, period_to=end))
    assert judged(facts, "recent_report", STATE_FORM).state is state
    assert "recent_report" not in codes(facts)


@pytest.mark.parametrize(
    ("day", "earlier_day"),
    [
        (dt.date(2026, 12, 1), dt.date(2026, 6, 1)),
        (dt.date(2026, 8, 31), dt.date(2026, 2, 28)),
        (dt.date(2028, 8, 31), dt.date(2028, 2, 29)),
        (dt.date(2026, 6, 15), dt.date(2025, 12, 15)),
    ],
)
def test_six_months_before(day: dt.date, earlier_day: dt.date) -> None:
    assert months_before(day, 6) == earlier_day


@pytest.mark.parametrize(("said", "state"), [(True, PASS), (False, FAIL), (None, UNKNOWN)])
def test_a_must_is_confirmed_by_the_officer(said: bool | None, state: CheckState) -> None:
    facts = replace(GOOD, statements={"law_abiding": said, "first": True})
    assert judged(facts, "standard_law_abiding").state is state


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        (True, False, PASS),
        (None, True, PASS),
        (None, False, UNKNOWN),
        (False, False, FAIL),
    ],
)
def test_of_the_choices_one_is_enough(
    first: bool | None, second: bool | None, state: CheckState
) -> None:
    said = {"law_abiding": True, "first": first, "second": second}
    assert judged(replace(GOOD, statements=said), "standard_choice").state is state


def test_standards_are_asked_by_form_and_subject() -> None:
    assert [known.code for known in standards_for(PACK, COMMUNE_FORM, ENTERPRISE)] == [
        "law_abiding",
        "first",
        "second",
    ]
    assert standards_for(PACK, PROVINCE_FORM, COLLECTIVE) == ()


@pytest.mark.parametrize(
    ("quota", "state", "reason", "blocks"),
    [
        (QuotaState(2, 1, "commune", ()), PASS, "quota_fits", False),
        (QuotaState(2, 2, "commune", ()), FAIL, "quota_full_commune", True),
        (QuotaState(2, 2, "province", ()), FAIL, "quota_full_province", False),
        (QuotaState(None, 9, "commune", ()), PASS, "quota_unlimited", False),
        (QuotaState(None, 9, "commune", (), is_known=False), UNKNOWN, "quota_not_countable", False),
        (None, UNKNOWN, "quota_unknown", False),
    ],
)
def test_the_quota(quota: QuotaState | None, state: CheckState, reason: str, blocks: bool) -> None:
    found = judged(replace(GOOD, quota=quota), "quota")
    assert (found.state, found.reason.code, found.blocks) == (state, reason, blocks)
    assert may_propose([found], "Ý kiến của Chủ tịch")
