"""What a copy of a province's workbook kept, part by part, and what its cells say."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path
from typing import Any

import openpyxl

SAMPLE = Path(__file__).parent / "fixtures" / "samples" / "mau-nhap-he-thong-tinh.xlsx"


def parts(path: Path) -> dict[str, bytes]:
    """All parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before: Path, after: Path) -> set[str]:
    """The parts that are not byte for byte as they were, lost and new ones too."""
    old, new = parts(before), parts(after)
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


def outside_rows(sheet: bytes) -> tuple[bytes, bytes]:
    """A sheet's bytes before and after its rows."""
    before, _, rest = sheet.partition(b"<sheetData>")
    return before, rest.partition(b"</sheetData>")[2]


def cells(path: Path, sheet: str, area: str) -> list[list[Any]]:
    """The values in an area, formulas as they are written."""
    with warnings.catch_warnings():
        # It would lose the newer validations if it saved the workbook, which is why ours doesn't.
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(path)
    return [[cell.value for cell in row] for row in workbook[sheet][area]]
