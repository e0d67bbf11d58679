"""demo, plan, init, restore."""

from __future__ import annotations

import argparse

from thidua_desktop.application.demo.order import DemoOrder
from thidua_desktop.application.setting_up.starting import NewOffice, chosen_plan
from thidua_desktop.cli.answers import Answer, path_json
from thidua_desktop.cli.commands.safety import soundness
from thidua_desktop.cli.plan_json import plan_head, plan_json, plan_lines
from thidua_desktop.cli.program import Program
from thidua_desktop.cli.progress_line import progress_line


def demo(program: Program, arguments: argparse.Namespace) -> Answer:
    """A whole year on real plan data."""
    order = DemoOrder(arguments.out, arguments.plan, arguments.units, arguments.seed)
    made = program.make_demo(order, progress_line(quiet=arguments.json))
    data = {"data": path_json(made.data), "files": [path_json(file) for file in made.files]}
    lines = [f"Đã làm xong một năm mẫu của {made.commune}.", f"Dữ liệu: {made.data}"]
    lines += [f"  {title}: {folder}" for title, folder in made.places]
    return Answer(data, lines)


def plan_list(program: Program, arguments: argparse.Namespace) -> Answer:
    """The plans that ship."""
    del arguments
    plans = [program.plans.load(slug) for slug in program.plans.slugs()]
    data = {"plans": [plan_head(plan) for plan in plans]}
    return Answer(data, [f"{plan.slug:<18} {plan.title}" for plan in plans])


def plan_show(program: Program, arguments: argparse.Namespace) -> Answer:
    """One plan."""
    plan = chosen_plan(program.plans, arguments.slug).plan
    return Answer(plan_json(plan), plan_lines(plan))


def init(program: Program, arguments: argparse.Namespace) -> Answer:
    """A new data folder."""
    new = NewOffice(arguments.plan, arguments.office, is_practice=arguments.practice)
    folder = program.start_office(arguments.data, new)
    return Answer({"data": path_json(folder)}, [f"Đã tạo dữ liệu tại {folder}"])


def restore(program: Program, arguments: argparse.Namespace) -> Answer:
    """A backup into a new folder, which is then proved like any other."""
    folder = program.restore(arguments.file, arguments.data)
    with program.open_desk(folder) as desk:
        proved = soundness(desk, program.texts)
    data = {"data": path_json(folder), **proved.data}
    return Answer(data, [f"Đã khôi phục vào {folder}", *proved.lines], proved.code)
