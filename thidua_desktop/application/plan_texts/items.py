"""The numbered items of a plan's text, whole again where lines were broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How deep an item stands."""

    ROMAN = 0  # I. MỤC ĐÍCH
    NUMBER = 1  # 1. Tiêu chí thi đua
    LETTER = 2  # a) Đối với các phòng, ban
    DASH = 3  # - Hoàn thành …
    PLUS = 4  # + Giấy khen


@dataclass(frozen=True, slots=True)
class TextItem:
    """One item: its mark as it stands there, and its words."""

    level: Level
    mark: str
    text: str


_MARKS = (
    (Level.ROMAN, re.compile(r"(X{0,3}(?:IX|IV|V?I{0,3})\.)\s+(?=\S)")),
    (Level.NUMBER, re.compile(r"(\d{1,2}\.)\s+(?=\S)")),
    (Level.LETTER, re.compile(r"([a-kđ]\))\s*(?=\S)")),
    (Level.DASH, re.compile(r"([-–—•])\s*(?=\S)")),
    (Level.PLUS, re.compile(r"([+*])\s*(?=\S)")),
)
FOOTNOTES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""How the line of a footnote begins."""
_ENDS = re.compile(r"[;.:!]$|\./\.$")
_RECIPIENTS = re.compile(r"^nơi nhận\s*:?", re.IGNORECASE)


def items_of(lines: Sequence[str]) -> tuple[TextItem, ...]:
    """The items of the body, up to «Nơi nhận»."""
    found: list[TextItem] = []
    for line in body_of(lines):
        begun = _begun(line)
        if begun is not None:
            found.append(begun)
        elif found:
            last = found[-1]
            if last.level is Level.ROMAN and not line.isupper():
                continue
            joined = f"{last.text} {line}".strip()
            found[-1] = TextItem(last.level, last.mark, joined)
    return tuple(found)


def body_of(lines: Iterable[str]) -> Iterator[str]:
    """The lines with words, up to the list of recipients."""
    for line in lines:
        if _RECIPIENTS.match(line):
            return
        if line and line[0] not in FOOTNOTES:
            yield line


def listed_after(lines: Sequence[str], stops: re.Pattern[str]) -> tuple[str, ...]:
    """The dashed lines after «Nơi nhận», each whole, up to a line that ends the list."""
    start = next((at for at, line in enumerate(lines) if _RECIPIENTS.match(line)), None)
    found: list[str] = []
    for line in lines[start + 1 :] if start is not None else ():
        if stops.match(line):
            break
        dash = _MARKS[Level.DASH][1].match(line)
        if dash is not None:
            found.append(line[dash.end() :].strip())
        elif line and found and not _ENDS.search(found[-1]):
            found[-1] = f"{found[-1]} {line}"
    return tuple(one.rstrip(";. ").strip() for one in found)


def _begun(line: str) -> TextItem | None:
    for level, mark in _MARKS:
        found = mark.match(line)
        if found is not None and found.group(1) != ".":
            return TextItem(level, found.group(1), line[found.end() :].strip())
    return None


def under(items: Sequence[TextItem], start: int) -> Sequence[TextItem]:
    """The items below one, up to the next that stands as high."""
    level = items[start].level
    end = next((at for at in range(start + 1, len(items)) if items[at].level <= level), len(items))
    return items[start + 1 : end]
