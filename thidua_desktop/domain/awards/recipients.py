"""Tên người được khen: whether a name on an old decision may be a candidate of today.

Old lists are typed without marks, with titles before the name or a place after it, in capitals
or with the given name first. What only looks alike is never taken for one person: the officer
says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from thidua_desktop.domain.vietnamese.folding import fold, match_key

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset(
    tuple(title.split())
    for titles in (
        # hộ
        "ho gia dinh|gia dinh|ho|ho kinh doanh",
        # xưng hô
        "ong|ba|anh|chi|bac|chu|co|thay|cu|em|chau|me|dong chi|d c|dc|thay giao|co giao",
        # học hàm, học vị, nghề
        "gs|pgs|giao su|pho giao su|ts|tien si|ths|thac si|cn|cu nhan|ks|ky su",
        "bs|bac si|bsck1|bsck2|bscki|bsckii|cki|ckii|ck1|ck2|ds|duoc si|ys|y si|dd|dieu duong",
        "luat su|nghe nhan",
        # danh hiệu
        "ngut|ngnd|ttut|ttnd|nha giao|nha giao uu tu|nha giao nhan dan|thay thuoc uu tu",
        "thay thuoc nhan dan|me viet nam anh hung",
        # cấp bậc
        "dai ta|thuong ta|trung ta|thieu ta|dai uy|thuong uy|trung uy|thieu uy",
        "thuong si|trung si|ha si|binh nhat|binh nhi|qncn",
        # chức sắc
        "hoa thuong|thuong toa|dai duc|ni truong|ni su|su co|su thay|linh muc|muc su",
    )
    for title in titles.split("|")
)
"""What stands before a name, as words without marks."""

_LONGEST_TITLE = max(map(len, _TITLES))
_PLACES = frozenset(("thon", "xom", "ap", "ban", "tdp", "to", "kp", "khu", "sn"))
"""What a place or a year of birth begins with, where nothing parts it from the name."""

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?\s*$")
_AFTER_NAME = re.compile(r"\s*(?:[,;]|\s[-–—]\s?|\bsinh nam\b).*$")
_COUPLE = re.compile(r"\s+va\s+")
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
    ALIKE = "alike"  # the same but for marks, titles, places, spaces, order, short forms
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
    """The name run together, and its words in alphabet order for a name turned around.

    As written and as the name itself, for «Hồ», «Chu», «Tô» are surnames too.
    """
    folded = fold(name)
    keys = _keys(_WORD.findall(folded))
    # «Ông A và bà B»: the award may be either's.
    for one in (folded, *_COUPLE.split(folded)):
        keys |= _keys(_name_itself(one))
    return keys


def _name_itself(folded: str) -> list[str]:
    """Its words without titles before and places after; never fewer than two of them."""
    alone = _AFTER_NAME.sub("", _BRACKETS.sub("", folded))
    words = _without_titles(_WORD.findall(alone))
    for at in range(_FEWEST_WORDS, len(words) - 1):
        if words[at] in _PLACES:
            return words[:at]
    return words if len(words) >= _FEWEST_WORDS else []


def _without_titles(words: list[str]) -> list[str]:
    longest = min(_LONGEST_TITLE, len(words) - _FEWEST_WORDS)
    for length in range(longest, 0, -1):
        if tuple(words[:length]) in _TITLES:
            return _without_titles(words[length:])
    return words


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
