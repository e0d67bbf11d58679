"""Biểu tổng hợp gửi tỉnh as a result: sheets of typed tables, ready to be written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.application.practice import is_practice


class ColumnKind(StrEnum):
    """How a column's values are shown; points come ×100."""

    TEXT = "text"
    COUNT = "count"
    POINTS = "points"
    MONEY = "money"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class SummaryColumn:
    """A column: its head, its width in characters, its kind, and a head over several columns."""

    title: str
    width: int
    kind: ColumnKind = ColumnKind.TEXT
    over: str = ""


SummaryValue = str | int | dt.date | None


@dataclass(frozen=True, slots=True)
class SummarySheet:
    """One sheet: rows of values as many as columns; a row of one text is a group row.

    Attributes:
        total: the last row in bold, empty for none.
        empty_note: what stands in the table's place when there are no rows.
        is_signed: whether place, date and signature stand under it.
    """

    title: str
    heading: str
    sub_heading: str
    columns: tuple[SummaryColumn, ...]
    rows: tuple[tuple[SummaryValue, ...], ...]
    total: tuple[SummaryValue, ...] = ()
    notes: tuple[str, ...] = ()
    empty_note: str = ""
    is_signed: bool = True


@dataclass(frozen=True, slots=True)
class ProvinceSummary:
    """The whole workbook.

    Attributes:
        office_lines: the left heading.
        place_and_date: «Xuân Hưng, ngày … tháng … năm 2026».
        signature: the lines of the signature block under the first sheets.
        signer: họ tên under it, empty until it is typed in.
        mark: data set, operation and time, printed in every footer.
    """

    office_lines: tuple[str, ...]
    place_and_date: str
    signature: tuple[str, ...]
    sheets: tuple[SummarySheet, ...]
    mark: str
    signer: str = ""

    @property
    def is_practice(self) -> bool:
        """Whether it was made from practice data: every sheet then says so."""
        return is_practice(self.mark)
