"""violation add, list, remove."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.violations import (
    highest_class,
    record_violation,
    remove_violation,
    violations_of,
)
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json
from thidua_desktop.domain.scoring.policy import Violation
from thidua_desktop.domain.violations import UnitViolation


def violation_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Write a violation down."""
    kind = Violation(arguments.kind)
    made = record_violation(desk, arguments.cycle, arguments.unit, kind, arguments.document)
    return Answer({"violation": _json(made, texts)}, [_line(made, texts)])


def violation_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """What is recorded in a cycle."""
    found = violations_of(desk, arguments.cycle)
    lines = [_line(one, texts) for one in found] or ["Chưa ghi vi phạm nào."]
    return Answer({"violations": [_json(one, texts) for one in found]}, lines)


def violation_remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Take out what was written down by mistake."""
    del texts
    remove_violation(desk, arguments.cycle, arguments.unit, Violation(arguments.kind))
    return Answer({"unit": arguments.unit, "kind": arguments.kind}, ["Đã xóa."])


def _json(one: UnitViolation, texts: Texts) -> dict[str, Any]:
    return {
        "cycle": one.cycle,
        "unit": one.unit,
        "kind": one.kind.value,
        "message": texts.render(f"violation_{one.kind}", {}),
        "document": one.document,
        "date": date_json(one.recorded_on),
        "highest": highest_class(one.kind).value,
    }


def _line(one: UnitViolation, texts: Texts) -> str:
    highest = texts.render(f"classification_{highest_class(one.kind)}", {})
    words = texts.render(f"violation_{one.kind}", {})
    return f"{one.unit}: {words} ({one.document}). Xếp loại cao nhất: {highest}."
