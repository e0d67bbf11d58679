"""CSV as one sheet of text: the encodings and delimiters that Vietnamese offices really send."""

from __future__ import annotations

import csv
from collections import Counter
from typing import NamedTuple

from thidua_desktop.documents.excel.faults import Remark, UnreadableWorkbook, note
from thidua_desktop.documents.excel.prescan import MAX_COLUMNS
from thidua_desktop.documents.excel.sheet_scan import MAX_ROWS

_DELIMITERS = ("\t", ";", ",")
"""In the order of preference: a comma is also the decimal mark and a part of sentences."""

_SAMPLE_LINES = 40


class CsvTable(NamedTuple):
    """The rows as text, and what was guessed."""

    rows: list[list[str]]
    remarks: list[Remark]


def read_csv(data: bytes) -> CsvTable:
    """All rows of a CSV file.

    Raises:
        UnreadableWorkbook: too large, or no sensible table.
    """
    text, remarks = _decoded(data)
    lines = text.replace("\0", "").splitlines(keepends=True)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=_delimiter(lines)):
            if len(rows) >= MAX_ROWS or len(row) > MAX_COLUMNS:
                raise UnreadableWorkbook("sheet_too_large")
            rows.append(row)
    except csv.Error as error:
        raise UnreadableWorkbook("workbook_unreadable", detail=str(error)) from error
    return CsvTable(rows, remarks)


def _decoded(data: bytes) -> tuple[str, list[Remark]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return data.decode("cp1258", errors="replace"), [note("csv_old_encoding")]


def _delimiter(lines: list[str]) -> str:
    """The mark that stands equally often in most lines."""

    def regularity(mark: str) -> int:
        counts = Counter(line.count(mark) for line in lines[:_SAMPLE_LINES] if mark in line)
        return max(counts.values(), default=0)

    return max(_DELIMITERS, key=regularity)
