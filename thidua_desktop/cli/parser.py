"""The grammar of the command line; its words for people are Vietnamese."""

from __future__ import annotations

import argparse
from functools import cache
from typing import NoReturn

from thidua_desktop.application.enrolling.namesakes import NamesakeChoice
from thidua_desktop.application.hidden import HiddenChoice
from thidua_desktop.cli.arguments import code, count, day, few, path, points, words, workbook_path
from thidua_desktop.cli.grammar_cases import add_case_commands, add_dossier_facts
from thidua_desktop.cli.grammar_certificates import add_certificate_commands
from thidua_desktop.cli.grammar_classes import add_class_commands
from thidua_desktop.cli.grammar_council import add_council_commands
from thidua_desktop.cli.grammar_decisions import add_decision_commands
from thidua_desktop.cli.grammar_dossiers import add_dossier_commands
from thidua_desktop.cli.grammar_evidence import add_evidence_commands, add_typing_command
from thidua_desktop.cli.grammar_findings import add_finding_commands
from thidua_desktop.cli.grammar_lists import add_list_commands
from thidua_desktop.cli.grammar_movement import add_movement_commands
from thidua_desktop.cli.grammar_plans import add_plan_commands
from thidua_desktop.cli.grammar_province import add_province_commands
from thidua_desktop.cli.grammar_quotas import add_quota_commands
from thidua_desktop.cli.grammar_rules import add_rule_commands
from thidua_desktop.cli.grammar_ways import add_way_command
from thidua_desktop.cli.usage_words import fault_words, help_words
from thidua_desktop.domain.kinds import Confirmation, CycleKind


class WrongUsageError(Exception):
    """The words make no command.

    Attributes:
        sentence: what is wrong with them.
        usage: how the command is called.
    """

    def __init__(self, sentence: str, usage: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.usage = usage


class VietnameseParser(argparse.ArgumentParser):
    """Says in Vietnamese what was wrong with the words of a command."""

    def error(self, message: str) -> NoReturn:
        """Wrong usage: one sentence, and how the command is called.

        Raises:
            WrongUsageError: always.
        """
        usage = self.format_usage().rstrip()
        sentence = f"Lệnh chưa đúng: {fault_words(message)}."
        raise WrongUsageError(sentence, f"{usage[0].upper()}{usage[1:]}")

    def format_usage(self) -> str:
        """How the command is called."""
        return help_words(super().format_usage())

    def format_help(self) -> str:
        """The whole help of the command."""
        return help_words(super().format_help())


def _common() -> VietnameseParser:
    """The options that every command takes, before or after its name."""
    common = VietnameseParser(add_help=False)
    common.add_argument(
        "--data", type=path, default=argparse.SUPPRESS, metavar="DIR", help="thư mục dữ liệu"
    )
    common.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="in một đối tượng JSON"
    )
    return common


@cache
def build_parser() -> VietnameseParser:
    """The whole grammar, put together once.

    Each leaf sets `command` to its words joined by a space, and `refuse` to what ends it for
    wrong usage.
    """
    grammar = _Grammar()
    _add_office_commands(grammar)
    _add_cycle_commands(grammar)
    _add_collecting_commands(grammar)
    add_typing_command(grammar.add)
    add_evidence_commands(grammar.add)
    add_way_command(grammar.add)
    add_quota_commands(grammar.add)
    add_class_commands(grammar.add)
    add_rule_commands(grammar.add)
    add_finding_commands(grammar.add)
    _add_award_commands(grammar)
    add_council_commands(grammar.add)
    _add_result_commands(grammar)
    add_decision_commands(grammar.add)
    add_certificate_commands(grammar.add)
    add_dossier_commands(grammar.add)
    _add_safety_commands(grammar)
    return grammar.parser


_GROUPS = {
    "award": "đề nghị khen thưởng",
    "certificate": "giấy khen in trên phôi, số sổ vàng",
    "class": "mức điểm xếp loại",
    "council": "hội đồng",
    "cycle": "đợt tự chấm và báo cáo",
    "dossier": "kiểm tra hồ sơ đề nghị khen thưởng",
    "decision": "quyết định khen thưởng",
    "discipline": "sổ kỷ luật",
    "evidence": "tệp minh chứng",
    "export": "bảng tổng hợp cho tỉnh, hồ sơ khen thưởng",
    "finding": "điểm cần xem lại khi thẩm định",
    "form": "phiếu tự chấm",
    "fund": "quỹ thi đua, khen thưởng",
    "history": "sổ khen thưởng trước đây",
    "hold": "vụ việc, tạm dừng xét khen thưởng",
    "initiative": "sổ sáng kiến",
    "activity": "sổ tập huấn, hội thi, phát động, khảo sát",
    "exemplar": "sổ điển hình, mô hình, cách làm hay",
    "inspection": "sổ kiểm tra, giám sát",
    "member": "thành viên Hội đồng",
    "person": "cá nhân, hộ gia đình",
    "plan": "kế hoạch",
    "province": "biểu của tỉnh",
    "rules": "căn cứ pháp lý",
    "score": "điểm và kết quả thẩm định",
    "unit": "đơn vị",
    "violation": "vi phạm làm hạ bậc xếp loại",
}
"""What the commands of two words are about, in the list of commands."""


class _Grammar:
    """Adds commands and keeps the groups of two-word commands."""

    def __init__(self) -> None:
        self.common = _common()
        self.parser = VietnameseParser(
            prog="thidua-desktop",
            parents=[self.common],
            description="Thi đua Desktop – quản lý phong trào thi đua của xã, phường. "
            "Không có lệnh nào thì mở cửa sổ.",
        )
        self.parser.set_defaults(command="")
        self._top = self.parser.add_subparsers(metavar="LỆNH")
        self._groups: dict[str, argparse._SubParsersAction[VietnameseParser]] = {}

    def add(self, command: str, about: str) -> VietnameseParser:
        """Add a command of one or two words."""
        *group, name = command.split()
        parent = self._group(group[0]) if group else self._top
        parser = parent.add_parser(name, parents=[self.common], help=about, description=about)
        parser.set_defaults(command=command, refuse=parser.error)
        return parser

    def _group(self, name: str) -> argparse._SubParsersAction[VietnameseParser]:
        if name not in self._groups:
            about = _GROUPS[name]
            parser = self._top.add_parser(
                name, parents=[self.common], help=about, description=about
            )
            self._groups[name] = parser.add_subparsers(required=True, metavar="LỆNH")
        return self._groups[name]


def _add_office_commands(grammar: _Grammar) -> None:
    demo = grammar.add("demo", "làm thử cả một năm trên kế hoạch thật")
    demo.add_argument("--out", type=path, required=True, metavar="DIR")
    demo.add_argument("--plan", type=code, default="xuan-hung", metavar="SLUG")
    demo.add_argument("--units", type=few, default=None, metavar="N")
    demo.add_argument("--seed", type=int, default=2026, metavar="N")
    add_plan_commands(grammar.add)
    init = grammar.add("init", "tạo dữ liệu mới cho một xã, phường")
    init.add_argument("--plan", type=words, required=True, metavar="SLUG")
    init.add_argument("--office", type=path, metavar="FILE.toml")
    init.add_argument("--practice", action="store_true", help="dữ liệu tập dượt")
    for noun, things in (("unit", "đơn vị"), ("person", "cá nhân, hộ gia đình")):
        importing = grammar.add(f"{noun} import", f"nhập danh sách {things} từ Excel")
        importing.add_argument("file", type=path, metavar="FILE")
        importing.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra")
        _add_hidden(importing)
        importing.add_argument(
            "--annotated", type=workbook_path, metavar="FILE.xlsx", help="lưu bản có ghi chú từng ô"
        )
        if noun == "person":
            importing.add_argument(
                "--namesakes",
                choices=[choice.value for choice in NamesakeChoice],
                help="người trùng tên, thiếu năm sinh: same cùng một người, other người khác",
            )
        blank = grammar.add(f"{noun} template", f"tệp mẫu danh sách {things}")
        blank.add_argument("--out", type=workbook_path, required=True, metavar="FILE.xlsx")
        grammar.add(f"{noun} list", f"danh sách {things}")
    _add_unit_changes(grammar)


def _add_hidden(importing: argparse.ArgumentParser) -> None:
    importing.add_argument(
        "--hidden",
        choices=[choice.value for choice in HiddenChoice],
        help="dòng, cột, trang bị ẩn: take nhập cả, skip bỏ qua; không ghi thì chưa nhập",
    )


def _add_unit_changes(grammar: _Grammar) -> None:
    """Đổi tên, sáp nhập, tách, giải thể."""
    rename = grammar.add("unit rename", "đổi tên đơn vị từ một ngày")
    merge = grammar.add("unit merge", "sáp nhập đơn vị từ một ngày")
    split = grammar.add("unit split", "tách đơn vị từ một ngày")
    end = grammar.add("unit end", "giải thể đơn vị từ một ngày")
    for parser in (rename, split, end):
        parser.add_argument("unit", type=code, metavar="CODE")
    merge.add_argument("units", type=code, nargs="+", metavar="CODE")
    merge.add_argument("--into", type=code, metavar="CODE", help="đơn vị được giữ lại")
    for parser in (rename, merge):
        parser.add_argument("--name", type=words, required=True)
    split.add_argument("--part", type=words, action="append", required=True, metavar="NAME")
    split.add_argument("--goes-on", action="store_true", help="đơn vị cũ vẫn hoạt động")
    for parser in (rename, merge, split, end):
        parser.add_argument("--date", type=day, required=True)
        parser.add_argument("--document", type=words, default="", metavar="TEXT", help="căn cứ")
    grammar.add("unit history", "các lần đổi tên, sáp nhập, tách")


def _add_cycle_commands(grammar: _Grammar) -> None:
    opening = grammar.add("cycle open", "mở kỳ")
    opening.add_argument("--kind", required=True, choices=[kind.value for kind in CycleKind])
    opening.add_argument("--year", type=count, required=True)
    opening.add_argument("--due", type=day, metavar="DATE")
    grammar.add("cycle list", "các kỳ")
    grammar.add("cycle close", "chốt kỳ").add_argument("cycle", type=code, metavar="ID")
    again = grammar.add("cycle reopen", "mở lại kỳ đã chốt để bổ sung")
    again.add_argument("cycle", type=code, metavar="ID")
    again.add_argument("--reason", required=True, metavar="TEXT")


def _add_collecting_commands(grammar: _Grammar) -> None:
    for command, about in (
        ("form export", "phát phiếu tự chấm"),
        ("form return", "phiếu trả lại cho đơn vị sửa"),
    ):
        parser = grammar.add(command, about)
        parser.add_argument("--cycle", type=code, required=True, metavar="ID")
        parser.add_argument("--out", type=path, required=True, metavar="DIR")
    importing = grammar.add("form import", "thu phiếu")
    importing.add_argument("paths", type=path, nargs="+", metavar="PATH")
    importing.add_argument("--cycle", type=code, required=True, metavar="ID")
    importing.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra")
    _add_hidden(importing)
    importing.add_argument("--received", type=day, metavar="DATE", help="ngày nhận")
    score = grammar.add("score set", "cho điểm thẩm định")
    for name in ("cycle", "unit", "criterion"):
        score.add_argument(f"--{name}", type=code, required=True)
    given = score.add_mutually_exclusive_group(required=True)
    given.add_argument("--points", type=points)
    given.add_argument("--amount", type=count, metavar="N", help="số liệu, tính theo cách chấm")
    score.add_argument("--base", type=count, default=0, metavar="N", help="tổng số để tính tỷ lệ")
    score.add_argument("--reason", type=words, default="")
    council = grammar.add("score council", "ghi điểm Hội đồng cho một tiêu chí đã thẩm định")
    for name in ("cycle", "unit", "criterion"):
        council.add_argument(f"--{name}", type=code, required=True)
    figure = council.add_mutually_exclusive_group(required=True)
    figure.add_argument("--points", type=points)
    figure.add_argument("--withdraw", action="store_true", help="bỏ điểm Hội đồng")
    council.add_argument("--reason", type=words, default="")
    grammar.add("rank", "xếp hạng, xếp loại").add_argument(
        "--cycle", type=code, required=True, metavar="ID"
    )


def _add_award_commands(grammar: _Grammar) -> None:
    grammar.add("award list", "khen thưởng của kỳ").add_argument(
        "--cycle", type=code, required=True, metavar="ID"
    )
    for command, about in (
        ("award check", "kiểm tra điều kiện khen thưởng"),
        ("award propose", "đề nghị khen thưởng"),
    ):
        parser = grammar.add(command, about)
        parser.add_argument("--cycle", type=code, required=True, metavar="ID")
        parser.add_argument("--award", type=code, required=True, metavar="CODE")
        subject = parser.add_mutually_exclusive_group(required=True)
        subject.add_argument("--unit", type=code, metavar="CODE")
        subject.add_argument("--person", type=code, metavar="CODE")
        _add_confirming(parser)
        add_dossier_facts(parser)
        if command == "award propose":
            parser.add_argument("--achievement", type=words, required=True, metavar="TEXT")
            parser.add_argument("--override", type=words, default="", metavar="REASON")
    add_list_commands(grammar.add, _add_confirming)
    add_case_commands(grammar.add)
    add_movement_commands(grammar.add)


def _add_result_commands(grammar: _Grammar) -> None:
    decision = grammar.add("decision issue", "lập quyết định khen thưởng")
    decision.add_argument("--session", type=code, required=True, metavar="ID")
    decision.add_argument("--date", type=day, required=True)
    decision.add_argument("--number", type=words, default="")
    add_province_commands(grammar.add)
    dossier = grammar.add("export dossier", "văn bản, hồ sơ của kỳ")
    dossier.add_argument("--cycle", type=code, required=True, metavar="ID")
    dossier.add_argument("--out", type=path, required=True, metavar="DIR")
    dossier.add_argument("--zip", action="store_true", help="đóng gói theo cấp khen thưởng")
    dossier.add_argument(
        "--despite", type=words, default="", metavar="REASON", help="vì sao gửi khi hồ sơ chưa đủ"
    )


def _add_confirming(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--confirm",
        action="append",
        type=code,
        default=[],
        metavar="CODE",
        help="xác nhận một nội dung mà award check kê; dùng được nhiều lần",
    )
    parser.add_argument(
        "--no-holds",
        action="append_const",
        dest="confirm",
        const=Confirmation.NO_HOLDS.value,
        help="xác nhận không có vụ việc đang xem xét, không bị kỷ luật",
    )


def _add_safety_commands(grammar: _Grammar) -> None:
    grammar.add("backup", "sao lưu").add_argument("--to", type=path, required=True, metavar="DIR")
    grammar.add("restore", "khôi phục vào thư mục mới").add_argument(
        "file", type=path, metavar="FILE"
    )
    grammar.add("check", "kiểm tra dữ liệu, nhật ký, tệp đính kèm")
    undo = grammar.add("undo", "hoàn tác cả một thao tác")
    undo.add_argument("operation", type=count, metavar="OPERATION")
    undo.add_argument("--preview", action="store_true", help="chỉ xem trước")
    grammar.add("log", "nhật ký").add_argument("--limit", type=count, default=200)
