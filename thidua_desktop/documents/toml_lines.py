"""On which line of a TOML text each heading and key stands.

`tomllib` tells positions of syntax errors only, and a person who edits a file needs the line of
every other fault too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cached_property

Place = tuple[str | int, ...]
"""Where a value stands: keys, and positions in lists, such as `("groups", 2, "name")`."""

_TOKEN = re.compile(
    r"""
    (?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    |(?P<comment>\#[^\n]*)
    |(?P<newline>\n)
    |(?P<open>[\[{])
    |(?P<close>[\]}])
    |(?P<equals>=)
    |(?P<other>[^\s"'\#\[\]{}=]+|[^\S\n]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_LIST_HEADING = "[["


class LineIndex:
    """The lines of a text that `tomllib` takes; keys of inline tables share their table's line."""

    def __init__(self, source: str) -> None:
        self._source = source

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest heading above it; 1 for the whole file."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1)

    @cached_property
    def _lines(self) -> dict[Place, int]:
        """Found when first asked for: a file without faults never needs it."""
        lines: dict[Place, int] = {}
        lengths: dict[Place, int] = {}
        table: Place = ()
        for line, head in _statements(self._source.replace("\r\n", "\n")):
            if head.startswith("["):
                table = place = _heading_place(head, lengths)
            else:
                place = (*table, *_keys(head))
            for end in range(1, len(place) + 1):
                lines.setdefault(place[:end], line)
        return lines


def _statements(source: str) -> Iterator[tuple[int, str]]:
    """Each heading, and each key without its value, with the line that it begins on."""
    line, start, depth = 1, 1, 0
    head, in_value = "", False
    for token in _TOKEN.finditer(source):
        text, kind = token.group(), token.lastgroup
        if kind == "newline" and depth == 0:
            if head:
                yield start, head.strip()
            head, in_value = "", False
        elif kind == "equals" and depth == 0:
            in_value = True
        elif kind != "comment" and not in_value and (head or text.strip()):
            start = start if head else line
            head += text
        depth += (kind == "open") - (kind == "close")
        line += text.count("\n")
    if head:
        yield start, head.strip()


def _heading_place(head: str, lengths: dict[Place, int]) -> Place:
    """The place of a heading's table; `lengths` counts the tables of each list so far."""
    *parents, last = _keys(head.strip("[] \t"))
    place: Place = ()
    for key in parents:
        place = (*place, key)
        if place in lengths:
            place = (*place, lengths[place] - 1)
    place = (*place, last)
    if head.startswith(_LIST_HEADING):
        lengths[place] = lengths.get(place, 0) + 1
        place = (*place, lengths[place] - 1)
    return place


def _keys(dotted: str) -> list[str]:
    """The parts of a key, which may be dotted and quoted."""
    keys: list[str] = []
    value: object = tomllib.loads(f"{dotted} = 0")
    while isinstance(value, dict):
        key, value = next(iter(value.items()))
        keys.append(key)
    return keys
