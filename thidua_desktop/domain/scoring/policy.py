"""Quy chế chấm điểm: the office's own rules for lateness, ties and xếp loại.

The law sets no scoring rules for a commune's movement. What ships is the published practice of
Cần Thơ (Quyết định 2579/QĐ-UBND of 21/11/2025) with a proposal for lateness; all of it is data
that the office may change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from thidua_desktop.domain.kinds import Basis
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Role


class Classification(StrEnum):
    """Xếp loại, from the best to the lowest."""

    EXCELLENT = "excellent"  # hoàn thành xuất sắc
    GOOD = "good"  # hoàn thành tốt
    COMPLETED = "completed"  # hoàn thành
    NOT_COMPLETED = "not_completed"  # không hoàn thành

    def is_at_least(self, other: Classification) -> bool:
        """Whether it is as good as the other, or better."""
        return _STEPS_DOWN[self] <= _STEPS_DOWN[other]

    def at_most(self, highest: Classification) -> Classification:
        """Itself, brought down to `highest` where it lies above (hạ bậc)."""
        return highest if self.is_at_least(highest) else self


# The values are words, so their own order (`<`) would be that of the alphabet.
_STEPS_DOWN = {classification: step for step, classification in enumerate(Classification)}


class Violation(StrEnum):
    """What brings a unit's class down, however many points it has (QĐ 2579/QĐ-UBND Cần Thơ)."""

    LEADER_REPRIMANDED = "leader_reprimanded"  # lãnh đạo bị khiển trách
    LEADER_WARNED = "leader_warned"  # lãnh đạo bị cảnh cáo
    LEADER_DISMISSED = "leader_dismissed"  # lãnh đạo bị cách chức trở lên
    CORRUPTION = "corruption"  # tham nhũng
    SERIOUS_DISUNITY = "serious_disunity"  # mất đoàn kết nội bộ nghiêm trọng
    CRIMINAL_HANDLING = "criminal_handling"  # có người bị xử lý hình sự
    NO_SELF_SCORE = "no_self_score"  # không tự chấm điểm


class Band(NamedTuple):
    """One class with the points it takes.

    Attributes:
        code: the class.
        min_points: the least total ×100.
        needs_no_zero: whether one standard criterion at 0 keeps a unit out.
    """

    code: Classification
    min_points: int
    needs_no_zero: bool


class Cap(NamedTuple):
    """Hạ bậc: the highest class that remains with a violation."""

    violation: Violation
    highest: Classification


@dataclass(frozen=True, slots=True)
class LatePenalty:
    """Điểm trừ nộp chậm: points ×100 for each day after the due day, up to a cap."""

    points_per_day: int
    cap: int

    def points(self, days: int) -> int:
        """What this many days take off."""
        return max(0, min(days * self.points_per_day, self.cap))


CAN_THO_BANDS = (
    Band(Classification.EXCELLENT, 95_00, needs_no_zero=True),
    Band(Classification.GOOD, 85_00, needs_no_zero=True),
    Band(Classification.COMPLETED, 75_00, needs_no_zero=False),
)

CAN_THO_CAPS = (
    Cap(Violation.LEADER_REPRIMANDED, Classification.GOOD),
    Cap(Violation.LEADER_WARNED, Classification.COMPLETED),
    Cap(Violation.LEADER_DISMISSED, Classification.NOT_COMPLETED),
    Cap(Violation.CORRUPTION, Classification.NOT_COMPLETED),
    Cap(Violation.SERIOUS_DISUNITY, Classification.NOT_COMPLETED),
    Cap(Violation.CRIMINAL_HANDLING, Classification.NOT_COMPLETED),
    Cap(Violation.NO_SELF_SCORE, Classification.NOT_COMPLETED),
)

PROPOSED_LATE_PENALTY = LatePenalty(points_per_day=50, cap=3_00)


@dataclass(frozen=True, slots=True)
class ScoringPolicy:
    """Everything that turns points into a class and a place, besides the points.

    Attributes:
        bands: the classes from the best down; below all of them lies «không hoàn thành».
        caps: the violations that count, each with the highest class it leaves.
        late: what lateness takes off.
        tie_order: codes of the criteria that part units with equal totals, first things first.
        basis: `PROPOSAL` until the office has adopted the rules in a document of its own.
        source: where the rules come from, in the words that papers print.
    """

    bands: tuple[Band, ...] = CAN_THO_BANDS
    caps: tuple[Cap, ...] = CAN_THO_CAPS
    late: LatePenalty = PROPOSED_LATE_PENALTY
    tie_order: tuple[str, ...] = ()
    basis: Basis = Basis.PROPOSAL
    source: str = (
        "Đề xuất, tham khảo Quyết định số 2579/QĐ-UBND ngày 21/11/2025 của UBND thành phố Cần Thơ"
    )

    def tie_positions(self, criteria: CriteriaSet) -> tuple[int, ...]:
        """Where the tie criteria stand among the standard ones; codes of no such are skipped."""
        places = {item.code: place for place, item in enumerate(criteria.of_role(Role.STANDARD))}
        return tuple(places[code] for code in self.tie_order if code in places)

    def by_points(self, total: int, standard: tuple[int, ...]) -> Classification:
        """The class that a total reaches with these standard points, before any violation."""
        for code, min_points, needs_no_zero in self.bands:
            if total >= min_points and (not needs_no_zero or all(standard)):
                return code
        return Classification.NOT_COMPLETED

    def highest_with(self, violations: tuple[Violation, ...]) -> Classification:
        """The highest class that remains with these violations."""
        highest = Classification.EXCELLENT
        for cap in self.caps:
            if cap.violation in violations:
                highest = highest.at_most(cap.highest)
        return highest


DEFAULT_POLICY = ScoringPolicy()


def check_policy(policy: ScoringPolicy) -> tuple[Issue, ...]:
    """What is wrong with a policy that an office typed in; empty when it is sound."""
    issues = []
    if not policy.bands:
        issues.append(Issue("policy_bands_missing"))
    for upper, lower in pairwise(policy.bands):
        if upper.min_points <= lower.min_points or lower.code.is_at_least(upper.code):
            data = {"upper": upper.min_points, "lower": lower.min_points}
            issues.append(Issue("policy_bands_not_falling", data=data))
    if any(band.code is Classification.NOT_COMPLETED for band in policy.bands):
        issues.append(Issue("policy_band_for_not_completed"))
    if policy.late.points_per_day < 0 or policy.late.cap < 0:
        issues.append(Issue("policy_late_negative"))
    return tuple(issues)
