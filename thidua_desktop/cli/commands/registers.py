"""unit import, unit list, person import, person list."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from thidua_desktop.application.enrolling.list_import import (
    ImportOutcome,
    import_people,
    import_units,
)
from thidua_desktop.application.enrolling.list_workbooks import (
    ListKind,
    save_blank_list,
    save_remarked_list,
)
from thidua_desktop.application.enrolling.namesakes import NamesakeChoice
from thidua_desktop.application.enrolling.registers import list_groups, list_people, list_units
from thidua_desktop.application.hidden import HiddenChoice
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, issue_json
from thidua_desktop.domain.reasons import Severity


def unit_import(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Units from a list."""
    outcome = import_units(
        desk, arguments.file, dry_run=arguments.dry_run, hidden=_hidden_choice(arguments)
    )
    _save_remarks(desk, texts, arguments, outcome)
    return _imported(outcome, texts, "đơn vị", is_rehearsal=arguments.dry_run)


def person_import(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """People from a list."""
    outcome = import_people(
        desk,
        arguments.file,
        dry_run=arguments.dry_run,
        hidden=_hidden_choice(arguments),
        namesakes=NamesakeChoice(arguments.namesakes) if arguments.namesakes else None,
    )
    _save_remarks(desk, texts, arguments, outcome)
    return _imported(outcome, texts, "người", is_rehearsal=arguments.dry_run)


def _hidden_choice(arguments: argparse.Namespace) -> HiddenChoice | None:
    return HiddenChoice(arguments.hidden) if arguments.hidden else None


def unit_template(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The blank list of units."""
    del texts
    return _blank(desk, ListKind.UNITS, arguments.out)


def person_template(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The blank list of people."""
    del texts
    return _blank(desk, ListKind.PEOPLE, arguments.out)


def _blank(desk: Desk, kind: ListKind, path: Path) -> Answer:
    save_blank_list(desk, kind, path)
    return Answer({"files": [str(path)]}, [f"Đã ghi tệp mẫu: {path}"])


def _save_remarks(
    desk: Desk, texts: Texts, arguments: argparse.Namespace, outcome: ImportOutcome
) -> None:
    if arguments.annotated is not None:
        save_remarked_list(desk, texts, outcome, arguments.annotated)


def _imported(outcome: ImportOutcome, texts: Texts, noun: str, *, is_rehearsal: bool) -> Answer:
    asks = outcome.asks_about_hidden
    data: dict[str, Any] = {
        "accepted": 0 if asks and not is_rehearsal else outcome.accepted,
        "rejected": outcome.rejected,
        "issues": [issue_json(issue, texts) for issue in outcome.issues],
        "rows": [
            {
                "sheet": row.sheet,
                "cell": row.cell,
                "name": row.name,
                "status": row.status.value,
                "code": row.code,
            }
            for row in outcome.rows
        ],
        "operation": outcome.operation,
        "asks_hidden": asks,
        "asks_namesakes": outcome.namesakes_asked,
    }
    taken = f"{outcome.accepted} {noun}, không nhận {outcome.rejected}."
    lines = [f"Mới kiểm tra, chưa lưu: nhận được {taken}" if is_rehearsal else f"Nhận {taken}"]
    told = [issue for issue in outcome.issues if issue.severity is not Severity.NOTE]
    if asks:
        lines = [texts.render("hidden_list_asks", {})]
    if outcome.namesakes_asked:
        lines.append(texts.render("namesakes_ask", {"count": outcome.namesakes_asked}))
    code = ExitCode.IN_PART if outcome.rejected or asks else ExitCode.DONE
    return Answer(data, lines, code, told)


def unit_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The register of units."""
    del texts, arguments
    units = list_units(desk)
    names = {group.code: group.name for group in list_groups(desk)}
    data = {
        "units": [
            {
                "code": unit.code,
                "name": unit.name,
                "group": unit.group,
                "group_name": names.get(unit.group, unit.group),
                "cluster": unit.cluster,
                "subject": unit.subject.value,
                "head": unit.head,
                "people_total": unit.people_total,
                "people_female": unit.people_female,
                "phone": unit.phone,
            }
            for unit in units
        ]
    }
    lines = [f"{unit.code}  {unit.name}  ({names.get(unit.group, unit.group)})" for unit in units]
    return Answer(data, [*lines, f"{len(units)} đơn vị"])


def person_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The register of people."""
    del texts, arguments
    people = list_people(desk)
    data = {
        "people": [
            {
                "code": person.code,
                "name": person.full_name,
                "subject": person.subject.value,
                "unit": person.unit,
                "position": person.position,
                "birth_year": person.birth_year,
                "gender": person.gender.value if person.gender else None,
                "is_leader": person.is_leader,
            }
            for person in people
        ]
    }
    lines = [f"{person.code}  {person.full_name}  {person.position}" for person in people]
    return Answer(data, [*lines, f"{len(people)} người"])
