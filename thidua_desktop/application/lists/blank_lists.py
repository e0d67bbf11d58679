"""Tệp mẫu: the blank lists that an office fills in and gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.units import Unit

EXAMPLE_MARK = "Ví dụ"
"""Stands in the column of numbers: the reading leaves such a row out."""


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """One column.

    Attributes:
        width: in characters.
        example: what the made-up row shows.
        choices: what may be chosen from; other words are taken too.
        is_required: whether a row is worth nothing without it.
        is_count: whether whole numbers stand in it.
    """

    head: str
    width: int
    example: str | int = ""
    choices: tuple[str, ...] = ()
    is_required: bool = False
    is_count: bool = False


@dataclass(frozen=True, slots=True)
class BlankList:
    """A list to be filled in.

    Attributes:
        notes: how to fill it in, a line each.
    """

    title: str
    sheet: str
    columns: tuple[BlankColumn, ...]
    notes: tuple[str, ...]


_NUMBER = BlankColumn("STT", 8, EXAMPLE_MARK)
_COMMON_NOTE = (
    "Điền từ dòng trống đầu tiên. Dòng ghi «Ví dụ» ở cột STT không được nhập, "
    "để lại hay xóa đều được."
)


def blank_unit_list(groups: Sequence[UnitGroup]) -> BlankList:
    """The list of units; the groups that report may be chosen."""
    reporting = [group for group in groups if group.reports]
    names = tuple(group.name for group in reporting)
    example = names[0] if names else ""
    return BlankList(
        "DANH SÁCH ĐƠN VỊ",
        "Danh sách đơn vị",
        (
            _NUMBER,
            BlankColumn("Tên đơn vị", 44, "Đơn vị Ví dụ (tên đặt ra)", is_required=True),
            BlankColumn("Nhóm", 34, example, choices=names, is_required=True),
            BlankColumn("Khối thi đua", 16, "Khối 1"),
            BlankColumn("Người đứng đầu (chức vụ)", 24, "Trưởng đơn vị"),
            BlankColumn("Tổng số người", 12, 12, is_count=True),
            BlankColumn("Số nữ", 10, 7, is_count=True),
            BlankColumn("Điện thoại (Zalo)", 18, "0900000000"),
        ),
        (
            _COMMON_NOTE,
            "Cột có dấu (*) là bắt buộc. Ở cột «Nhóm», bấm vào ô để chọn trong danh sách.",
            "Đơn vị đã có (cùng tên) được cập nhật; ô để trống thì giữ như đang có.",
        ),
    )


def blank_person_list(units: Sequence[Unit]) -> BlankList:
    """The list of people and heads of households; the units that exist may be chosen."""
    names = tuple(unit.name for unit in units if unit.valid_to is None)
    example = names[0] if names else "Đơn vị Ví dụ"
    return BlankList(
        "DANH SÁCH CÁ NHÂN, HỘ GIA ĐÌNH",
        "Danh sách cá nhân",
        (
            _NUMBER,
            BlankColumn("Họ và tên", 34, "Nguyễn Văn Mẫu (tên đặt ra)", is_required=True),
            BlankColumn("Năm sinh", 11, 1990, is_count=True),
            BlankColumn("Giới tính", 11, "Nam", choices=("Nam", "Nữ")),
            BlankColumn("Chức vụ", 28, "Chuyên viên"),
            BlankColumn("Đơn vị", 44, example, choices=names),
            BlankColumn("Lãnh đạo, quản lý", 12, "không", choices=("có", "không")),
        ),
        (
            _COMMON_NOTE,
            "Cột có dấu (*) là bắt buộc. Nên ghi năm sinh để không lẫn người trùng tên.",
            "Hộ gia đình: ghi «Hộ ông …» hoặc «Hộ bà …» ở cột họ và tên.",
        ),
    )


def with_mark(column: BlankColumn) -> BlankColumn:
    """The column with (*) behind its head where it is required."""
    return replace(column, head=f"{column.head} (*)") if column.is_required else column
