"""Sửa cả kế hoạch: the plan goes out as a file, is edited, and comes back in place of the old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.setting_up.starting import ChosenPlan, chosen_plan
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.reasons import Issue, Reason, Value
from thidua_desktop.domain.scoring.criterion import CriteriaSet

_FACTS = {
    "title": "plan_fact_title",
    "movement": "plan_fact_movement",
    "number": "plan_fact_number",
    "commune": "plan_fact_commune",
    "recipients": "plan_fact_recipients",
    "signature": "plan_fact_signature",
    "legal_bases": "plan_fact_legal_bases",
    "content_areas": "plan_fact_content_areas",
    "stages": "plan_fact_stages",
    "reports": "plan_fact_reports",
    "ladder": "plan_fact_ladder",
    "duties": "plan_fact_duties",
}
"""The parts of a plan that are told as changed, with the sentence of each."""


@dataclass(frozen=True, slots=True)
class PlanRenewal:
    """A plan that may take the place of the office's, and what would be other.

    Attributes:
        changes: what is added, dropped, changed; empty where nothing is.
    """

    chosen: ChosenPlan
    changes: tuple[Reason, ...]


def save_plan(desk: Desk, path: Path) -> Path:
    """Write the plan in force as a file that people edit: a workbook, or a text for `.toml`.

    Raises:
        EnvironmentFault: the file can't be written.
    """
    with desk.store.read() as books:
        plan, source = plan_of(books, desk.plans), books.plans.source()
    desk.plans.save(plan, source, path)
    return path


def look_at_plan(desk: Desk, path: Path) -> PlanRenewal:
    """Read an edited plan and tell what it changes; nothing is written.

    Raises:
        NotFound: no such file.
        EnvironmentFault: the machine does not let it be read.
        InputError: the file is broken, or takes away what units stand on.
    """
    chosen = chosen_plan(desk.plans, str(path))
    with desk.store.read() as books:
        issues = tuple(_obstacles(books, desk, chosen.plan))
        if issues:
            raise InputError("plan_renewal_blocked", issues)
        return PlanRenewal(chosen, tuple(_changes(plan_of(books, desk.plans), chosen.plan)))


def renew_plan(desk: Desk, renewal: PlanRenewal) -> None:
    """Let an edited plan take the place of the office's; cycles keep their criteria.

    Raises:
        InputError: units stand on what it takes away.
    """
    plan = renewal.chosen.plan
    with desk.store.write("plan_renewed", plan=commune_title(plan.commune)) as books:
        issues = tuple(_obstacles(books, desk, plan))
        if issues:
            raise InputError("plan_renewal_blocked", issues)
        kept = replace(plan, slug=books.plans.slug())
        books.plans.adopt(kept, renewal.chosen.source, desk.clock.today())
        # The new text says these itself; words of a copy would hide them.
        books.save_office(
            replace(
                books.office,
                commune_kind=None,
                commune_name="",
                province="",
                place_in_date="",
                hamlet_word="",
                movement="",
            )
        )
        _fill_open_cycles(books, plan)


def _fill_open_cycles(books: Books, plan: Plan) -> None:
    """Who is judged for the first time is judged in the cycles under way too."""
    for cycle in books.cycles.all():
        judged = books.plans.criteria_sets(cycle.id)
        for audience in plan.audiences:
            if cycle.is_open and audience.code not in judged:
                books.plans.save_criteria_set(audience.criteria, cycle.id)


def _obstacles(books: Books, desk: Desk, new: Plan) -> Iterator[Issue]:
    """Groups that units stand in may not go, nor be judged otherwise once a cycle was opened."""
    inside = Counter(unit.group for unit in books.units.existing_on(desk.clock.today()))
    later = {group.code: group for group in new.groups}
    has_cycles = bool(books.cycles.all())
    for group in plan_of(books, desk.plans).groups:
        found = later.get(group.code)
        told: dict[str, Value] = {"group": group.name, "count": inside[group.code]}
        if not inside[group.code]:
            continue
        if found is None:
            yield Issue("plan_group_in_use", data=told)
        elif found.subject is not group.subject:
            yield Issue("plan_group_subject_fixed", data=told)
        elif has_cycles and found.audience != group.audience:
            yield Issue("plan_group_audience_fixed", data=told)


def _changes(old: Plan, new: Plan) -> Iterator[Reason]:
    names = {audience.code: audience.name for audience in (*old.audiences, *new.audiences)}
    before = {audience.code: audience.criteria for audience in old.audiences}
    after = {audience.code: audience.criteria for audience in new.audiences}
    yield from _told_by_name("plan_audience", names, before, after)
    for code in before.keys() & after.keys():
        yield from _criteria_changes(names[code], before[code], after[code])
    groups = {group.code: group.name for group in (*old.groups, *new.groups)}
    old_groups = {group.code: group for group in old.groups}
    yield from _told_by_name("plan_group", groups, old_groups, {g.code: g for g in new.groups})
    if old.quotas != tuple(sorted(new.quotas, key=lambda q: (q.kind, q.award, q.subject))):
        yield Reason("plan_quotas_changed", {"count": len(new.quotas)})
    for key, code in _FACTS.items():
        if getattr(old, key) != getattr(new, key):
            yield Reason(code)


def _told_by_name(
    code: str, names: Mapping[str, str], before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[Reason]:
    for key in (*before, *(key for key in after if key not in before)):
        if key not in after:
            yield Reason(f"{code}_dropped", {"name": names[key]})
        elif key not in before:
            yield Reason(f"{code}_added", {"name": names[key]})
        elif code == "plan_group" and before[key] != after[key]:
            yield Reason(f"{code}_changed", {"name": names[key]})


def _criteria_changes(name: str, before: CriteriaSet, after: CriteriaSet) -> Iterator[Reason]:
    old = {criterion.code: criterion for criterion in before.criteria}
    new = {criterion.code: criterion for criterion in after.criteria}
    caps = (before.bonus_cap, before.penalty_cap) != (after.bonus_cap, after.penalty_cap)
    counts = {
        "added": len(new.keys() - old.keys()),
        "dropped": len(old.keys() - new.keys()),
        "changed": sum(new[code] != old[code] for code in new.keys() & old.keys()) or caps,
    }
    for what, count in counts.items():
        if count:
            yield Reason(f"plan_criteria_{what}", {"name": name, "count": int(count)})
