"""Xếp hạng as a result: units in their places, each with everything that made its place."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.units import Unit


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """One unit's place, with everything that made it.

    Attributes:
        rank: `None` for a unit without a report.
        self_points: its own total ×100, `None` without a report.
        appraised: the total by the office's points, `None` while nothing was appraised.
        council: the total with the council's figures, `None` where it gave none.
        pending: lines still to be appraised.
        why: the steps that made total, class and rank.
    """

    rank: int | None
    unit: Unit
    self_points: int | None
    appraised: int | None
    total: int
    classification: Classification
    tied: bool
    pending: int
    why: tuple[Reason, ...]
    council: int | None = None


@dataclass(frozen=True, slots=True)
class RankedGroup:
    """The units that are ranked against each other: one nhóm đơn vị or one khối thi đua."""

    code: str
    name: str
    rows: tuple[RankedUnit, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The ranking of a cycle, by group and by khối thi đua.

    Attributes:
        groups: every unit once, in its nhóm.
        clusters: units once more, in their khối; not every unit has one.
    """

    cycle: Cycle
    groups: tuple[RankedGroup, ...]
    clusters: tuple[RankedGroup, ...]

    @property
    def rows(self) -> tuple[RankedUnit, ...]:
        """Every unit once, group by group, each in its place there."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def is_final(self) -> bool:
        """Whether no line is still to be appraised."""
        return all(row.pending == 0 for row in self.rows)

    def by_unit(self) -> dict[str, RankedUnit]:
        """The row of each unit in its group."""
        return {row.unit.code: row for row in self.rows}

    def find(self, unit: str) -> RankedUnit | None:
        """The row of a unit in its group, `None` where it is not ranked."""
        return next((row for row in self.rows if row.unit.code == unit), None)
