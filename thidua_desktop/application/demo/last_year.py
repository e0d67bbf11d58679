"""Last year of the practice commune: its figures entered by hand, so that this year has a past."""

from __future__ import annotations

import datetime as dt
import random

from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.demo.answers import LONG_AGO, good_answers
from thidua_desktop.application.demo.scene import Scene
from thidua_desktop.application.records import Intake, IntakeStatus
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.setting_up.planning import plan_in_force
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Role
from thidua_desktop.domain.self_reports import ReportLine, SelfReport

_FILE = "Số liệu năm trước (mẫu)"
_WEAK = 4
"""The first unit had one part in four of its first criterion: this year it jumps."""


def enter_last_year(scene: Scene) -> None:
    """Enter and close the year before, where the plan held in it."""
    plan, year = plan_in_force(scene.desk), scene.order.year - 1
    if year < plan.first_year:
        return
    # Dice of its own: this year stays what it was without a past.
    dice = random.Random(scene.order.seed + year)  # noqa: S311 - made-up data, nothing secret
    cycle = open_cycle(scene.desk, CycleKind.ANNUAL, year)
    received = dt.date(year, 12, 8)
    with scene.desk.store.write("forms_collected", cycle=cycle.id, count=0, taken=0) as books:
        sets = books.plans.criteria_sets(cycle.id)
        for number, unit in enumerate(reporting_units(books, plan, cycle)):
            criteria = sets[plan.group(unit.group).audience]
            lines = _lines(criteria, dice, is_first=number == 0)
            report = SelfReport(cycle.id, unit.code, received, _FILE, lines)
            intake = Intake(
                0, cycle.id, _FILE, "", "", received, unit.code, IntakeStatus.ACCEPTED, ()
            )
            books.collecting.accept(report, books.collecting.add_intake(intake))
    close_cycle(scene.desk, cycle.id)


def _lines(criteria: CriteriaSet, dice: random.Random, *, is_first: bool) -> tuple[ReportLine, ...]:
    filled = good_answers(criteria.criteria, dice)
    standard = [criterion.code for criterion in criteria.of_role(Role.STANDARD)]
    lines = []
    for code, (points, explanation, evidence) in filled.answers.items():
        worth = points if isinstance(points, int) else None
        said = explanation
        if is_first and code == standard[0] and worth is not None:
            worth = worth // _WEAK // 50 * 50
        if is_first and code == standard[-1]:
            said = LONG_AGO
        lines.append(ReportLine(code, worth, said, evidence))
    return tuple(lines)
