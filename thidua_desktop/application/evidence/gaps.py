"""Đơn vị thiếu minh chứng: where points are claimed on evidence that nobody can open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.cycles.unit_criteria import UnitCriteria
from thidua_desktop.application.evidence.linking import attached_by_criterion
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.self_reports import SelfReport
from thidua_desktop.domain.units import Unit


class GapKind(StrEnum):
    """Why evidence is missed; the first is the graver."""

    DEMANDED = "demanded"
    """Points are claimed for a criterion that counts with evidence only; none is even named."""

    NAMED = "named"
    """The unit names its evidence, but no file is attached."""


@dataclass(frozen=True, slots=True)
class EvidenceGap:
    """One criterion of one unit without a file.

    Attributes:
        points: what the unit gave itself, ×100.
        named: the evidence in the unit's words.
        is_demanded: whether the criterion counts with evidence only.
    """

    unit: str
    name: str
    criterion: str
    text: str
    points: int | None
    named: str
    kind: GapKind
    is_demanded: bool


def evidence_gaps(desk: Desk, cycle_id: str) -> tuple[EvidenceGap, ...]:
    """The gaps of the units that sent their form, in the order of units and criteria.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        criteria = UnitCriteria(books, desk, cycle_id)
        units = reporting_units(books, plan_of(books, desk.plans), cycle)
        reports = books.collecting.reports(cycle_id)
        attached = set(attached_by_criterion(books.evidence.of_cycle(cycle_id)))
    return tuple(
        gap
        for unit in units
        if unit.code in reports
        for gap in _gaps(unit, reports[unit.code], criteria.of_group(unit.group))
        if (gap.unit, gap.criterion) not in attached
    )


def _gaps(unit: Unit, report: SelfReport, criteria: CriteriaSet) -> Iterator[EvidenceGap]:
    """As if nothing were attached."""
    for criterion in criteria.criteria:
        line = report.line(criterion.code)
        is_demanded = criterion.requires_evidence and bool(line.points)
        if line.has_evidence or is_demanded:
            yield EvidenceGap(
                unit.code,
                unit.name,
                criterion.code,
                criterion.text,
                line.points,
                line.evidence,
                GapKind.NAMED if line.has_evidence else GapKind.DEMANDED,
                is_demanded,
            )
