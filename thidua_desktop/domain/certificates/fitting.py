"""Setting a text into its line: smaller, then onto further lines, and said when neither helps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.domain.certificates.layout import BlankLine, TextAlign

STEP = 5
"""By how much a text is set smaller at a time, tenths of a point."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face of the one family of type."""

    is_bold: bool = False
    is_italic: bool = False


Measure = Callable[[str, Face], int]
"""The width of a text, in thousandths of its size."""


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text as its line takes it.

    Attributes:
        lines: the text line by line.
        size: tenths of a point.
        fits: `False` where it is too long even so: then more lines stand here than there is room
            for, or a word is wider than the line.
    """

    lines: tuple[str, ...]
    size: int
    fits: bool


def width_of(units: int, size: int) -> int:
    """The width of a text of so many thousandths in tenths of a millimetre, rounded up."""
    return -(-units * size * 254 // 720_000)


def fit(line: BlankLine, text: str, measure: Measure) -> FittedText:
    """Set a text into a line at the largest size that it can have.

    Line breaks in the text stay; words are never parted.
    """
    said = text.upper() if line.is_capital else text
    setting = _Setting(line, said, measure)
    for most in _rooms(line, len(setting.paragraphs)):
        for size in range(line.size, line.smallest, -STEP):
            lines = setting.lines_at(size)
            if lines is not None and len(lines) <= most:
                return FittedText(lines, size, fits=True)
        lines = setting.lines_at(line.smallest)
        if lines is not None and len(lines) <= most:
            return FittedText(lines, line.smallest, fits=True)
    return FittedText(setting.broken_at(line.smallest), line.smallest, fits=False)


def _rooms(line: BlankLine, paragraphs: int) -> Iterator[int]:
    """How many lines may be used, one attempt after the other."""
    if line.keeps_one_line:
        yield from range(paragraphs, line.most_lines)
    yield line.most_lines


class _Setting:
    """One text in one line, at any size."""

    def __init__(self, line: BlankLine, text: str, measure: Measure) -> None:
        self.paragraphs = [paragraph.split(" ") for paragraph in text.split("\n")]
        self._line = line
        face = Face(line.is_bold, line.is_italic)
        self._units = lru_cache(maxsize=None)(lambda said: measure(said, face))

    def lines_at(self, size: int) -> tuple[str, ...] | None:
        """The lines at a size; `None` where a word alone is too wide."""
        lines = self.broken_at(size)
        widths = (width_of(self._units(said), size) for said in lines)
        return lines if all(width <= self._line.width for width in widths) else None

    def broken_at(self, size: int) -> tuple[str, ...]:
        """The lines at a size, a word that is too wide on one of its own."""
        return tuple(
            said for paragraph in self.paragraphs for said in self._lines_of(paragraph, size)
        )

    def _lines_of(self, words: list[str], size: int) -> list[str]:
        lines = self._broken(words, size, self._line.width)
        if len(lines) == 1 or self._line.align is not TextAlign.CENTRE:
            return lines
        return self._balanced(words, size, len(lines))

    def _balanced(self, words: list[str], size: int, count: int) -> list[str]:
        """As few lines, but none much shorter than the others: no word stands alone in the middle.

        The narrowest width that still gives so many lines.
        """
        narrow, wide = self._line.width // (count + 1), self._line.width
        while narrow < wide:
            middle = (narrow + wide) // 2
            if len(self._broken(words, size, middle)) <= count:
                wide = middle
            else:
                narrow = middle + 1
        return self._broken(words, size, wide)

    def _broken(self, words: list[str], size: int, width: int) -> list[str]:
        """Words put on a line for as long as they go on it."""
        space = self._units(" ")
        lines: list[str] = []
        used = 0
        for word in words:
            own = self._units(word)
            if lines and width_of(used + space + own, size) <= width:
                lines[-1] += f" {word}"
                used += space + own
            else:
                lines.append(word)
                used = own
        return lines
