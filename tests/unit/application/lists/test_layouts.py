"""Twelve ways in which offices lay out one and the same list of units."""

from __future__ import annotations

import pytest

from tests.unit.application.lists.grids import GROUPS, Merged, Row, workbook
from thidua_desktop.application.lists.units import read_units

HEAD: Row = ("STT", "Tên đơn vị", "Nhóm", "Tổng số", "Nữ")
ROWS: tuple[Row, ...] = (
    (1, "Công an xã", "Nhóm office", 12, 3),
    (2, "Trường Mầm non Mẫu", "Nhóm school", 30, 28),
    (3, "Xóm Hồng", "Nhóm hamlet", 200, 99),
)
TITLE: tuple[Row, ...] = (
    ("ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None),
    ("XÃ MẪU", None, None, "Độc lập - Tự do - Hạnh phúc", None),
    (None, "DANH SÁCH ĐƠN VỊ THI ĐUA NĂM 2026", None, None, None),
)
TOTAL: Row = (None, "Tổng cộng: 3 đơn vị", None, 242, 130)
SIGNED: tuple[Row, ...] = (
    (None, None, None, "Xã Mẫu, ngày 05 tháng 01 năm 2026", None),
    ("Người lập biểu", None, None, "TM. ỦY BAN NHÂN DÂN", None),
)
BLANK: Row = (None,) * 5
NUMBERS: Row = ("(1)", "(2)", "(3)", "(4)", "(5)")

Layout = tuple[tuple[Row, ...], Merged]
LAYOUTS: dict[str, Layout] = {
    "plain": ((HEAD, *ROWS), ()),
    "title above": ((*TITLE, HEAD, *ROWS), ()),
    "merged title": ((*TITLE, HEAD, *ROWS), ((2, 1, 2, 4), (0, 0, 0, 2))),
    "column numbers": ((HEAD, NUMBERS, *ROWS), ()),
    "head merged downwards": (
        (
            ("STT", "Tên đơn vị", "Nhóm", "Số người", None),
            (None, None, None, "Tổng số", "Trong đó nữ"),
            *ROWS,
        ),
        ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4)),
    ),
    "head merged sideways only": (
        (
            ("STT", "Tên đơn vị", "Nhóm", "Số người", None),
            (None, None, None, "Tổng số", "Nữ"),
            *ROWS,
        ),
        ((0, 3, 0, 4),),
    ),
    "total and signatures": ((*TITLE, HEAD, *ROWS, TOTAL, BLANK, *SIGNED), ()),
    "blank rows within": ((HEAD, ROWS[0], BLANK, ROWS[1], BLANK, BLANK, ROWS[2]), ()),
    "head on every page": ((HEAD, *ROWS[:2], HEAD, ROWS[2]), ()),
    "columns in another order": (
        tuple((row[4], row[3], row[1], row[2], row[0]) for row in (HEAD, *ROWS)),
        (),
    ),
    "columns that mean nothing": (
        tuple(("x", *row, "Ghi chú" if row is HEAD else "y") for row in (HEAD, *ROWS)),
        (),
    ),
    "groups as merged titles": (
        (
            ("STT", "Tên đơn vị", "Tổng số", "Nữ"),
            ("I. CÁC CƠ QUAN", None, None, None),
            (1, "Công an xã", 12, 3),
            ("II. CÁC TRƯỜNG HỌC", None, None, None),
            (2, "Trường Mầm non Mẫu", 30, 28),
            ("III. CÁC XÓM", None, None, None),
            (3, "Xóm Hồng", 200, 99),
        ),
        ((1, 0, 1, 3), (3, 0, 3, 3), (5, 0, 5, 3)),
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_list_is_the_same_however_it_is_laid_out(layout: Layout) -> None:
    rows, merged = layout
    reading = read_units(workbook(*rows, merged=merged), GROUPS)
    assert reading is not None
    assert [issue for issue in reading.issues if issue.stops] == []
    drafts = [row.draft for row in reading.rows if row.draft]
    assert [(d.name, d.group, d.people_total, d.people_female) for d in drafts] == [
        ("Công an xã", "office", 12, 3),
        ("Trường Mầm non Mẫu", "school", 30, 28),
        ("Xóm Hồng", "hamlet", 200, 99),
    ]


def test_there_are_twelve() -> None:
    assert len(LAYOUTS) == 12
