"""The names of award forms over all rule packs that ship."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.application.cycle_titles import OCCASIONS
from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.facts import PlannedOccasions
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.rule_pack import RulePack, last_pack_for


def award_names(desk: Desk) -> dict[str, str]:
    """The name of every form by its code; of several packs the newest one's."""
    return {form.code: form.name for form in all_forms(desk)}


def all_forms(desk: Desk) -> tuple[AwardForm, ...]:
    """Every form, the newest pack's last, so that it wins in a table by code."""
    packs = sorted(desk.rule_packs.packs(), key=lambda pack: pack.valid_from)
    return tuple(form for pack in packs for form in pack.award_forms)


def pack_to_judge_by(packs: tuple[RulePack, ...], cycle: Cycle, today: dt.date) -> RulePack:
    """The rules that a cycle's awards are shown under: today's, else the cycle's, else the newest.

    Proposing and deciding ask for the rules of their own day and never take these instead.
    """
    for day in (today, cycle.achievement_to):
        for pack in packs:
            if pack.covers(day):
                return pack
    return max(packs, key=lambda pack: pack.valid_from)


def planned_occasions(plan: Plan, cycle: Cycle, award: str) -> PlannedOccasions:
    """What the plan says of giving an award in a cycle."""
    number = plan.number if plan.number[:1].isdigit() else ""
    cited = " ".join(filter(None, ("Kế hoạch", number, "của", commune_title(plan.commune))))
    steps = [step for step in plan.ladder if step.award == award]
    words = tuple(OCCASIONS[kind] for step in steps for kind in step.occasions)
    fits = any(step.is_for(cycle.kind) for step in steps)
    return PlannedOccasions(cited, fits, words, is_named=bool(steps))


def pack_of_day(desk: Desk) -> RulePack:
    """The rules of today, or the newest before it: what an office sets goes by them.

    Raises:
        RuleViolation: today lies before all rules.
    """
    return last_pack_for(desk.rule_packs.packs(), desk.clock.today())
