"""Điểm số cần xem lại of a cycle: jumps, units that overrate themselves, close calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from thidua_desktop.application.awarding.candidates import AwardScene
from thidua_desktop.application.awarding.listing import ListOffered, draft_in
from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.last_year import LastYear, PastUnit
from thidua_desktop.application.results.ranked_units import RankedGroup, RankedUnit, Ranking
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.findings.finding import (
    FigureChange,
    Finding,
    FindingKey,
    FindingKind,
    largest_first,
)
from thidua_desktop.domain.findings.jumps import (
    TwoOpinions,
    TwoYears,
    criterion_jump,
    overrated,
    total_jump,
)
from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.domain.findings.near_ties import (
    NearTie,
    PlacedUnit,
    near_classes,
    near_line,
    near_top,
)
from thidua_desktop.domain.reasons import Value
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.scoring.policy import ScoringPolicy
from thidua_desktop.domain.self_reports import Appraisal, SelfReport


class UnitFigures:
    """One unit's points of this year and of last year."""

    def __init__(
        self,
        place: RankedUnit,
        criteria: CriteriaSet,
        report: SelfReport,
        given: Mapping[str, Appraisal],
    ) -> None:
        self._place = place
        self._criteria = criteria
        self._report = report
        self._given = given

    def findings(self, past: LastYear, limits: FindingLimits) -> Iterator[Finding]:
        """Everything about this unit alone."""
        before = past.units.get(self._place.unit.code)
        if past.cycle is not None and before is not None and before.report is not None:
            yield from self._jumps(past.cycle.year, before, limits)
        opinions = tuple(self._opinions())
        why = overrated(opinions, limits)
        if why is not None:
            lowered = (FigureChange(one.criterion, one.own, one.appraised) for one in opinions)
            key = FindingKey(self._place.unit.code, FindingKind.OVERRATED)
            yield Finding(key, why, changes=largest_first(lowered))

    def _jumps(self, year: int, past: PastUnit, limits: FindingLimits) -> Iterator[Finding]:
        unit = self._place.unit.code
        by_criterion = self._two_years(year, past)
        if past.place is not None and past.place.rank is not None:
            totals = TwoYears(
                year,
                past.place.total,
                past.standard_total,
                self._place.total,
                self._criteria.standard_total,
            )
            why = total_jump(totals, limits)
            if why is not None:
                changes = (
                    FigureChange(code, one.comparable, one.now)
                    for code, one in by_criterion.items()
                )
                key = FindingKey(unit, FindingKind.JUMP)
                yield Finding(key, why, changes=largest_first(changes))
        for code, figures in by_criterion.items():
            why = criterion_jump(figures, limits)
            if why is not None:
                yield Finding(FindingKey(unit, FindingKind.JUMP, code), why)

    def _two_years(self, year: int, past: PastUnit) -> dict[str, TwoYears]:
        """The criteria that stand in both years."""
        return {
            criterion.code: TwoYears(
                year,
                line.final or 0,
                line.criterion.max_points,
                self._points(criterion),
                criterion.max_points,
            )
            for criterion in self._criteria.of_role(Role.STANDARD)
            if (line := past.lines.get(criterion.code)) is not None
        }

    def _points(self, criterion: Criterion) -> int:
        """What counts by now: the council's or the office's points, else the unit's own."""
        given = self._given.get(criterion.code)
        return given.final if given else self._report.line(criterion.code).points or 0

    def _opinions(self) -> Iterator[TwoOpinions]:
        for criterion in self._criteria.criteria:
            given = self._given.get(criterion.code)
            if given is not None and criterion.role is not Role.PENALTY:
                own = self._report.line(criterion.code).points or 0
                yield TwoOpinions(criterion.code, own, given.points)


def close_in_groups(
    ranking: Ranking, policy: ScoringPolicy, limits: FindingLimits
) -> Iterator[Finding]:
    """Who is close to the first of the group or khối thi đua, or to the edge of a class.

    Two units that are close in their group are not told again for their khối.
    """
    told = set()
    for group in ranking.groups:
        for tie in near_top(_placed(group), limits):
            told.add((tie.unit, tie.other))
            yield _close(tie, "top", _first_of(group, tie))
        for tie in near_classes(_placed(group), policy.bands, limits):
            yield _close(tie, tie.band.value if tie.band else "", {})
    for cluster in ranking.clusters:
        for tie in near_top(_placed(cluster), limits):
            if (tie.unit, tie.other) not in told:
                yield _close(tie, "cluster_top", _first_of(cluster, tie))


def _placed(group: RankedGroup) -> list[PlacedUnit]:
    return [
        PlacedUnit(row.unit.code, row.rank, row.total) for row in group.rows if row.rank is not None
    ]


def _first_of(group: RankedGroup, tie: NearTie) -> dict[str, Value]:
    names = {row.unit.code: row.unit.name for row in group.rows}
    return {"other": names[tie.other], "group": group.name}


def close_to_lines(
    books: Books, desk: Desk, cycle: Cycle, lists: Iterable[ListOffered], limits: FindingLimits
) -> Iterator[Finding]:
    """Who is close to the quota line of a list of units."""
    scene = AwardScene(books, desk, cycle)
    for offered in lists:
        if offered.subjects[0].is_person:
            continue
        draft = draft_in(scene, offered.order.award, offered.order.subject)
        names = {row.code: row.name for row in draft.rows}
        for tie in near_line(draft.result, limits):
            data: dict[str, Value] = {"other": names[tie.other], "award": draft.form.name}
            yield _close(tie, draft.form.code, data)


def _close(tie: NearTie, about: str, data: Mapping[str, Value]) -> Finding:
    why = replace(tie.reason, data={**tie.reason.data, **data})
    return Finding(FindingKey(tie.unit, FindingKind.NEAR_TIE, about=about), why, other=tie.other)
