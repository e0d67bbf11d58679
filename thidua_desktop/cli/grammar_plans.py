"""The grammar of the plan as a file: shown, written out, checked, taken in place of the old."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import path, words

Add = Callable[[str, str], argparse.ArgumentParser]


def add_plan_commands(add: Add) -> None:
    """Add all; `add` takes the words of a command and what it is about."""
    add("plan list", "các kế hoạch có sẵn")
    shown = add("plan show", "một kế hoạch có sẵn, hoặc tệp kế hoạch của cơ quan")
    shown.add_argument("slug", type=words, metavar="SLUG")
    add("plan current", "kế hoạch cơ quan đang dùng")
    out = add("plan export", "ghi kế hoạch đang dùng ra tệp Excel để sửa")
    out.add_argument("--out", type=path, required=True, metavar="FILE")
    taken = add("plan import", "nhận kế hoạch đã sửa thay kế hoạch đang dùng")
    taken.add_argument("file", type=path, metavar="FILE")
    taken.add_argument("--dry-run", action="store_true", help="chỉ xem thay đổi")
    drafted = add("plan draft", "lập tệp kế hoạch từ văn bản Word để kiểm tra")
    drafted.add_argument("file", type=path, metavar="FILE.docx")
    drafted.add_argument("--out", type=path, required=True, metavar="FILE.xlsx")
