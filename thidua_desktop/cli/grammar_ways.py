"""The grammar of cách chấm: how the points of a criterion are found."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, count, points, words
from thidua_desktop.domain.scoring.criterion import Method

Add = Callable[[str, str], argparse.ArgumentParser]


def add_way_command(add: Add) -> None:
    """Add it; `add` takes the words of a command and what it is about."""
    way = add("plan method", "đổi cách chấm một tiêu chí, cho các kỳ mở từ nay")
    way.add_argument("--audience", type=code, required=True, metavar="CODE", help="mã đối tượng")
    way.add_argument("--criterion", type=code, required=True, metavar="CODE")
    way.add_argument("--method", required=True, choices=[method.value for method in Method])
    way.add_argument("--points-each", type=points, metavar="P", help="điểm cho mỗi kết quả")
    way.add_argument("--size", type=count, metavar="N", help="số người được chọn")
    way.add_argument(
        "--table", type=words, default="", metavar="TEXT", help="bảng mức, ví dụ 95=20;80=15"
    )
    way.add_argument(
        "--needs-evidence", action="store_true", help="không có minh chứng thì tính 0 điểm"
    )
