"""Names of people: their parts, forms of address, and names typed in capitals only."""

from __future__ import annotations

import re
from collections import Counter
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

    A name that is alone stays as it is; namesakes (trùng tên) take their detail along:
    «Nguyễn Văn Mẫu (Giáo viên, Trường Tiểu học số 1)», and where that is alike too, their code.
    """
    known = {one.code: one for one in subjects}
    named = Counter(match_key(one.name) for one in known.values())
    detailed = Counter(match_key(f"{one.name} {one.detail}") for one in known.values())

    def called(one: NamedSubject) -> str:
        if named[match_key(one.name)] == 1:
            return one.name
        is_apart = bool(one.detail) and detailed[match_key(f"{one.name} {one.detail}")] == 1
        return f"{one.name} ({one.detail if is_apart else one.code})"

    return {code: called(one) for code, one in known.items()}
