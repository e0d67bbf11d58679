"""Keying ballots: strokes and the pile they make."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.ballot_keying import BallotKey, Keying
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.voting import BallotSheet, Mark

FRESH = Keying((4, 7, 9), most=5)
Y, N, B, NEXT = BallotKey.YES, BallotKey.NO, BallotKey.BLANK, BallotKey.NEXT


def test_a_ballot_is_keyed_down_its_lines() -> None:
    state = FRESH.after(Y, N, Y, NEXT)
    assert state.done == (BallotSheet({4: Mark.YES, 7: Mark.NO, 9: Mark.YES}),)
    assert (state.place, state.marks, state.is_begun) == (0, {}, False)


def test_one_key_agrees_to_the_rest() -> None:
    state = FRESH.after(N, BallotKey.REST_YES, NEXT)
    assert state.tally.counts == {4: VoteCount(0, 1), 7: VoteCount(1, 0), 9: VoteCount(1, 0)}


def test_lines_without_a_mark_are_blank() -> None:
    state = FRESH.after(Y, NEXT)
    assert state.tally.counts == {4: VoteCount(1, 0), 7: VoteCount(0, 0), 9: VoteCount(0, 0)}
    assert state.tally.returned == 1


def test_a_void_ballot_bears_no_marks() -> None:
    state = FRESH.after(Y, BallotKey.VOID, NEXT)
    assert state.done == (BallotSheet({}, is_void=True),)
    assert FRESH.after(BallotKey.VOID, BallotKey.VOID) == FRESH


def test_enter_on_nothing_is_no_ballot() -> None:
    assert FRESH.after(NEXT, NEXT) == FRESH


def test_back_takes_the_last_mark_and_undo_the_last_ballot() -> None:
    assert FRESH.after(Y, N, BallotKey.BACK) == FRESH.after(Y)
    state = FRESH.after(Y, N, Y, NEXT, BallotKey.UNDO)
    assert (len(state.done), state.place) == (0, 0)
    assert state.after(N, NEXT).done == (BallotSheet({4: Mark.NO, 7: Mark.NO, 9: Mark.YES}),)
    assert FRESH.after(Y, BallotKey.UNDO) == FRESH
    assert FRESH.after(BallotKey.UNDO, BallotKey.BACK) == FRESH


def test_no_more_ballots_than_there_are() -> None:
    one = (BallotKey.REST_YES, NEXT)
    state = FRESH.after(*(one * 7))
    assert (len(state.done), state.is_full) == (5, True)
    assert not state.after(BallotKey.UNDO).is_full


strokes = st.lists(st.sampled_from(BallotKey), max_size=60)


@given(strokes)
def test_whatever_is_keyed_the_pile_is_one_that_can_be(keys: list[BallotKey]) -> None:
    state = FRESH.after(*keys)
    assert len(state.done) <= state.most
    assert 0 <= state.place <= len(state.nominees)
    for sheet in state.done:
        assert set(sheet.marks) <= set(state.nominees)
        assert sheet.is_void or sheet.marks
    for count in state.tally.counts.values():
        assert count.yes + count.no + count.invalid <= state.tally.returned


@given(strokes, st.lists(st.sampled_from([Y, N, B]), min_size=1, max_size=3))
def test_a_ballot_and_its_undoing_leave_the_pile(
    keys: list[BallotKey], marks: list[BallotKey]
) -> None:
    state = (
        FRESH.after(*keys, BallotKey.UNDO) if FRESH.after(*keys).is_begun else FRESH.after(*keys)
    )
    if not state.is_full:
        assert state.after(*marks, NEXT, BallotKey.UNDO).done == state.done
