"""Tên đơn vị in other words: which unit a file's name or a line of a list speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from thidua_desktop.domain.vietnamese.folding import fold, initials

PIECES = re.compile(r"[^\W\d_]+|\d+")
"""The words and numbers of a name."""

_SHORTEST_INITIALS = 3
_OF_THE_COMMUNE = re.compile(r"(?:\s+(?:xa|phuong|dac khu)(?:\s+[a-z ]+)?)?\s*")
_PARTS = re.compile(r"\s*[,;]\s*|\s+[-–]\s+")
_BETWEEN = " ,;-–("
_HEADS = frozenset({"truong", "pho", "chanh"})
_KINDS = ("van phong", "cong an", "trung tam", "phong", "tram", "ban")
"""A post takes the first word of its unit along: «Trưởng phòng», «Trưởng Công an»."""


def units_named(words: str, units: Mapping[str, str]) -> tuple[str, ...]:
    """The units that words name in full, such as those of a file's name; `units` by code.

    Of names within names only the longest counts: «Xóm 11» is not «Xóm 1».
    """
    return tuple(units_in([loose(words)], units))


def unit_meant(words: str, units: Mapping[str, str]) -> str:
    """The one unit that words name, in full or shortened; empty for none or several."""
    part = [loose(words)]
    found = units_in(part, units) or units_meant(part, units)
    return found[0] if len(found) == 1 else ""


def loose(part: str) -> str:
    """A name as it is compared: no marks, and what parts words is a space."""
    return re.sub(r"[_\s]+", " ", fold(part)).strip()


@lru_cache(maxsize=1024)
def name_pattern(name: str) -> re.Pattern[str] | None:
    """Finds a name whole, whatever stands between its words: «xom-1», «Xom1», «xóm 1»."""
    words = PIECES.findall(fold(name))
    if not words:
        return None
    return re.compile(r"(?<![a-z0-9])" + r"[^a-z0-9]*".join(words) + r"(?![a-z0-9])")


def units_in(parts: Sequence[str], units: Mapping[str, str]) -> list[str]:
    """The units that are named; of names within names only the longest counts."""
    spans: list[tuple[int, int, int, str]] = []
    for code, name in units.items():
        for pattern in (name_pattern(name), name_pattern(code)):
            for depth, part in enumerate(parts if pattern else ()):
                found = pattern.search(part) if pattern else None
                if found is not None:
                    spans.append((depth, *found.span(), code))
    whole = {
        code
        for depth, start, end, code in spans
        if not any(
            depth == d and s <= start and end <= e and (s, e) != (start, end)
            for d, s, e, _ in spans
        )
    }
    return sorted(whole)


def units_meant(parts: Sequence[str], units: Mapping[str, str]) -> list[str]:
    """The units whose names are shortened: «vhxh», «Hội Nông dân» of «Hội Nông dân xã»."""
    words = {word for part in parts for word in re.findall(r"[a-z0-9]+", part)}
    found = []
    for code, name in units.items():
        whole = initials(name)
        short = {key for key in (whole, whole[1:]) if len(key) >= _SHORTEST_INITIALS}
        within = _pattern_within(name)
        if short & words or any(within(part) for part in parts):
            found.append(code)
    return found


def _pattern_within(name: str) -> Callable[[str], bool]:
    """Whether a part is the beginning of a name, two words of it at least."""
    folded = " ".join(PIECES.findall(fold(name)))

    def is_beginning(part: str) -> bool:
        said = " ".join(PIECES.findall(part))
        return " " in said and folded.startswith(f"{said} ")

    return is_beginning


def post_and_unit(said: str, units: Mapping[str, str]) -> tuple[str, str]:
    """Chức vụ and the unit's code of a cell that holds both; the text and nothing for neither.

    «Trưởng phòng, Phòng Văn hóa - Xã hội», «Xóm trưởng xóm 3»: a unit counts at the end of the
    text, so that the chair of the commune's committee is of no unit that is named within.
    """
    folded = fold(said)
    if len(folded) != len(said):
        return said, ""
    best = (len(said), "")
    for code, name in units.items():
        pattern = name_pattern(name)
        for found in pattern.finditer(folded) if pattern else ():
            if _OF_THE_COMMUNE.fullmatch(folded[found.end() :]) and found.start() < best[0]:
                best = (found.start(), code)
    if not best[1]:
        *before, last = _PARTS.split(said)
        best = (len(said) - len(last), unit_meant(last, units)) if before else best
    post = said[: best[0]].rstrip(_BETWEEN)
    kind = next((one for one in _KINDS if folded.startswith(f"{one} ", best[0])), "")
    if fold(post).rpartition(" ")[2] in _HEADS and kind:
        post = said[: best[0] + len(kind)]
    return (post, best[1]) if post and best[1] else (said, "")
