"""Names of people: their parts, forms of address, and names typed in capitals only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.folding import match_key

_NOTE_AT_END = re.compile(r"\s*\([^()]*\)$")
_ADDRESS = re.compile(
    r"((?:hộ\s+)?(?:gia\s+đình\s+)?"
    r"(?:ông\s*/\s*bà|ông\s*\(bà\)|ông|bà|anh|chị|cụ|cô|thầy|đồng\s+chí|đ/c)\.?)[:\s]\s*(.+)",
    re.IGNORECASE,
)
_PERSON_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# «Ông» is also a family name; what follows it then is a middle name.
_MIDDLE_NAMES = frozenset({"văn", "thị"})


@dataclass(frozen=True, slots=True)
class AddressedName:
    """A name with the form of address (xưng hô) that stood before it.

    Attributes:
        address: such as «Ông», «Bà», as written; empty where there is none.
        name: the name alone.
    """

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class NameParts:
    """Họ, đệm, tên: a name of one word has only the last, of two no middle."""

    family: str
    middle: str
    given: str


def split_address(text: str) -> AddressedName:
    """Part «Ông Nguyễn Văn Mẫu» into the form of address and the name."""
    cleaned = clean_text(text)
    found = _ADDRESS.fullmatch(cleaned)
    if found is None:
        return AddressedName("", cleaned)
    address, name = found.group(1), found.group(2)
    if address.lower() == "ông" and name.split()[0].lower() in _MIDDLE_NAMES:
        return AddressedName("", cleaned)
    return AddressedName(address, name)


def split_name(full_name: str) -> NameParts:
    """Part a full name; a note in brackets at its end is no part of it."""
    cleaned = clean_text(full_name)
    words = (_NOTE_AT_END.sub("", cleaned) or cleaned).split()
    if not words:
        return NameParts("", "", "")
    *before, given = words
    return NameParts(before[0] if before else "", " ".join(before[1:]), given)


def all_caps_to_title(text: str) -> str | None:
    """A name typed in capitals as papers write it: «NGUYỄN VĂN MẪU» → «Nguyễn Văn Mẫu».

    Returns:
        The name; `None` for any other text.
    """
    cleaned = clean_text(text)
    if not cleaned.isupper() or not all(map(_PERSON_WORD.fullmatch, cleaned.split())):
        return None
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), cleaned)


@dataclass(frozen=True, slots=True)
class NamedSubject:
    """Whom a list names.

    Attributes:
        code: the key in its register.
        detail: chức vụ and đơn vị, by which people are known.
    """

    code: str
    name: str
    detail: str = ""


def names_told_apart(subjects: Iterable[NamedSubject]) -> dict[str, str]:
    """What each is called where they stand in one list, by code.

    A name that is alone stays as it is; namesakes (trùng tên) take along what of their detail is
    not the same for all of them: «Nguyễn Văn Mẫu (Trường Tiểu học số 1)», and where nothing is,
    their code.
    """
    known = {one.code: one for one in subjects}
    namesakes: dict[str, list[NamedSubject]] = {}
    for one in known.values():
        namesakes.setdefault(match_key(one.name), []).append(one)
    called = {}
    for alike in namesakes.values():
        details = [one.detail.split(", ") for one in alike]
        own = [
            ", ".join(part for part in parts if not all(part in other for other in details))
            for parts in details
        ]
        for one, detail in zip(alike, own, strict=True):
            is_apart = bool(detail) and own.count(detail) == 1
            mark = detail if is_apart else one.code
            called[one.code] = one.name if len(alike) == 1 else f"{one.name} ({mark})"
    return called
