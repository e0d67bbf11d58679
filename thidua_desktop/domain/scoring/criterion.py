"""Tiêu chí: what is judged, how points are found, and how many at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Method(StrEnum):
    """How the points of a criterion are found (seen in real scoring tables, domain notes 5.4)."""

    MANUAL = "manual"  # entered within 0..max, with a reason
    BINARY = "binary"  # yes gives the maximum, no gives 0
    RATIO = "ratio"  # a / b of the maximum
    STEPS = "steps"  # thresholds of a percentage
    COUNT_CAP = "count_cap"  # so many points a piece, up to the maximum
    LEVEL = "level"  # a level gives its points
    SAMPLE = "sample"  # so many points for each person of a sample who meets it


class Role(StrEnum):
    """Whether a criterion belongs to the 100 standard points or to a pool beside them."""

    STANDARD = "standard"
    BONUS = "bonus"  # điểm thưởng
    PENALTY = "penalty"  # điểm trừ; points are stored as a positive deduction


@dataclass(frozen=True, slots=True)
class Criterion:
    """One tiêu chí of a set.

    Attributes:
        code: its key within the set, shown in the column «Mã».
        text: the plan's own words.
        max_points: the most points ×100.
        content_area: the code of the nội dung that it serves, or empty.
        requires_evidence: a gate – without evidence it counts 0.
        params: integers of the method, such as `{"points_each": 500}`.
    """

    code: str
    text: str
    max_points: int
    method: Method = Method.MANUAL
    role: Role = Role.STANDARD
    content_area: str = ""
    requires_evidence: bool = False
    params: Mapping[str, int | tuple[tuple[int, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """Bộ tiêu chí of one audience: criteria in order, with the caps of the two pools (×100)."""

    audience: str
    criteria: tuple[Criterion, ...]
    bonus_cap: int
    penalty_cap: int

    def of_role(self, role: Role) -> tuple[Criterion, ...]:
        """The criteria that play this role, in order."""
        return tuple(criterion for criterion in self.criteria if criterion.role is role)

    @property
    def standard_total(self) -> int:
        """What the standard criteria share, ×100; 10000 in the shipped plans."""
        return sum(criterion.max_points for criterion in self.of_role(Role.STANDARD))

    def find(self, code: str) -> Criterion | None:
        """The criterion with this code, or `None`."""
        return next((criterion for criterion in self.criteria if criterion.code == code), None)
