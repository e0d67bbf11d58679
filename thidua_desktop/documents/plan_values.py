"""A plan as the values of a plan file: what `plan_schema` reads, the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from thidua_desktop.domain.plan import (
    Audience,
    ContentArea,
    LadderStep,
    Plan,
    QuotaRule,
    ReportDuty,
    Stage,
    UnitGroup,
)
from thidua_desktop.domain.scoring.criterion import Criterion, Method, Role
from thidua_desktop.domain.vietnamese.folding import fold

Values = dict[str, object]


def plan_values(plan: Plan, words: Mapping[str, str] | None = None) -> Values:
    """The values of a plan file that reads as this plan.

    Args:
        plan: the plan.
        words: keywords as people wrote them, by the folded ones that the plan keeps.
    """
    return _told(_head(plan) | _lists(plan, words or {}))


def _head(plan: Plan) -> Values:
    return {
        "title": plan.title,
        "movement": plan.movement,
        "number": plan.number,
        "issued_on": plan.issued_on,
        "first_year": plan.first_year,
        "last_year": plan.last_year,
        "source": plan.source,
        "points_note": plan.points_note,
        "award_standard": plan.award_standard,
        "recipients": list(plan.recipients),
        "commune": {
            "kind": plan.commune.kind.value,
            "name": plan.commune.name,
            "province": plan.commune.province,
            "place_in_date": plan.commune.place_in_date,
            "hamlet_word": plan.commune.hamlet_word,
            "department": plan.commune.department,
        },
        "signature": {
            "authority": list(plan.signature.authority),
            "filing": plan.signature.filing,
        },
    }


def _lists(plan: Plan, words: Mapping[str, str]) -> Values:
    return {
        "legal_bases": [{"short": one.short, "citation": one.citation} for one in plan.legal_bases],
        "content_areas": [_area(one) for one in plan.content_areas],
        "audiences": [_audience(one) for one in plan.audiences],
        "groups": [_group(one, words) for one in plan.groups],
        "stages": [_stage(one) for one in plan.stages],
        "reports": [_report(one) for one in plan.reports],
        "ladder": [_step(one) for one in plan.ladder],
        "quotas": [_quota(one) for one in plan.quotas],
        "duties": [
            {"kind": one.kind, "holder": one.holder, "text": one.text} for one in plan.duties
        ],
    }


def _area(one: ContentArea) -> Values:
    return _told({"code": one.code, "label": one.label, "short": one.short, "text": one.text})


def _stage(one: Stage) -> Values:
    return {
        "code": one.code,
        "name": one.name,
        "from_year": one.from_year,
        "to_year": one.to_year,
        "review": one.review.value,
        "review_year": one.review_year,
        "text": one.text,
    }


def _step(one: LadderStep) -> Values:
    occasions = [kind.value for kind in one.occasions]
    return {"award": one.award, "text": one.text, "occasions": occasions}


def keywords_as_written(values: Mapping[str, object]) -> dict[str, str]:
    """The keywords of a plan file by the folded ones."""
    groups = values.get("groups")
    written = [
        word
        for group in (groups if isinstance(groups, list) else [])
        for word in (group.get("keywords", []) if isinstance(group, dict) else [])
    ]
    return {fold(word): word for word in written if isinstance(word, str)}


def _told(values: Values) -> Values:
    """Without what is empty: a file leaves it out."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _audience(audience: Audience) -> Values:
    return _told(
        {
            "code": audience.code,
            "label": audience.label,
            "name": audience.name,
            "subject": audience.subject.value,
            "basis": audience.basis.value,
            "note": audience.note,
            "bonus_cap": _points(audience.criteria.bonus_cap),
            "penalty_cap": _points(audience.criteria.penalty_cap),
            "criteria": [_criterion(one) for one in audience.criteria.criteria],
        }
    )


def _criterion(one: Criterion) -> Values:
    return _told(
        {
            "code": one.code,
            "role": one.role.value if one.role is not Role.STANDARD else "",
            "max_points": _points(one.max_points),
            "content_area": one.content_area,
            "method": one.method.value if one.method is not Method.MANUAL else "",
            **_params(one),
            "requires_evidence": one.requires_evidence or None,
            "text": one.text,
        }
    )


def _params(one: Criterion) -> Values:
    found: Values = {}
    for key, value in one.params.items():
        if isinstance(value, int):
            found[key] = _points(value) if key == "points_each" else value
        else:
            of_percent = key == "steps"
            found[key] = [
                [_points(first) if of_percent else first, _points(given)] for first, given in value
            ]
    return found


def _group(group: UnitGroup, words: Mapping[str, str]) -> Values:
    return _told(
        {
            "code": group.code,
            "name": group.name,
            "audience": group.audience,
            "basis": group.basis.value,
            "note": group.note,
            "subject": group.subject.value,
            "keywords": [words.get(keyword, keyword) for keyword in group.keywords],
        }
    )


def _report(one: ReportDuty) -> Values:
    return _told(
        {
            "sender": one.sender,
            "kind": one.kind.value,
            "recipient": one.recipient,
            "via": one.via,
            "due_day": one.due_day,
            "due_month": one.due_month,
            "text": one.text,
        }
    )


def _quota(one: QuotaRule) -> Values:
    return _told(
        {
            "kind": one.kind.value,
            "award": one.award,
            "subject": one.subject.value,
            "maximum": one.maximum,
            "formula": one.formula.value,
            "shared_with": [kind.value for kind in one.shared_with],
            "scope": one.scope,
            "text": one.text,
        }
    )


def _points(value: int) -> int | Decimal:
    """Points as a file has them: 2500 → 25, 250 → 2.5."""
    return value // 100 if value % 100 == 0 else Decimal(value) / 100
