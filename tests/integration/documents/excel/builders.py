"""Workbooks made by hand, part by part, to be as odd as real ones and as bad as hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader

_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
 Target="{target}"/></Relationships>"""
_WORKBOOK = """<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>"""
SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
{before}<sheetData>{rows}</sheetData>{after}</worksheet>"""


def workbook(
    rows: str,
    *,
    before: str = "",
    after: str = "",
    title: str = "Bảng",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An .xlsx of one sheet whose XML rows are given as they are; `parts` add or replace parts."""
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": _WORKBOOK.format(title=title),
        "xl/_rels/workbook.xml.rels": _RELATIONS.format(
            kind="worksheet", target="worksheets/sheet1.xml"
        ),
        "xl/worksheets/sheet1.xml": SHEET.format(before=before, rows=rows, after=after),
    }
    return archive({**content, **(parts or {})})


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return buffer.getvalue()


ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
    "</manifest:manifest>"
)
_CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="a">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def ods(rows: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """An .ods of one sheet whose XML rows are given as they are."""
    content: dict[str, str | bytes] = {
        "mimetype": ODS_TYPE,
        "META-INF/manifest.xml": _MANIFEST,
        "content.xml": _CONTENT.replace("{rows}", rows),
    }
    return archive({**content, **(parts or {})})


def text_cell(name: str, text: str) -> str:
    """A cell with text in place."""
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def number_cell(name: str, number: str) -> str:
    """A cell with a number."""
    return f'<c r="{name}"><v>{number}</v></c>'


def read_bytes(folder: Path, data: bytes, name: str = "tệp.xlsx") -> WorkbookGrid:
    """What the guarded reader makes of a file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    (grid,) = GuardedWorkbookReader().read([path])
    return grid


def codes(grid: WorkbookGrid) -> list[str]:
    """The codes of the file's issues."""
    return [issue.code for issue in grid.issues]
