"""What must agree between the parts of a plan file, once each part has been read.

A part that is faulty in itself is left out here, so that one slip is told once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable

from thidua_desktop.documents.toml_faults import Faults
from thidua_desktop.documents.toml_lines import Place
from thidua_desktop.domain.kinds import QuotaKind
from thidua_desktop.domain.plan import Audience, Plan
from thidua_desktop.domain.scoring.methods import check_criterion

STANDARD_TOTAL = 100_00
PERCENT = 100
FIRST_YEAR_EVER = 2000
LAST_YEAR_EVER = 2100
_SHARING = ("max_points", "role")
_ANY_COMMON_YEAR = 2025
"""A due day comes back every year, so it may not be 29 February."""


def check_plan(plan: Plan, faults: Faults) -> None:
    """Note everything that does not agree."""
    _check_codes(plan, faults)
    _check_references(plan, faults)
    for at, audience in enumerate(plan.audiences):
        _check_criteria(audience, ("audiences", at, "criteria"), faults)
    _check_years(plan, faults)
    _check_due_days(plan, faults)
    for at, quota in enumerate(plan.quotas):
        if quota.maximum is not None and quota.maximum < 0:
            place = ("quotas", at, "maximum")
            faults.tell("plan_quota_negative", place, maximum=quota.maximum)
        is_share = quota.formula is QuotaKind.PERCENT_OF_PARTICIPANTS
        if is_share and quota.maximum is not None and quota.maximum > PERCENT:
            faults.tell("plan_quota_percent", ("quotas", at, "maximum"), maximum=quota.maximum)
        if quota.formula is QuotaKind.ABSOLUTE_COMBINED and not quota.shared_with:
            faults.tell("plan_quota_unshared", ("quotas", at, "formula"))


def _check_codes(plan: Plan, faults: Faults) -> None:
    coded = {
        "content_areas": [area.code for area in plan.content_areas],
        "audiences": [audience.code for audience in plan.audiences],
        "groups": [group.code for group in plan.groups],
        "stages": [stage.code for stage in plan.stages],
    }
    for key, codes in coded.items():
        _tell_twice("plan_code_twice", _places((key,), codes, "code"), faults)
    for at, audience in enumerate(plan.audiences):
        codes = [criterion.code for criterion in audience.criteria.criteria]
        places = _places(("audiences", at, "criteria"), codes, "code")
        _tell_twice("plan_code_twice", places, faults)
    awards = [step.award for step in plan.ladder]
    _tell_twice("plan_award_twice", _places(("ladder",), awards, "award"), faults)
    quotas = [(quota.kind, quota.award, quota.subject) for quota in plan.quotas]
    _tell_twice("plan_quota_twice", _places(("quotas",), quotas), faults)
    keywords = [
        (("groups", at, "keywords"), keyword)
        for at, group in enumerate(plan.groups)
        for keyword in group.keywords
    ]
    _tell_twice("plan_keyword_twice", keywords, faults)


def _places(place: Place, values: Iterable[Hashable], *key: str) -> list[tuple[Place, Hashable]]:
    """Each value with its place in the list at `place`."""
    return [((*place, at, *key), value) for at, value in enumerate(values)]


def _tell_twice(code: str, placed: Iterable[tuple[Place, Hashable]], faults: Faults) -> None:
    first: dict[Hashable, Place] = {}
    for place, value in [pair for pair in placed if not faults.within(pair[0])]:
        if value in first:
            seen = value if isinstance(value, str) else ""
            faults.tell(code, place, seen=seen, first=faults.line(first[value]))
        first.setdefault(value, place)


def _check_references(plan: Plan, faults: Faults) -> None:
    audiences = tuple(audience.code for audience in plan.audiences)
    areas = tuple(area.code for area in plan.content_areas)
    if audiences and all(audiences):
        for at, group in enumerate(plan.groups):
            if group.audience and group.audience not in audiences:
                of_group = ("groups", at, "audience")
                faults.tell("plan_audience_unknown", of_group, seen=group.audience, known=audiences)
    if areas and all(areas):
        for at, audience in enumerate(plan.audiences):
            for position, criterion in enumerate(audience.criteria.criteria):
                area = criterion.content_area
                if area and area not in areas:
                    of_area = ("audiences", at, "criteria", position, "content_area")
                    faults.tell("plan_content_area_unknown", of_area, seen=area, known=areas)


def _check_criteria(audience: Audience, place: Place, faults: Faults) -> None:
    """Each criterion can be scored, and the standard ones share 100 points."""
    criteria = audience.criteria.criteria
    for at, criterion in enumerate(criteria):
        if not faults.within((*place, at)):
            for issue in check_criterion(criterion):
                faults.tell(issue.code, (*place, at), **issue.data)
    unsure = any(
        faults.within((*place, at, key)) for at in range(len(criteria)) for key in _SHARING
    )
    total = audience.criteria.standard_total
    if criteria and not unsure and total != STANDARD_TOTAL:
        faults.tell("plan_points_not_100", place[:-1], name=audience.name, total=total)


def _check_years(plan: Plan, faults: Faults) -> None:
    keys = ("first_year", "last_year")
    if any(faults.within((key,)) for key in keys):
        return
    if not FIRST_YEAR_EVER <= plan.first_year <= plan.last_year <= LAST_YEAR_EVER:
        faults.tell("plan_years_wrong", keys[:1], first=plan.first_year, last=plan.last_year)
        return
    for at, stage in enumerate(plan.stages):
        years = (plan.first_year, stage.from_year, stage.review_year, stage.to_year)
        place = ("stages", at)
        unsure = any(
            faults.within((*place, key)) for key in ("from_year", "to_year", "review_year")
        )
        rising = list(years) == sorted(years) and stage.to_year <= plan.last_year
        if not unsure and not rising:
            faults.tell(
                "plan_stage_years_wrong",
                place,
                name=stage.name,
                first=plan.first_year,
                last=plan.last_year,
            )


def _check_due_days(plan: Plan, faults: Faults) -> None:
    for at, duty in enumerate(plan.reports):
        place = ("reports", at, "due_day")
        if duty.due_day is None or duty.due_month is None:
            continue
        if faults.within(place) or faults.within(("reports", at, "due_month")):
            continue
        try:
            dt.date(_ANY_COMMON_YEAR, duty.due_month, duty.due_day)
        except ValueError:
            day, month = str(duty.due_day), str(duty.due_month)
            faults.tell("plan_due_day_impossible", place, day=day, month=month)
