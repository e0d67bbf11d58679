"""How high a row must be for its wrapped text: libraries don't say, and print clips."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

BASE_SIZE = 12
_LINE_FACTOR = 1.3125
"""Excel gives Times New Roman of 12 pt rows of 15.75 pt."""

_ROW_PADDING = 3.0
_CELL_PADDING_EM = 0.45
_EM_PER_CHARACTER = 0.5
"""A column's width counts digits, and a digit of Times New Roman is half an em."""

_WIDTHS = {
    0.25: " .,",
    0.28: "ijlt/:;|",
    0.33: "frI-()[]'!",
    0.39: "sJ",
    0.44: "acez“”?",
    0.56: "FPS+=",
    0.61: "ELTZ",
    0.67: "BCR",
    0.72: "wADĐGHKNOQUVXY",
    0.78: "m&",
    0.89: "M%",
    1.0: "W@—…",
}
"""Widths of Times New Roman in em; other letters and digits are half an em."""

_EM = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_BOLD_FACTOR = 1.06
_DOUBT_FACTOR = 1.03
"""A line too many is ugly, a line too few is lost."""


def row_height(
    *cells: tuple[str, float], size: float = BASE_SIZE, bold: bool = False, least: int = 1
) -> float:
    """The height in points of a row with these (text, column width) pairs."""
    lines = max((line_count(text, width, size, bold=bold) for text, width in cells), default=1)
    return round(max(lines, least) * size * _LINE_FACTOR + _ROW_PADDING, 2)


@lru_cache(maxsize=4096)
def line_count(text: str, width: float, size: float = BASE_SIZE, *, bold: bool = False) -> int:
    """How many lines the text takes in a column so many characters wide."""
    room = width * _EM_PER_CHARACTER * BASE_SIZE / size - _CELL_PADDING_EM
    factor = _DOUBT_FACTOR * (_BOLD_FACTOR if bold else 1.0)
    return sum(_wrapped(line, room / factor) for line in text.split("\n")) or 1


def _wrapped(line: str, room: float) -> int:
    """Lines of one paragraph, broken between words as Excel does, and within too long ones."""
    lines, used = 1, 0.0
    for word in line.split(" "):
        width = sum(map(_width, word))
        if used and used + _width(" ") + width > room:
            lines, used = lines + 1, 0.0
        if width > room:
            lines += int(width // room)
            width %= room
        used += width + (_width(" ") if used else 0.0)
    return lines


@lru_cache(maxsize=1024)
def _width(character: str) -> float:
    """The width of a letter in em; marks above and below add nothing."""
    return _EM.get(unicodedata.normalize("NFD", character)[0], _EM_PER_CHARACTER)
