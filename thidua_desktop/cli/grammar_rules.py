"""The grammar of căn cứ pháp lý: which rules hold, new ones from a file, old ones that go on."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, day, money, path, words

Add = Callable[[str, str], argparse.ArgumentParser]


def add_rule_commands(add: Add) -> None:
    """Add all; `add` takes the words of a command and what it is about."""
    add("rules list", "căn cứ pháp lý đang dùng, theo ngày áp dụng")
    taken = add("rules add", "nhận căn cứ pháp lý mới từ tệp")
    taken.add_argument("file", type=path, metavar="FILE.toml")
    going_on = add("rules extend", "áp dụng tiếp căn cứ sau ngày hết hạn, theo văn bản cơ quan nêu")
    going_on.add_argument("--from", dest="first", type=day, required=True, metavar="DATE")
    going_on.add_argument("--to", dest="last", type=day, metavar="DATE")
    going_on.add_argument("--document", type=words, required=True, metavar="TEXT", help="văn bản")
    going_on.add_argument(
        "--base-salary", type=money, metavar="N", help="lương cơ sở mới, đồng một tháng"
    )
    going_on.add_argument("--salary-document", type=words, default="", metavar="TEXT")
    drop = add("rules drop", "bỏ căn cứ do cơ quan thêm")
    drop.add_argument("rules", type=code, metavar="CODE")
