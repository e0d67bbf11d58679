"""The grammar of quotas: how many of an award may be given, and how that is counted."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, count, words
from thidua_desktop.domain.kinds import CycleKind, SubjectKind

Add = Callable[[str, str], argparse.ArgumentParser]

_SUBJECTS = [subject.value for subject in SubjectKind]


def add_quota_commands(add: Add) -> None:
    """Add all; `add` takes the words of a command and what it is about."""
    quota = add("plan quota", "đặt hoặc bỏ số lượng khen thưởng")
    quota.add_argument("--kind", required=True, choices=[kind.value for kind in CycleKind])
    quota.add_argument("--award", type=code, required=True, metavar="CODE")
    quota.add_argument("--subject", required=True, choices=_SUBJECTS)
    how = quota.add_mutually_exclusive_group(required=True)
    how.add_argument("--maximum", type=count, metavar="N", help="nhiều nhất")
    how.add_argument("--percent", type=count, metavar="N", help="phần trăm số tham gia")
    how.add_argument("--no-limit", action="store_true", help="không giới hạn")
    how.add_argument("--drop", action="store_true", help="bỏ dòng này")
    quota.add_argument(
        "--with",
        dest="shared",
        action="append",
        default=[],
        choices=_SUBJECTS,
        help="đối tượng dùng chung số này",
    )
    quota.add_argument("--of-province", action="store_true", help="số của cả tỉnh")
    quota.add_argument("--text", type=words, default="", metavar="TEXT", help="lời của kế hoạch")
