"""What the registers know of one proposed, as its báo cáo thành tích needs it."""

from __future__ import annotations

from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.papers.achievement_facts import (
    AchievementFacts,
    PastAward,
    ReportedResult,
)
from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.results.ranking import score_lines
from thidua_desktop.domain.scoring.criterion import Role
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.addressing import AddressForm, address_form

_OUTSIDE_COMMITTEE = {"front", "enterprise"}
"""Groups whose members don't stand under the commune's committee: đoàn thể, doanh nghiệp."""

_HAMLETS = "hamlet"
_WITHOUT_SEAL = (AddressForm.HAMLET_HEAD, AddressForm.GROUP_HEAD)
"""A commune's own plan may call its group of hamlets otherwise; their names tell them, too."""


def facts_of(draft: Draft, nominee: Nominee) -> AchievementFacts:
    """The facts; of people only where they belong."""
    unit = _unit(draft, nominee)
    if unit is None:
        return AchievementFacts(nominee, history=_history(draft, nominee))
    is_own = not nominee.proposal.is_person
    row, among = _place(draft, unit) if is_own else (None, 0)
    report = draft.reports.get(unit.code) if is_own else None
    return AchievementFacts(
        nominee=nominee,
        unit_name=nominee.proposal.subject_name if is_own else unit.name,
        unit_head=unit.head,
        is_under_committee=unit.group not in _OUTSIDE_COMMITTEE,
        has_seal=has_seal(unit),
        phone=unit.phone,
        people_total=unit.people_total,
        people_female=unit.people_female,
        rank=row,
        among=among,
        results=_results(draft, unit) if is_own else (),
        highlights=report.highlights if report else "",
        history=_history(draft, nominee),
    )


def has_seal(unit: Unit) -> bool:
    """Whether a unit stamps its papers; hamlets and their groups have no seal."""
    return unit.group != _HAMLETS and address_form(unit.name) not in _WITHOUT_SEAL


def _unit(draft: Draft, nominee: Nominee) -> Unit | None:
    if not nominee.proposal.is_person:
        return draft.units.get(nominee.proposal.subject_code)
    return draft.units.get(nominee.person.unit) if nominee.person else None


def _history(draft: Draft, nominee: Nominee) -> tuple[PastAward, ...]:
    return draft.history.get(nominee.proposal.subject_code, ())


def _place(draft: Draft, unit: Unit) -> tuple[int | None, int]:
    for group in draft.ranking.groups:
        for row in group.rows:
            if row.unit.code == unit.code:
                return row.rank, len(group.rows)
    return None, 0


def _results(draft: Draft, unit: Unit) -> tuple[ReportedResult, ...]:
    report = draft.reports.get(unit.code)
    if report is None:
        return ()
    criteria = draft.criteria[draft.context.plan.group(unit.group).audience]
    lines = score_lines(criteria, report, draft.appraisals.get(unit.code, {}))
    return tuple(
        ReportedResult(
            text=criterion.text,
            maximum=criterion.max_points,
            points=line.given,
            explanation=report.line(criterion.code).explanation,
            evidence=report.line(criterion.code).evidence,
            is_appraised=line.appraised is not None,
        )
        for criterion, line in zip(criteria.criteria, lines, strict=True)
        if criterion.role is Role.STANDARD
    )
