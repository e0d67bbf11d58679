"""An .xlsb made record by record ([MS-XLSB]); LibreOffice opens it and shows the same."""

from __future__ import annotations

import struct

from tests.integration.documents.excel.builders import archive

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="bin" ContentType='
    '"application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
)


def record(kind: int, content: bytes = b"") -> bytes:
    """One record; its kind takes a byte or two, its length as many as it needs."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, left = b"", len(content)
    while left >= 0x80:
        length, left = length + bytes([left & 0x7F | 0x80]), left >> 7
    return head + length + bytes([left]) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def row(number: int, *, hidden: bool = False) -> bytes:
    flags = struct.pack("<IIHBB", number, 0, 300, 0, 0x10 if hidden else 0)
    return record(0, flags + bytes(5))


def cell(kind: int, column: int, content: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + content)


def text(column: int, words: str) -> bytes:
    return cell(6, column, wide(words))


def number(column: int, value: float, style: int = 0) -> bytes:
    return cell(5, column, struct.pack("<d", value), style)


def short_number(column: int, value: int) -> bytes:
    return cell(2, column, struct.pack("<I", value << 2 | 2))


def error(column: int) -> bytes:
    return cell(3, column, b"\x07")


def hidden_column(column: int) -> bytes:
    return record(60, struct.pack("<4IH", column, column, 2560, 0, 1))


def binary_workbook(rows: bytes, columns: bytes = b"") -> bytes:
    """An .xlsb of one sheet «Bảng»; format 1 is «0%»."""
    sheet = record(129) + record(148, struct.pack("<4I", 0, 9, 0, 3))
    sheet += (record(390) + columns + record(391)) if columns else b""
    sheet += record(145) + rows + record(146) + record(130)
    listed = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Bảng"))
    book = record(131) + record(143) + listed + record(144) + record(132)
    formats = (record(47, struct.pack("<HH", 0, code) + bytes(12)) for code in (0, 9))
    styles = record(617, struct.pack("<I", 2)) + b"".join(formats) + record(618)
    return archive(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _relations(("rId1", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": _relations(
                ("rId1", "worksheet", "worksheets/sheet1.bin"), ("rId2", "styles", "styles.bin")
            ),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/styles.bin": record(278) + styles + record(279),
        }
    )


def _relations(*listed: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}{kind}" Target="{target}"/>'
        for key, kind, target in listed
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inner}</Relationships>'
