"""Đơn vị qua thời gian: a unit's line through renames, mergers and splits.

Points and awards stay with the unit that earned them; its successors find them along the line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class UnitEventKind(StrEnum):
    """What happened to units."""

    RENAMED = "renamed"  # đổi tên
    MERGED = "merged"  # sáp nhập, hợp nhất
    SPLIT = "split"  # chia, tách
    ENDED = "ended"  # giải thể


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit under the name that it bore then."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class UnitEvent:
    """One change: from `on` the units of `after` stand where those of `before` stood.

    A unit on both sides goes on, perhaps under another name.

    Attributes:
        document: số, ngày of the paper that it rests on; empty where it is not known.
    """

    id: int
    kind: UnitEventKind
    on: dt.date
    before: tuple[NamedUnit, ...]
    after: tuple[NamedUnit, ...]
    document: str = ""

    def concerns(self, code: str) -> bool:
        """Whether the unit takes part."""
        return any(part.code == code for part in (*self.before, *self.after))


def predecessors(code: str, events: Iterable[UnitEvent]) -> tuple[str, ...]:
    """The units whose past is this unit's past, the nearest first; without itself."""
    steps = tuple(events)
    return _walk(code, lambda one: _neighbours(one, steps, is_back=True))


def successors(code: str, events: Iterable[UnitEvent]) -> tuple[str, ...]:
    """The units that carry this unit's past on, the nearest first; without itself."""
    steps = tuple(events)
    return _walk(code, lambda one: _neighbours(one, steps, is_back=False))


def line_of(code: str, events: Iterable[UnitEvent]) -> frozenset[str]:
    """The unit with all that it came from and all that came from it; no sister units."""
    steps = tuple(events)
    return frozenset({code, *predecessors(code, steps), *successors(code, steps)})


def past_names(unit: NamedUnit, events: Iterable[UnitEvent]) -> tuple[str, ...]:
    """Every other name that the unit or one it came from bore, the newest first."""
    steps = sorted(events, key=_order, reverse=True)
    line = {unit.code, *predecessors(unit.code, steps)}
    names = (part.name for event in steps for part in event.before if part.code in line)
    return tuple(dict.fromkeys(name for name in names if name != unit.name))


def heir_of(code: str, known: Iterable[str], events: Sequence[UnitEvent]) -> str | None:
    """Whose figures of an earlier year stand beside this unit's: its own, or its one forebear's.

    Of a merger of several with figures nobody's are its own: they would have to be added up or
    averaged, and neither can be explained.

    Args:
        code: the unit of today.
        known: the units that have figures of that year.
        events: all changes of units.
    """
    with_figures = set(known)
    if code in with_figures:
        return code
    found = [one for one in predecessors(code, events) if one in with_figures]
    return found[0] if len(found) == 1 else None


def _order(event: UnitEvent) -> tuple[dt.date, int]:
    return event.on, event.id


def _neighbours(code: str, events: Sequence[UnitEvent], *, is_back: bool) -> list[str]:
    found: list[str] = []
    for event in events:
        here, there = (event.after, event.before) if is_back else (event.before, event.after)
        if any(part.code == code for part in here):
            found += [part.code for part in there]
    return found


def _walk(start: str, neighbours: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Everything that can be reached, the nearest first."""
    found: dict[str, None] = {}
    front = [start]
    while front:
        front = [
            after
            for one in front
            for after in dict.fromkeys(neighbours(one))
            if after != start and after not in found
        ]
        found.update(dict.fromkeys(front))
    return tuple(found)
