"""Codes with data: how results, checks and faults explain themselves without display text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = int | str | bool | dt.date | None | tuple[str, ...]


class Severity(StrEnum):
    """How much a fault weighs: it stops, it warns, or it only tells what was understood."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a «vì sao»: the sentence is the text of `code` filled with `data`."""

    code: str
    data: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    """A fault or doubt in something the user gave, by file, sheet and cell.

    Attributes:
        code: the key of the sentence in ``resources/text``.
        severity: whether it stops the row or file, warns, or only informs.
        file: the file's name as the user knows it; empty where it is clear.
        sheet: the sheet's title; empty for faults of the whole file.
        cell: the cell in Excel's words, such as ``D15``, or a line number as ``dòng 12``.
        data: what was seen and what was expected.
    """

    code: str
    severity: Severity = Severity.ERROR
    file: str = ""
    sheet: str = ""
    cell: str = ""
    data: Mapping[str, Value] = field(default_factory=dict)

    @property
    def stops(self) -> bool:
        """Whether the row or file that it names can't be taken."""
        return self.severity is Severity.ERROR
