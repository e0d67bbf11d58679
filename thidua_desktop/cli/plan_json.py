"""A plan as machines and people get it."""

from __future__ import annotations

from typing import Any

from thidua_desktop.application.naming import commune_title
from thidua_desktop.cli.answers import date_json, points_json
from thidua_desktop.domain.plan import Audience, Plan, QuotaRule
from thidua_desktop.domain.vietnamese.numerals import points_text


def plan_json(plan: Plan) -> dict[str, Any]:
    """Everything that a plan says."""
    return plan_head(plan) | {
        "movement": plan.movement,
        "source": plan.source,
        "points_note": plan.points_note,
        "award_standard": plan.award_standard,
        "legal_bases": [basis.citation for basis in plan.legal_bases],
        "content_areas": [
            {"code": area.code, "label": area.label, "text": area.text}
            for area in plan.content_areas
        ],
        "audiences": [_audience(audience) for audience in plan.audiences],
        "groups": _groups(plan),
        "stages": _stages(plan),
        "reports": _reports(plan),
        "ladder": [{"award": step.award, "text": step.text} for step in plan.ladder],
        "quotas": [quota_json(quota) for quota in plan.quotas],
        "duties": [
            {"kind": duty.kind, "holder": duty.holder, "text": duty.text} for duty in plan.duties
        ],
        "recipients": list(plan.recipients),
    }


def plan_head(plan: Plan) -> dict[str, Any]:
    """What tells a plan from the others."""
    return {
        "slug": plan.slug,
        "commune": commune_title(plan.commune),
        "province": plan.commune.province,
        "title": plan.title,
        "issued": date_json(plan.issued_on),
        "years": [plan.first_year, plan.last_year],
    }


def _audience(audience: Audience) -> dict[str, Any]:
    return {
        "code": audience.code,
        "label": audience.label,
        "name": audience.name,
        "subject": audience.subject.value,
        "basis": audience.basis.value,
        "note": audience.note,
        "criteria": [
            {
                "code": criterion.code,
                "text": criterion.text,
                "max": points_json(criterion.max_points),
                "role": criterion.role.value,
                "content_area": criterion.content_area,
            }
            for criterion in audience.criteria.criteria
        ],
    }


def _groups(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "code": group.code,
            "name": group.name,
            "audience": group.audience,
            "basis": group.basis.value,
            "note": group.note,
        }
        for group in plan.groups
    ]


def _stages(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "name": stage.name,
            "from": stage.from_year,
            "to": stage.to_year,
            "review": stage.review.value,
            "review_year": stage.review_year,
        }
        for stage in plan.stages
    ]


def _reports(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "sender": duty.sender,
            "kind": duty.kind.value,
            "recipient": duty.recipient,
            "due": f"{duty.due_day:02d}/{duty.due_month:02d}" if duty.due_day else None,
            "text": duty.text,
        }
        for duty in plan.reports
    ]


def quota_json(quota: QuotaRule) -> dict[str, Any]:
    """A quota line."""
    return {
        "kind": quota.kind.value,
        "award": quota.award,
        "subject": quota.subject.value,
        "max": quota.maximum,
        "formula": quota.formula.value,
        "shared_with": [subject.value for subject in quota.shared_with],
        "scope": quota.scope,
    }


def plan_lines(plan: Plan) -> list[str]:
    """A plan's criteria with our points, as people read them."""
    lines = [plan.title, f"{commune_title(plan.commune)}, {plan.commune.province}", ""]
    for audience in plan.audiences:
        lines.append(f"{audience.label} {audience.name}")
        for criterion in audience.criteria.criteria:
            maximum = points_text(criterion.max_points)
            lines.append(f"  {criterion.code:<8} {maximum:>5} điểm  {criterion.text}")
    return [*lines, "", plan.points_note]
