"""Where references lead once rows were put into a sheet, or went on below what was prepared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

_CELL = r"(\$?[A-Za-z]{1,3}\$?)([0-9]{1,7})"
_REF = re.compile(rf"{_CELL}(?::{_CELL})?")
_ROWS = re.compile(r"(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class RowGrowth:
    """Rows that are added to an area of one sheet; all numbers from 0.

    Attributes:
        first: the first row of the area.
        last: the last row that was there before.
        count: how many rows are added behind it.
        moves: whether what stood below moves down; else nothing stood there.
    """

    sheet: str
    first: int
    last: int
    count: int
    moves: bool

    def row(self, row: int) -> int:
        """Where a single row is afterwards."""
        return row + self.count if self.moves and row > self.last else row

    def rows(self, top: int, bottom: int) -> tuple[int, int]:
        """Where the first and last row of a range are; one that ends with the area grows."""
        spans_area = top < bottom or self.first == self.last == top
        if bottom == self.last and spans_area and top <= self.last:
            return self.row(top), bottom + self.count
        return self.row(top), self.row(bottom)

    def ref(self, text: str, *, in_area: bool = False) -> str:
        """``A1``, ``$B$2:C9``, ``3:5`` afterwards; anything else as it is.

        `in_area` says that it stands in a row of the area, where a range of one row means that
        row alone.
        """
        found = _REF.fullmatch(text)
        if found is None:
            return self._whole_rows(text)
        top = int(found[2]) - 1
        if found[4] is None:
            return f"{found[1]}{self.row(top) + 1}"
        bottom = int(found[4]) - 1
        if in_area and top == bottom:
            return f"{found[1]}{self.row(top) + 1}:{found[3]}{self.row(bottom) + 1}"
        top, bottom = self.rows(top, bottom)
        return f"{found[1]}{top + 1}:{found[3]}{bottom + 1}"

    def _whole_rows(self, text: str) -> str:
        found = _ROWS.fullmatch(text)
        if found is None:
            return text
        top, bottom = self.rows(int(found[2]) - 1, int(found[4]) - 1)
        return f"{found[1]}{top + 1}:{found[3]}{bottom + 1}"

    def area(self, text: str) -> str:
        """A place of cells, such as a validation's: one cell is a range of its own."""
        found = _REF.fullmatch(text)
        if found is None or found[4] is not None:
            return self.ref(text)
        grown = self.ref(f"{text}:{text}")
        first, _, last = grown.partition(":")
        return first if first == last else grown

    def areas(self, text: str) -> str:
        """Several places of cells."""
        return " ".join(self.area(one) for one in text.split())

    def moved_area(self, text: str) -> str:
        """A place that moves but never grows, such as merged cells."""
        return re.sub(_CELL, lambda one: f"{one[1]}{self.row(int(one[2]) - 1) + 1}", text)

    def formula(self, text: str, home: str, row: int | None = None) -> str:
        """A formula afterwards; it stands in the sheet `home`, in cells in this row."""
        if not any(letter.isdigit() for letter in text):
            return text
        try:
            tokens = Tokenizer(f"={text}").items
        except (TokenizerError, IndexError):
            return text
        in_area = row is not None and home == self.sheet and self.first <= row <= self.last
        return "".join(self._token(token, home, in_area=in_area) for token in tokens)

    def _token(self, token: Token, home: str, *, in_area: bool) -> str:
        value: str = token.value
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return value
        sheet, mark, ref = value.rpartition("!")
        named = sheet.strip("'").replace("''", "'") if mark else home
        if named.casefold() != self.sheet.casefold():
            return value
        return f"{sheet}{mark}{self.ref(ref, in_area=in_area)}"
