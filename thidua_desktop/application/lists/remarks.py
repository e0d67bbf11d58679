"""Tệp có ghi chú: a list as it was sent, with what was told beside each cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.application.grids import SheetGrid, place_named, row_of
from thidua_desktop.domain.reasons import Issue, Severity

CellPlace = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class CellRemark:
    """What is told of one cell: the heaviest of its remarks decides its colour."""

    severity: Severity
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemarkedSheet:
    """One sheet: its values as they were read, and the remarks by cell."""

    grid: SheetGrid
    remarks: Mapping[CellPlace, CellRemark]


@dataclass(frozen=True, slots=True)
class RemarkedList:
    """A whole list with remarks.

    Attributes:
        source: the name of the file that was sent.
        told: what concerns the file or a sheet as a whole, with its place.
    """

    source: str
    sheets: tuple[RemarkedSheet, ...]
    told: tuple[tuple[str, str], ...]


Tell = Callable[[Issue], str]
_WEIGHT = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTE: 0}


def remarked_sheets(
    sheets: Sequence[SheetGrid], issues: Sequence[Issue], tell: Tell
) -> tuple[RemarkedSheet, ...]:
    """Every visible sheet with the issues that name one of its cells."""
    return tuple(
        RemarkedSheet(sheet, _remarks([i for i in issues if i.sheet == sheet.title], tell))
        for sheet in sheets
        if sheet.visible
    )


def _remarks(issues: Sequence[Issue], tell: Tell) -> dict[CellPlace, CellRemark]:
    by_place: dict[CellPlace, list[Issue]] = {}
    for issue in issues:
        place = place_of(issue.cell)
        if place is not None:
            by_place.setdefault(place, []).append(issue)
    return {
        place: CellRemark(
            max((issue.severity for issue in found), key=_WEIGHT.__getitem__),
            tuple(dict.fromkeys(tell(issue) for issue in found)),
        )
        for place, found in by_place.items()
    }


def place_of(cell: str) -> CellPlace | None:
    """The row and column of a cell named in Excel's words, `None` where it names none."""
    return place_named(cell) if row_of(cell) >= 0 else None
