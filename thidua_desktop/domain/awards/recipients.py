"""Tên người được khen: whether a name on an old decision may be a candidate of today.

Old lists are typed without marks, with titles before the name, in capitals or with the given
name first. What only looks alike is never taken for one person: the officer says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from thidua_desktop.domain.vietnamese.folding import fold, match_key

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset(("ong", "ba", "anh", "chi", "bac", "chu"))
_HOUSEHOLDS = ("ho gia dinh", "gia dinh", "ho")
_SHORT = {
    "th": "tieu hoc",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "mn": "mam non",
    "tdp": "to dan pho",
    "kp": "khu pho",
    "htx": "hop tac xa",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "cty": "cong ty",
    "tnhh": "trach nhiem huu han",
    "cp": "co phan",
    "ptdtbt": "pho thong dan toc ban tru",
    "vh": "van hoa",
    "xh": "xa hoi",
}
"""What lists shorten in the names of units."""

_FEWEST_WORDS = 2


class NameLikeness(StrEnum):
    """How near two names are."""

    SAME = "same"  # the same letters and marks
    ALIKE = "alike"  # the same but for marks, titles, spaces, order, short forms
    OTHER = "other"


def name_likeness(one: str, other: str, *, is_person: bool) -> NameLikeness:
    """How near the name of a decision is to a candidate's name."""
    if match_key(one) == match_key(other):
        return NameLikeness.SAME
    keys = _person_keys if is_person else _unit_keys
    return NameLikeness.ALIKE if keys(one) & keys(other) else NameLikeness.OTHER


def nearest(name: str, names: Iterable[str], *, is_person: bool) -> NameLikeness:
    """How near a name is to the nearest of several, such as the names a unit bore."""
    found = {name_likeness(name, one, is_person=is_person) for one in names}
    return next((one for one in NameLikeness if one in found), NameLikeness.OTHER)


@lru_cache(maxsize=8192)
def _person_keys(name: str) -> frozenset[str]:
    """The name run together, and its words in alphabet order for a name turned around."""
    folded = fold(name)
    keys = _keys(_WORD.findall(folded))
    for word in _HOUSEHOLDS:
        folded = folded.removeprefix(f"{word} ")
    words = _WORD.findall(folded)
    while len(words) > _FEWEST_WORDS and words[0] in _TITLES:
        words = words[1:]
    # Both, for «Hồ» and «Chu» are surnames too.
    return keys | _keys(words)


@lru_cache(maxsize=8192)
def _unit_keys(name: str) -> frozenset[str]:
    words: list[str] = []
    for word in _WORD.findall(fold(name)):
        # «05» and «5» are one number on two lists.
        words += (word.lstrip("0") or "0",) if word.isdigit() else _SHORT.get(word, word).split()
    return frozenset(("".join(words),)) if words else frozenset()


def _keys(words: list[str]) -> frozenset[str]:
    if not words:
        return frozenset()
    return frozenset(("".join(words), " ".join(sorted(words))))
