"""The grammar of `export province` and `province profile`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from thidua_desktop.cli.arguments import code, path


def add_province_commands(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add them; `add` takes the words of a command and what it is about."""
    export = add("export province", "biểu tổng hợp gửi tỉnh, hoặc biểu của tỉnh đã điền")
    export.add_argument("--cycle", type=code, required=True, metavar="ID")
    export.add_argument("--out", type=path, required=True, metavar="FILE.xlsx")
    export.add_argument(
        "--profile",
        type=code,
        metavar="NAME",
        help="điền biểu của tỉnh theo cách điền đã lưu, hoặc một tệp .xlsx, .xlsm của tỉnh",
    )
    export.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra, không ghi tệp")
    profile = add("province profile", "cách điền biểu của tỉnh")
    profile.add_argument(
        "deed", choices=("add", "list", "show", "remove", "export", "import"), metavar="VIỆC"
    )
    profile.add_argument("target", type=code, nargs="?", metavar="FILE|NAME")
    profile.add_argument("--name", type=code, metavar="NAME", help="tên để gọi cách điền")
    profile.add_argument("--out", type=path, metavar="FILE.zip", help="tệp để gửi xã khác")
    profile.add_argument("--replace", action="store_true", help="thay cách điền cùng tên")
    profile.add_argument(
        "--map",
        type=code,
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help="ghép cột với trường, ví dụ G=award hoặc 'Trang 1!G=award'; để trống: G=",
    )
    profile.add_argument(
        "--choose",
        type=code,
        action="append",
        default=[],
        metavar="COLUMN:OURS=THEIRS",
        help="giá trị của xã ứng với mục nào trong danh mục của tỉnh",
    )
    profile.add_argument(
        "--rows",
        type=code,
        action="append",
        default=[],
        metavar="FIRST[-LAST]=WHAT",
        help="bảng từ dòng nào lấy gì: proposals, passed, decided, units, people; thêm hình thức "
        "sau dấu hai chấm, ví dụ 8-20=decided:giay_khen_xa hoặc 'Trang 1!8=units'",
    )
