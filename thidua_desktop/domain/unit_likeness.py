"""Whom a name of a unit may mean beside the one that bears it: an old name, one without marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from thidua_desktop.domain.lineage import UnitEvent, successors
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.folding import fold, match_key


class UnitNameLikeness(Enum):
    """How a name stands to the units that it may mean."""

    FORMER = "former"
    """It was the name of a unit that is called otherwise now, or of one that went into others."""
    UNMARKED = "unmarked"
    """Typed without marks, and one unit is called so with them."""
    MARKED_OTHERWISE = "marked_otherwise"
    """The same letters under other marks: «Thôn Hà» beside «Thôn Hạ», one unit or two."""


@dataclass(frozen=True, slots=True)
class LikeNamed:
    """The units of today that a name may mean, at least one."""

    likeness: UnitNameLikeness
    units: tuple[Unit, ...]


class UnitNames:
    """The names of the units of one day, and those that they and their forebears bore before."""

    def __init__(self, units: Iterable[Unit], events: Sequence[UnitEvent] = ()) -> None:
        """Take the units that exist on the day, and all changes of units."""
        living = {unit.code: unit for unit in units}
        self.by_code = {code: unit.name for code, unit in living.items()}
        """The names of today."""
        self._by_key = {match_key(unit.name): unit for unit in living.values()}
        self._by_letters: dict[str, list[Unit]] = {}
        for unit in living.values():
            self._by_letters.setdefault(fold(unit.name), []).append(unit)
        self._former: dict[str, dict[str, Unit]] = {}
        for event in events:
            for part in event.before:
                heirs = (part.code, *successors(part.code, events))
                found = {code: living[code] for code in heirs if code in living}
                self._former.setdefault(match_key(part.name), {}).update(found)

    def exactly(self, name: str) -> Unit | None:
        """The unit of this name, but for spacing, case and the place of the tone."""
        return self._by_key.get(match_key(name))

    def like(self, name: str) -> LikeNamed | None:
        """Whom a name that no unit bears may mean; `None` where nothing speaks for anybody."""
        former = self._former.get(match_key(name))
        if former:
            return LikeNamed(UnitNameLikeness.FORMER, tuple(former.values()))
        letters = fold(name)
        alike = tuple(self._by_letters.get(letters, ()))
        if not alike:
            return None
        is_unmarked = letters == " ".join(name.lower().split())
        if is_unmarked and len(alike) == 1:
            return LikeNamed(UnitNameLikeness.UNMARKED, alike)
        return LikeNamed(UnitNameLikeness.MARKED_OTHERWISE, alike)
