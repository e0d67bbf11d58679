"""The grammar of `certificate export` and `certificate number`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, count, path, words


def add_certificate_commands(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add both; `add` takes the words of a command and what it is about."""
    export = add("certificate export", "giấy khen của một quyết định, để in lên phôi")
    export.add_argument("--decision", type=count, required=True, metavar="ID")
    export.add_argument("--out", type=path, required=True, metavar="DIR")
    export.add_argument("--layout", type=code, metavar="LAYOUT", help="mẫu phôi, hoặc tệp .toml")
    export.add_argument(
        "--printer", type=words, default="", metavar="NAME", help="máy in đã đo độ lệch"
    )
    number = add("certificate number", "cấp số sổ vàng, hoặc ghi số đã cấp trên giấy")
    number.add_argument("--decision", type=count, required=True, metavar="ID")
    number.add_argument("--first", type=count, metavar="N", help="số bắt đầu")
    number.add_argument("--proposal", type=count, metavar="ID", help="chỉ một giấy khen")
    number.add_argument("--number", type=count, metavar="N", help="số đã ghi trên giấy")
