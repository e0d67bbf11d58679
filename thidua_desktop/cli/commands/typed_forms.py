"""form type: a unit's paper form, typed in."""

from __future__ import annotations

import argparse
from dataclasses import replace

from thidua_desktop.application.collecting.taking import status_of
from thidua_desktop.application.collecting.typing_in import (
    TypingSheet,
    judge_typed,
    keep_draft,
    take_typed,
    typing_sheet,
)
from thidua_desktop.application.evidence.typed_scan import attach_scan
from thidua_desktop.application.forms.typed_form import TypedForm, TypedLine
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, issue_json, issue_line, points_json
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.vietnamese.numerals import points_text


def form_type(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Type a form in, or keep it as a draft."""
    sheet = typing_sheet(desk, arguments.cycle, arguments.unit)
    form = _typed(sheet, arguments)
    if arguments.scan is not None:
        form = attach_scan(desk, form, arguments.scan)
    if arguments.draft:
        issues = judge_typed(desk, keep_draft(desk, form))
        status, operation, total, is_done = status_of(issues), None, None, True
    else:
        done = take_typed(desk, form)
        issues, status, operation = done.file.issues, done.file.status, done.operation
        report = done.file.report
        total = sum(line.points or 0 for line in report.lines) if report else None
        is_done = done.is_taken
    data = {
        "unit": arguments.unit,
        "name": sheet.unit_name,
        "status": status.value,
        "draft": arguments.draft,
        "issues": [issue_json(issue, texts) for issue in issues],
        "points": points_json(total),
        "scan": form.scan or None,
        "operation": operation,
    }
    said = texts.render(f"status_{status.value}", {})
    lines = [f"{sheet.unit_name} (bản giấy): {'lưu nháp' if arguments.draft else said}"]
    lines += [issue_line(issue, texts) for issue in issues]
    if total is not None:
        lines.append(f"Tự chấm {points_text(total)} điểm.")
    return Answer(data, lines, ExitCode.DONE if is_done else ExitCode.IN_PART)


def _typed(sheet: TypingSheet, arguments: argparse.Namespace) -> TypedForm:
    """What was typed before, with what the command says."""
    explained, proven = dict(arguments.explanation), dict(arguments.evidence)
    known = {criterion.code for criterion in sheet.asked}
    for code in (*arguments.points, *explained, *proven):
        if code not in known:
            raise NotFound("criterion_unknown", key=code)
    form = sheet.form
    lines = []
    for criterion in sheet.asked:
        line, code = form.line(criterion.code), criterion.code
        lines.append(
            TypedLine(
                code,
                arguments.points.get(code, line.points),
                explained.get(code, line.explanation),
                proven.get(code, line.evidence),
            )
        )
    said = {
        "received_on": arguments.received,
        "typed_by": arguments.by,
        "requests": arguments.requests,
        "highlights": arguments.highlights,
    }
    given = {name: value for name, value in said.items() if value is not None}
    return replace(form, lines=tuple(lines), **given)
