"""Made-up workbooks of provinces, each with traits that real ones have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

FORMS = (("Bằng khen UBND tỉnh", "BK01"), ("Giấy khen UBND xã", "GK01"), ("Cờ thi đua", "C01"))
KINDS = ("Cá nhân", "Tập thể", "Hộ gia đình")
LIST = "Danh sách"
BOX = Border(*(Side(style="thin"),) * 4)


@dataclass(frozen=True)
class Traits:
    """What a workbook is like.

    Attributes:
        first: the row of the head, from 1.
        rows: prepared rows; nothing follows where `has_foot` is false.
        list_by: ``range``, ``name``, ``inline``, ``table`` or ``indirect``.
    """

    first: int = 6
    rows: int = 4
    has_foot: bool = True
    is_two_level: bool = True
    list_by: str = "name"
    is_protected: bool = True
    has_table: bool = False


def make(path: Path, traits: Traits) -> Path:
    """Make the workbook."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = LIST
    sheet["A1"] = "UBND TỈNH THỬ NGHIỆM"
    sheet["A3"] = "Đơn vị đề nghị: ................"
    sheet["H3"] = "Năm:"
    first = _head(sheet, traits)
    last = first + traits.rows - 1
    for row in range(first, last + 1):
        for column in range(1, 11):
            sheet.cell(row, column).border = BOX
        sheet.cell(row, 10, f'=IF(I{row}="","",I{row}*1000)')
    _lists(workbook, sheet, traits, first, last)
    red = PatternFill("solid", bgColor="FFC7CE")
    rule = CellIsRule(operator="lessThan", formula=["5"], fill=red)  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(f"I{first}:I{last}", rule)
    if traits.has_foot:
        _foot(sheet, first, last)
    other = workbook.create_sheet("Tổng hợp")
    other["A1"] = f"=SUM('{LIST}'!J{first}:J{last})"
    sheet.freeze_panes = f"C{first}"
    sheet.print_area = f"A1:J{last + 6}"
    sheet.protection.sheet = traits.is_protected
    workbook.save(path)
    return path


def _head(sheet: Worksheet, traits: Traits) -> int:
    """The head; gives the first row of data."""
    top = traits.first
    titles = ["STT", "Họ và tên/Tên tập thể", "Năm sinh", None, "Chức vụ", "Đơn vị công tác"]
    titles += [
        "Hình thức khen thưởng (*)",
        "Phân loại khen thưởng",
        "Số phiếu đồng ý",
        "Mức thưởng",
    ]
    if not traits.is_two_level:
        titles[2:4] = ["Năm sinh nam", "Năm sinh nữ"]
    for column, title in enumerate(titles, 1):
        sheet.cell(top, column, title)
    if not traits.is_two_level:
        return top + 1
    sheet.merge_cells(start_row=top, end_row=top, start_column=3, end_column=4)
    sheet.cell(top + 1, 3, "Nam")
    sheet.cell(top + 1, 4, "Nữ")
    for column in (1, 2, *range(5, 11)):
        sheet.merge_cells(start_row=top, end_row=top + 1, start_column=column, end_column=column)
    for column in range(1, 11):
        sheet.cell(top + 2, column, f"({column})")
    return top + 3


def _lists(
    workbook: openpyxl.Workbook, sheet: Worksheet, traits: Traits, first: int, last: int
) -> None:
    hidden = workbook.create_sheet("DM")
    hidden.sheet_state = "hidden"
    hidden["A1"], hidden["B1"], hidden["D1"] = "Tên", "Mã", "Loại"
    for row, (words, code) in enumerate(FORMS, 2):
        hidden.cell(row, 1, words)
        hidden.cell(row, 2, code)
    for row, words in enumerate(KINDS, 2):
        hidden.cell(row, 4, words)
    if traits.list_by == "table":
        table = Table(displayName="BangHinhThuc", ref="A1:B4")
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1")
        hidden.add_table(table)
    workbook.defined_names["HinhThuc"] = DefinedName("HinhThuc", attr_text="DM!$A$2:$A$4")
    words = ",".join(form for form, _ in FORMS)
    formula = {
        "range": "=DM!$A$2:$A$4",
        "name": "=HinhThuc",
        "inline": f'"{words}"',
        "table": '=INDIRECT("BangHinhThuc[Tên]")',
        "indirect": '=INDIRECT("DM!$A$2:$A$4")',
    }[traits.list_by]
    for listed, column in ((formula, "G"), ("=DM!$D$2:$D$4", "H")):
        rule = DataValidation(type="list", formula1=listed)
        rule.add(f"{column}{first}:{column}{last}")
        sheet.add_data_validation(rule)


def _foot(sheet: Worksheet, first: int, last: int) -> None:
    sheet.cell(last + 1, 2, "Tổng cộng")
    sheet.cell(last + 1, 9, f"=COUNTA(B{first}:B{last})")
    sheet.cell(last + 1, 10, f"=SUM(J{first}:J{last})")
    sheet.cell(last + 1, 2).comment = Comment("Cộng cả biểu", "Tỉnh")
    sheet.cell(last + 4, 8, "CHỦ TỊCH")
    sheet.merge_cells(start_row=last + 4, end_row=last + 4, start_column=8, end_column=10)
