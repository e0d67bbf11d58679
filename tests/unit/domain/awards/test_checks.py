"""Every condition in its three states, with its article; what is not known never passes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from thidua_desktop.domain.award_forms import AwardForm, AwardLevel, CommendationType
from thidua_desktop.domain.awards.checks import check_award, check_without_pack
from thidua_desktop.domain.awards.conditions import months_before, standards_for
from thidua_desktop.domain.awards.facts import (
    Achievement,
    AwardState,
    CandidateFacts,
    Discipline,
    Hold,
    HoldKind,
    PreviousAward,
    Sameness,
)
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.verdict import (
    Check,
    CheckState,
    blocks_of,
    may_propose,
    verdict,
)
from thidua_desktop.domain.kinds import SubjectKind
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
    assert check_without_pack(dt.date(2027, 3, 1)).blocks


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
    found = judged(replace(GOOD, received_on=received), "transition")
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
    ("award", "state", "form", "expected", "reason", "blocks"),
    [
        ("xa", AwardState.PROPOSED, COMMUNE_FORM, FAIL, "achievement_proposed", True),
        ("xa", AwardState.DECIDED, COMMUNE_FORM, FAIL, "achievement_decided", True),
        ("tinh", AwardState.PROPOSED, COMMUNE_FORM, FAIL, "achievement_proposed", True),
        ("xa", AwardState.PROPOSED, PROVINCE_FORM, FAIL, "achievement_lower", False),
        ("xa", AwardState.CANCELLED, COMMUNE_FORM, PASS, "achievement_is_new", False),
        ("form of another pack", AwardState.DECIDED, STATE_FORM, FAIL, "achievement_decided", True),
    ],
)
def test_one_achievement_is_rewarded_once(
    award: str,
    state: AwardState,
    form: AwardForm,
    expected: CheckState,
    reason: str,
    blocks: bool,
) -> None:
    facts = replace(GOOD, history=(earlier(award, state=state),))
    found = judged(facts, "one_achievement_once", form)
    assert (found.state, found.reason.code, found.blocks) == (expected, reason, blocks)
    assert may_propose([found], "Thành tích khác, đã đối chiếu")


def test_the_worst_of_several_earlier_awards_is_told() -> None:
    history = (
        earlier("xa", replace(LAST, cycle="", period_from=None)),
        earlier("xa"),
        earlier("tinh"),
    )
    found = judged(replace(GOOD, history=history), "one_achievement_once", PROVINCE_FORM)
    assert (found.blocks, found.reason.data["award"]) == (True, "Tên tinh")


@pytest.mark.parametrize(
    ("other", "sameness"),
    [
        (ACHIEVEMENT, Sameness.SAME),
        (replace(ACHIEVEMENT, text="Lời khác"), Sameness.SAME),
        (replace(ACHIEVEMENT, movement="Phong trào khác"), Sameness.DIFFERENT),
        (LAST, Sameness.DIFFERENT),
        (replace(ACHIEVEMENT, cycle="2026-half_year"), Sameness.SAME),
        (replace(ACHIEVEMENT, cycle="2026-half_year", text="CÓ  thành tích"), Sameness.SAME),
        (replace(ACHIEVEMENT, cycle="2026-half_year", text="Lời khác"), Sameness.UNSURE),
        (replace(ACHIEVEMENT, cycle="2026-half_year", text=""), Sameness.UNSURE),
        (replace(LAST, period_to=None), Sameness.UNSURE),
        (replace(ACHIEVEMENT, cycle="x", period_from=None), Sameness.UNSURE),
    ],
)
def test_when_two_achievements_are_one(other: Achievement, sameness: Sameness) -> None:
    assert ACHIEVEMENT.compare(other) is sameness
    assert other.compare(ACHIEVEMENT) is sameness


def test_a_doubtful_one_is_left_to_a_person() -> None:
    doubtful = replace(ACHIEVEMENT, cycle="2026-half_year", text="Lời khác")
    found = judged(replace(GOOD, history=(earlier(achievement=doubtful),)), "one_achievement_once")
    assert (found.state, found.reason.code) == (UNKNOWN, "achievement_unsure")


@given(
    st.sampled_from([COMMUNE_FORM, PROVINCE_FORM, STATE_FORM]),
    st.sampled_from(["xa", "tinh", "nha_nuoc"]),
    st.sampled_from([AwardState.PROPOSED, AwardState.DECIDED]),
    st.text(max_size=10),
)
def test_no_second_award_of_the_same_or_a_lower_level_without_a_reason(
    form: AwardForm, award: str, state: AwardState, words: str
) -> None:
    before = earlier(award, replace(ACHIEVEMENT, text=words), state)
    checks = check_award(form, PACK, replace(GOOD, history=(before,)))
    if PACK.form(award).level.is_at_least(form.level):
        assert not may_propose(checks)


def test_a_higher_form_needs_no_lower_one() -> None:
    found = judged(GOOD, "lower_form_not_needed", STATE_FORM)
    assert (found.state, found.blocking) == (PASS, False)
    assert "lower_form_not_needed" not in codes(GOOD)


@pytest.mark.parametrize(
    ("cited", "type_of", "state", "reason"),
    [
        (True, CommendationType.PHONG_TRAO, FAIL, "cited_thematic"),
        (True, CommendationType.DOT_XUAT, FAIL, "cited_thematic"),
        (True, CommendationType.CHUYEN_DE, FAIL, "cited_thematic"),
        (True, CommendationType.CONG_TRANG, PASS, "cited_awards_fit"),
        (True, None, UNKNOWN, "cited_type_unknown"),
        (False, CommendationType.PHONG_TRAO, PASS, "cited_awards_fit"),
    ],
)
def test_a_thematic_award_is_no_basis_for_merit(
    cited: bool, type_of: CommendationType | None, state: CheckState, reason: str
) -> None:
    before = replace(earlier(achievement=LAST), commendation=type_of, is_cited=cited)
    facts = replace(GOOD, commendation=CommendationType.CONG_TRANG, history=(before,))
    found = judged(facts, "thematic_no_basis")
    assert (found.state, found.reason.code) == (state, reason)


def test_the_movements_own_award_says_that_it_is_no_basis_later() -> None:
    assert judged(GOOD, "thematic_no_basis").reason.code == "no_basis_for_merit_later"
    assert "thematic_no_basis" not in codes(replace(GOOD, commendation=CommendationType.NIEN_HAN))
    merit = replace(GOOD, commendation=CommendationType.CONG_TRANG, history=None)
    assert judged(merit, "thematic_no_basis").state is UNKNOWN


@pytest.mark.parametrize("kind", HoldKind)
def test_a_pending_matter_holds_and_no_reason_lifts_it(kind: HoldKind) -> None:
    facts = replace(GOOD, holds=(Hold(kind, dt.date(2026, 11, 1), document="12/TB"),))
    found = judged(facts, "hold")
    assert (found.state, found.reason.code) == (FAIL, f"hold_{kind}")
    assert not may_propose([found], "Vẫn đề nghị")


@pytest.mark.parametrize(
    ("begin", "end", "active"),
    [
        (dt.date(2026, 11, 1), None, True),
        (ON, ON, True),
        (dt.date(2026, 11, 1), dt.date(2026, 12, 19), False),
        (dt.date(2026, 12, 21), None, False),
    ],
)
def test_a_hold_ends_with_its_conclusion(begin: dt.date, end: dt.date | None, active: bool) -> None:
    facts = replace(GOOD, holds=(Hold(HoldKind.COMPLAINT, begin, end),))
    assert judged(facts, "hold").state is (FAIL if active else PASS)


def test_every_pending_matter_is_told() -> None:
    holds = tuple(Hold(kind, dt.date(2026, 11, 1)) for kind in HoldKind)
    assert codes(replace(GOOD, holds=holds)).count("hold") == len(HoldKind)


@pytest.mark.parametrize(
    ("begin", "end", "period_from", "state", "reason"),
    [
        (dt.date(2025, 1, 1), dt.date(2025, 12, 31), YEAR[0], PASS, "discipline_over"),
        (dt.date(2025, 1, 1), YEAR[0], YEAR[0], PASS, "discipline_over"),
        (dt.date(2025, 1, 1), dt.date(2026, 3, 1), YEAR[0], FAIL, "discipline_counted"),
        (dt.date(2025, 1, 1), dt.date(2026, 3, 1), None, UNKNOWN, "discipline_period_unknown"),
        (dt.date(2026, 6, 1), ON, YEAR[0], FAIL, "discipline_running"),
        (dt.date(2026, 6, 1), None, YEAR[0], FAIL, "discipline_running"),
        (dt.date(2026, 12, 21), None, YEAR[0], PASS, "discipline_none"),
    ],
)
def test_after_discipline_the_achievement_counts_anew(
    begin: dt.date,
    end: dt.date | None,
    period_from: dt.date | None,
    state: CheckState,
    reason: str,
) -> None:
    facts = replace(
        GOOD,
        disciplines=(Discipline(begin, end),),
        achievement=replace(ACHIEVEMENT, period_from=period_from),
    )
    found = judged(facts, "discipline")
    assert (found.state, found.reason.code) == (state, reason)
    assert found.overridable is (reason not in {"discipline_running", "discipline_none"})


def decided(award: str, achievement: Achievement, on: dt.date | None = None) -> PreviousAward:
    return earlier(award, achievement, AwardState.DECIDED, decided_on=on)


NO_PERIOD = Achievement("Phong trào khác")


@pytest.mark.parametrize(
    ("before", "form", "state", "blocks"),
    [
        (decided("xa", LAST), COMMUNE_FORM, PASS, False),
        (decided("xa", ACHIEVEMENT), COMMUNE_FORM, FAIL, False),
        (decided("nha_nuoc", ACHIEVEMENT), STATE_FORM, FAIL, True),
        (decided("nha_nuoc", LAST), STATE_FORM, PASS, False),
        (decided("xa", ACHIEVEMENT), STATE_FORM, PASS, False),
        (earlier("xa", ACHIEVEMENT), COMMUNE_FORM, PASS, False),
        (decided("xa", NO_PERIOD, dt.date(2025, 12, 31)), COMMUNE_FORM, PASS, False),
        (decided("xa", NO_PERIOD, dt.date(2026, 1, 1)), COMMUNE_FORM, FAIL, False),
        (decided("xa", NO_PERIOD), COMMUNE_FORM, UNKNOWN, False),
    ],
)
def test_the_period_begins_after_the_last_one(
    before: PreviousAward, form: AwardForm, state: CheckState, blocks: bool
) -> None:
    found = judged(replace(GOOD, history=(before,)), "period_after_last", form)
    assert (found.state, found.blocks) == (state, blocks)


def test_the_level_of_an_old_record_may_be_told() -> None:
    before = replace(decided("form of another pack", ACHIEVEMENT), level=AwardLevel.COMMUNE)
    facts = replace(GOOD, history=(before,))
    assert judged(facts, "period_after_last", STATE_FORM).state is PASS
    assert not judged(facts, "one_achievement_once", STATE_FORM).blocks


@pytest.mark.parametrize(
    ("used", "state"),
    [(frozenset(), PASS), (frozenset({"SK-1"}), FAIL), (None, UNKNOWN)],
)
def test_an_initiative_serves_once(used: frozenset[str] | None, state: CheckState) -> None:
    facts = replace(GOOD, initiatives=("SK-1",), used_initiatives=used)
    assert judged(facts, "initiative_once").state is state
    assert "initiative_once" not in codes(GOOD)


@pytest.mark.parametrize(
    ("achievement", "reason", "blocks"),
    [(ACHIEVEMENT, "cancelled_same", True), (LAST, "cancelled_before", False)],
)
def test_what_was_cancelled_is_not_given_again(
    achievement: Achievement, reason: str, blocks: bool
) -> None:
    before = earlier(achievement=achievement, state=AwardState.CANCELLED)
    found = judged(replace(GOOD, history=(before,)), "cancelled_award")
    assert (found.state, found.reason.code, found.blocks) == (FAIL, reason, blocks)


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


@pytest.mark.parametrize(
    ("priority", "state", "reason"),
    [
        (True, PASS, "priority_given"),
        (False, PASS, "priority_not_given"),
        (None, UNKNOWN, "priority_unknown"),
    ],
)
def test_of_equals_women_come_first(priority: bool | None, state: CheckState, reason: str) -> None:
    facts = replace(GOOD, is_tied=True, has_women_priority=priority)
    found = judged(facts, "women_priority")
    assert (found.state, found.reason.code, found.blocking) == (state, reason, False)
    assert "women_priority" not in codes(GOOD)


def test_notes_on_a_person() -> None:
    person = replace(GOOD, subject=INDIVIDUAL, is_leader=False, took_maternity_leave=True)
    assert judged(person, "fair_share").reason.code == "person_is_direct_worker"
    assert judged(person, "maternity_leave").state is PASS
    leader = replace(person, is_leader=True)
    assert judged(leader, "fair_share").reason.code == "person_is_leader"
    assert "fair_share" not in codes(replace(GOOD, subject=INDIVIDUAL))
    assert "maternity_leave" not in codes(GOOD)


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
