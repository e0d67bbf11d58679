"""Whatever a text starts with, no workbook that we write takes it for a formula or a link."""

from __future__ import annotations

import re
import zipfile
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.integration.documents.excel.sample_forms import return_slip, unit_form
from thidua_desktop.application.summary import ProvinceSummary, SummaryColumn, SummarySheet
from thidua_desktop.documents.excel.form_writer import ExcelFormWriter
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
from thidua_desktop.documents.excel.summary_writer import ExcelSummaryWriter
from thidua_desktop.domain.self_reports import ReportLine

STARTS = ("=", "+", "-", "@", "{=", "=+", "\t=", "＝")  # noqa: RUF001 - a full-width form
REST = (
    "Nguyễn Ví Dụ",
    "1+1",
    "cmd|'/c calc'!A1",
    'HYPERLINK("http://vi.du","Bấm")',
    "SUM(A1:A9)",
)
PAYLOADS = [start + rest for start, rest in product(STARTS, REST)]


def values(path: Path) -> set[object]:
    (grid,) = GuardedWorkbookReader().read([path])
    return {value for sheet in grid.sheets for row in sheet.rows for value in row}


def formulas(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if "sheets/" in name]
    return [
        found for part in parts for found in re.findall(r"<f[ >/].*?</f>|<hyperlink .*?>", part)
    ]


def test_there_are_forty_payloads() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 40


@pytest.mark.parametrize("payload", PAYLOADS)
def test_in_a_form(tmp_path: Path, payload: str) -> None:
    path = tmp_path / "phiếu.xlsx"
    ExcelFormWriter().write(unit_form(unit_name=payload, areas={"ND1": payload}), path)
    assert payload in values(path)
    assert [found for found in formulas(path) if "SUM(D" not in found] == []


def test_in_a_slip(tmp_path: Path) -> None:
    slip = return_slip()
    for payload in PAYLOADS:
        line = ReportLine("ND1.1", None, payload, payload)
        path = tmp_path / "trả lại.xlsx"
        changed = return_slip(
            answers={**slip.answers, "ND1.1": line},
            raw_points={"ND1.1": payload},
            requests=payload,
        )
        ExcelFormWriter().write_slip(changed, path)
        sheet = load_workbook(path)["Tự chấm"]
        row = next(cells for cells in sheet.iter_rows() if cells[0].value == "ND1.1")
        assert [cell.value for cell in row[3:]] == [payload] * 3
        assert [cell.data_type for cell in row[3:]] == ["s"] * 3
        assert all(cell.quotePrefix for cell in row[3:]) is payload.startswith(("=", "+", "-", "@"))


def test_in_the_summary(tmp_path: Path) -> None:
    columns = (SummaryColumn("Tên", 30), SummaryColumn("=Ghi chú", 30))
    sheet = SummarySheet(
        title="Biểu 1",
        heading="=TỔNG HỢP",
        sub_heading="",
        columns=columns,
        rows=(*((payload, payload) for payload in PAYLOADS), ("http://vi.du", "mailto:a@vi.du")),
        notes=("+Ghi chú",),
    )
    path = tmp_path / "biểu.xlsx"
    ExcelSummaryWriter().write(ProvinceSummary(("UBND",), "", (), (sheet,), "=dấu"), path)
    assert formulas(path) == []
    assert {*PAYLOADS, "http://vi.du", "=TỔNG HỢP", "=Ghi chú", "+Ghi chú"} <= values(path)
