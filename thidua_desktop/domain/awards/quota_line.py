"""Đường chỉ tiêu: a ranked list with the line below which the places are used up.

Who stands above is told with its why, and so is who stands below. The officer's word on single
candidates goes before the order; it bears a reason and is never overwritten here.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.awards.quota import Contender, Selection, select_within_quota
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
class DrawnLine:
    """Vạch của cán bộ: where the officer put the line of a list.

    Attributes:
        places: how many stand above, `None` to leave that to the quota.
        reason: why there are more than the quota gives; papers print it.
        women_first: equals at the edge are parted by women's priority (P9).
    """

    places: int | None = None
    reason: str = ""
    women_first: bool = False


Standing = tuple[int, ...]
"""What the order goes by, first things first; the higher, the better."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One candidate of the list.

    Attributes:
        standing: `None` for who has no result.
        state: the verdict of the conditions.
        blocked_by: why it can't be proposed without a reason; empty where it can.
        is_held: one of the blocks is a matter under way (tạm dừng xét).
        is_proposed: it was proposed already and holds its place.
    """

    code: str
    standing: Standing | None
    state: CheckState
    blocked_by: tuple[Reason, ...] = ()
    has_women_priority: bool | None = None
    is_proposed: bool = False
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class ListPlaces:
    """Where the line stands.

    Attributes:
        allowed: how many the quota gives this list, `None` where nothing limits.
        drawn: where the officer put the line; `None` leaves it where the quota has it.
        women_first: equals at the edge are parted by NĐ 152/2025/NĐ-CP Điều 4.6 (P9).
        binds: whether more than `allowed` needs a reason; the whole province's number doesn't.
    """

    allowed: int | None
    drawn: int | None = None
    women_first: bool = False
    binds: bool = True

    @property
    def line(self) -> int | None:
        """How many fit above the line."""
        return self.allowed if self.drawn is None else self.drawn

    @property
    def is_lower(self) -> bool:
        """Whether the officer leaves places of the quota empty."""
        if self.drawn is None:
            return False
        return self.allowed is None or self.drawn < self.allowed


class ListPlace(StrEnum):
    """Where a candidate stands."""

    IN = "in"  # trong chỉ tiêu
    TIED = "tied"  # bằng nhau ở ranh giới, Hội đồng quyết định
    OUT = "out"  # ngoài chỉ tiêu


@dataclass(frozen=True, slots=True)
class ListLine:
    """A candidate with its place and why it is there.

    Attributes:
        rank: its place among all with a result, equals sharing one (1, 2, 2, 4); `None` without.
    """

    candidate: Ranked
    rank: int | None
    place: ListPlace
    why: Reason


@dataclass(frozen=True, slots=True)
class QuotaList:
    """The whole list: who stands above the line, the open equals, the others; each best first.

    Attributes:
        over: how many who are not proposed yet stand within beyond the quota: each needs a reason.
        can_part_equals: women's priority would part equals at the edge.
    """

    lines: tuple[ListLine, ...]
    places: ListPlaces
    over: int
    can_part_equals: bool = False

    @property
    def within(self) -> tuple[ListLine, ...]:
        """Those above the line."""
        return tuple(line for line in self.lines if line.place is ListPlace.IN)

    @property
    def tied(self) -> tuple[ListLine, ...]:
        """Equals at the line."""
        return tuple(line for line in self.lines if line.place is ListPlace.TIED)


def draw_line(
    candidates: Sequence[Ranked], places: ListPlaces, choices: Sequence[ListChoice] = ()
) -> QuotaList:
    """Draw the line through a list.

    What is proposed, then who was taken in by the officer, hold their places first; the best of
    the others get what is left. Equals at the edge stay open: the officer may let women's
    priority part them (NĐ 152/2025/NĐ-CP Điều 4.6), else the council does. Without choices the
    line never holds more than there are places.

    Args:
        candidates: in any order; the outcome does not depend on it.
        places: all places of the list, those of the proposals included.
        choices: the officer's, at most one for each candidate.
    """
    said = {choice.code: choice for choice in choices}
    fixed = {c.code: _fixed(c, said.get(c.code)) for c in candidates}
    held = sum(found is not None and found[0] is ListPlace.IN for found in fixed.values())
    free = None if places.line is None else max(0, places.line - held)
    open_ones = [c for c in candidates if fixed[c.code] is None]
    selection = _select(open_ones, free, women_first=places.women_first)
    chosen = {one.key for one in selection.chosen}
    tied = {one.key for one in selection.tied}
    ranks = _ranks(candidates)
    lines = []
    for one in sorted(candidates, key=_order):
        competed = _competed(one, places, is_in=one.code in chosen, is_tied=one.code in tied)
        place, why = fixed[one.code] or competed
        lines.append(ListLine(one, ranks.get(one.code), place, why))
    lines.sort(key=lambda line: list(ListPlace).index(line.place))
    return QuotaList(
        tuple(lines),
        places,
        _over(lines, places.allowed if places.binds else None),
        can_part_equals=bool(tied) and _parts(open_ones, free, tied),
    )


def _select(open_ones: Sequence[Ranked], free: int | None, *, women_first: bool) -> Selection:
    levels = {standing: level for level, standing in enumerate(_standings(open_ones))}
    contenders = [
        Contender(
            one.code,
            levels[one.standing or ()],
            one.has_women_priority if women_first else None,
        )
        for one in open_ones
    ]
    return select_within_quota(contenders, free)


def _parts(open_ones: Sequence[Ranked], free: int | None, tied: Set[str]) -> bool:
    """Whether women's priority would leave fewer equals open."""
    return len(_select(open_ones, free, women_first=True).tied) < len(tied)


def _standings(candidates: Sequence[Ranked]) -> list[Standing]:
    return sorted({one.standing or () for one in candidates})


def _ranks(candidates: Sequence[Ranked]) -> dict[str, int]:
    best_first = sorted(filter(None, (one.standing for one in candidates)), reverse=True)
    places: dict[Standing, int] = {}
    for place, standing in enumerate(best_first, start=1):
        places.setdefault(standing, place)
    return {one.code: places[one.standing] for one in candidates if one.standing}


def _over(lines: Sequence[ListLine], allowed: int | None) -> int:
    """How many newcomers have no place of the quota left."""
    if allowed is None:
        return 0
    within = [line.candidate for line in lines if line.place is ListPlace.IN]
    new = sum(not one.is_proposed for one in within)
    return max(0, new - max(0, allowed - (len(within) - new)))


def _order(candidate: Ranked) -> tuple[bool, tuple[int, ...], str]:
    """Best first, who has no result last."""
    standing = candidate.standing
    return standing is None, tuple(-one for one in standing or ()), candidate.code


def _fixed(candidate: Ranked, said: ListChoice | None) -> tuple[ListPlace, Reason] | None:
    """The place that the order does not touch; `None` for who competes."""
    if candidate.is_proposed:
        return ListPlace.IN, Reason("list_proposed")
    if said is not None:
        is_in = said.choice is ListChoiceKind.TAKEN_IN
        place = ListPlace.IN if is_in else ListPlace.OUT
        return place, Reason(f"list_{said.choice}", {"reason": said.reason})
    if candidate.blocked_by:
        return ListPlace.OUT, Reason("list_held" if candidate.is_held else "list_blocked")
    if candidate.standing is None:
        return ListPlace.OUT, Reason("list_without_result")
    return None


def _competed(
    candidate: Ranked, places: ListPlaces, *, is_in: bool, is_tied: bool
) -> tuple[ListPlace, Reason]:
    if is_in:
        known = candidate.state is CheckState.PASS
        return ListPlace.IN, Reason("list_within" if known else "list_within_unknown")
    if is_tied:
        return ListPlace.TIED, Reason("list_tied")
    return ListPlace.OUT, Reason("list_below_drawn" if places.is_lower else "list_beyond")
