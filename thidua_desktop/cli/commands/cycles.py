"""cycle open, list, close, reopen."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.cycles.opening import list_cycles, open_cycle
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.addenda import reopen_cycle
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import CycleKind


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


def cycle_reopen(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Open a closed cycle again."""
    del texts
    cycle = reopen_cycle(desk, arguments.cycle, arguments.reason)
    return Answer(_cycle_json(cycle), [f"Đã mở lại kỳ {cycle_title(cycle)} để bổ sung."])
