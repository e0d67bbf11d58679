"""Two readers must agree: what a sheet holds, counted in its bytes beside what calamine gave.

A reader that silently leaves rows out is the worst of all faults: nobody would notice. The quick
count is a search over the bytes as the usual programs write them; only where it differs is the
XML gone through element by element, and only where that differs too the file is refused.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NUMBER_CELL = re.compile(
    rb"""<c(?: r="[A-Z]+[0-9]+")?(?: s="[0-9]+")?(?: t="n")?>"""
    rb"""(?:<f>[^<]*</f>|<f [^>]*>[^<]*</f>|<f [^>]*/>|<f/>)?<v>([^<]+)</v>"""
)
_TEXT_CELL = (b' t="s"', b' t="inlineStr"', b' t="str"')


class Counted(NamedTuple):
    """What cells hold: how many numbers or days, what the plain numbers add up to, how many texts.

    Attributes:
        total: `None` where days are among the numbers: each reader counts those in its own way.
        texts: cells with words in them; `None` where a format doesn't tell them cheaply.
    """

    numbers: int
    total: float | None
    texts: int | None

    def agrees(self, other: Counted) -> bool:
        """Whether both saw the same, as far as both know."""
        return self.numbers == other.numbers and all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in ((self.total, other.total), (self.texts, other.texts))
        )


def readers_agree(
    part: bytes, values: Iterable[Iterable[object]], shared_texts: bytes = b""
) -> bool:
    """Whether the XML of a sheet holds what was read from it.

    Args:
        part: the sheet's XML.
        values: what was read.
        shared_texts: the part that holds the workbook's texts.
    """
    read = counted_values(values)
    texts = sum(map(part.count, _TEXT_CELL))
    if read.agrees(_counted(_NUMBER_CELL.findall(part), texts)):
        return True
    return read.agrees(_gone_through(part, shared_texts))


def counted_values(rows: Iterable[Iterable[object]]) -> Counted:
    """What the library gave."""
    numbers = texts = 0
    plain: list[float] = []
    for row in rows:
        for value in row:
            if value.__class__ is str:
                texts += value != ""
            elif value is not None and not isinstance(value, bool):
                numbers += 1
                if isinstance(value, (int, float)):
                    plain.append(float(value))
    return Counted(numbers, math.fsum(plain) if len(plain) == numbers else None, texts)


def _counted(numbers: Collection[bytes], texts: int) -> Counted:
    try:
        return Counted(len(numbers), math.fsum(map(float, numbers)), texts)
    except (ValueError, OverflowError):
        return Counted(len(numbers), None, texts)


def _gone_through(part: bytes, shared_texts: bytes) -> Counted:
    """Every cell looked at, whatever prefixes and attributes are used."""
    blank = _blank_texts(shared_texts)
    numbers: list[bytes] = []
    texts = 0
    for cell in _elements(part, "c"):
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            texts += bool(_words(cell))
            continue
        value = "".join(child.text or "" for child in cell if _name(child) == "v")
        if kind in {"n", "d"} and value.strip():
            numbers.append(value.strip().encode())
        elif kind == "str":
            texts += value != ""
        elif kind == "s":
            texts += value.strip() not in blank
    return _counted(numbers, texts)


def _blank_texts(shared_texts: bytes) -> frozenset[str]:
    """The numbers of the shared texts without a letter, and no number at all."""
    texts = enumerate(_elements(shared_texts, "si")) if shared_texts else ()
    return frozenset({"", *(str(number) for number, text in texts if not _words(text))})


def _words(element: Element) -> str:
    """The text of an element; how it is pronounced in Japanese is not part of it."""
    return "".join(
        (child.text or "") if _name(child) == "t" else _words(child)
        for child in element
        if _name(child) != "rPh"
    )


def _elements(part: bytes, wanted: str) -> Iterator[Element]:
    import io

    from defusedxml.ElementTree import iterparse

    for _, element in iterparse(io.BytesIO(part), forbid_dtd=True):
        if _name(element) == wanted:
            yield element
            element.clear()


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
