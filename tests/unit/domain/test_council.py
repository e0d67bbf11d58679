"""Votes count on all members by decision, as whole numbers, and never pass by rounding."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules_in_hand import LOCAL, MAJORITY, NATIONAL, STATE_FORM, TWO_THIRDS
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.council import (
    Attendance,
    VoteCount,
    attendance_faults,
    check_quorum,
    count_faults,
    decide,
    passes,
    votes_needed,
)
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.rule_pack import Quorum
from thidua_desktop.domain.vietnamese.numerals import percent_x100

members = st.integers(1, 400)
thresholds = st.none() | st.integers(1, 100)


@pytest.mark.parametrize(
    ("yes", "total", "threshold", "passed"),
    [
        (5, 9, None, True),
        (4, 8, None, False),
        (5, 8, None, True),
        (12, 15, 80, True),
        (11, 15, 80, False),
        (13, 15, 90, False),
        (14, 15, 90, True),
        (10, 11, 90, True),
        (15, 15, 100, True),
        (0, 1, None, False),
    ],
)
def test_thresholds(yes: int, total: int, threshold: int | None, passed: bool) -> None:
    assert passes(yes, total, threshold) is passed


@given(members, thresholds, st.data())
def test_never_a_pass_below_the_threshold_by_rounding(
    total: int, threshold: int | None, data: st.DataObject
) -> None:
    yes = data.draw(st.integers(0, total))
    share = Fraction(yes, total)
    reached = share > Fraction(1, 2) if threshold is None else share >= Fraction(threshold, 100)
    assert passes(yes, total, threshold) is reached
    assert passes(yes, total, threshold) is (yes >= votes_needed(total, threshold))
    # Rounded for print, but never to a whole percent that was not reached.
    assert percent_x100(yes, total) // 100 == yes * 100 // total


@pytest.mark.parametrize(
    ("yes", "total", "share"), [(2, 3, 66_67), (79_999, 100_000, 79_99), (3, 3, 100_00)]
)
def test_the_share_never_prints_a_whole_percent_that_was_not_reached(
    yes: int, total: int, share: int
) -> None:
    assert percent_x100(yes, total) == share


@pytest.mark.parametrize(
    ("present", "total", "met", "needed"),
    [(6, 9, True, 6), (5, 9, False, 6), (7, 10, True, 7), (6, 10, False, 7), (1, 1, True, 1)],
)
def test_two_thirds_must_be_present(present: int, total: int, met: bool, needed: int) -> None:
    found = check_quorum(Attendance(total, present), TWO_THIRDS)
    assert (found.is_met, found.needed) == (met, needed)
    assert found.reasons[0].code == ("quorum_met" if met else "quorum_not_met")


@given(members, st.integers(1, 10), st.integers(0, 9), st.data())
def test_the_quorum_is_the_fewest_that_are_enough(
    total: int, parts: int, more: int, data: st.DataObject
) -> None:
    quorum = Quorum(parts, parts + more, LOCAL)
    present = data.draw(st.integers(0, total))
    found = check_quorum(Attendance(total, present), quorum)
    assert found.is_met is (present >= found.needed)
    assert found.is_met is (Fraction(present, total) >= Fraction(parts, parts + more))


def test_opinions_in_writing_vote_but_make_no_quorum() -> None:
    attendance = Attendance(9, 5, written=4)
    assert not check_quorum(attendance, TWO_THIRDS).is_met
    assert count_faults(VoteCount(9, 0), attendance) == ()


@pytest.mark.parametrize(
    ("attendance", "codes"),
    [
        (Attendance(9, 9), []),
        (Attendance(0, 0), ["council_members_missing"]),
        (Attendance(9, 10), ["council_more_than_members"]),
        (Attendance(9, 6, 4), ["council_more_than_members"]),
        (Attendance(9, -1), ["council_attendance_negative"]),
        (Attendance(9, 9, -1), ["council_attendance_negative"]),
    ],
)
def test_attendance_that_cannot_be(attendance: Attendance, codes: list[str]) -> None:
    assert [issue.code for issue in attendance_faults(attendance)] == codes


@pytest.mark.parametrize(
    ("count", "codes"),
    [
        (VoteCount(5, 1, 1), []),
        (VoteCount(3, 1), []),
        (VoteCount(7, 1), ["votes_more_than_voters"]),
        (VoteCount(5, 1, 2), ["votes_more_than_voters"]),
        (VoteCount(-1, 0), ["votes_negative"]),
        (VoteCount(9, -1), ["votes_negative", "votes_more_than_voters"]),
    ],
)
def test_votes_that_cannot_be(count: VoteCount, codes: list[str]) -> None:
    assert [issue.code for issue in count_faults(count, Attendance(9, 7))] == codes


def test_the_result_counts_on_absent_members_too() -> None:
    # All seven who are there agree: 77,78 % of nine, short of the 80 % for a State-level flag.
    result = decide(VoteCount(7, 0), Attendance(9, 7), STATE_FORM.vote, TWO_THIRDS)
    assert (result.passed, result.share_x100, result.threshold_percent) == (False, 77_78, 80)
    assert [reason.code for reason in result.reasons] == [
        "quorum_met",
        "vote_share",
        "vote_not_passed",
    ]
    assert result.reasons[-1].data == {
        "needed": 8,
        "total": 9,
        "percent": 80,
        "source": NATIONAL.citation,
    }


def test_the_majority_is_of_all_members() -> None:
    passed = decide(VoteCount(5, 1), Attendance(9, 6), MAJORITY, TWO_THIRDS)
    failed = decide(VoteCount(4, 2), Attendance(9, 6), MAJORITY, TWO_THIRDS)
    assert (passed.passed, passed.reasons[-1].code) == (True, "vote_passed_majority")
    assert (failed.passed, failed.reasons[-1].code) == (False, "vote_not_passed_majority")


def test_without_a_quorum_nothing_is_decided() -> None:
    with pytest.raises(RuleViolation) as refused:
        decide(VoteCount(5, 0), Attendance(9, 5), MAJORITY, TWO_THIRDS)
    assert refused.value.code == "no_quorum"
    assert refused.value.data["needed"] == 6


def test_every_fault_of_the_numbers_is_told() -> None:
    rule = VoteRule(80, ballot_required=True, source=NATIONAL)
    with pytest.raises(InputError) as refused:
        decide(VoteCount(8, -1, 5), Attendance(7, 8), rule, TWO_THIRDS)
    assert [issue.code for issue in refused.value.issues] == [
        "council_more_than_members",
        "votes_negative",
        "votes_more_than_voters",
    ]
