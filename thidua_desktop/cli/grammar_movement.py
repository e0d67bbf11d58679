"""The grammar of sổ phong trào: exemplars, inspections, activities."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, count, day, words, workbook_path
from thidua_desktop.domain.movement_book import ActivityKind, ExemplarKind

Add = Callable[[str, str], argparse.ArgumentParser]


def add_movement_commands(add: Add) -> None:
    """Add all; `add` takes the words of a command and what it is about."""
    _add_exemplars(add)
    _add_inspections(add)
    _add_activities(add)


def _add_exemplars(add: Add) -> None:
    made = add("exemplar add", "ghi điển hình, mô hình, cách làm hay")
    subject = made.add_mutually_exclusive_group(required=True)
    subject.add_argument("--unit", type=code, metavar="CODE")
    subject.add_argument("--person", type=code, metavar="CODE")
    made.add_argument("--kind", required=True, choices=[one.value for one in ExemplarKind])
    made.add_argument("--name", type=words, required=True, metavar="TEXT")
    made.add_argument("--date", type=day, required=True, metavar="D", help="ngày ghi nhận")
    made.add_argument("--result", type=words, default="", metavar="TEXT", help="kết quả")
    made.add_argument("--spread", type=words, default="", metavar="TEXT", help="nơi nhân rộng")
    add("exemplar list", "sổ điển hình, mô hình, cách làm hay")
    remove = add("exemplar remove", "xóa điển hình, mô hình ghi nhầm")
    remove.add_argument("exemplar", type=count, metavar="ID")


def _add_inspections(add: Add) -> None:
    made = add("inspection add", "ghi kiểm tra, giám sát một đơn vị, đã làm hay còn là kế hoạch")
    made.add_argument("--unit", type=code, required=True, metavar="CODE")
    made.add_argument("--date", type=day, required=True, metavar="D")
    made.add_argument("--place", type=words, default="", metavar="TEXT", help="địa điểm")
    _add_names(made, "--inspector", "người kiểm tra, trưởng đoàn trước")
    add("inspection list", "sổ kiểm tra, giám sát")
    result = add("inspection result", "ghi kết quả kiểm tra")
    result.add_argument("inspection", type=count, metavar="ID")
    _add_names(result, "--host", "đại diện đơn vị")
    for option, about in (
        ("--strengths", "ưu điểm"),
        ("--weaknesses", "hạn chế, nguyên nhân"),
        ("--conclusion", "kết luận"),
        ("--requests", "kiến nghị của đơn vị"),
    ):
        result.add_argument(option, type=words, default="", metavar="TEXT", help=about)
    result.add_argument("--remedy-by", type=day, metavar="D", help="hạn khắc phục")
    remedy = add("inspection remedy", "ghi đơn vị đã khắc phục")
    remedy.add_argument("inspection", type=count, metavar="ID")
    remedy.add_argument("--date", type=day, required=True, metavar="D")
    remove = add("inspection remove", "xóa lần kiểm tra ghi nhầm")
    remove.add_argument("inspection", type=count, metavar="ID")


def _add_names(parser: argparse.ArgumentParser, option: str, about: str) -> None:
    parser.add_argument(option, type=words, action="append", default=[], metavar="NAME", help=about)


def _add_activities(add: Add) -> None:
    made = add("activity add", "ghi tập huấn, hội thi, phát động, khảo sát")
    made.add_argument("--kind", required=True, choices=[one.value for one in ActivityKind])
    made.add_argument("--name", type=words, required=True, metavar="TEXT", help="nội dung")
    made.add_argument("--date", type=day, required=True, metavar="D")
    made.add_argument("--place", type=words, default="", metavar="TEXT", help="địa điểm")
    made.add_argument("--by", type=words, default="", metavar="TEXT", help="đơn vị tổ chức")
    made.add_argument("--people", type=count, metavar="N", help="số người tham gia")
    made.add_argument("--result", type=words, default="", metavar="TEXT", help="kết quả")
    made.add_argument("--document", type=words, default="", metavar="TEXT")
    form = add("activity survey", "lập biểu khảo sát công nghệ thông tin để trống")
    form.add_argument("--out", type=workbook_path, required=True, metavar="FILE.xlsx")
    add("activity list", "sổ tập huấn, hội thi, phát động, khảo sát")
    remove = add("activity remove", "xóa hoạt động ghi nhầm")
    remove.add_argument("activity", type=count, metavar="ID")
