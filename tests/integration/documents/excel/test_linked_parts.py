"""Links, DDE, OLE, embedded files, connections and macros: said, and never opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import codes, number_cell, ods, workbook
from thidua_desktop.documents.excel.cell_values import CellCleaner
from thidua_desktop.documents.excel.grid_reading import read_workbook
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader

FILES = Path(__file__).parent / "files"
ROW = f'<row r="1">{number_cell("A1", "1")}</row>'
ODS_ROW = (
    '<table:table-row><table:table-cell office:value-type="float" office:value="1"/>'
    "</table:table-row>"
)


def told(data: bytes) -> list[str]:
    book = read_workbook(data, ".xlsx", CellCleaner())
    assert book.sheets[0].rows == [[1]]
    assert {remark.severity for remark in book.remarks} <= {"note"}
    return [remark.code for remark in book.remarks]


@pytest.mark.parametrize(
    "part",
    [
        "xl/externalLinks/externalLink1.xml",
        "xl/connections.xml",
        "xl/queryTables/queryTable1.xml",
        "xl/embeddings/oleObject1.bin",
        "xl/embeddings/bao-cao.docx",
        "xl/activeX/activeX1.bin",
        "xl/webextensions/webextension1.xml",
    ],
)
def test_each_kind_of_link_is_said(part: str) -> None:
    assert told(workbook(ROW, parts={part: "<x/>"})) == ["external_links"]


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/vbaProject.bin"])
def test_macros_are_said_and_ignored(part: str) -> None:
    assert told(workbook(ROW, parts={part: b"x"})) == ["macros_ignored"]


@pytest.mark.parametrize(
    ("parts", "more", "said"),
    [
        ({}, "", []),
        ({"Basic/Standard/Module1.xml": "<x/>"}, "", ["macros_ignored"]),
        ({"Scripts/python/a.py": "x"}, "", ["macros_ignored"]),
        ({}, '<table:table-source table:name="a"/>', ["external_links"]),
        ({}, "<table:dde-links/>", ["external_links"]),
        ({}, "<draw:object-ole/>", ["external_links"]),
    ],
)
def test_in_an_ods_too(parts: dict[str, str], more: str, said: list[str]) -> None:
    assert told(ods(ODS_ROW + more, dict(parts))) == said


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_what_libreoffice_saves_of_a_link_and_a_dde_is_said(suffix: str) -> None:
    (grid,) = GuardedWorkbookReader().read([FILES / f"lien-ket.{suffix}"])
    assert codes(grid) == ["external_links"]
    assert grid.sheets[0].value(1, 1) == "Xóm 1"
