"""What is to be written into a copy of a province's workbook, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from thidua_desktop.application.province_workbooks.template import Place

WrittenValue = str | int | Decimal | dt.date | None
"""Text is always written as text; `None` empties the cell."""


@dataclass(frozen=True, slots=True)
class FilledArea:
    """Rows that are written one below the other.

    Attributes:
        first_row: from 0.
        last_row: the last row that the workbook has room for, `None` where nothing follows.
        rows: the values by column.
        cleared: columns that are emptied in the prepared rows that are left over.
    """

    first_row: int
    last_row: int | None
    rows: tuple[Mapping[int, WrittenValue], ...]
    cleared: tuple[int, ...] = ()

    @property
    def missing_rows(self) -> int:
        """How many rows have to be put in so that all find room."""
        if self.last_row is None:
            return 0
        return max(0, len(self.rows) - (self.last_row - self.first_row + 1))

    def places(self) -> Iterator[Place]:
        """Every cell that is written or emptied."""
        for row, values in enumerate(self.rows, start=self.first_row):
            yield from ((row, column) for column in values)
        if self.last_row is not None:
            for row in range(self.first_row + len(self.rows), self.last_row + 1):
                yield from ((row, column) for column in self.cleared)


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """What is written into one sheet; areas from top to bottom, single cells by place."""

    title: str
    areas: tuple[FilledArea, ...]
    cells: Mapping[Place, WrittenValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenCopy:
    """A copy that was written and compared with its template part by part.

    Attributes:
        kept: the number of the file's parts that are byte for byte as they were.
        changed: the names of the others.
    """

    path: Path
    kept: int
    changed: tuple[str, ...]
