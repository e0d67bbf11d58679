"""What a file really is, by its first bytes and never by its name."""

from __future__ import annotations

from thidua_desktop.documents.excel.faults import UnreadableWorkbook

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
_ARCHIVE = "archive"
_STRANGERS = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "word"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"MZ", "program"),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
)


def kind_of(data: bytes, suffix: str) -> str:
    """``zip``, ``ole`` or ``csv``.

    Raises:
        UnreadableWorkbook: it is empty, encrypted, or something else than a spreadsheet.
    """
    if not data:
        raise UnreadableWorkbook("workbook_empty")
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE):
        _require_spreadsheet(data)
        return "ole"
    for magic, seen in _STRANGERS:
        if data.startswith(magic):
            code = "archive_other_kind" if seen == _ARCHIVE else "not_a_workbook"
            raise UnreadableWorkbook(code, seen=seen)
    if _looks_like_markup(data):
        raise UnreadableWorkbook("not_a_workbook", seen="html")
    if suffix.lower() in _TEXT_SUFFIXES:
        return "csv"
    raise UnreadableWorkbook("not_a_workbook", seen="unknown")


def _require_spreadsheet(data: bytes) -> None:
    """Tell an old .xls from other OLE files by the names in the container's directory."""
    if names_stream(data, "Workbook") or names_stream(data, "Book"):
        return
    if names_stream(data, "EncryptedPackage") or names_stream(data, "EncryptionInfo"):
        raise UnreadableWorkbook("workbook_encrypted")
    raise UnreadableWorkbook("not_a_workbook", seen="ole")


def names_stream(data: bytes, stream: str) -> bool:
    """Whether a stream of this name is listed; names stand in UTF-16 with a closing zero."""
    return (stream + "\0").encode("utf-16-le") in data


def _looks_like_markup(data: bytes) -> bool:
    """HTML or XML that a portal saved under an Excel name."""
    start = data[:256]
    for bom in _BOMS:
        start = start.removeprefix(bom)
    return start.replace(b"\0", b"").lstrip().startswith(b"<")
