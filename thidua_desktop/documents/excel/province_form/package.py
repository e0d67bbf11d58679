"""A workbook's ZIP taken apart after the guarded look, and put together with other parts."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.file_kinds import kind_of
from thidua_desktop.documents.excel.prescan import MAX_FILE_BYTES, prescan
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.domain.reasons import Issue, Severity

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, ParseError, DefusedXmlException),
    *(ValueError, KeyError, IndexError, NotImplementedError, EOFError, RuntimeError),
)
"""What the libraries raise for a file that is no sound workbook."""

_SUFFIXES = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Where a sheet stands in the package."""

    title: str
    part: str
    is_visible: bool


@dataclass(frozen=True, slots=True)
class Package:
    """All parts of a workbook, and the sheets in their order."""

    entries: tuple[zipfile.ZipInfo, ...]
    parts: Mapping[str, bytes]
    workbook: str
    sheets: tuple[SheetPart, ...]

    def tree(self, part: str) -> Element | None:
        """A small part as a tree; `None` where it is not there."""
        return fromstring(self.parts[part]) if part in self.parts else None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part names: key → (kind, part); outside targets are left out."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relation.get("Target", ""))
                kind = relation.get("Type", "").rsplit("/", 1)[-1]
                found[relation.get("Id", "")] = (kind, posixpath.normpath(target).lstrip("/"))
        return found

    def of_kind(self, part: str, kind: str) -> list[str]:
        """The parts of one kind that a part names."""
        return [
            target
            for found, target in self.related(part).values()
            if found == kind and target in self.parts
        ]

    def with_parts(self, changed: Mapping[str, bytes], dropped: frozenset[str]) -> bytes:
        """The package anew: order, names and all other parts as they were."""
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in self.entries:
                if entry.filename in dropped:
                    continue
                made = zipfile.ZipInfo(entry.filename, entry.date_time)
                made.compress_type = entry.compress_type
                made.external_attr = entry.external_attr
                archive.writestr(made, changed.get(entry.filename, self.parts[entry.filename]))
        return content.getvalue()


def read_package(path: Path) -> Package:
    """Open a workbook after the guarded look.

    Raises:
        NotFound: no such file.
        EnvironmentFault: the machine does not let it be read.
        InputError: it is no .xlsx or .xlsm workbook, or broken, encrypted, hostile, too large.
    """
    data = _bytes(path)
    try:
        if kind_of(data, path.suffix) != "zip":
            raise _refused(path, Issue("province_form_old_kind", file=path.name))
        prescan(data)
        return _package(path, data)
    except UnreadableWorkbook as error:
        code, severity, sheet, cell, told = error.remark
        issue = Issue(code, Severity(severity), path.name, sheet, cell, told)
        raise _refused(path, issue) from error
    except BROKEN as error:
        issue = Issue("workbook_unreadable", file=path.name)
        raise _refused(path, issue) from error


def _refused(path: Path, issue: Issue) -> InputError:
    return InputError("province_form_refused", (issue,), file=path.name)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound("path_missing", file=path.name) from error
    except OSError as error:
        raise EnvironmentFault("province_form_unreadable", file=path.name) from error
    if len(data) > MAX_FILE_BYTES:
        megabytes = MAX_FILE_BYTES >> 20
        issue = Issue("workbook_file_too_large", file=path.name, data={"megabytes": megabytes})
        raise _refused(path, issue)
    return data


def _package(path: Path, data: bytes) -> Package:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = tuple(entry for entry in archive.infolist() if not entry.is_dir())
        parts = {entry.filename: archive.read(entry) for entry in entries}
    package = Package(entries, parts, "", ())
    root = package.related("")
    workbook = next((part for kind, part in root.values() if kind == "officeDocument"), "")
    tree = package.tree(workbook)
    if tree is None or not tree.tag.endswith("}workbook"):
        raise _refused(path, Issue("province_form_old_kind", file=path.name))
    sheets = _sheets(package, workbook, tree)
    if not sheets:
        raise _refused(path, Issue("workbook_unreadable", file=path.name))
    return Package(entries, parts, workbook, sheets)


def _sheets(package: Package, workbook: str, tree: Element) -> tuple[SheetPart, ...]:
    related = package.related(workbook)
    found = []
    for element in tree.iter():
        if not element.tag.endswith("}sheet"):
            continue
        key = next((value for name, value in element.items() if name.endswith("}id")), "")
        kind, part = related.get(key, ("", ""))
        if kind == "worksheet" and part in package.parts:
            is_visible = element.get("state", "visible") == "visible"
            found.append(SheetPart(element.get("name", ""), part, is_visible))
    return tuple(found)


def suffix_of(package: Package) -> str:
    """``.xlsm`` where it bears macros, else ``.xlsx``, whatever the file is called."""
    has_macros = any(name.endswith("vbaProject.bin") for name in package.parts)
    types = package.parts.get("[Content_Types].xml", b"")
    is_macro_kind = b"macroEnabled" in types
    return _SUFFIXES[1] if has_macros or is_macro_kind else _SUFFIXES[0]
