"""The grammar of what stands beside a dossier: pending matters, discipline, history, sáng kiến."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, count, day, words
from thidua_desktop.domain.award_forms import AwardLevel, CommendationType
from thidua_desktop.domain.awards.facts import HoldKind
from thidua_desktop.domain.kinds import SubjectKind

Add = Callable[[str, str], argparse.ArgumentParser]

_TYPES = [one.value for one in CommendationType]


def add_dossier_facts(parser: argparse.ArgumentParser) -> None:
    """What an officer tells of a dossier when it is checked or proposed."""
    parser.add_argument(
        "--deny", type=code, action="append", default=[], metavar="CODE", help="không đạt"
    )
    parser.add_argument("--received", type=day, metavar="D", help="ngày tiếp nhận hồ sơ")
    parser.add_argument("--type", choices=_TYPES, default="phong_trao", help="loại hình")
    parser.add_argument(
        "--initiative", type=count, action="append", default=[], metavar="ID", help="sáng kiến"
    )
    parser.add_argument(
        "--cite", type=code, action="append", default=[], metavar="KEY", help="lần khen làm căn cứ"
    )
    parser.add_argument("--maternity-leave", action="store_true", help="có nghỉ thai sản")


def add_case_commands(add: Add) -> None:
    """Add all; `add` takes the words of a command and what it is about."""
    _add_withdraw(add)
    _add_holds(add)
    _add_disciplines(add)
    _add_history(add)
    _add_initiatives(add)


def _add_withdraw(add: Add) -> None:
    withdraw = add("award withdraw", "rút đề nghị khen thưởng")
    withdraw.add_argument("--proposal", type=count, required=True, metavar="ID")


def _add_holds(add: Add) -> None:
    hold = add("hold add", "ghi vụ việc, tạm dừng xét khen thưởng")
    _add_subject(hold)
    hold.add_argument("--kind", required=True, choices=[one.value for one in HoldKind])
    hold.add_argument("--from", dest="begin", type=day, required=True, metavar="D")
    hold.add_argument("--document", type=words, required=True, metavar="TEXT")
    add("hold list", "sổ vụ việc")
    resume = add("hold resume", "ghi kết luận, xét tiếp")
    resume.add_argument("hold", type=count, metavar="ID")
    resume.add_argument("--date", type=day, required=True, metavar="D")
    resume.add_argument("--document", type=words, required=True, metavar="TEXT")
    add("hold remove", "xóa vụ việc ghi nhầm").add_argument("hold", type=count, metavar="ID")


def _add_disciplines(add: Add) -> None:
    made = add("discipline add", "ghi kỷ luật")
    _add_subject(made)
    made.add_argument("--form", type=words, required=True, metavar="TEXT", help="hình thức")
    made.add_argument("--from", dest="begin", type=day, required=True, metavar="D")
    made.add_argument("--to", dest="end", type=day, metavar="D")
    made.add_argument("--document", type=words, required=True, metavar="TEXT")
    add("discipline list", "sổ kỷ luật")
    end = add("discipline end", "ghi ngày hết kỷ luật")
    end.add_argument("discipline", type=count, metavar="ID")
    end.add_argument("--date", type=day, required=True, metavar="D")
    remove = add("discipline remove", "xóa kỷ luật ghi nhầm")
    remove.add_argument("discipline", type=count, metavar="ID")


def _add_history(add: Add) -> None:
    made = add("history add", "ghi lần khen trước, trên giấy hoặc ở nơi khác")
    owner = made.add_mutually_exclusive_group()
    owner.add_argument("--unit", type=code, metavar="CODE")
    owner.add_argument("--person", type=code, metavar="CODE")
    made.add_argument("--name", type=words, default="", metavar="NAME", help="tên như quyết định")
    made.add_argument("--subject", choices=[one.value for one in SubjectKind])
    made.add_argument("--award", type=code, required=True, metavar="CODE", help="mã hoặc tên")
    made.add_argument("--level", choices=[one.value for one in AwardLevel])
    made.add_argument("--type", choices=_TYPES)
    made.add_argument("--number", type=words, default="", metavar="N")
    made.add_argument("--date", type=day, metavar="D", help="ngày quyết định")
    made.add_argument("--from", dest="begin", type=day, metavar="D", help="thành tích từ ngày")
    made.add_argument("--to", dest="end", type=day, metavar="D", help="thành tích đến ngày")
    made.add_argument("--movement", type=words, default="", metavar="TEXT", help="phong trào")
    made.add_argument("--achievement", type=words, default="", metavar="TEXT")
    add("history list", "sổ khen thưởng trước đây")
    for word, about in (("same", "là cùng người"), ("other", "là khác người")):
        said = add(f"history {word}", f"xác định người được khen {about}")
        said.add_argument("award", type=count, metavar="ID")
        _add_subject(said)
    remove = add("history remove", "xóa lần khen trước ghi nhầm")
    remove.add_argument("award", type=count, metavar="ID")


def _add_initiatives(add: Add) -> None:
    made = add("initiative add", "ghi sáng kiến")
    _add_subject(made)
    made.add_argument("--name", type=words, required=True, metavar="TEXT")
    made.add_argument("--by", type=words, default="", metavar="TEXT", help="nơi công nhận")
    made.add_argument("--number", type=words, default="", metavar="N")
    made.add_argument("--date", type=day, metavar="D")
    add("initiative list", "sổ sáng kiến")
    remove = add("initiative remove", "xóa sáng kiến ghi nhầm")
    remove.add_argument("initiative", type=count, metavar="ID")


def _add_subject(parser: argparse.ArgumentParser) -> None:
    subject = parser.add_mutually_exclusive_group(required=True)
    subject.add_argument("--unit", type=code, metavar="CODE")
    subject.add_argument("--person", type=code, metavar="CODE")
