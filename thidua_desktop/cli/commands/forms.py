"""cycle, form, score, rank."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.appraising import Points, appraise
from thidua_desktop.application.collecting import CollectedFile, CollectOrder, collect_forms
from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.cycles import close_cycle, list_cycles, open_cycle
from thidua_desktop.application.giving_forms import give_forms
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.ranking import RankedGroup, RankedUnit, rank_cycle
from thidua_desktop.application.records import IntakeStatus
from thidua_desktop.application.returning import return_forms
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import (
    Answer,
    ExitCode,
    date_json,
    issue_json,
    issue_line,
    path_json,
    points_json,
)
from thidua_desktop.cli.commands.office import progress_line
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.vietnamese.numerals import points_text

NOT_TAKEN = (IntakeStatus.REJECTED, IntakeStatus.UNKNOWN)


def _cycle_json(cycle: Cycle) -> dict[str, Any]:
    return {
        "cycle": cycle.id,
        "kind": cycle.kind.value,
        "year": cycle.year,
        "opened": date_json(cycle.opened_on),
        "due": date_json(cycle.due_on),
        "closed": date_json(cycle.closed_on),
    }


def cycle_open(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Open a cycle."""
    del texts
    cycle = open_cycle(desk, CycleKind(arguments.kind), arguments.year, arguments.due)
    due = f", hạn nộp {cycle.due_on:%d/%m/%Y}" if cycle.due_on else ""
    return Answer(_cycle_json(cycle), [f"Đã mở kỳ {cycle_title(cycle)} ({cycle.id}){due}."])


def cycle_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The cycles."""
    del texts, arguments
    cycles = list_cycles(desk)
    lines = [
        f"{cycle.id:<18} {cycle_title(cycle):<26} {'đang mở' if cycle.is_open else 'đã chốt'}"
        for cycle in cycles
    ]
    return Answer({"cycles": [_cycle_json(cycle) for cycle in cycles]}, lines)


def cycle_close(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Close a cycle."""
    del texts
    cycle = close_cycle(desk, arguments.cycle)
    return Answer(_cycle_json(cycle), [f"Đã chốt kỳ {cycle_title(cycle)}."])


def form_export(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """One workbook per unit."""
    del texts
    given = give_forms(desk, arguments.cycle, arguments.out, progress_line(quiet=arguments.json))
    data = {
        "files": [
            {"unit": form.unit, "name": form.unit_name, "path": path_json(form.path)}
            for form in given
        ]
    }
    return Answer(data, [f"Đã phát {len(given)} phiếu vào {arguments.out}"])


def form_import(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Returned forms, files or folders."""
    order = CollectOrder(arguments.paths, arguments.dry_run, arguments.received)
    collected = collect_forms(desk, arguments.cycle, order, progress_line(quiet=arguments.json))
    data = {
        "files": [_file_json(file, texts) for file in collected.files],
        "operation": collected.operation,
    }
    lines = [line for file in collected.files for line in _file_lines(file, texts)]
    not_taken = sum(collected.count(status) for status in NOT_TAKEN)
    taken = len(collected.files) - not_taken
    verb = "Nhận được" if arguments.dry_run else "Đã nhận"
    lines.append(f"{verb} {taken} tệp, không nhận {not_taken}.")
    return Answer(data, lines, ExitCode.IN_PART if not_taken else ExitCode.DONE)


def _file_json(file: CollectedFile, texts: Texts) -> dict[str, Any]:
    return {
        "path": path_json(file.path),
        "unit": file.unit or None,
        "name": file.unit_name,
        "status": file.status.value,
        "issues": [issue_json(issue, texts) for issue in file.issues],
    }


def _file_lines(file: CollectedFile, texts: Texts) -> list[str]:
    status = texts.render(f"status_{file.status.value}", {})
    name = f" – {file.unit_name}" if file.unit_name else ""
    return [
        f"{file.path.name}{name}: {status}",
        *(issue_line(issue, texts) for issue in file.issues),
    ]


def form_return(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Return slips for what was faulty."""
    slips = return_forms(desk, texts, arguments.cycle, arguments.out)
    data = {
        "files": [
            {"unit": slip.unit, "path": path_json(slip.path), "message": slip.message}
            for slip in slips
        ]
    }
    return Answer(data, [f"Đã lập {len(slips)} phiếu trả lại tại {arguments.out}"])


def score_set(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The office's points for one criterion of one unit."""
    del texts
    given = Points(arguments.unit, arguments.criterion, arguments.points, arguments.reason)
    appraise(desk, arguments.cycle, given)
    data = {
        "cycle": arguments.cycle,
        "unit": given.unit,
        "criterion": given.criterion,
        "points": points_json(given.points),
        "reason": given.reason,
    }
    return Answer(data, [f"{given.unit} {given.criterion}: {points_text(given.points)} điểm."])


def rank(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The ranking of a cycle."""
    ranking = rank_cycle(desk, arguments.cycle)
    data = {
        "cycle": ranking.cycle.id,
        "final": ranking.is_final,
        "groups": [_group_json(group, texts) for group in ranking.groups],
        "clusters": [_group_json(group, texts) for group in ranking.clusters],
    }
    lines = [line for group in ranking.groups for line in _group_lines(group, texts)]
    return Answer(data, lines)


def _group_json(group: RankedGroup, texts: Texts) -> dict[str, Any]:
    return {
        "group": group.code,
        "name": group.name,
        "rows": [_row_json(row, texts) for row in group.rows],
    }


def _row_json(row: RankedUnit, texts: Texts) -> dict[str, Any]:
    return {
        "rank": row.rank,
        "unit": row.unit.code,
        "name": row.unit.name,
        "self": points_json(row.self_points),
        "appraised": points_json(row.appraised),
        "total": points_json(row.total),
        "class": row.classification.value,
        "class_name": texts.render(f"classification_{row.classification.value}", {}),
        "tied": row.tied,
        "pending": row.pending,
        "why": texts.reasons(row.why),
    }


def _group_lines(group: RankedGroup, texts: Texts) -> list[str]:
    lines = [group.name]
    for row in group.rows:
        place = f"{row.rank}." if row.rank is not None else "–"
        verdict = texts.render(f"classification_{row.classification.value}", {})
        lines.append(f"  {place:<4} {row.unit.name}: {points_text(row.total)} điểm, {verdict}")
    return lines
