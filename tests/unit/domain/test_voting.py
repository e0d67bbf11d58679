"""Counting ballots: no order of keying, no blank and no void sheet makes a vote that was none."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules_in_hand import MAJORITY, TWO_THIRDS
from thidua_desktop.domain.award_forms import Source, Sure, VoteRule
from thidua_desktop.domain.council import Attendance, Circumstances, VoteCount, decide
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.vote_rules import refuse_less_than_law, rule_in_force
from thidua_desktop.domain.voting import (
    BallotSheet,
    Mark,
    VoteMethod,
    VoteRound,
    round_faults,
    tally,
    usual_method,
)

NOMINEES = (3, 5, 8)
BY_LAW = VoteRule(80, ballot_required=True, source=Source("Điều 33.5", Sure.SEEN))
OF_PROVINCE = Source("Quyết định của tỉnh", Sure.PRACTICE, province_may_set=True)
CHAIR_DECIDES = VoteRule(None, ballot_required=False, source=OF_PROVINCE, chair_breaks_tie=True)

marks = st.dictionaries(st.sampled_from(NOMINEES), st.sampled_from(Mark))
sheets = st.lists(st.builds(BallotSheet, marks, st.booleans()), max_size=40)


@given(sheets, st.randoms(use_true_random=False))
def test_keying_in_any_order_gives_the_same_count(
    pile: list[BallotSheet], dice: random.Random
) -> None:
    shuffled = list(pile)
    dice.shuffle(shuffled)
    assert tally(shuffled, NOMINEES) == tally(pile, NOMINEES)


@given(sheets, sheets)
def test_two_piles_count_as_their_sum(one: list[BallotSheet], other: list[BallotSheet]) -> None:
    whole, first, second = (tally(pile, NOMINEES) for pile in ([*one, *other], one, other))
    for number in NOMINEES:
        parts = (first.counts[number], second.counts[number])
        assert whole.counts[number] == VoteCount(
            sum(part.yes for part in parts),
            sum(part.no for part in parts),
            sum(part.invalid for part in parts),
        )


@given(sheets)
def test_totals_are_consistent(pile: list[BallotSheet]) -> None:
    counted = tally(pile, NOMINEES)
    assert counted.returned == len(pile)
    for count in counted.counts.values():
        assert count.invalid == counted.void
        assert count.yes + count.no + count.invalid <= counted.returned
    held = VoteRound("s", "a", VoteMethod.BALLOT, len(pile), counted.returned, counted.void)
    assert held.valid + held.void == held.returned
    assert round_faults(held, counted.counts.values(), len(pile)) == ()


@given(sheets, st.integers(0, 10), st.none() | st.integers(1, 100))
def test_no_pile_passes_below_the_threshold(
    pile: list[BallotSheet], absent: int, threshold: int | None
) -> None:
    total = len(pile) + absent
    if not total:
        return
    attendance = Attendance(total, 0, len(pile), in_writing=True)
    rule = VoteRule(threshold, ballot_required=False, source=MAJORITY.source)
    for count in tally(pile, NOMINEES).counts.values():
        if attendance.voters * TWO_THIRDS.of < TWO_THIRDS.parts * total:
            continue
        share = Fraction(count.yes, total)
        reached = share > Fraction(1, 2) if threshold is None else share >= Fraction(threshold, 100)
        assert decide(count, attendance, rule, TWO_THIRDS).passed is reached


def test_a_void_ballot_counts_for_nobody() -> None:
    yes = dict.fromkeys(NOMINEES, Mark.YES)
    counted = tally([BallotSheet(yes), BallotSheet(yes, is_void=True)], NOMINEES)
    assert counted.counts[3] == VoteCount(1, 0, 1)


@pytest.mark.parametrize(
    ("held", "code"),
    [
        ((10, 9, 1), "ballots_more_than_voters"),
        ((8, 9, 1), "ballots_more_than_issued"),
        ((9, 3, 4), "ballots_void_too_many"),
        ((9, 9, -1), "votes_negative"),
    ],
)
def test_numbers_of_a_round_that_cannot_be(held: tuple[int, int, int], code: str) -> None:
    codes = [f.code for f in round_faults(VoteRound("s", "a", VoteMethod.BALLOT, *held), (), 9)]
    assert code in codes


def test_votes_are_no_more_than_valid_ballots() -> None:
    held = VoteRound("s", "a", VoteMethod.BALLOT, 9, 9, 1)
    assert round_faults(held, [VoteCount(5, 3)], 9) == ()
    [fault] = round_faults(held, [VoteCount(5, 4)], 9)
    assert fault.code == "votes_more_than_valid"


# ---- Even votes


def even(rule: VoteRule, chair: bool | None) -> tuple[bool, str]:
    result = decide(
        VoteCount(5, 5), Attendance(10, 10), rule, TWO_THIRDS, Circumstances(chair=chair)
    )
    return result.passed, result.reasons[-1].code


def test_even_votes_pass_by_the_chair_only_where_the_rule_says_so() -> None:
    assert even(CHAIR_DECIDES, chair=True) == (True, "vote_tie_chair_yes")
    assert even(CHAIR_DECIDES, chair=False) == (False, "vote_tie_chair_no")
    assert even(CHAIR_DECIDES, chair=None) == (False, "vote_tie_chair_open")
    assert even(MAJORITY, chair=True) == (False, "vote_tie_no_rule")


def test_the_chair_decides_nothing_where_votes_are_not_even() -> None:
    for yes in (4, 6):
        result = decide(
            VoteCount(yes, 10 - yes),
            Attendance(10, 10),
            CHAIR_DECIDES,
            TWO_THIRDS,
            Circumstances(chair=yes < 5),
        )
        assert result.passed is (yes > 5)


# ---- Conflict of interest


def test_who_is_proposed_does_not_vote_and_the_base_stays() -> None:
    around = Circumstances(abstaining=1)
    result = decide(VoteCount(8, 0), Attendance(9, 9), MAJORITY, TWO_THIRDS, around)
    assert result.share_x100 == 88_89
    told = [reason.code for reason in result.reasons]
    assert "vote_abstaining" in told
    assert "vote_by_interested" not in told
    result = decide(VoteCount(9, 0), Attendance(9, 9), MAJORITY, TWO_THIRDS, around)
    assert "vote_by_interested" in [reason.code for reason in result.reasons]


# ---- The province's own rules


def test_an_own_rule_never_falls_below_the_law() -> None:
    own = VoteRule(70, ballot_required=True, source=OF_PROVINCE)
    assert rule_in_force(BY_LAW, own) is BY_LAW
    with pytest.raises(RuleViolation, match="vote_rule_below_law"):
        refuse_less_than_law(BY_LAW, own)
    with pytest.raises(RuleViolation, match="vote_rule_below_law"):
        refuse_less_than_law(BY_LAW, VoteRule(90, ballot_required=False, source=OF_PROVINCE))
    stricter = VoteRule(90, ballot_required=True, source=OF_PROVINCE)
    refuse_less_than_law(BY_LAW, stricter)
    assert rule_in_force(BY_LAW, stricter) == stricter


def test_a_secret_ballot_of_the_law_stays_beside_an_own_share() -> None:
    secret = VoteRule(None, ballot_required=True, source=Source("Điều 33.5", Sure.SEEN))
    own = VoteRule(60, ballot_required=False, source=OF_PROVINCE)
    in_force = rule_in_force(secret, own)
    assert (in_force.threshold_percent, in_force.ballot_required) == (60, True)


def test_what_the_law_leaves_open_is_the_provinces_to_say() -> None:
    open_rule = VoteRule(None, ballot_required=False, source=OF_PROVINCE)
    own = VoteRule(80, ballot_required=True, source=OF_PROVINCE)
    refuse_less_than_law(open_rule, own)
    assert rule_in_force(open_rule, own) == own
    assert usual_method(own) is VoteMethod.BALLOT
    assert usual_method(open_rule) is VoteMethod.HANDS


def test_answers_in_writing_make_the_quorum_of_a_session_in_writing() -> None:
    assert Attendance(9, 0, 7, in_writing=True).for_quorum == 7
    assert Attendance(9, 5, 2).for_quorum == 5
