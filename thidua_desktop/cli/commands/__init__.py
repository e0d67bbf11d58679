"""One function a command, by the command's words; its module is loaded when it is called.

A command then starts without the libraries that only the others need.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from thidua_desktop.application.ports import Desk
    from thidua_desktop.application.text import Texts
    from thidua_desktop.cli.answers import Answer
    from thidua_desktop.cli.program import Program

    OnProgram = Callable[[Program, argparse.Namespace], Answer]
    OnDesk = Callable[[Desk, Texts, argparse.Namespace], Answer]

WITH_PROGRAM: Mapping[str, str] = {
    "demo": "office.demo",
    "plan list": "office.plan_list",
    "plan show": "office.plan_show",
    "init": "office.init",
    "restore": "office.restore",
}
"""Commands that need no data folder, or make one."""

NEW_FOLDER = ("init", "restore")
"""Commands that make a data folder, which has to be named."""

WITH_DESK: Mapping[str, str] = {
    "unit import": "registers.unit_import",
    "unit template": "registers.unit_template",
    "unit list": "registers.unit_list",
    "unit rename": "unit_changes.unit_rename",
    "unit merge": "unit_changes.unit_merge",
    "unit split": "unit_changes.unit_split",
    "unit end": "unit_changes.unit_end",
    "unit timeline": "timelines.timeline",
    "unit history": "unit_changes.unit_history",
    "person import": "registers.person_import",
    "person template": "registers.person_template",
    "person list": "registers.person_list",
    "cycle open": "cycles.cycle_open",
    "cycle list": "cycles.cycle_list",
    "cycle close": "cycles.cycle_close",
    "cycle reopen": "cycles.cycle_reopen",
    "form export": "forms.form_export",
    "form import": "forms.form_import",
    "form return": "forms.form_return",
    "form type": "typed_forms.form_type",
    "evidence add": "evidence.add",
    "evidence list": "evidence.listed",
    "evidence export": "evidence.export",
    "evidence missing": "evidence.missing",
    "evidence remove": "evidence.remove",
    "evidence rename": "evidence.rename",
    "plan current": "plans.current",
    "plan export": "plans.export",
    "plan draft": "plans.draft",
    "plan import": "plans.take",
    "plan method": "ways.set_way",
    "plan quota": "quotas.quota",
    "rules list": "rules.listed",
    "rules add": "rules.add",
    "rules extend": "rules.extend",
    "rules drop": "rules.drop",
    "score set": "scores.score_set",
    "score council": "scores.score_council",
    "rank": "scores.rank",
    "finding list": "findings.finding_list",
    "finding review": "findings.finding_review",
    "finding reopen": "findings.finding_reopen",
    "finding limits": "findings.finding_limits_command",
    "class show": "class_levels.class_show",
    "class set": "class_levels.class_set",
    "violation add": "violations.violation_add",
    "violation list": "violations.violation_list",
    "violation remove": "violations.violation_remove",
    "award list": "awards.award_list",
    "award check": "awards.award_check",
    "award propose": "awards.award_propose",
    "award line": "lists.award_line",
    "award draw": "lists.award_draw",
    "award choose": "lists.award_choose",
    "award batch": "lists.award_batch",
    "award participants": "lists.award_participants",
    "member add": "members.member_add",
    "member list": "members.member_list",
    "council register": "members.register",
    "council open": "council.council_open",
    "council vote": "council.council_vote",
    "council count": "council.council_count",
    "council places": "council.council_places",
    "council rules": "council_rules.rules",
    "council rule": "council_rules.rule",
    "council quorum": "council_rules.quorum",
    "decision issue": "council.decision_issue",
    "decision list": "decisions.decision_list",
    "decision number": "decisions.decision_number",
    "decision scan": "decisions.decision_scan",
    "decision cancel": "decisions.decision_cancel",
    "decision recover": "decisions.decision_recover",
    "decision pay": "decisions.decision_pay",
    "award outcome": "decisions.award_outcome",
    "award withdraw": "awards.award_withdraw",
    "hold add": "cases.hold_add",
    "hold list": "cases.hold_list",
    "hold resume": "cases.hold_resume",
    "hold remove": "cases.hold_remove",
    "discipline add": "cases.discipline_add",
    "discipline list": "cases.discipline_list",
    "discipline end": "cases.discipline_end",
    "discipline remove": "cases.discipline_remove",
    "history add": "cases.history_add",
    "history list": "cases.history_list",
    "history same": "cases.history_same",
    "history other": "cases.history_other",
    "history remove": "cases.history_remove",
    "initiative add": "cases.initiative_add",
    "initiative list": "cases.initiative_list",
    "initiative remove": "cases.initiative_remove",
    "exemplar add": "movement.exemplar_add",
    "exemplar list": "movement.exemplar_list",
    "exemplar remove": "movement.exemplar_remove",
    "inspection add": "movement.inspection_add",
    "inspection list": "movement.inspection_list",
    "inspection result": "movement.inspection_result",
    "inspection remedy": "movement.inspection_remedy",
    "inspection remove": "movement.inspection_remove",
    "activity add": "movement.activity_add",
    "activity list": "movement.activity_list",
    "activity survey": "movement.survey_form",
    "activity remove": "movement.activity_remove",
    "fund show": "funds.fund_show",
    "fund set": "funds.fund_set",
    "fund spend": "funds.fund_spend",
    "certificate export": "certificates.export",
    "certificate number": "certificates.number",
    "dossier check": "dossiers.check",
    "dossier mark": "dossiers.mark",
    "dossier rule": "dossiers.rule",
    "dossier drop": "dossiers.drop",
    "export province": "exports.province",
    "province profile": "province.profile",
    "export dossier": "exports.dossier",
    "backup": "safety.backup",
    "check": "safety.check",
    "undo": "safety.undo",
    "log": "safety.journal",
}
"""Commands that work on a data folder."""


def on_program(command: str) -> OnProgram:
    """The function of a command that needs no data folder."""
    return cast("OnProgram", _loaded(WITH_PROGRAM[command]))


def on_desk(command: str) -> OnDesk:
    """The function of a command that works on a data folder."""
    return cast("OnDesk", _loaded(WITH_DESK[command]))


def _loaded(place: str) -> object:
    module, function = place.split(".")
    return getattr(import_module(f"{__name__}.{module}"), function)
