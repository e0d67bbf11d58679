"""The grammar of classes: from how many points each begins, and what brings a unit's down."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, points, words
from thidua_desktop.domain.scoring.policy import Violation

Add = Callable[[str, str], argparse.ArgumentParser]

_KINDS = [kind.value for kind in Violation]


def add_class_commands(add: Add) -> None:
    """Add all; `add` takes the words of a command and what it is about."""
    add("class show", "mức điểm xếp loại đang dùng")
    levels = add("class set", "đặt mức điểm xếp loại theo văn bản của cơ quan")
    for name in ("excellent", "good", "completed"):
        levels.add_argument(f"--{name}", type=points, required=True, metavar="P")
    levels.add_argument(
        "--zero-allowed", action="store_true", help="có tiêu chí 0 điểm vẫn xếp hai mức đầu"
    )
    levels.add_argument("--document", type=words, default="", metavar="TEXT")
    levels.add_argument(
        "--tie", type=code, nargs="+", default=[], metavar="CODE", help="bằng điểm thì so lần lượt"
    )
    timeline = add("unit timeline", "diễn biến điểm của một đơn vị trong kỳ")
    timeline.add_argument("--cycle", type=code, required=True, metavar="ID")
    timeline.add_argument("--unit", type=code, required=True, metavar="CODE")
    made = add("violation add", "ghi vi phạm làm hạ bậc xếp loại")
    _add_which(made)
    made.add_argument("--document", type=words, required=True, metavar="TEXT")
    listed = add("violation list", "vi phạm làm hạ bậc của một kỳ")
    listed.add_argument("--cycle", type=code, required=True, metavar="ID")
    _add_which(add("violation remove", "xóa vi phạm ghi nhầm"))


def _add_which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cycle", type=code, required=True, metavar="ID")
    parser.add_argument("--unit", type=code, required=True, metavar="CODE")
    parser.add_argument("--kind", required=True, choices=_KINDS)
