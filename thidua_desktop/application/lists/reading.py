"""What a list says, row by row, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from thidua_desktop.application.grids import CellFault, row_of
from thidua_desktop.application.lists.table import NUMBER, ListTable, text_of
from thidua_desktop.domain.reasons import Issue, Severity, Value
from thidua_desktop.domain.vietnamese.folding import fold
from thidua_desktop.domain.vietnamese.printing import printable, unprintable

Draft = TypeVar("Draft")

Place = tuple[str, str]
"""A sheet's title and a cell."""

_NUMBER = re.compile(r"(\d{1,3}(?:[.\s]\d{3})+|\d+)\s*(\D*)")
_PHONE_DIGITS_WITHOUT_ZERO = 9
_COUNTRY = "84"
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)

_FAULTS = {
    CellFault.FORMULA_WITHOUT_VALUE: "cell_formula_without_value",
    CellFault.EXCEL_ERROR: "cell_excel_error",
}

_PRINTED = frozenset({"name", "household", "unit", "position", "head", "cluster"})
"""Whose words stand on papers as they were typed."""

EXAMPLE = "vi du"
"""Stands for a number before the made-up row of a blank list, without marks."""


class RowStatus(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ReadRow(Generic[Draft]):
    """One row of a list: the draft that it makes, `None` where it can't be taken."""

    sheet: str
    cell: str
    name: str
    draft: Draft | None
    typed: Mapping[str, str] = field(default_factory=dict)
    """What stands in the row by the meaning of its column, as it was typed."""


@dataclass(slots=True)
class Reading(Generic[Draft]):
    """A list as read: rows and every issue, growing while the tables are gone through.

    Attributes:
        table: the table that is being read; the next one takes its place.
        tables: all of them, in their order.
    """

    table: ListTable
    tables: tuple[ListTable, ...] = ()
    rows: list[ReadRow[Draft]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def tell(
        self, code: str, cell: str, severity: Severity = Severity.ERROR, **data: Value
    ) -> None:
        """Note an issue at a cell."""
        sheet = self.table.sheet.title
        self.issues.append(Issue(code, severity, sheet=sheet, cell=cell, data=data))

    def tell_twin(self, code: str, cell: str, name: str, twin: Place) -> None:
        """Note that a name stood before, on this sheet or on another one."""
        sheet, first = twin
        if sheet == self.table.sheet.title:
            self.tell(code, cell, name=name, first=first)
        else:
            self.tell(f"{code}_over", cell, name=name, sheet=sheet, first=first)

    def place(self, cell: str) -> Place:
        """A cell of the table with its sheet."""
        return self.table.sheet.title, cell

    def put(self, cell: str, name: str, draft: Draft | None) -> None:
        """Note a row of the table."""
        row = row_of(cell)
        typed = {meaning: self.table.typed(row, meaning) for meaning in self.table.columns}
        self._tell_left_out(row, typed)
        self.rows.append(ReadRow(self.table.sheet.title, cell, name, draft, typed))

    def _tell_left_out(self, row: int, typed: Mapping[str, str]) -> None:
        """Tell every cell of which something is left out because no paper could print it."""
        for meaning, seen in typed.items():
            signs, read = unprintable(seen), printable(seen)
            if not signs or meaning not in _PRINTED:
                continue
            code = "characters_left_out" if read else "cell_unprintable"
            cell = self.table.cell(row, meaning)
            self.tell(code, cell, Severity.WARNING, seen=seen, read=read, characters=signs)

    def is_nameless(self, row: int, meaning: str) -> bool:
        """Whether a name is a formula without value, an error, or signs that can't be printed."""
        is_fault = isinstance(self.table.value(row, meaning), CellFault)
        return is_fault or bool(self.table.typed(row, meaning)) > bool(
            self.table.text(row, meaning)
        )

    def refuse(self, row: int, meaning: str) -> None:
        """Put down a row whose name can't be used, with every reason."""
        cell = self.table.cell(row, meaning)
        if not self.tell_faults(row):
            self.tell("name_only_signs", cell, seen=self.table.typed(row, meaning))
        self.put(cell, "", None)

    def skips_example(self, row: int) -> bool:
        """Whether a row is the made-up one of our own blank list; it is told and left out."""
        if fold(self.table.text(row, NUMBER)) != EXAMPLE:
            return False
        self.tell("example_row_skipped", self.table.cell(row, NUMBER), Severity.NOTE)
        return True

    def tell_faults(self, row: int) -> bool:
        """Tell every cell of a row whose formula gave nothing or an error; whether there is one.

        Running numbers are often formulas, and nothing is lost with them.
        """
        is_faulty = False
        for meaning in self.table.columns:
            value = self.table.value(row, meaning)
            if isinstance(value, CellFault) and meaning != NUMBER:
                self.tell(_FAULTS[value], self.table.cell(row, meaning))
                is_faulty = True
        return is_faulty

    def errors_since(self, count: int) -> bool:
        """Whether an issue that stops was told after the first `count` ones."""
        return any(issue.stops for issue in self.issues[count:])


def read_count(reading: Reading[Draft], row: int, meaning: str) -> int | None:
    """A number of people: whole numbers, and «15 người» with a remark; anything else is told."""
    value = reading.table.value(row, meaning)
    if value is None or isinstance(value, CellFault):
        return None
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    cell, seen = reading.table.cell(row, meaning), text_of(value)
    match = _NUMBER.fullmatch(seen) if isinstance(value, str) else None
    if match is None:
        reading.tell("count_not_number", cell, seen=seen)
        return None
    digits = re.sub(r"\D", "", match.group(1))
    if digits != seen:
        reading.tell("count_with_words", cell, Severity.WARNING, seen=seen, read=int(digits))
    return int(digits)


def read_phone(reading: Reading[Draft], row: int, meaning: str) -> str:
    """A telephone number as text; the zero that Excel drops is put back and told.

    What Excel rounded («1,23E+11») is no number any more: it is told and left out.
    """
    text = reading.table.text(row, meaning)
    cell = reading.table.cell(row, meaning)
    if _ROUNDED.fullmatch(text):
        reading.tell("phone_rounded", cell, Severity.WARNING, seen=text)
        return ""
    digits = re.sub(r"\D", "", text)
    if digits.startswith(_COUNTRY) and len(digits) == len(_COUNTRY) + _PHONE_DIGITS_WITHOUT_ZERO:
        digits = digits.removeprefix(_COUNTRY)
    if len(digits) == _PHONE_DIGITS_WITHOUT_ZERO and not digits.startswith("0"):
        read = f"0{digits}"
        reading.tell("phone_zero_lost", cell, Severity.NOTE, seen=text, read=read)
        return read
    if digits and not _is_one_number(digits) and text == digits:
        reading.tell("phone_length_odd", cell, Severity.WARNING, seen=text, count=len(digits))
    return text


def _is_one_number(digits: str) -> bool:
    """Mobile numbers have 10 digits, those of desks 10 or 11, all with the zero before them."""
    return digits.startswith("0") and len(digits) in (10, 11)
