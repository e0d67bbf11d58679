"""backup, check, undo, log."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.application.journal.undo_words import change_lines
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Operation, RowChange
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, path_json


def backup(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """A verified copy."""
    del texts
    made = desk.store.backup(arguments.to)
    data = {
        "file": path_json(made.path),
        "size": made.size,
        "operations": made.operations,
        "sha256": made.sha256,
        "ok": True,
        "problems": [],
    }
    return Answer(data, [f"Đã sao lưu và kiểm tra bản sao: {made.path}"])


def check(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Prove database, journal chain, attachments."""
    del arguments
    return soundness(desk, texts)


def soundness(desk: Desk, texts: Texts) -> Answer:
    """Whether the data are whole, and what is not."""
    problems = desk.store.check()
    sentences = [texts.problem(problem) for problem in problems]
    data = {
        "ok": not problems,
        "problems": [
            {"code": problem.code, "message": sentence}
            for problem, sentence in zip(problems, sentences, strict=True)
        ],
    }
    if not problems:
        return Answer(data, ["Dữ liệu, nhật ký và tệp đính kèm đều nguyên vẹn."])
    return Answer(data, sentences, ExitCode.IN_PART)


def undo(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Undo a whole operation."""
    outcome = take_back(desk, arguments.operation, preview=arguments.preview)
    data = {
        "undone": outcome.undone,
        "operation": outcome.operation,
        "preview": arguments.preview,
        "restored": [_row_json(row) for row in outcome.restored],
        "conflicts": [_row_json(row) for row in outcome.conflicts],
        "rests": [{"code": one.code, "message": texts.reason(one)} for one in outcome.rests],
        "operations": [outcome.undone],
    }
    verb = "Sẽ" if arguments.preview else "Đã"
    told = change_lines(outcome.restored, texts) or ["Không có gì thay đổi"]
    lines = [f"{verb} hoàn tác thao tác {outcome.undone}:", *(f"  - {one}" for one in told)]
    if outcome.conflicts:
        lines.append("Giữ nguyên vì đã sửa hoặc đang dùng sau đó:")
        lines += [f"  - {one}" for one in change_lines(outcome.conflicts, texts, are_kept=True)]
    if outcome.rests:
        lines.append("Đã có việc làm trên kết quả này:")
        lines += [f"  - {one}" for one in texts.reasons(outcome.rests)]
    code = ExitCode.IN_PART if outcome.conflicts else ExitCode.DONE
    return Answer(data, lines, code)


def _row_json(row: RowChange) -> dict[str, Any]:
    return {"table": row.table, "key": row.key, "from": row.before, "to": row.after}


def journal(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """What was done, the newest first."""
    operations = desk.store.operations(arguments.limit)
    data = {"operations": [_operation_json(operation, texts) for operation in operations]}
    lines = [
        f"{operation.id:>5}  {operation.at:%d/%m/%Y %H:%M}  "
        f"{texts.render(f'action_{operation.action}', operation.data)}"
        f"{'  (đã hoàn tác)' if operation.undone_by else ''}"
        for operation in operations
    ]
    return Answer(data, lines)


def _operation_json(operation: Operation, texts: Texts) -> dict[str, Any]:
    return {
        "id": operation.id,
        "at": operation.at.isoformat(),
        "actor": operation.actor,
        "action": operation.action,
        "words": texts.render(f"action_{operation.action}", operation.data),
        "changes": operation.changes,
        "undoes": operation.undoes,
        "undone_by": operation.undone_by,
    }
