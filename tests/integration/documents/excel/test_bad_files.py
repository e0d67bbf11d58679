"""Every kind of file that is no workbook, or a bad one, gets its own message and no sheets."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import (
    SHEET,
    archive,
    codes,
    number_cell,
    read_bytes,
    text_cell,
    workbook,
)
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD_ROW = f'<row r="1">{text_cell("A1", "Mã")}</row>'


def ole(*streams: str) -> bytes:
    """An OLE file's first sector and a directory that names these streams."""
    names = b"".join((stream + "\0").encode("utf-16-le").ljust(128, b"\0") for stream in streams)
    return OLE + bytes(504) + names


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("rỗng.xlsx", b"", "workbook_empty"),
        ("trang.xls", b"<html><table><tr><td>1</td></tr></table></html>", "not_a_workbook"),
        ("trang.xlsx", "\ufeff\n<!DOCTYPE html>".encode(), "not_a_workbook"),
        ("trang-utf16.xls", "<html>".encode("utf-16"), "not_a_workbook"),
        ("nén.rar", b"Rar!\x1a\x07\x01\x00", "archive_other_kind"),
        ("nén.7z", b"7z\xbc\xaf\x27\x1c", "archive_other_kind"),
        ("bản in.xlsx", b"%PDF-1.7\n", "not_a_workbook"),
        ("ảnh.xlsx", b"\x89PNG\r\n\x1a\n", "not_a_workbook"),
        ("chữ.xlsx", "Mã;Tên\n1;Ví dụ".encode(), "not_a_workbook"),
        ("văn bản.xlsx", ole("WordDocument"), "not_a_workbook"),
        ("nén.xlsx", archive({"báo cáo.txt": "x"}), "not_a_workbook"),
        ("word.xlsx", archive({"word/document.xml": "<w/>"}), "not_a_workbook"),
        ("khóa.xlsx", ole("EncryptionInfo", "EncryptedPackage"), "workbook_encrypted"),
        ("hỏng.xls", ole("Workbook"), "workbook_unreadable"),
        ("cụt.xlsx", workbook(GOOD_ROW)[:400], "workbook_unreadable"),
        ("không có trang.xlsx", archive({"xl/workbook.xml": "<workbook/>"}), "workbook_unreadable"),
    ],
)
def test_each_stranger_is_named(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    grid = read_bytes(tmp_path, data, name)
    assert codes(grid) == [code]
    assert grid.sheets == ()
    assert not grid.is_readable
    assert grid.issues[0].file == name


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    missing, folder = GuardedWorkbookReader().read([tmp_path / "không có.xlsx", tmp_path])
    assert codes(missing) == ["workbook_missing"]
    assert codes(folder) == ["workbook_is_a_folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes among files")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "ong.xlsx"
    os.mkfifo(pipe)
    (grid,) = GuardedWorkbookReader().read([pipe])
    assert codes(grid) == ["workbook_no_file"]


def test_a_file_over_20_megabytes_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "to.xlsx"
    with path.open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    (grid,) = GuardedWorkbookReader().read([path])
    assert codes(grid) == ["workbook_file_too_large"]


@pytest.mark.parametrize("cell", ["XFD1048576", "A200001", "A1048576", "SG1", "AAA1"])
def test_a_far_cell_is_refused_with_its_name(tmp_path: Path, cell: str) -> None:
    row = "".join(letter for letter in cell if letter.isdigit())
    data = workbook(f'{GOOD_ROW}<row r="{row}">{number_cell(cell, "1")}</row>')
    grid = read_bytes(tmp_path, data)
    assert codes(grid) == ["sheet_too_large"]
    assert (grid.issues[0].sheet, grid.issues[0].cell) == ("Bảng", cell)


@pytest.mark.parametrize(
    "far",
    [
        "<row r='9999999'><c r = 'XFD1048576'><v>1</v></c></row>",
        '<x:row r="1"><x:c s="1" r="xfd1048576"><x:v>1</x:v></x:c></x:row>',
        '<row r="1048576"><c><v>1</v></c></row>',
    ],
)
def test_a_far_cell_does_not_hide_behind_spelling(tmp_path: Path, far: str) -> None:
    assert codes(read_bytes(tmp_path, workbook(GOOD_ROW + far))) == ["sheet_too_large"]


def test_far_cells_with_only_a_format_are_no_content(tmp_path: Path) -> None:
    far = '<row r="1048576" hidden="1"><c r="AMJ1048576" s="0"/><c r="AMK1048576" s="0"></c></row>'
    grid = read_bytes(tmp_path, workbook(GOOD_ROW + far))
    assert codes(grid) == []
    assert grid.sheets[0].rows == (("Mã",),)


def test_all_sheets_are_looked_at_whatever_their_part_is_called(tmp_path: Path) -> None:
    far = SHEET.format(
        before="", after="", rows=f'<row r="1">{number_cell("XFD1048576", "1")}</row>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Target="/xl/odd/name.xml" Id="rId1" Type="x/worksheet"/></Relationships>'
    )
    parts = {"xl/odd/name.xml": far, "xl/_rels/workbook.xml.rels": relations}
    assert codes(read_bytes(tmp_path, workbook(GOOD_ROW, parts=parts))) == ["sheet_too_large"]


def test_a_csv_that_is_too_wide_is_refused(tmp_path: Path) -> None:
    assert codes(read_bytes(tmp_path, b";".join([b"1"] * 600), "rộng.csv")) == ["sheet_too_large"]
