"""A cheap look into a workbook's ZIP before any library opens it (reliability notes 3.2).

Libraries trust what a file claims: one cell at XFD1048576 in a file of 5 KB makes calamine ask
for 550 GB and abort. Here the parts are inflated under limits and searched as bytes, which also
tells what calamine doesn't: formulas without values, error cells, hidden rows.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from thidua_desktop.documents.excel.faults import Remark, UnreadableWorkbook, note
from thidua_desktop.documents.excel.percent_styles import percent_styles
from thidua_desktop.documents.excel.sheet_scan import SheetNotes, is_sheet, scan_sheet

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_COLUMNS = 500
_MAX_ENTRIES = 1000
_MAX_TOTAL = 200 * 1024 * 1024
_MAX_PART = 64 * 1024 * 1024
"""Inflating takes twice a part's size for a moment; the worker stays below 150 MB so."""

_MAX_RATIO = 200
_RATIO_FLOOR = 1024 * 1024
"""Small parts may repeat themselves as much as they like: honest style tables do."""

_LOCAL_HEADER = struct.Struct("<26sHH")
_WORKBOOK_TYPE = b"/officeDocument"
_BINARY_WORKBOOK = "xl/workbook.bin"
_SHARED_TEXTS = "xl/sharedstrings.xml"
_RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LINKED = (
    *("xl/externalLinks/", "xl/connections.xml", "xl/queryTables/", "xl/embeddings/"),
    *("xl/activeX/", "xl/webextensions/"),
)
_LINKED_ODS = (b"<table:table-source", b"<table:dde-link", b"<draw:object-ole", b"<draw:plugin")
"""Other files, running programs and embedded things, in the content of an .ods."""


class Prescan(NamedTuple):
    """What is known before the library opens the file.

    Attributes:
        sheets: the notes of sheets in workbook order.
        titled: where there is no such order, those of other formats, by the sheet's title.
        shared_texts: the part that holds the texts of all sheets, where a format has one.
    """

    remarks: Sequence[Remark] = ()
    sheets: Sequence[SheetNotes] = ()
    titled: Mapping[str, SheetNotes] = MappingProxyType({})
    shared_texts: bytes = b""


def prescan(data: bytes) -> Prescan:
    """Look through a ZIP workbook.

    Raises:
        UnreadableWorkbook: broken, hostile, too heavy, or no workbook at all.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    names = _checked_names(entries)
    found = {entry.filename: entry for entry in entries}
    _require_workbook(data, found)
    parts = {name: _markup(data, entry) for name, entry in found.items() if _is_markup(name)}
    parts |= {name: _inflated(data, found[name]) for name in found if _is_binary(name)}
    order = _sheets_in_order(_workbook_parts(parts))
    titles = dict(order)
    percent = percent_styles(parts.get("xl/styles.xml", b""))
    notes = {
        name: scan_sheet(titles.get(name, ""), part, percent)
        for name, part in parts.items()
        if is_sheet(part)
    }
    sheets = [notes.get(name, SheetNotes()) for name, _ in order]
    content = parts.get("content.xml", b"")
    is_linked = any(name.startswith(_LINKED) for name in names)
    is_linked = is_linked or any(mark in content for mark in _LINKED_ODS)
    has_macros = any(
        name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/")) for name in names
    )
    remarks = told(has_macros=has_macros, is_linked=is_linked)
    texts = next((part for name, part in parts.items() if name.lower() == _SHARED_TEXTS), b"")
    return Prescan(remarks, sheets, _notes_by_title(parts), texts)


def _notes_by_title(parts: Mapping[str, bytes]) -> Mapping[str, SheetNotes]:
    """The notes of the formats whose sheets aren't XML of their own: .ods and .xlsb."""
    content = parts.get("content.xml")
    if content is not None:
        from thidua_desktop.documents.excel.ods_scan import scan_ods

        return scan_ods(content)
    if _BINARY_WORKBOOK not in parts:
        return {}
    try:
        return _notes_of_xlsb(parts)
    except (struct.error, LookupError, ValueError):
        # The library may still read it; that less is known is told.
        return {}


def _notes_of_xlsb(parts: Mapping[str, bytes]) -> Mapping[str, SheetNotes]:
    from thidua_desktop.documents.excel.xlsb_scan import (
        percent_styles_of,
        scan_xlsb,
        sheet_titles,
    )

    percent = percent_styles_of(parts.get("xl/styles.bin", b""))
    targets = _targets(parts.get("xl/_rels/workbook.bin.rels", b""), "xl")
    found = {}
    for key, title in sheet_titles(parts[_BINARY_WORKBOOK]):
        path, _ = targets.get(key.encode(), ("", b""))
        if path in parts:
            found[title] = scan_xlsb(title, parts[path], percent)
    return found


def _checked_names(entries: list[zipfile.ZipInfo]) -> list[str]:
    """The names of all entries, once their claimed sizes are bearable."""
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise UnreadableWorkbook("workbook_hostile", detail="duplicate entries")
    if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_TOTAL:
        raise UnreadableWorkbook("workbook_too_heavy")
    for entry in entries:
        swollen = entry.file_size > max(_RATIO_FLOOR, _MAX_RATIO * entry.compress_size)
        if swollen or entry.file_size > _MAX_PART:
            raise UnreadableWorkbook("workbook_too_heavy", detail=entry.filename)
        if entry.flag_bits & 1:
            raise UnreadableWorkbook("workbook_encrypted")
    return names


def _require_workbook(data: bytes, found: dict[str, zipfile.ZipInfo]) -> None:
    """Word files and plain archives are ZIPs too."""
    if any(name.startswith("xl/") for name in found):
        return
    if "mimetype" in found and b"spreadsheet" in _inflated(data, found["mimetype"]):
        return
    raise UnreadableWorkbook("not_a_workbook", seen="zip")


def _is_markup(name: str) -> bool:
    return name.endswith((".xml", ".rels")) and not name.startswith(("docProps/", "xl/theme/"))


def _is_binary(name: str) -> bool:
    """The parts of an .xlsb that are looked at."""
    is_sheet = name.startswith("xl/worksheets/") and name.endswith(".bin")
    return is_sheet or name in (_BINARY_WORKBOOK, "xl/styles.bin")


def _markup(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """One part as UTF-8.

    Raises:
        UnreadableWorkbook: it declares a document type; honest workbooks never do, and entities
            are how a small text swells or reads other files.
    """
    part = _inflated(data, entry)
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        part = part.decode("utf-16", errors="replace").encode()
    if b"!DOCTYPE" in part or b"!ENTITY" in part:
        raise UnreadableWorkbook("workbook_hostile", detail=entry.filename)
    return part


def _inflated(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The real bytes of an entry, and never more than it claims.

    `ZipFile.read` would do, but costs three times as much on the many small parts of a form.

    Raises:
        BadZipFile: what is there is not what the directory says.
    """
    _, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
    start = entry.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    part = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(part, entry.file_size + 1)
    elif entry.compress_type != zipfile.ZIP_STORED:
        raise NotImplementedError(entry.compress_type)
    if len(part) != entry.file_size or zlib.crc32(part) != entry.CRC:
        raise zipfile.BadZipFile(entry.filename)
    return part


class _WorkbookParts(NamedTuple):
    """The parts that say which sheets there are; mostly the same in all files of one program."""

    folder: str
    workbook: bytes
    relations: bytes


def _workbook_parts(parts: dict[str, bytes]) -> _WorkbookParts:
    """Find the workbook's own part by the package's relationships."""
    package = _targets(parts.get("_rels/.rels", b""), "")
    path = next(
        (target for target, kind in package.values() if kind.endswith(_WORKBOOK_TYPE)),
        "xl/workbook.xml",
    )
    folder, name = posixpath.split(path)
    relations = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"), b"")
    return _WorkbookParts(folder, parts.get(path, b""), relations)


@lru_cache(maxsize=16)
def _sheets_in_order(parts: _WorkbookParts) -> list[tuple[str, str]]:
    """Part and title of each sheet as the workbook lists them; empty for other formats."""
    targets = _targets(parts.relations, parts.folder)
    order = []
    for match in _SHEET.finditer(parts.workbook):
        values = dict(_attributes(match[1]))
        key = next((value for name, value in values.items() if name.endswith(b":id")), b"")
        title = _unescaped(values.get(b"name", b"").decode(errors="replace"))
        order.append((targets.get(key, ("", b""))[0], title))
    return order


@lru_cache(maxsize=16)
def _targets(relations: bytes, folder: str) -> dict[bytes, tuple[str, bytes]]:
    """The relationships of a part: key → (path in the archive, type)."""
    found = {}
    for match in _RELATIONSHIP.finditer(relations):
        values = dict(_attributes(match[1]))
        target = values.get(b"Target", b"").decode(errors="replace")
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[values.get(b"Id", b"")] = (path, values.get(b"Type", b""))
    return found


def _unescaped(text: str) -> str:
    """An attribute's text; the table of entities is loaded only for a title that needs it."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _attributes(text: bytes) -> list[tuple[bytes, bytes]]:
    return [(name, double or single) for name, double, single in _ATTRIBUTE.findall(text)]


def told(*, has_macros: bool, is_linked: bool) -> list[Remark]:
    """What the file carries besides cells, and we leave alone."""
    remarks = [note("macros_ignored")] if has_macros else []
    return [*remarks, note("external_links")] if is_linked else remarks
