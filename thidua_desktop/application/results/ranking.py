"""Xếp hạng, xếp loại of a cycle: from reports and appraisals to ranked groups with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.cycles.snapshots import frozen_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.kept_ranking import kept_ranking
from thidua_desktop.application.results.ranked_units import RankedGroup, RankedUnit, Ranking
from thidua_desktop.application.setting_up.class_levels import policy_in
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Role
from thidua_desktop.domain.scoring.explanation import explain
from thidua_desktop.domain.scoring.policy import (
    ScoringPolicy,
    Violation,
)
from thidua_desktop.domain.scoring.ranking import RankedRow, rank_group
from thidua_desktop.domain.scoring.score import ScoreLine, UnitFacts, UnitStanding, standing
from thidua_desktop.domain.self_reports import Appraisal, SelfReport
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.collation import sort_key
from thidua_desktop.domain.violations import UnitViolation


def rank_cycle(desk: Desk, cycle_id: str) -> Ranking:
    """Rank the units of a cycle.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        return rank_in(books, desk, books.cycles.get(cycle_id))


def rank_in(books: Books, desk: Desk, cycle: Cycle) -> Ranking:
    """As `rank_cycle`, within a reading or operation under way."""
    frozen = frozen_of(books, cycle)
    if frozen is not None:
        return kept_ranking(frozen, cycle)
    plan = plan_of(books, desk.plans)
    scene = _Scene(
        cycle=cycle,
        units={unit.code: unit for unit in reporting_units(books, plan, cycle)},
        groups={group.code: group for group in plan.groups},
        criteria=books.plans.criteria_sets(cycle.id),
        reports=books.collecting.reports(cycle.id),
        appraisals=by_unit(books.appraisals.of_cycle(cycle.id)),
        violations=_violations_by_unit(books.violations.of_cycle(cycle.id)),
        policy=policy_in(books),
    )
    return Ranking(cycle, scene.by_group(), scene.by_cluster())


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everything that the ranking of one cycle looks at."""

    cycle: Cycle
    units: Mapping[str, Unit]
    groups: Mapping[str, UnitGroup]
    criteria: Mapping[str, CriteriaSet]
    reports: Mapping[str, SelfReport]
    appraisals: Mapping[str, Mapping[str, Appraisal]]
    violations: Mapping[str, tuple[Violation, ...]]
    policy: ScoringPolicy

    def by_group(self) -> tuple[RankedGroup, ...]:
        """One ranking for each group that has units."""
        return tuple(
            RankedGroup(group.code, group.name, self._rank(members, self._criteria_of(members[0])))
            for group in self.groups.values()
            if (members := [unit for unit in self.units.values() if unit.group == group.code])
        )

    def by_cluster(self) -> tuple[RankedGroup, ...]:
        """One ranking for each khối thi đua; its members may have different criteria."""
        names = {unit.cluster for unit in self.units.values() if unit.cluster}
        return tuple(
            RankedGroup(name, name, self._rank(self._members(name), None))
            for name in sorted(names, key=sort_key)
        )

    def _members(self, cluster: str) -> list[Unit]:
        return [unit for unit in self.units.values() if unit.cluster == cluster]

    def _criteria_of(self, unit: Unit) -> CriteriaSet:
        return self.criteria[self.groups[unit.group].audience]

    def _rank(self, members: Iterable[Unit], shared: CriteriaSet | None) -> tuple[RankedUnit, ...]:
        standings = [self._standing(unit) for unit in members]
        positions = self.policy.tie_positions(shared) if shared else ()
        return tuple(self._ranked(row) for row in rank_group(standings, self.policy, positions))

    def _ranked(self, row: RankedRow) -> RankedUnit:
        unit = self.units[row.unit]
        figures = self._figures(unit.code)
        appraised = self._appraised_total(unit, row.standing)
        return RankedUnit(
            rank=row.rank,
            unit=unit,
            self_points=row.standing.self_total,
            appraised=appraised,
            council=_before_lateness(row.standing) if figures else None,
            total=row.total,
            classification=row.classification,
            tied=row.tied,
            pending=row.standing.pending,
            why=(
                *(_told_figures(figures, appraised) if figures else ()),
                *explain(row, self._criteria_of(unit), self.policy),
            ),
        )

    def _figures(self, unit: str) -> tuple[str, ...]:
        """The criteria for which the council gave points of its own."""
        given = self.appraisals.get(unit, {})
        return tuple(code for code, one in given.items() if one.council is not None)

    def _appraised_total(self, unit: Unit, with_council: UnitStanding) -> int | None:
        """Points before lateness and the council, once the office has given any."""
        given = self.appraisals.get(unit.code)
        if not given:
            return None
        if not self._figures(unit.code):
            return _before_lateness(with_council)
        alone = {code: replace(one, council=None) for code, one in given.items()}
        return _before_lateness(self._standing(unit, alone))

    def _standing(self, unit: Unit, given: Mapping[str, Appraisal] | None = None) -> UnitStanding:
        report = self.reports.get(unit.code)
        facts = UnitFacts(
            unit=unit.code,
            late_days=self.cycle.days_late(report.received_on) if report else 0,
            violations=self.violations.get(unit.code, ()),
            has_women_priority=unit.has_women_priority,
            has_report=report is not None,
        )
        criteria = self._criteria_of(unit)
        stands = self.appraisals.get(unit.code, {}) if given is None else given
        return standing(facts, score_lines(criteria, report, stands), criteria)


def _before_lateness(made: UnitStanding) -> int:
    return max(0, sum(made.standard) + made.bonus - made.penalty)


def _told_figures(criteria: tuple[str, ...], appraised: int | None) -> tuple[Reason, ...]:
    return (Reason("rank_council", {"criteria": criteria, "appraised": appraised}),)


def score_lines(
    criteria: CriteriaSet, report: SelfReport | None, appraisals: Mapping[str, Appraisal]
) -> tuple[ScoreLine, ...]:
    """The score sheet of a unit: its own answers beside the office's points."""
    lines = []
    for criterion in criteria.criteria:
        answer = report.line(criterion.code) if report else None
        appraisal = appraisals.get(criterion.code)
        figure = appraisal.council if appraisal else None
        own = answer.points if answer and criterion.role is not Role.PENALTY else None
        lines.append(
            ScoreLine(
                criterion_code=criterion.code,
                self_points=own,
                appraised=appraisal.points if appraisal else None,
                reason=appraisal.reason if appraisal else "",
                council=figure.points if figure else None,
                council_reason=figure.reason if figure else "",
                has_evidence=answer.has_evidence if answer else False,
            )
        )
    return tuple(lines)


def by_unit(appraisals: Iterable[Appraisal]) -> dict[str, dict[str, Appraisal]]:
    """Appraisals by unit and criterion."""
    found: dict[str, dict[str, Appraisal]] = {}
    for appraisal in appraisals:
        found.setdefault(appraisal.unit, {})[appraisal.criterion] = appraisal
    return found


def _violations_by_unit(recorded: Iterable[UnitViolation]) -> dict[str, tuple[Violation, ...]]:
    found: dict[str, tuple[Violation, ...]] = {}
    for one in recorded:
        found[one.unit] = (*found.get(one.unit, ()), one.kind)
    return found
