"""Where the lines of a short centred text end, by the widths of its words alone."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.documents.pdf.fonts import text_width
from thidua_desktop.documents.pdf.plain_text import plain


def balanced_lines(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """As few lines as the width allows, about as long as each other: as a clerk breaks a title."""
    made: list[str] = []
    for line in plain(text).split("\n"):
        words = [(word, text_width(word, font, size)) for word in line.split(" ")]
        space = text_width(" ", font, size)
        few = len(_filled(words, space, width))
        narrow, wide = 0.0, width
        while few > 1 and wide - narrow > 1:
            middle = (narrow + wide) / 2
            if len(_filled(words, space, middle)) > few:
                narrow = middle
            else:
                wide = middle
        made += _filled(words, space, wide)
    return tuple(made)


def longest_line(lines: Sequence[str], font: str, size: float) -> float:
    """The width of the longest of some lines."""
    return max((text_width(line, font, size) for line in lines), default=0.0)


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
