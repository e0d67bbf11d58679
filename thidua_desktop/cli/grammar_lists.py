"""The grammar of the ranked list: `award line`, `draw`, `choose`, `batch`, `participants`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, count, words
from thidua_desktop.domain.kinds import SubjectKind


def add_list_commands(
    add: Callable[[str, str], argparse.ArgumentParser],
    add_confirming: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Add them; `add` takes the words of a command and what it is about."""
    _of_list(add("award line", "danh sách xét với đường chỉ tiêu: ai trong, ai ngoài, vì sao"))
    draw = add("award draw", "đặt vạch của danh sách xét")
    _of_list(draw)
    place = draw.add_mutually_exclusive_group(required=True)
    place.add_argument("--places", type=count, metavar="N", help="số trường hợp trên vạch")
    place.add_argument("--by-quota", action="store_true", help="trả vạch về đúng chỉ tiêu")
    place.add_argument("--women-first", action="store_true", help="ngang nhau thì ưu tiên nữ")
    place.add_argument("--women-not-first", action="store_true", help="thôi ưu tiên nữ")
    draw.add_argument(
        "--reason", type=words, default="", metavar="TEXT", help="vì sao vượt chỉ tiêu"
    )
    choose = add("award choose", "đưa vào hoặc để lại một trường hợp của danh sách xét")
    choose.add_argument("--cycle", type=code, required=True, metavar="ID")
    choose.add_argument("--award", type=code, required=True, metavar="CODE")
    subject = choose.add_mutually_exclusive_group(required=True)
    subject.add_argument("--unit", type=code, metavar="CODE")
    subject.add_argument("--person", type=code, metavar="CODE")
    said = choose.add_mutually_exclusive_group(required=True)
    said.add_argument("--in", dest="taken_in", type=words, metavar="REASON", help="đưa vào, lý do")
    said.add_argument("--out", dest="left_out", type=words, metavar="REASON", help="để lại, lý do")
    said.add_argument("--clear", action="store_true", help="để thứ tự quyết định")
    batch = add("award batch", "đề nghị cả danh sách trên vạch, một thao tác")
    _of_list(batch)
    batch.add_argument("--achievement", type=words, required=True, metavar="TEXT")
    batch.add_argument(
        "--reason", type=words, default="", metavar="TEXT", help="vì sao vượt chỉ tiêu"
    )
    add_confirming(batch)
    told = add("award participants", "số tham gia, để tính chỉ tiêu theo tỷ lệ")
    told.add_argument("--cycle", type=code, required=True, metavar="ID")
    for kind in SubjectKind:
        told.add_argument(f"--{kind}", type=count, metavar="N")


def _of_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cycle", type=code, required=True, metavar="ID")
    parser.add_argument("--award", type=code, required=True, metavar="CODE")
    parser.add_argument(
        "--subject",
        choices=[kind.value for kind in SubjectKind],
        help="đối tượng của danh sách",
    )
