"""Two readers must agree: the numbers of a sheet, counted in its XML beside what calamine gave.

A reader that silently leaves rows out is the worst of all faults: nobody would notice. The quick
count is one search over the bytes as the usual programs write them; only where it differs is the
XML gone through element by element, and only where that differs too the file is refused.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_NUMBER_CELL = re.compile(
    rb"""<c(?: r="[A-Z]+[0-9]+")?(?: s="[0-9]+")?(?: t="n")?>"""
    rb"""(?:<f>[^<]*</f>|<f [^>]*>[^<]*</f>|<f [^>]*/>|<f/>)?<v>([^<]+)</v>"""
)


class Numbers(NamedTuple):
    """How many cells hold numbers or days, and what the plain numbers add up to."""

    cells: int
    total: float | None
    """`None` where days are among them: each reader counts those in its own way."""

    def agrees(self, other: Numbers) -> bool:
        """Whether both saw the same."""
        if self.cells != other.cells:
            return False
        return self.total is None or other.total is None or self.total == other.total


def readers_agree(part: bytes, values: Iterable[Iterable[object]]) -> bool:
    """Whether the XML of a sheet holds the numbers that were read from it."""
    read = _of_values(values)
    if read.agrees(_of_texts(_NUMBER_CELL.findall(part))):
        return True
    return read.agrees(_of_texts(_number_texts(part)))


def _of_values(rows: Iterable[Iterable[object]]) -> Numbers:
    count = 0
    plain: list[float] = []
    for row in rows:
        for value in row:
            if value.__class__ is str or value is None or isinstance(value, bool):
                continue
            count += 1
            if isinstance(value, (int, float)):
                plain.append(float(value))
    return Numbers(count, math.fsum(plain) if len(plain) == count else None)


def _of_texts(texts: list[bytes]) -> Numbers:
    try:
        return Numbers(len(texts), math.fsum(map(float, texts)))
    except (ValueError, OverflowError):
        return Numbers(len(texts), None)


def _number_texts(part: bytes) -> list[bytes]:
    """The text of every cell that is a number, whatever prefixes and attributes are used."""
    return [text.strip().encode() for text in _cell_texts(part) if text.strip()]


def _cell_texts(part: bytes) -> Iterator[str]:
    import io

    from defusedxml.ElementTree import iterparse

    for _, element in iterparse(io.BytesIO(part), forbid_dtd=True):
        name = element.tag.rpartition("}")[2]
        if name != "c":
            continue
        if element.get("t", "n") in {"n", "d"}:
            yield from (
                child.text or "" for child in element if child.tag.rpartition("}")[2] == "v"
            )
        element.clear()
