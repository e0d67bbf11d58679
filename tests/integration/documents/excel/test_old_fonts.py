"""Workbooks typed in TCVN3 or VNI are read as what their sender saw, and told."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader

TCVN3: list[list[str | int]] = [
    ["STT", "Hä vµ tªn", "Chøc vô", "Phone"],
    [1, "NguyÔn V¨n MÉu", "Tr\u00adëng phßng", "0912000001"],
    [2, "TrÇn ThÞ VÝ Dô", "Phã phßng", "0912000002"],
    [3, "§ç Thö NghiÖm", "Chuyªn viªn", "0912000003"],
]
VNI: list[list[str | int]] = [
    ["TT", "Hoï vaø teân", "Chöùc vuï"],
    [1, "Nguyeãn Vaên Maãu", "Tröôûng phoøng"],
    [2, "Traàn Thò Ví Duï", "Phoù phoøng"],
]


def read(folder: Path, rows: list[list[str | int]]) -> WorkbookGrid:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(folder / "danh-sach.xlsx")
    return next(iter(GuardedWorkbookReader().read([folder / "danh-sach.xlsx"])))


def test_each_column_is_converted_and_told_with_a_sample(tmp_path: Path) -> None:
    grid = read(tmp_path, TCVN3)
    assert grid.sheets[0].rows[0] == ("STT", "Họ và tên", "Chức vụ", "Phone")
    assert grid.sheets[0].rows[1] == (1, "Nguyễn Văn Mẫu", "Trưởng phòng", "0912000001")
    assert grid.sheets[0].rows[2][1] == "Trần Thị Ví Dụ"
    told = {issue.data["column"]: issue for issue in grid.issues}
    assert set(told) == {"B", "C"}
    assert {issue.code for issue in told.values()} == {"column_in_tcvn3"}
    assert not any(issue.stops for issue in told.values())
    assert (told["B"].data["before"], told["B"].data["after"]) == ("Hä vµ tªn", "Họ và tên")


def test_vni_too(tmp_path: Path) -> None:
    grid = read(tmp_path, VNI)
    assert grid.sheets[0].rows[0] == ("TT", "Họ và tên", "Chức vụ")
    assert grid.sheets[0].rows[2] == (2, "Trần Thị Ví Dụ", "Phó phòng")
    assert {issue.code for issue in grid.issues} == {"column_in_vni"}


def test_cells_typed_anew_in_unicode_stay_as_they_are(tmp_path: Path) -> None:
    rows = [row[:] for row in TCVN3]
    rows[0][1] = "Họ và tên"
    rows.append([4, "Lê Thị Thí Dụ", "Kế toán trưởng", ""])
    grid = read(tmp_path, rows)
    names = [row[1] for row in grid.sheets[0].rows]
    assert names == [
        "Họ và tên",
        "Nguyễn Văn Mẫu",
        "Trần Thị Ví Dụ",
        "Đỗ Thử Nghiệm",
        "Lê Thị Thí Dụ",
    ]


def test_unicode_and_other_languages_are_left_alone(tmp_path: Path) -> None:
    rows: list[list[str | int]] = [
        ["Tên", "Ghi chú"],
        ["Tô Hoà", "café"],
        ["Hà Lê", "São Paulo"],
        ["Lò Tú", "Müller"],
    ]
    grid = read(tmp_path, rows)
    assert [list(row) for row in grid.sheets[0].rows] == rows
    assert grid.issues == ()
