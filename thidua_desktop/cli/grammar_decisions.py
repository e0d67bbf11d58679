"""The grammar of what follows a decision: its register, payments, cancelling, the fund."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import count, day, money, path, words
from thidua_desktop.domain.awards.cancelling import CancelGround
from thidua_desktop.domain.awards.outcomes import ReferralState
from thidua_desktop.domain.fund import FundArea, SpendingKind

Add = Callable[[str, str], argparse.ArgumentParser]


def add_decision_commands(add: Add) -> None:
    """Add all; `add` takes the words of a command and what it is about."""
    listing = add("decision list", "sổ quyết định khen thưởng")
    listing.add_argument("--year", type=count, metavar="Y")
    number = add("decision number", "ghi số, ngày quyết định")
    number.add_argument("decision", type=count, metavar="ID")
    number.add_argument("--number", type=words, required=True, metavar="N")
    number.add_argument("--date", type=day)
    number.add_argument("--signer", type=words, metavar="NAME", help="người ký")
    scan = add("decision scan", "bản quét quyết định đã ký")
    scan.add_argument("decision", type=count, metavar="ID")
    scan.add_argument("file", type=path, nargs="?", metavar="FILE", help="tệp PDF hoặc ảnh cần gắn")
    scan.add_argument("--remove", type=words, metavar="NAME", help="gỡ bản quét có tên này")
    scan.add_argument("--out", type=path, metavar="DIR", help="chép các bản quét ra thư mục")
    pay = add("decision pay", "ghi đã chi tiền thưởng")
    _add_proposals(pay)
    pay.add_argument("--date", type=day, required=True)
    pay.add_argument("--receiver", type=words, default="", metavar="NAME", help="người nhận")
    pay.add_argument("--gift", type=words, default="", metavar="TEXT", help="quà thay tiền")
    _add_cancelling(add)
    outcome = add("award outcome", "kết quả ở cấp trên")
    _add_proposals(outcome)
    outcome.add_argument("--state", required=True, choices=[one.value for one in ReferralState])
    outcome.add_argument("--date", type=day, help="ngày gửi, hoặc ngày quyết định")
    for name in ("number", "document", "decider", "note"):
        outcome.add_argument(f"--{name}", type=words, default="")
    _add_fund(add)


def _add_cancelling(add: Add) -> None:
    cancel = add("decision cancel", "hủy bỏ quyết định khen của một trường hợp")
    cancel.add_argument("--proposal", type=count, required=True, metavar="ID")
    cancel.add_argument("--ground", required=True, choices=[one.value for one in CancelGround])
    cancel.add_argument("--document", type=words, required=True, metavar="TEXT")
    cancel.add_argument("--date", type=day, required=True)
    cancel.add_argument("--number", type=words, default="", metavar="N")
    cancel.add_argument("--received", type=day, metavar="D", help="ngày nhận quyết định hủy bỏ")
    recover = add("decision recover", "ghi việc thu hồi hiện vật, tiền thưởng")
    recover.add_argument("--proposal", type=count, required=True, metavar="ID")
    recover.add_argument("--received", type=day, metavar="D", help="ngày nhận quyết định hủy bỏ")
    recover.add_argument("--returned", type=day, metavar="D", help="ngày đã thu hồi")


def _add_fund(add: Add) -> None:
    add("fund show", "quỹ của một năm").add_argument("--year", type=count, required=True)
    setting = add("fund set", "nhập quỹ của một năm")
    setting.add_argument("--year", type=count, required=True)
    for name in ("budget", "other-income", "regular-spending"):
        setting.add_argument(f"--{name}", type=money, metavar="N")
    setting.add_argument("--area", choices=[area.value for area in FundArea])
    spend = add("fund spend", "ghi một khoản chi của quỹ")
    spend.add_argument("--kind", required=True, choices=[kind.value for kind in SpendingKind])
    spend.add_argument("--date", type=day, required=True)
    spend.add_argument("--amount", type=money, required=True, metavar="N")
    spend.add_argument("--content", type=words, required=True, metavar="TEXT")
    spend.add_argument("--document", type=words, default="", metavar="TEXT")


def _add_proposals(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--proposal", type=count, required=True, nargs="+", metavar="ID")
