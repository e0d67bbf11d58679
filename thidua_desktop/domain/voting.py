"""Bỏ phiếu, kiểm phiếu: paper ballots, what stands on them, and their count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.reasons import Issue


class VoteMethod(StrEnum):
    """How the council votes on an award."""

    BALLOT = "ballot"  # bỏ phiếu kín
    HANDS = "hands"  # giơ tay biểu quyết


class Mark(StrEnum):
    """What a ballot says of one nominee."""

    YES = "yes"  # đồng ý
    NO = "no"  # không đồng ý
    BLANK = "blank"  # để trống, or both boxes marked


@dataclass(frozen=True, slots=True)
class BallotSheet:
    """Phiếu bầu: one paper ballot with its mark on each nominee, by the proposal's number.

    Attributes:
        is_void: không hợp lệ: the whole sheet counts for nobody.
    """

    marks: Mapping[int, Mark]
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class VoteRound:
    """One award put to the vote in one session.

    Attributes:
        issued: phiếu phát ra; for a show of hands, those who were asked.
        returned: phiếu thu vào.
        void: phiếu không hợp lệ.
        head_teller: Trưởng ban kiểm phiếu.
        tellers: the other members of the Ban kiểm phiếu.
    """

    session: str
    award: str
    method: VoteMethod
    issued: int
    returned: int
    void: int
    head_teller: str = ""
    tellers: str = ""

    @property
    def valid(self) -> int:
        """Phiếu hợp lệ."""
        return self.returned - self.void


@dataclass(frozen=True, slots=True)
class Tally:
    """What a pile of ballots says."""

    counts: Mapping[int, VoteCount]
    returned: int
    void: int


def tally(sheets: Iterable[BallotSheet], proposals: Sequence[int]) -> Tally:
    """Count the ballots; in which order they lie makes no difference.

    A nominee that a valid ballot does not mention has a blank from it.
    """
    pile = list(sheets)
    void = sum(sheet.is_void for sheet in pile)
    marks = {number: Counter[Mark]() for number in proposals}
    for sheet in pile:
        if not sheet.is_void:
            for number in proposals:
                marks[number][sheet.marks.get(number, Mark.BLANK)] += 1
    counts = {
        number: VoteCount(found[Mark.YES], found[Mark.NO], void) for number, found in marks.items()
    }
    return Tally(counts, len(pile), void)


def usual_method(rule: VoteRule) -> VoteMethod:
    """How an award is voted on when nobody says otherwise."""
    return VoteMethod.BALLOT if rule.ballot_required else VoteMethod.HANDS


def round_faults(held: VoteRound, counts: Iterable[VoteCount], voters: int) -> tuple[Issue, ...]:
    """What can't be right in the numbers of a round; empty when all can."""
    faults = []
    numbers = {"issued": held.issued, "returned": held.returned, "void": held.void}
    if min(numbers.values()) < 0:
        return (Issue("votes_negative"),)
    if held.issued > voters:
        faults.append(Issue("ballots_more_than_voters", data={**numbers, "voters": voters}))
    if held.returned > held.issued:
        faults.append(Issue("ballots_more_than_issued", data=dict(numbers)))
    if held.void > held.returned:
        faults.append(Issue("ballots_void_too_many", data=dict(numbers)))
    for count in counts:
        if count.yes + count.no > held.valid:
            data = {"yes": count.yes, "no": count.no, "valid": held.valid}
            faults.append(Issue("votes_more_than_valid", data=data))
    return tuple(faults)
