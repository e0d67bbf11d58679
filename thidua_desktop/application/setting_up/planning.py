"""Kế hoạch: the plan in force with the office's own edits, and editing its points and quotas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk, PlanLibrary
from thidua_desktop.application.records import Office
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import Commune, Plan, QuotaRule
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Method
from thidua_desktop.domain.scoring.methods import check_criterion

WHOLE = 100
"""Percent."""
STANDARD_TOTAL = 100_00
"""What the standard criteria of one audience share, ×100."""
_MOST_POINTS = 1_000_00
"""No plan gives so many to one criterion; more is a slip of the finger."""


def plan_in_force(desk: Desk) -> Plan:
    """The adopted plan with the office's criteria, points and quotas."""
    with desk.store.read() as books:
        return plan_of(books, desk.plans)


def plan_of(books: Books, plans: PlanLibrary) -> Plan:
    """As `plan_in_force`, within a reading or operation under way."""
    adopted = plans.parse(books.plans.source(), books.plans.slug())
    working = books.plans.criteria_sets(None)
    office = books.office
    return replace(
        adopted,
        commune=commune_of(adopted.commune, office),
        movement=office.movement or adopted.movement,
        signature=replace(adopted.signature, filing=office.filing or adopted.signature.filing),
        audiences=tuple(
            replace(audience, criteria=working.get(audience.code, audience.criteria))
            for audience in adopted.audiences
        ),
        groups=books.plans.groups(),
        quotas=books.plans.quotas(),
    )


def commune_of(planned: Commune, office: Office) -> Commune:
    """The commune that papers name: the plan's, or the one that works with a copy of it."""
    return replace(
        planned,
        kind=office.commune_kind or planned.kind,
        name=office.commune_name or planned.name,
        province=office.province or planned.province,
        place_in_date=office.place_in_date or office.commune_name or planned.place_in_date,
        hamlet_word=office.hamlet_word or planned.hamlet_word,
    )


def set_points(desk: Desk, audience: str, points: Mapping[str, int]) -> CriteriaSet:
    """Give criteria of an audience other points, for the cycles opened from now on.

    `points` holds the new maximum ×100 by criterion code; the others stay.

    Raises:
        NotFound: no such audience or criterion.
        InputError: a criterion can't be judged by such a maximum: it is 0 or below, or lower than
            a step of its own.
        RuleViolation: the standard criteria would no longer share 100 points.
    """
    with desk.store.read() as books:
        current = books.plans.criteria_sets(None).get(audience)
        plan = plan_of(books, desk.plans)
    if current is None:
        raise NotFound("audience_unknown", key=audience)
    for code in points:
        if current.find(code) is None:
            raise NotFound("criterion_unknown", key=code)
    edited = replace(
        current,
        criteria=tuple(
            replace(criterion, max_points=points.get(criterion.code, criterion.max_points))
            for criterion in current.criteria
        ),
    )
    changed = [criterion for criterion in edited.criteria if criterion.code in points]
    issues = [issue for criterion in changed for issue in check_criterion(criterion)]
    issues += [
        Issue("criterion_points_beyond", data={"criterion": one.code, "most": _MOST_POINTS})
        for one in changed
        if one.max_points > _MOST_POINTS
    ]
    if issues:
        raise InputError("maximum_points_wrong", issues=issues)
    if edited.standard_total != STANDARD_TOTAL:
        raise RuleViolation("points_not_100", total=edited.standard_total)
    with desk.store.write("points_changed", audience=plan.audience(audience).name) as books:
        books.plans.save_criteria_set(edited, None)
    return edited


@dataclass(frozen=True, slots=True)
class ScoringWay:
    """Cách chấm: how the points of a criterion are found, and whether evidence is a gate."""

    method: Method
    params: Mapping[str, int | tuple[tuple[int, int], ...]] = field(default_factory=dict)
    requires_evidence: bool = False


def set_scoring_way(desk: Desk, audience: str, code: str, way: ScoringWay) -> Criterion:
    """Judge a criterion another way, in the cycles opened from now on.

    Raises:
        NotFound: no such audience or criterion.
        InputError: the way can't be used: a figure is missing, a table does not rise or gives
            more than the maximum.
    """
    with desk.store.read() as books:
        current = books.plans.criteria_sets(None).get(audience)
    if current is None:
        raise NotFound("audience_unknown", key=audience)
    known = current.find(code)
    if known is None:
        raise NotFound("criterion_unknown", key=code)
    changed = replace(
        known,
        method=way.method,
        params=way.params,
        requires_evidence=way.requires_evidence,
    )
    issues = check_criterion(changed)
    if issues:
        raise InputError("scoring_way_wrong", issues=issues)
    if changed != known:
        edited = replace(
            current,
            criteria=tuple(changed if one is known else one for one in current.criteria),
        )
        with desk.store.write("scoring_way_changed", criterion=code) as books:
            books.plans.save_criteria_set(edited, None)
    return changed


def save_quotas(desk: Desk, quotas: Sequence[QuotaRule]) -> None:
    """Replace the quota lines.

    Raises:
        InputError: a line stands twice, is below zero or above 100 percent.
    """
    names = award_names(desk)
    issues: list[Issue] = []
    seen: set[tuple[str, str, str]] = set()
    for quota in quotas:
        key = (quota.kind, quota.award, quota.subject)
        award = names.get(quota.award, quota.award)
        if key in seen:
            issues.append(Issue("quota_twice", data={"award": award}))
        if quota.maximum is not None and quota.maximum < 0:
            issues.append(Issue("quota_negative", data={"award": award}))
        if quota.formula is QuotaKind.PERCENT_OF_PARTICIPANTS and (quota.maximum or 0) > WHOLE:
            issues.append(Issue("quota_percent_over", data={"award": award}))
        seen.add(key)
    if issues:
        raise InputError("quotas_wrong", issues=issues)
    with desk.store.write("quotas_changed", count=len(quotas)) as books:
        books.plans.save_quotas(quotas)


def put_quota(desk: Desk, quota: QuotaRule) -> tuple[QuotaRule, ...]:
    """Let a quota line hold, in place of the one for the same occasion, award and subject.

    Raises:
        NotFound: no such award.
        InputError: as `save_quotas`.
    """
    if quota.award not in award_names(desk):
        raise NotFound("award_form_unknown", key=quota.award)
    lines = (*_other_quotas(desk, quota.kind, quota.award, quota.subject), quota)
    save_quotas(desk, lines)
    return lines


def drop_quota(
    desk: Desk, kind: CycleKind, award: str, subject: SubjectKind
) -> tuple[QuotaRule, ...]:
    """Let no number hold for an occasion, award and subject.

    Raises:
        NotFound: there is no such line.
    """
    lines = _other_quotas(desk, kind, award, subject)
    if len(lines) == len(plan_in_force(desk).quotas):
        raise NotFound("quota_line_unknown", award=award_names(desk).get(award, award))
    save_quotas(desk, lines)
    return lines


def _other_quotas(
    desk: Desk, kind: CycleKind, award: str, subject: SubjectKind
) -> tuple[QuotaRule, ...]:
    key = (kind, award, subject)
    return tuple(
        line for line in plan_in_force(desk).quotas if (line.kind, line.award, line.subject) != key
    )
