"""What an honest file carries besides its table: pictures, styles, empty rows, control codes."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from tests.integration.documents.excel.builders import (
    codes,
    number_cell,
    read_bytes,
    text_cell,
    workbook,
)

EMPTY_ROWS = 60_000
CONTROL_CODES = [
    *(code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)),
    *(0x7F, 0x80, 0x9F, 0x200B, 0x200E, 0x202E, 0xFEFF),
]


def test_sixty_thousand_formatted_rows_are_nothing(tmp_path: Path) -> None:
    styled = "".join(
        f'<row r="{n}" s="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>'
        for n in range(3, EMPTY_ROWS)
    )
    rows = f'<row r="1">{text_cell("A1", "Mã")}</row><row r="2">{number_cell("A2", "1")}</row>'
    grid = read_bytes(tmp_path, workbook(rows + styled))
    assert codes(grid) == []
    assert grid.sheets[0].rows == (("Mã",), (1,))


def test_pictures_comments_and_styles_are_passed_over(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Mã"
    sheet["A1"].comment = Comment("Ghi chú của người gửi", "Người gửi")
    for number in range(2000):
        sheet.cell(1 + number, 3).fill = PatternFill("solid", fgColor=f"{number:06X}")
    saved = io.BytesIO()
    book.save(saved)
    grid = read_bytes(tmp_path, saved.getvalue())
    assert codes(grid) == []
    assert grid.sheets[0].rows == (("Mã",),)
    with_picture = workbook(
        f'<row r="1">{text_cell("A1", "Mã")}</row>', parts={"xl/media/image1.png": bytes(300_000)}
    )
    assert read_bytes(tmp_path, with_picture).sheets[0].rows == (("Mã",),)


def test_thirty_two_control_codes_never_arrive(tmp_path: Path) -> None:
    assert len(CONTROL_CODES) >= 32
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", f"a{said(code)}b")}</row>'
        for n, code in enumerate(CONTROL_CODES, start=1)
    )
    grid = read_bytes(tmp_path, workbook(rows))
    assert [row[0] for row in grid.sheets[0].rows] == ["ab"] * len(CONTROL_CODES)


def said(code: int) -> str:
    """A code as Excel writes it: those that XML forbids in its own spelling."""
    return f"_x{code:04X}_" if code < 0x20 else chr(code)
