"""demo, plan, init, restore."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from thidua_desktop.application.demo.order import DemoOrder
from thidua_desktop.application.naming import commune_title
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.starting import NewOffice
from thidua_desktop.cli.answers import Answer, date_json, path_json, points_json
from thidua_desktop.cli.program import Program
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.plan import Audience, Plan


def progress_line(*, quiet: bool) -> Progress | None:
    """Tells a person at a terminal how far a long command is; machines hear nothing."""
    if quiet or not sys.stderr.isatty():
        return None

    def tell(done: int, total: int, label: str = "") -> None:
        end = "\n" if done >= total else ""
        print(f"\r{done}/{total} {label[:50]:<50}", end=end, file=sys.stderr)

    return tell


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
    data = {"plans": [_plan_head(plan) for plan in plans]}
    return Answer(data, [f"{plan.slug:<18} {plan.title}" for plan in plans])


def plan_show(program: Program, arguments: argparse.Namespace) -> Answer:
    """One plan."""
    plan = program.plans.load(arguments.slug)
    data = _plan_head(plan) | {
        "title": plan.title,
        "movement": plan.movement,
        "source": plan.source,
        "points_note": plan.points_note,
        "legal_bases": [basis.citation for basis in plan.legal_bases],
        "content_areas": [
            {"code": area.code, "label": area.label, "text": area.text}
            for area in plan.content_areas
        ],
        "audiences": [_audience(audience) for audience in plan.audiences],
        "groups": [
            {
                "code": group.code,
                "name": group.name,
                "audience": group.audience,
                "basis": group.basis.value,
                "note": group.note,
            }
            for group in plan.groups
        ],
        "stages": [
            {
                "name": stage.name,
                "from": stage.from_year,
                "to": stage.to_year,
                "review": stage.review.value,
                "review_year": stage.review_year,
            }
            for stage in plan.stages
        ],
        "reports": [
            {
                "sender": duty.sender,
                "kind": duty.kind.value,
                "recipient": duty.recipient,
                "due": f"{duty.due_day:02d}/{duty.due_month:02d}" if duty.due_day else None,
                "text": duty.text,
            }
            for duty in plan.reports
        ],
        "ladder": [{"award": step.award, "text": step.text} for step in plan.ladder],
        "quotas": [
            {
                "kind": quota.kind.value,
                "award": quota.award,
                "subject": quota.subject.value,
                "max": quota.maximum,
                "scope": quota.scope,
            }
            for quota in plan.quotas
        ],
        "duties": [{"kind": duty.kind, "holder": duty.holder} for duty in plan.duties],
        "recipients": list(plan.recipients),
    }
    return Answer(data, _plan_lines(plan))


def _plan_head(plan: Plan) -> dict[str, Any]:
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


def _plan_lines(plan: Plan) -> list[str]:
    lines = [plan.title, f"{commune_title(plan.commune)}, {plan.commune.province}", ""]
    for audience in plan.audiences:
        lines.append(f"{audience.label} {audience.name}")
        for criterion in audience.criteria.criteria:
            maximum = f"{criterion.max_points / 100:g}".replace(".", ",")
            lines.append(f"  {criterion.code:<8} {maximum:>5} điểm  {criterion.text}")
    return [*lines, "", plan.points_note]


def init(program: Program, arguments: argparse.Namespace) -> Answer:
    """A new data folder."""
    if arguments.data is None:
        raise InputError("data_folder_unnamed")
    new = NewOffice(arguments.plan, arguments.office, is_practice=arguments.practice)
    folder = program.start_office(arguments.data, new)
    return Answer({"data": path_json(folder)}, [f"Đã tạo dữ liệu tại {folder}"])


def restore(program: Program, arguments: argparse.Namespace) -> Answer:
    """A backup into a new folder."""
    if arguments.data is None:
        raise InputError("data_folder_unnamed")
    folder = program.restore(arguments.file, arguments.data)
    return Answer({"data": path_json(folder)}, [f"Đã khôi phục vào {folder}"])
