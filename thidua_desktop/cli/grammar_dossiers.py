"""The grammar of `dossier check`, `dossier mark`, `dossier rule` and `dossier drop`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, count, path, words
from thidua_desktop.domain.dossier_parts import PartNeed


def add_dossier_commands(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add them; `add` takes the words of a command and what it is about."""
    check = add("dossier check", "hồ sơ đủ, thiếu, chưa rõ; văn bản có khớp nhau không")
    check.add_argument("--cycle", type=code, required=True, metavar="ID")
    mark = add("dossier mark", "xác nhận một thành phần hồ sơ")
    mark.add_argument("--proposal", type=count, required=True, metavar="ID")
    mark.add_argument("--part", type=code, required=True, metavar="CODE")
    mark.add_argument("--missing", action="store_true", help="ghi là thiếu")
    mark.add_argument("--note", type=words, default="", metavar="TEXT")
    mark.add_argument("--file", type=path, metavar="FILE", help="tệp minh chứng")
    rule = add("dossier rule", "quy định của tỉnh về một thành phần hồ sơ")
    rule.add_argument("--award", type=code, required=True, metavar="CODE")
    rule.add_argument("--part", type=code, metavar="CODE", help="bỏ trống để thêm mới")
    rule.add_argument("--text", type=words, required=True, metavar="TEXT")
    rule.add_argument("--need", type=PartNeed, choices=tuple(PartNeed), default=PartNeed.NEEDED)
    rule.add_argument("--citation", type=words, required=True, metavar="TEXT")
    gone = add("dossier drop", "bỏ quy định của tỉnh về một thành phần hồ sơ")
    gone.add_argument("--award", type=code, required=True, metavar="CODE")
    gone.add_argument("--part", type=code, required=True, metavar="CODE")
