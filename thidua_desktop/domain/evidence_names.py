"""Whose evidence a file is and of which criterion, by the names of the file and its folders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.vietnamese.folding import fold, initials

_PIECES = re.compile(r"[^\W\d_]+|\d+")
_SAID = re.compile(
    r"(?<![a-z0-9])(?:tieu[\s_-]*chi|tc|noi[\s_-]*dung|nd|muc|phu[\s_-]*luc)[\s_.:-]*"
    r"(?:so[\s_-]*)?0*(\d+(?:[.,]\d+)*)(?![0-9])"
)
_LEADING = re.compile(r"^[\s(]*0*(\d{1,2}(?:[.,]\d{1,2})*)(?=$|[\s._)\-:])")
_TRAILING_MARKS = ".,"


_SHORTEST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """What the names say.

    Attributes:
        unit: its code; empty where no name tells it.
        criterion: its code; empty where no name tells it.
        is_sure: whether it may be taken as it is; what is not sure is asked.
    """

    unit: str = ""
    criterion: str = ""
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class _Hint:
    criterion: str
    is_sure: bool


def place_of(
    parts: Sequence[str],
    units: Mapping[str, str],
    criteria: Mapping[str, Sequence[Criterion]],
    unit: str = "",
) -> NamedPlace:
    """What the names of a file and its folders say.

    Args:
        parts: the folders from the outermost, then the file's name without its ending.
        units: names by code.
        criteria: what each unit answers, by its code.
        unit: the unit, where it is known already.
    """
    folded = [_loose(part) for part in parts]
    named_units = [unit] if unit else _units_in(folded, units)
    found = named_units or _units_meant(folded, units)
    if len(found) != 1:
        return NamedPlace()
    code, is_named = found[0], bool(named_units)
    named = _pattern(units.get(code, ""))
    rest = [named.sub(" ", part) if named else part for part in folded]
    hints = [
        hint
        for depth, part in enumerate(rest)
        for hint in _hints(part, criteria.get(code, ()), is_file=depth == len(rest) - 1)
    ]
    if not hints:
        return NamedPlace(code)
    sure = {hint.criterion for hint in hints if hint.is_sure}
    last = next((hint for hint in reversed(hints) if hint.is_sure), hints[-1])
    return NamedPlace(code, last.criterion, is_named and len(sure) == 1)


def units_named(words: str, units: Mapping[str, str]) -> tuple[str, ...]:
    """The units that words name in full, such as those of a file's name; `units` by code.

    Of names within names only the longest counts: «Xóm 11» is not «Xóm 1».
    """
    return tuple(_units_in([_loose(words)], units))


def unit_meant(words: str, units: Mapping[str, str]) -> str:
    """The one unit that words name, in full or shortened; empty for none or several."""
    part = [_loose(words)]
    found = _units_in(part, units) or _units_meant(part, units)
    return found[0] if len(found) == 1 else ""


def _loose(part: str) -> str:
    """A name as it is compared: no marks, and what parts words is a space."""
    return re.sub(r"[_\s]+", " ", fold(part)).strip()


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str] | None:
    """Finds a name whole, whatever stands between its words: «xom-1», «Xom1», «xóm 1»."""
    words = _PIECES.findall(fold(name))
    if not words:
        return None
    return re.compile(r"(?<![a-z0-9])" + r"[^a-z0-9]*".join(words) + r"(?![a-z0-9])")


def _units_in(parts: Sequence[str], units: Mapping[str, str]) -> list[str]:
    """The units that are named; of names within names only the longest counts."""
    spans: list[tuple[int, int, int, str]] = []
    for code, name in units.items():
        for pattern in (_pattern(name), _pattern(code)):
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


def _units_meant(parts: Sequence[str], units: Mapping[str, str]) -> list[str]:
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
    folded = " ".join(_PIECES.findall(fold(name)))

    def is_beginning(part: str) -> bool:
        said = " ".join(_PIECES.findall(part))
        return " " in said and folded.startswith(f"{said} ")

    return is_beginning


def _hints(part: str, criteria: Sequence[Criterion], *, is_file: bool) -> Iterator[_Hint]:
    """The criteria that one name points at."""
    coded = [one.code for one in criteria if _code_pattern(one.code).search(part)]
    if coded:
        yield from (_Hint(code, is_sure=True) for code in coded)
        return
    said = {found.group(1) for found in _SAID.finditer(part)}
    for number in said:
        for code in _by_number(number, criteria):
            yield _Hint(code, is_sure=len(said) == 1)
    leading = _LEADING.match(part)
    if leading is not None and not said:
        number = leading.group(1)
        for code in _by_number(number, criteria):
            yield _Hint(code, is_sure="." in number or not is_file)


def _code_pattern(code: str) -> re.Pattern[str]:
    """Finds a criterion's code as it stands; one that is a bare number only after its word."""
    folded = fold(code)
    if folded.isdigit():
        return re.compile(r"(?!)")
    letters = r"[\s_-]*".join(map(re.escape, _PIECES.findall(folded)))
    plain = re.escape(folded) if not folded.isalnum() else letters
    return re.compile(rf"(?<![a-z0-9.]){plain}(?![a-z0-9]|\.\d)")


def _by_number(number: str, criteria: Sequence[Criterion]) -> list[str]:
    """The criterion with this number in its code, else the one at this place of the form."""
    wanted = number.replace(",", ".").strip(_TRAILING_MARKS)
    same = [one.code for one in criteria if _number_in(one.code) == wanted]
    if same:
        return same if len(same) == 1 else []
    numbered = any(_number_in(one.code) for one in criteria if one.role is Role.STANDARD)
    standard = [one.code for one in criteria if one.role is Role.STANDARD]
    if numbered or not wanted.isdigit() or not 1 <= int(wanted) <= len(standard):
        return []
    return [standard[int(wanted) - 1]]


def _number_in(code: str) -> str:
    """«ND3» → «3», «1.2» → «1.2», «THUONG» → nothing."""
    found = re.fullmatch(r"[^\d]*0*(\d+(?:\.\d+)*)", code)
    return found.group(1) if found else ""
