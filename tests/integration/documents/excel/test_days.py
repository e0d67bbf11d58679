"""Every day from 1930 to 2100 comes out of a workbook as it went in, under both epochs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import codes, read_bytes, workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    "</styleSheet>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/styles" Target="styles.xml"/></Relationships>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships">{properties}<sheets><sheet name="Ngày" sheetId="1" r:id="rId1"/></sheets>'
    "</workbook>"
)
FIRST, LAST = dt.date(1930, 1, 1), dt.date(2100, 12, 31)
EPOCHS = {
    "": dt.date(1899, 12, 30),
    '<workbookPr date1904="0"/>': dt.date(1899, 12, 30),
    '<workbookPr date1904="1"/>': dt.date(1904, 1, 1),
    "<workbookPr date1904='true'/>": dt.date(1904, 1, 1),
}


def book_of(properties: str, serials: list[int]) -> bytes:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" s="1"><v>{serial}</v></c></row>'
        for n, serial in enumerate(serials, start=1)
    )
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": BOOK.format(properties=properties),
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": STYLES,
    }
    return workbook(rows, parts=parts)


@pytest.mark.parametrize("properties", EPOCHS)
def test_every_day_comes_back(tmp_path: Path, properties: str) -> None:
    first = (FIRST - EPOCHS[properties]).days
    days = [FIRST + dt.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    data = book_of(properties, [first + n for n in range(len(days))])
    grid = read_bytes(tmp_path, data)
    assert codes(grid) == []
    assert [row[0] for row in grid.sheets[0].rows] == days


def test_the_day_that_excel_invented_moves_no_other(tmp_path: Path) -> None:
    grid = read_bytes(tmp_path, book_of("", [61, 62, 366]))
    assert [row[0] for row in grid.sheets[0].rows] == [
        dt.date(1900, 3, 1),
        dt.date(1900, 3, 2),
        dt.date(1900, 12, 31),
    ]
