"""Formulas of a province's form parted into calls, references and signs; only the usual ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from thidua_desktop.documents.excel.province_form.spans import area_of

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<text>"(?:[^"]|"")*")
  | (?P<number>\d+(?:\.\d+)?)
  | (?P<ref>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\$?[A-Za-z]{1,3}\$?\d{1,7}
      (?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(.]))
  | (?P<call>[A-Za-z][A-Za-z0-9.]*\()
  | (?P<name>[^\W\d][\w.]*)
  | (?P<sign><>|<=|>=|[-+*/&=<>(),;])
    )""",
    re.VERBOSE,
)
_LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"))
"""Signs from the loosest to the tightest."""

MOST_TOKENS = 400


class NotUnderstood(Exception):
    """A formula that only a spreadsheet program can compute."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A text or number that stands in the formula."""

    value: str | Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """Cells of a sheet; the formula's own where `sheet` is empty."""

    sheet: str
    area: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name, or TRUE and FALSE."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; a left-out argument is `None`."""

    name: str
    arguments: tuple[Node | None, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """Two values joined by a sign."""

    sign: str
    left: Node
    right: Node


Node = Literal | Range | Name | Call | Sign


def read_formula(text: str) -> Node:
    """Part a formula.

    Raises:
        NotUnderstood: it holds what is not computed here.
    """
    reader = _Reader(_tokens(text))
    node = reader.expression(0)
    if not reader.is_done:
        raise NotUnderstood(text)
    return node


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    stripped = text.rstrip()
    while place < len(stripped):
        match = _TOKEN.match(stripped, place)
        if match is None or match.lastgroup is None or len(found) > MOST_TOKENS:
            raise NotUnderstood(text)
        found.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return found


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def is_done(self) -> bool:
        """Whether everything was read."""
        return self._at >= len(self._tokens)

    def expression(self, level: int) -> Node:
        """Values joined by signs of a level or tighter ones."""
        if level == len(_LEVELS):
            return self._value()
        left = self.expression(level + 1)
        while self._sign() in _LEVELS[level]:
            sign = self._take()[1]
            left = Sign(sign, left, self.expression(level + 1))
        return left

    def _sign(self) -> str:
        if self.is_done or self._tokens[self._at][0] != "sign":
            return ""
        return self._tokens[self._at][1]

    def _take(self) -> tuple[str, str]:
        if self.is_done:
            raise NotUnderstood
        self._at += 1
        return self._tokens[self._at - 1]

    def _value(self) -> Node:
        kind, text = self._take()
        if kind == "sign":
            return self._signed(text)
        if kind == "call":
            return Call(text[:-1].upper(), self._arguments())
        plain = {"text": self._text, "number": self._number, "ref": _range, "name": Name}
        return plain[kind](text)

    def _signed(self, sign: str) -> Node:
        if sign == "(":
            node = self.expression(0)
            if self._take()[1] != ")":
                raise NotUnderstood
            return node
        if sign == "-":
            return Sign("-", Literal(Decimal(0)), self._value())
        raise NotUnderstood(sign)

    def _arguments(self) -> tuple[Node | None, ...]:
        found: list[Node | None] = []
        while True:
            if self._sign() in (",", ";", ")"):
                found.append(None)
            else:
                found.append(self.expression(0))
            if self._take()[1] == ")":
                return tuple(found)

    @staticmethod
    def _text(text: str) -> Node:
        return Literal(text[1:-1].replace('""', '"'))

    @staticmethod
    def _number(text: str) -> Node:
        return Literal(Decimal(text))


def _range(text: str) -> Node:
    sheet, _, ref = text.rpartition("!")
    return Range(sheet.strip("'").replace("''", "'"), area_of(ref.replace("$", "")))
