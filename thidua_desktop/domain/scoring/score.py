"""Bảng điểm of one unit: its lines, brought down to the few figures that ranking works on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.scoring.methods import is_gated, within
from thidua_desktop.domain.scoring.policy import Violation


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """What stands beside one criterion: the unit's own points and the office's (thẩm định).

    Attributes:
        self_points: tự chấm ×100, `None` where the unit left it empty.
        appraised: thẩm định ×100, `None` until the office has appraised it.
        reason: the office's reason for its points.
        has_evidence: whether any minh chứng is named.
        council: the council's points ×100, `None` where it left the office's.
    """

    criterion_code: str
    self_points: int | None = None
    appraised: int | None = None
    reason: str = ""
    has_evidence: bool = False
    council: int | None = None
    council_reason: str = ""

    @property
    def given(self) -> int | None:
        """What stands for the line: the council's points, else the office's, else its own."""
        if self.council is not None:
            return self.council
        return self.self_points if self.appraised is None else self.appraised


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What ranking needs to know of a unit besides its points.

    Attributes:
        unit: the unit's code.
        late_days: days after the due day.
        has_women_priority: a woman, or a collective with at least 70 % women
            (NĐ 152/2025/NĐ-CP Điều 4.6).
        has_report: whether a self-report was accepted.
    """

    unit: str
    late_days: int = 0
    violations: tuple[Violation, ...] = ()
    has_women_priority: bool = False
    has_report: bool = True


class UnitStanding(NamedTuple):
    """One unit as ranking sees it: a plain tuple, for ten thousand of them cost little.

    Attributes:
        unit: the unit's code; no two standings of a ranking share one.
        standard: effective points ×100 of the standard criteria, in the order of the set.
        bonus: điểm thưởng, already capped.
        penalty: điểm trừ, already capped; a positive number.
        self_total: what the unit gave itself, `None` where it gave nothing.
        pending: lines that the office has not appraised yet.
        bonus_given: the bonus before its cap.
        penalty_given: the penalty before its cap.
    """

    unit: str
    standard: tuple[int, ...]
    bonus: int = 0
    penalty: int = 0
    late_days: int = 0
    violations: tuple[Violation, ...] = ()
    has_women_priority: bool = False
    has_report: bool = True
    self_total: int | None = None
    pending: int = 0
    bonus_given: int = 0
    penalty_given: int = 0


def effective_points(criterion: Criterion, line: ScoreLine) -> int:
    """What a line counts: the council's points, else the office's, else the unit's own, else 0.

    Without the evidence that a criterion requires it counts 0, unless the office gave points
    and wrote down why: the gate holds back claims, it does not overrule the officer.
    """
    has_override = line.appraised is not None and bool(line.reason or line.council_reason)
    if is_gated(criterion, has_evidence=line.has_evidence) and not has_override:
        return 0
    return within(line.given or 0, criterion.max_points)


def explain_line(criterion: Criterion, line: ScoreLine) -> tuple[Reason, ...]:
    """Why a line counts what it counts."""
    maximum = criterion.max_points
    counted = effective_points(criterion, line)
    own = counted if line.council is None else within(line.appraised or 0, maximum)
    data = {"points": own, "maximum": maximum, "self_points": line.self_points}
    reasons = []
    if line.appraised is None:
        reasons.append(Reason("line_self_points", data))
    elif line.appraised == line.self_points:
        reasons.append(Reason("line_appraised_as_claimed", data))
    else:
        reasons.append(Reason("line_appraised", data))
    if line.reason:
        reasons.append(Reason("line_appraisal_reason", {"reason": line.reason}))
    if line.council is not None:
        told = {"points": line.council, "maximum": maximum, "appraised": line.appraised}
        reasons.append(Reason("line_council", told))
    if line.council_reason:
        reasons.append(Reason("line_council_reason", {"reason": line.council_reason}))
    if is_gated(criterion, has_evidence=line.has_evidence):
        code = "line_gate_overridden" if counted else "line_without_evidence"
        reasons.append(Reason(code, data))
    return tuple(reasons)


def standing(facts: UnitFacts, lines: Iterable[ScoreLine], criteria: CriteriaSet) -> UnitStanding:
    """A unit's standing: points by criterion, pools capped, empty lines counted.

    Lines of criteria that the set does not have are ignored; a criterion without a line counts
    as an empty line.
    """
    by_code = {line.criterion_code: line for line in lines}
    sheet = tuple(
        (criterion, by_code.get(criterion.code, ScoreLine(criterion.code)))
        for criterion in criteria.criteria
    )
    bonus = sum(_points(sheet, Role.BONUS))
    penalty = sum(_points(sheet, Role.PENALTY))
    return UnitStanding(
        unit=facts.unit,
        standard=_points(sheet, Role.STANDARD),
        bonus=min(bonus, criteria.bonus_cap),
        penalty=min(penalty, criteria.penalty_cap),
        late_days=facts.late_days,
        violations=facts.violations,
        has_women_priority=facts.has_women_priority,
        has_report=facts.has_report,
        self_total=_self_total(sheet, criteria) if facts.has_report else None,
        pending=_pending(sheet) if facts.has_report else 0,
        bonus_given=bonus,
        penalty_given=penalty,
    )


_Sheet = tuple[tuple[Criterion, ScoreLine], ...]


def _points(sheet: _Sheet, role: Role) -> tuple[int, ...]:
    """What counts of the criteria of one role, in the order of the set."""
    return tuple(
        effective_points(criterion, line) for criterion, line in sheet if criterion.role is role
    )


def _self_total(sheet: _Sheet, criteria: CriteriaSet) -> int | None:
    """The unit's own total, ungated: it is shown beside ours, so it must be what they wrote."""
    if all(line.self_points is None for _, line in sheet):
        return None
    sums = dict.fromkeys(Role, 0)
    for criterion, line in sheet:
        sums[criterion.role] += within(line.self_points or 0, criterion.max_points)
    bonus = min(sums[Role.BONUS], criteria.bonus_cap)
    penalty = min(sums[Role.PENALTY], criteria.penalty_cap)
    return max(0, sums[Role.STANDARD] + bonus - penalty)


def _pending(sheet: _Sheet) -> int:
    """Standard lines without the office's points, and claimed lines of the two pools."""
    return sum(
        line.appraised is None and (criterion.role is Role.STANDARD or bool(line.self_points))
        for criterion, line in sheet
    )
