"""Đường chỉ tiêu: a ranked list with the line below which the places are used up.

Who stands above is told with its why, and so is who stands below. The officer's word on single
candidates goes before the order; it bears a reason and is never overwritten here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.awards.quota import Contender, select_within_quota
from thidua_desktop.domain.awards.verdict import CheckState
from thidua_desktop.domain.reasons import Reason


class ListChoiceKind(StrEnum):
    """What the officer decided about one candidate."""

    TAKEN_IN = "taken_in"  # đưa vào
    LEFT_OUT = "left_out"  # để lại


@dataclass(frozen=True, slots=True)
class ListChoice:
    """Đưa vào or để lại, with the reason that papers print."""

    code: str
    choice: ListChoiceKind
    reason: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """One candidate of the list.

    Attributes:
        standing: what the order goes by, the higher the better; `None` for who has no result.
        state: the verdict of the conditions.
        blocked_by: why it can't be proposed without a reason; empty where it can.
        is_proposed: it was proposed already and holds its place.
    """

    code: str
    standing: int | None
    state: CheckState
    blocked_by: tuple[Reason, ...] = ()
    has_women_priority: bool | None = None
    is_proposed: bool = False


class ListPlace(StrEnum):
    """Where a candidate stands."""

    IN = "in"  # trong chỉ tiêu
    TIED = "tied"  # bằng nhau ở ranh giới, Hội đồng quyết định
    OUT = "out"  # ngoài chỉ tiêu


@dataclass(frozen=True, slots=True)
class ListLine:
    """A candidate with its place and why it is there."""

    candidate: Ranked
    place: ListPlace
    why: Reason


@dataclass(frozen=True, slots=True)
class QuotaList:
    """The whole list, best first.

    Attributes:
        places: how many there are in all, `None` where nothing limits.
        over: how many more stand within than there are places: each needs a reason.
    """

    lines: tuple[ListLine, ...]
    places: int | None
    over: int

    @property
    def within(self) -> tuple[ListLine, ...]:
        """Those above the line."""
        return tuple(line for line in self.lines if line.place is ListPlace.IN)


def draw_line(
    candidates: Sequence[Ranked], places: int | None, choices: Sequence[ListChoice] = ()
) -> QuotaList:
    """Draw the line through a list.

    What is proposed, then who was taken in by the officer, hold their places first; the best of
    the others get what is left. Equals at the edge stay open (NĐ 152/2025/NĐ-CP Điều 4.6 parts
    them where it can). Without choices the line never holds more than there are places.

    Args:
        candidates: in any order; the outcome does not depend on it.
        places: all places of the quota, those of the proposals included.
        choices: the officer's, at most one for each candidate.
    """
    said = {choice.code: choice for choice in choices}
    fixed = {c.code: _fixed(c, said.get(c.code)) for c in candidates}
    held = sum(line is not None and line.place is ListPlace.IN for line in fixed.values())
    free = None if places is None else max(0, places - held)
    open_ones = [c for c in candidates if fixed[c.code] is None]
    selection = select_within_quota(
        [Contender(c.code, c.standing or 0, c.has_women_priority) for c in open_ones], free
    )
    chosen = {one.key for one in selection.chosen}
    tied = {one.key for one in selection.tied}
    lines = [
        fixed[c.code] or _placed(c, is_in=c.code in chosen, is_tied=c.code in tied)
        for c in sorted(candidates, key=_order)
    ]
    within = sum(line.place is ListPlace.IN for line in lines)
    return QuotaList(tuple(lines), places, 0 if places is None else max(0, within - places))


def _order(candidate: Ranked) -> tuple[bool, int, str]:
    return candidate.standing is None, -(candidate.standing or 0), candidate.code


def _fixed(candidate: Ranked, said: ListChoice | None) -> ListLine | None:
    """The place that the order does not touch; `None` for who competes."""
    if candidate.is_proposed:
        return ListLine(candidate, ListPlace.IN, Reason("list_proposed"))
    if said is not None:
        is_in = said.choice is ListChoiceKind.TAKEN_IN
        place = ListPlace.IN if is_in else ListPlace.OUT
        return ListLine(candidate, place, Reason(f"list_{said.choice}", {"reason": said.reason}))
    if candidate.blocked_by:
        return ListLine(candidate, ListPlace.OUT, Reason("list_blocked"))
    if candidate.standing is None:
        return ListLine(candidate, ListPlace.OUT, Reason("list_without_result"))
    return None


def _placed(candidate: Ranked, *, is_in: bool, is_tied: bool) -> ListLine:
    if is_in:
        known = candidate.state is CheckState.PASS
        return ListLine(
            candidate, ListPlace.IN, Reason("list_within" if known else "list_within_unknown")
        )
    if is_tied:
        return ListLine(candidate, ListPlace.TIED, Reason("list_tied"))
    return ListLine(candidate, ListPlace.OUT, Reason("list_beyond"))
