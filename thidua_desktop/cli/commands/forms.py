"""form export, import, return."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.collecting.giving_forms import give_forms
from thidua_desktop.application.collecting.returning import return_forms
from thidua_desktop.application.collecting.taking import CollectedFile, CollectOrder, collect_forms
from thidua_desktop.application.hidden import HiddenChoice
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import IntakeStatus
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, issue_json, issue_line, path_json
from thidua_desktop.cli.progress_line import progress_line

NOT_TAKEN = (IntakeStatus.REJECTED, IntakeStatus.UNKNOWN)


def form_export(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """One workbook per unit."""
    del texts
    given = give_forms(desk, arguments.cycle, arguments.out, progress_line(quiet=arguments.json))
    data = {
        "files": [
            {
                "unit": form.unit,
                "name": form.unit_name,
                "path": path_json(form.path),
                "kept": form.is_kept,
            }
            for form in given
        ]
    }
    kept = sum(form.is_kept for form in given)
    lines = [f"Đã phát {len(given) - kept} phiếu vào {arguments.out}"]
    if kept:
        lines.append(f"{kept} phiếu đã có sẵn trong thư mục, giữ nguyên.")
    return Answer(data, lines)


def form_import(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Returned forms, files or folders."""
    hidden = HiddenChoice(arguments.hidden) if arguments.hidden else None
    order = CollectOrder(arguments.paths, arguments.dry_run, arguments.received, hidden)
    collected = collect_forms(desk, arguments.cycle, order, progress_line(quiet=arguments.json))
    data = {
        "files": [_file_json(file, texts) for file in collected.files],
        "operation": collected.operation,
        "asks_hidden": len(collected.asking),
    }
    lines = [line for file in collected.files for line in _file_lines(file, texts)]
    not_taken = sum(collected.count(status) for status in NOT_TAKEN)
    taken = len(collected.files) - not_taken
    verb = "Nhận được" if arguments.dry_run else "Đã nhận"
    lines.append(f"{verb} {taken} tệp, không nhận {not_taken}.")
    if collected.asking:
        lines.append(texts.render("hidden_files_ask", {"count": len(collected.asking)}))
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
        f"{file.name}{name}: {status}",
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
