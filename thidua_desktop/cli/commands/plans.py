"""plan current, export, import."""

from __future__ import annotations

import argparse

from thidua_desktop.application.plan_texts.drafting import draft_plan
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.plan_renewal import look_at_plan, renew_plan, save_plan
from thidua_desktop.application.setting_up.planning import plan_in_force
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, path_json
from thidua_desktop.cli.plan_json import plan_json, plan_lines


def current(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The plan in force with the office's edits."""
    del texts, arguments
    plan = plan_in_force(desk)
    return Answer(plan_json(plan), plan_lines(plan))


def export(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The plan in force as a file to edit."""
    del texts
    file = save_plan(desk, arguments.out)
    return Answer({"files": [path_json(file)]}, [f"Đã ghi kế hoạch ra {file}"])


def take(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """An edited plan in place of the old."""
    renewal = look_at_plan(desk, arguments.file)
    changes = texts.reasons(renewal.changes)
    done = bool(changes) and not arguments.dry_run
    if done:
        renew_plan(desk, renewal)
    told = "Đã nhận kế hoạch." if done else "Chưa ghi gì."
    lines = [*changes, told] if changes else ["Kế hoạch không có gì thay đổi."]
    return Answer({"changes": changes, "taken": done}, lines)


def draft(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """A draft of a plan from its text."""
    made = draft_plan(desk, arguments.file, arguments.out)
    told = texts.reasons(made.told)
    data = {"files": [path_json(arguments.out)], "found": dict(made.told[0].data)}
    return Answer(data, [*told, f"Đã ghi {arguments.out}"])
