"""The grammar of what comes beside the forms: papers that are typed in, files that prove."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, day, path, words

Add = Callable[[str, str], argparse.ArgumentParser]


def add_typing_command(add: Add) -> None:
    """Nhập thay đơn vị."""
    typing = add("form type", "nhập thay đơn vị nộp phiếu giấy")
    typing.add_argument("--cycle", type=code, required=True, metavar="ID")
    typing.add_argument("--unit", type=code, required=True, metavar="CODE")
    typing.add_argument(
        "--points",
        type=pairs,
        default={},
        metavar="CODE=P;…",
        help="điểm từng tiêu chí, ví dụ ND1=10;ND2=8,5",
    )
    for option, about in (("--explanation", "thuyết minh"), ("--evidence", "minh chứng")):
        typing.add_argument(
            option,
            type=pair,
            action="append",
            default=[],
            metavar="CODE=TEXT",
            help=f"{about} của một tiêu chí; dùng được nhiều lần",
        )
    typing.add_argument("--requests", type=words, metavar="TEXT", help="kiến nghị, vướng mắc")
    typing.add_argument("--highlights", type=words, metavar="TEXT", help="kết quả nổi bật")
    typing.add_argument("--received", type=day, metavar="DATE", help="ngày nhận bản giấy")
    typing.add_argument("--by", type=words, metavar="NAME", help="người nhập")
    typing.add_argument("--scan", type=path, metavar="FILE", help="bản chụp phiếu giấy")
    typing.add_argument("--draft", action="store_true", help="chỉ lưu nháp")


def pair(text: str) -> tuple[str, str]:
    """«ND1=…» → a criterion's code and what is said of it."""
    key, mark, said = words(text).partition("=")
    if not mark or not key.strip():
        raise argparse.ArgumentTypeError(f"viết MÃ=NỘI DUNG: {text}")
    return key.strip(), said.strip()


def pairs(text: str) -> dict[str, str]:
    """«ND1=10;ND2=8,5» → what is said by criterion."""
    found: dict[str, str] = {}
    for key, said in (pair(part) for part in text.split(";") if part.strip()):
        if key in found:
            raise argparse.ArgumentTypeError(f"{key} ghi hai lần")
        found[key] = said
    return found


def add_evidence_commands(add: Add) -> None:
    """Tệp minh chứng."""
    adding = add("evidence add", "thêm tệp minh chứng, tệp hoặc thư mục")
    adding.add_argument("paths", type=path, nargs="+", metavar="PATH")
    listing = add("evidence list", "các tệp minh chứng của kỳ")
    export = add("evidence export", "xuất minh chứng với tên tệp không dấu, có mục lục")
    gaps = add("evidence missing", "các tiêu chí còn thiếu tệp minh chứng")
    removing = add("evidence remove", "gỡ một tệp minh chứng")
    renaming = add("evidence rename", "đổi tên hiển thị của một tệp minh chứng")
    for parser in (adding, listing, gaps, export, removing, renaming):
        parser.add_argument("--cycle", type=code, required=True, metavar="ID")
    for parser in (adding, listing, gaps, export):
        parser.add_argument("--unit", type=code, metavar="CODE")
    adding.add_argument("--criterion", type=code, metavar="CODE")
    adding.add_argument("--dry-run", action="store_true", help="chỉ xem nhận ra thế nào")
    export.add_argument("--out", type=path, required=True, metavar="DIR|FILE.zip")
    for parser in (removing, renaming):
        parser.add_argument("--unit", type=code, required=True, metavar="CODE")
        parser.add_argument("--criterion", type=code, metavar="CODE")
        parser.add_argument(
            "--file",
            type=code,
            required=True,
            metavar="SHA256",
            help="mã tệp, hoặc phần đầu của mã",
        )
    renaming.add_argument("--name", type=words, required=True, metavar="TEXT", help="tên mới")
