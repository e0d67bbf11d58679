"""The grammar of findings: what an appraiser should look at twice."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import fields

from thidua_desktop.cli.arguments import code, count, points, words
from thidua_desktop.domain.findings.finding import FindingKind
from thidua_desktop.domain.findings.limits import FindingLimits

Add = Callable[[str, str], argparse.ArgumentParser]

IN_POINTS = ("jump_total", "jump_points", "overrated", "near_tie")
"""The thresholds that are points; the others are counts or percents."""


def add_finding_commands(add: Add) -> None:
    """Add all; `add` takes the words of a command and what it is about."""
    listed = add("finding list", "điểm cần xem lại khi thẩm định")
    _add_cycle(listed)
    listed.add_argument("--kind", choices=[kind.value for kind in FindingKind])
    listed.add_argument("--group", type=code, metavar="CODE", help="nhóm đơn vị")
    listed.add_argument("--open", action="store_true", help="chỉ những điểm chưa xem")
    seen = add("finding review", "ghi đã xem")
    _add_keys(seen)
    seen.add_argument("--note", type=words, default="", metavar="TEXT")
    _add_keys(add("finding reopen", "bỏ ghi đã xem"))
    limits = add("finding limits", "ngưỡng xem lại; có giá trị thì đặt lại")
    for one in fields(FindingLimits):
        name = one.name.replace("_", "-")
        reads = points if one.name in IN_POINTS else count
        limits.add_argument(f"--{name}", dest=one.name, type=reads, metavar="N")


def _add_cycle(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cycle", type=code, required=True, metavar="ID")


def _add_keys(parser: argparse.ArgumentParser) -> None:
    _add_cycle(parser)
    parser.add_argument(
        "keys", type=words, nargs="+", metavar="KEY", help="khóa, theo finding list"
    )
