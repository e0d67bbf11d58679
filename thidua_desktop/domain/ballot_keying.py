"""Nhập phiếu: keying paper ballots one by one with the number keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from thidua_desktop.domain.voting import BallotSheet, Mark, Tally, tally


class BallotKey(StrEnum):
    """What one key does."""

    YES = "yes"
    NO = "no"
    BLANK = "blank"
    REST_YES = "rest_yes"  # đồng ý all that are left on this ballot
    VOID = "void"
    BACK = "back"
    NEXT = "next"
    UNDO = "undo"  # take the last ballot back


_MARKS = {BallotKey.YES: Mark.YES, BallotKey.NO: Mark.NO, BallotKey.BLANK: Mark.BLANK}


@dataclass(frozen=True, slots=True)
class Keying:
    """Where the officer stands in a pile of ballots; each stroke gives a new state.

    Attributes:
        nominees: the proposals as they stand on the ballot.
        done: the ballots that were keyed in.
        marks: of the ballot at hand.
        place: the line that the next mark is for; their number when all are marked.
        is_void: whether the ballot at hand does not count.
        most: how many ballots there can be.
    """

    nominees: tuple[int, ...]
    most: int
    done: tuple[BallotSheet, ...] = ()
    marks: Mapping[int, Mark] = field(default_factory=dict)
    place: int = 0
    is_void: bool = False

    @property
    def is_begun(self) -> bool:
        """Whether anything was keyed of the ballot at hand."""
        return bool(self.marks) or self.is_void

    @property
    def is_full(self) -> bool:
        """Whether no further ballot is expected."""
        return len(self.done) >= self.most

    @property
    def tally(self) -> Tally:
        """The count of what was keyed in so far."""
        return tally(self.done, self.nominees)

    def after(self, *strokes: BallotKey) -> Keying:
        """The state after some strokes; what can't be done changes nothing."""
        state = self
        for stroke in strokes:
            state = state._after(stroke)
        return state

    def _after(self, stroke: BallotKey) -> Keying:
        if stroke is BallotKey.UNDO:
            return self._undone()
        if stroke is BallotKey.BACK:
            return self._stepped_back()
        return self if self.is_full else self._keyed(stroke)

    def _keyed(self, stroke: BallotKey) -> Keying:
        if stroke is BallotKey.NEXT:
            return self._next()
        if stroke is BallotKey.VOID:
            return replace(self, is_void=not self.is_void)
        if stroke is BallotKey.REST_YES:
            return self._marked(self.nominees[self.place :], Mark.YES)
        return self._marked(self.nominees[self.place : self.place + 1], _MARKS[stroke])

    def at(self, place: int) -> Keying:
        """The state with another line at hand."""
        return replace(self, place=max(0, min(place, len(self.nominees))))

    def _marked(self, numbers: Sequence[int], mark: Mark) -> Keying:
        marks = {**self.marks, **dict.fromkeys(numbers, mark)}
        return replace(self, marks=marks, place=self.place + len(numbers))

    def _stepped_back(self) -> Keying:
        if self.place == 0:
            return self
        place = self.place - 1
        marks = dict(self.marks)
        marks.pop(self.nominees[place], None)
        return replace(self, marks=marks, place=place)

    def _next(self) -> Keying:
        """Put the ballot on the pile; one that was not begun would count by a slip of the key."""
        if not self.is_begun:
            return self
        sheet = BallotSheet({} if self.is_void else dict(self.marks), self.is_void)
        return replace(self, done=(*self.done, sheet), marks={}, place=0, is_void=False)

    def _undone(self) -> Keying:
        """Empty the ballot at hand, or take the last one back to be keyed anew."""
        if self.is_begun:
            return replace(self, marks={}, place=0, is_void=False)
        if not self.done:
            return self
        last = self.done[-1]
        return replace(
            self, done=self.done[:-1], marks=dict(last.marks), place=0, is_void=last.is_void
        )
