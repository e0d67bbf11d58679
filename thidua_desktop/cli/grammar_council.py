"""The grammar of the commands about the council, its members and its votes."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, count, day, words
from thidua_desktop.domain.council_members import CouncilRole, SessionMode
from thidua_desktop.domain.voting import VoteMethod

Add = Callable[[str, str], argparse.ArgumentParser]


def named(text: str) -> tuple[int, str]:
    """A member's number, with a reason behind «=» where there is one: ``3=ốm``."""
    number, _, reason = text.partition("=")
    return count(number), words(reason)


def votes(text: str) -> tuple[int, int, int]:
    """A proposal with its votes: ``12=7/2`` are 7 for and 2 against."""
    number, equals, cast = text.partition("=")
    yes, slash, no = cast.partition("/")
    if not (equals and slash):
        raise argparse.ArgumentTypeError(f"viết đề nghị=đồng ý/không đồng ý, như 12=7/2: {text}")
    return count(number), count(yes), count(no)


def add_council_commands(add: Add) -> None:
    """Add them; `add` takes the words of a command and what it is about."""
    _add_members(add)
    _add_sessions(add)
    _add_votes(add)
    _add_rules(add)


def _add_members(add: Add) -> None:
    member = add("member add", "thêm thành viên Hội đồng")
    member.add_argument("--name", type=code, required=True)
    for name in ("post", "field", "area", "unit"):
        member.add_argument(f"--{name}", type=words, default="")
    member.add_argument(
        "--role",
        choices=[role.value for role in CouncilRole],
        default=CouncilRole.MEMBER.value,
        help="chức danh trong Hội đồng",
    )
    member.add_argument("--from", dest="since", type=day, metavar="DATE")
    member.add_argument("--to", dest="until", type=day, metavar="DATE")
    listed = add("member list", "thành viên Hội đồng")
    listed.add_argument("--date", type=day, metavar="DATE", help="tại ngày này; mặc định hôm nay")
    decision = add("council register", "ghi quyết định thành lập, kiện toàn Hội đồng")
    decision.add_argument("--number", type=code, required=True)
    decision.add_argument("--date", type=day, required=True)


def _add_sessions(add: Add) -> None:
    session = add("council open", "mở phiên họp Hội đồng")
    session.add_argument("--cycle", type=code, required=True, metavar="ID")
    session.add_argument("--date", type=day, required=True)
    session.add_argument("--members", type=count, metavar="N", help="tổng số thành viên")
    session.add_argument("--present", type=count, metavar="N", help="số người có mặt")
    session.add_argument(
        "--written", type=count, default=0, metavar="N", help="số người gửi ý kiến bằng văn bản"
    )
    session.add_argument(
        "--absent",
        type=named,
        action="append",
        default=[],
        metavar="ID[=REASON]",
        help="thành viên vắng mặt; dùng khi đã có danh sách thành viên",
    )
    session.add_argument(
        "--wrote",
        type=named,
        action="append",
        default=[],
        metavar="ID[=REASON]",
        help="thành viên vắng mặt, gửi ý kiến bằng văn bản",
    )
    session.add_argument(
        "--mode", choices=[mode.value for mode in SessionMode], default=SessionMode.MEETING.value
    )
    for name in ("place", "start", "end"):
        session.add_argument(f"--{name}", type=words, default="")


def _add_votes(add: Add) -> None:
    methods = [method.value for method in VoteMethod]
    vote = add("council vote", "ghi kết quả biểu quyết")
    vote.add_argument("--session", type=code, required=True, metavar="ID")
    vote.add_argument("--proposal", type=count, required=True, metavar="ID")
    for name in ("yes", "no"):
        vote.add_argument(f"--{name}", type=count, required=True)
    vote.add_argument("--invalid", type=count, default=0)
    vote.add_argument("--method", choices=methods)
    vote.add_argument("--chair", choices=["yes", "no"], help="ý kiến Chủ tịch khi ngang phiếu")
    counted = add("council count", "ghi kết quả kiểm phiếu của một hình thức")
    counted.add_argument("--session", type=code, required=True, metavar="ID")
    counted.add_argument("--award", type=code, required=True, metavar="CODE")
    counted.add_argument("--method", choices=methods, default=VoteMethod.BALLOT.value)
    for name in ("issued", "returned"):
        counted.add_argument(f"--{name}", type=count, required=True, metavar="N")
    counted.add_argument("--void", type=count, default=0, metavar="N")
    counted.add_argument("--votes", type=votes, action="append", required=True, metavar="ID=YES/NO")
    counted.add_argument("--head-teller", type=words, default="", metavar="NAME")
    counted.add_argument("--tellers", type=words, default="", metavar="NAMES")
    places = add("council places", "lấy theo số phiếu khi vượt số lượng")
    places.add_argument("--session", type=code, required=True, metavar="ID")
    places.add_argument("--preview", action="store_true", help="chỉ xem trước")


def _add_rules(add: Add) -> None:
    add("council rules", "quy định biểu quyết đang áp dụng")
    rule = add("council rule", "quy định biểu quyết riêng của tỉnh cho một hình thức")
    rule.add_argument("--award", type=code, required=True, metavar="CODE")
    rule.add_argument("--percent", type=count, metavar="N", help="bỏ trống là quá nửa")
    rule.add_argument("--ballot", action="store_true", help="phải bỏ phiếu kín")
    rule.add_argument("--chair-decides", action="store_true", help="ngang phiếu thì theo Chủ tịch")
    rule.add_argument("--citation", type=words, default="", metavar="TEXT")
    rule.add_argument("--reset", action="store_true", help="trở lại quy định có sẵn")
    quorum = add("council quorum", "số thành viên tối thiểu theo quy định riêng")
    for name in ("parts", "of"):
        quorum.add_argument(f"--{name}", type=count, default=0, metavar="N")
    quorum.add_argument("--citation", type=words, default="", metavar="TEXT")
    quorum.add_argument("--reset", action="store_true", help="trở lại quy định có sẵn")
