"""One function a command, by the command's words."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer
from thidua_desktop.cli.commands import awards, forms, office, registers, safety
from thidua_desktop.cli.program import Program

WITH_PROGRAM: Mapping[str, Callable[[Program, argparse.Namespace], Answer]] = {
    "demo": office.demo,
    "plan list": office.plan_list,
    "plan show": office.plan_show,
    "init": office.init,
    "restore": office.restore,
}
"""Commands that need no data folder, or make one."""

WITH_DESK: Mapping[str, Callable[[Desk, Texts, argparse.Namespace], Answer]] = {
    "unit import": registers.unit_import,
    "unit list": registers.unit_list,
    "person import": registers.person_import,
    "person list": registers.person_list,
    "cycle open": forms.cycle_open,
    "cycle list": forms.cycle_list,
    "cycle close": forms.cycle_close,
    "form export": forms.form_export,
    "form import": forms.form_import,
    "form return": forms.form_return,
    "score set": forms.score_set,
    "rank": forms.rank,
    "award list": awards.award_list,
    "award check": awards.award_check,
    "award propose": awards.award_propose,
    "council open": awards.council_open,
    "council vote": awards.council_vote,
    "decision issue": awards.decision_issue,
    "export province": awards.province,
    "export dossier": awards.dossier,
    "backup": safety.backup,
    "check": safety.check,
    "undo": safety.undo,
    "log": safety.journal,
}
"""Commands that work on a data folder."""
