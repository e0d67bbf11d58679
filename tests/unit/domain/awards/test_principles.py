"""What the law says of every candidate, each principle in its three states."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.candidates_in_hand import (
    ACHIEVEMENT,
    FAIL,
    GOOD,
    LAST,
    ON,
    PASS,
    UNKNOWN,
    YEAR,
    codes,
    earlier,
    judged,
)
from tests.rules_in_hand import (
    COMMUNE_FORM,
    INDIVIDUAL,
    PACK,
    PROVINCE_FORM,
    STATE_FORM,
)
from thidua_desktop.domain.award_forms import AwardForm, AwardLevel, CommendationType
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.facts import (
    Achievement,
    AwardState,
    Discipline,
    Hold,
    HoldKind,
    PreviousAward,
    Sameness,
)
from thidua_desktop.domain.awards.verdict import (
    CheckState,
    may_propose,
)


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
        (replace(ACHIEVEMENT, movement="Phong trào khác"), Sameness.UNSURE),
        (replace(ACHIEVEMENT, movement="Phong trào khác", text="Lời khác"), Sameness.DIFFERENT),
        (replace(ACHIEVEMENT, movement="PHONG  TRÀO thử"), Sameness.SAME),
        (replace(ACHIEVEMENT, movement="", cycle="", text="Lời khác"), Sameness.UNSURE),
        (replace(LAST, movement="", cycle=""), Sameness.DIFFERENT),
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
        (dt.date(2026, 11, 1), ON, False),
        (ON, None, True),
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
        (ON, None, YEAR[0], FAIL, "discipline_running"),
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
        (replace(decided("xa", ACHIEVEMENT), namesake="Tran Thi"), COMMUNE_FORM, PASS, False),
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
