"""What kind of row stands in a list is told by its marks and its shape, not by a likeness."""

from __future__ import annotations

import unicodedata

import pytest

from thidua_desktop.application.grids import CellValue
from thidua_desktop.application.lists.row_kinds import (
    begins_like_title,
    is_group_mark,
    is_item_number,
    is_signature,
    is_total,
    said_total,
)


@pytest.mark.parametrize(
    "text",
    [
        *("Tổng cộng", "TỔNG CỘNG:", "Tổng cộng: 23 đơn vị", "Tổng cộng 23", "Tổng số", "Cộng"),
        *(
            "Tổng số đơn vị: 23",
            "Tổng số người",
            "Cộng: 3",
            "Cộng 3 đơn vị",
            "Tổng: 3",
            "Tổng (A+B)",
        ),
        *("TONG CONG", "Tong cong: 5", "cong"),
    ],
)
def test_totals(text: str) -> None:
    assert is_total(text)
    assert is_total(unicodedata.normalize("NFC", text.upper()))


@pytest.mark.parametrize(
    "text",
    [
        *("Tổng công ty Ví Dụ", "TỔNG CÔNG TY 319", "Tổng Công ty: Mẫu", "Tong cong ty 5"),
        *("Tống Công", "Tống Công Mẫu", "Tống Công 2", "Tòng Cộng Mẫu", "Công", "Công 1"),
        *("Công an xã", "Cộng đồng Mẫu 2", "Tổng đội Thanh niên 1", "Tổ 3", ""),
    ],
)
def test_names_that_resemble_totals(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tổng cộng: 23 đơn vị", 23),
        ("Tổng số đơn vị: 23", 23),
        ("Tổng số người: 312", None),
        ("Tổng cộng", None),
    ],
)
def test_what_a_total_counts(text: str, said: int | None) -> None:
    assert said_total(text) == said


@pytest.mark.parametrize("value", [1, 12, "1", "1.", "01", " 1 ", "1)", "1/", "2.3", 2.3, "2.3."])
def test_running_numbers(value: CellValue) -> None:
    assert is_item_number(value)
    assert not is_group_mark(value)


@pytest.mark.parametrize("value", ["I", "IV.", "A", "B)", "Đ", "II/"])
def test_marks_of_groups(value: CellValue) -> None:
    assert is_group_mark(value)
    assert not is_item_number(value)


@pytest.mark.parametrize("value", [None, "", "a", "Tổng", "1 người", "-"])
def test_neither(value: CellValue) -> None:
    assert not is_item_number(value)
    assert not is_group_mark(value)


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("II. Các trường học", True),
        ("III CÁC XÓM", True),
        ("A. Khối Đảng", True),
        ("C/ Doanh nghiệp", True),
        ("H Mẫu", False),
        ("Đ Thị Ví Dụ", False),
        ("Cơ quan", False),
        ("1. Phòng", False),
    ],
)
def test_titles_that_bear_their_mark(text: str, is_title: bool) -> None:
    assert begins_like_title(text) == is_title


@pytest.mark.parametrize(
    ("text", "is_end"),
    [
        ("NGƯỜI LẬP BIỂU", True),
        ("TM. ỦY BAN NHÂN DÂN", True),
        ("KT. CHỦ TỊCH", True),
        ("Ví Dụ, ngày 05/01/2026", True),
        ("Ví Dụ, ngày 5 tháng 01 năm 2026", True),
        ("Ví Dụ, ngày … tháng … năm 2026", True),
        ("(Ký, ghi rõ họ tên)", True),
        ("Chủ tịch", False),
        ("Nguyễn Văn Mẫu", False),
        ("ngày 05/01/1980", False),
    ],
)
def test_the_end_of_the_paper(text: str, is_end: bool) -> None:
    assert is_signature(["", text]) == is_end
