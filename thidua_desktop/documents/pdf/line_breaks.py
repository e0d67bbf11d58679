"""Where the lines of a short centred text end, by the widths of its words and by their sense."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from thidua_desktop.documents.pdf.fonts import text_width
from thidua_desktop.documents.pdf.kept_words import BOND, bound
from thidua_desktop.documents.pdf.plain_text import plain

_SEVERAL = 3


@lru_cache(maxsize=4_000)
def balanced_lines(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """As few lines as the width allows, about as long as each other: as a clerk breaks a title.

    Words that are one term stay on one line where that costs no further line; a text of several
    lines may have one more for it.
    """
    said = plain(text)
    few = len(_broken(said, font, size, width))
    if few == 1:
        return (said,)
    terms = bound(said)
    kept = _broken(terms, font, size, width)
    may_have = few if few < _SEVERAL else few + 1
    if len(kept) <= may_have and longest_line(kept, font, size) <= width:
        said = terms
    return tuple(_broken(said, font, size, _least_width(said, font, size, width)))


def _least_width(text: str, font: str, size: float, width: float) -> float:
    """The least width, to a point, in which a text needs no more lines than in the whole."""
    few = len(_broken(text, font, size, width))
    # Narrower than its longest word, a text would be broken within it.
    narrow, wide = min(longest_line(_words(text), font, size), width), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(_broken(text, font, size, middle)) > few:
            narrow = middle
        else:
            wide = middle
    return wide


def longest_line(lines: Sequence[str], font: str, size: float) -> float:
    """The width of the longest of some lines."""
    return max((text_width(line, font, size) for line in lines), default=0.0)


def _broken(text: str, font: str, size: float, width: float) -> list[str]:
    space = text_width(" ", font, size)
    broken: list[str] = []
    for line in text.split("\n"):
        words = [(word, text_width(word, font, size)) for word in _words(line)]
        broken += _filled(words, space, width)
    return broken


def _words(line: str) -> list[str]:
    return [word.replace(BOND, " ") for word in line.replace("\n", " ").split(" ")]


def _filled(words: Sequence[tuple[str, float]], space: float, width: float) -> list[str]:
    """Each line filled as far as it goes; a word that is too wide stands alone."""
    lines: list[list[str]] = [[]]
    used = 0.0
    for word, wide in words:
        if lines[-1] and used + space + wide > width:
            lines.append([])
            used = 0.0
        used += wide + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    return [" ".join(line) for line in lines]
