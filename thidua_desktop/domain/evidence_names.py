"""Whose evidence a file is and of which criterion, by the names of the file and its folders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.unit_mentions import PIECES, loose, name_pattern, units_in, units_meant
from thidua_desktop.domain.vietnamese.folding import fold

_SAID = re.compile(
    r"(?<![a-z0-9])(?:tieu[\s_-]*chi|tc|noi[\s_-]*dung|nd|muc|phu[\s_-]*luc)[\s_.:-]*"
    r"(?:so[\s_-]*)?0*(\d+(?:[.,]\d+)*)(?![0-9])"
)
_LEADING = re.compile(r"^[\s(]*0*(\d{1,2}(?:[.,]\d{1,2})*)(?=$|[\s._)\-:])")
_TRAILING_MARKS = ".,"


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
    folded = [loose(part) for part in parts]
    named_units = [unit] if unit else units_in(folded, units)
    found = named_units or units_meant(folded, units)
    if len(found) != 1:
        return NamedPlace()
    code, is_named = found[0], bool(named_units)
    named = name_pattern(units.get(code, ""))
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


def _hints(part: str, criteria: Sequence[Criterion], *, is_file: bool) -> Iterator[_Hint]:
    """The criteria that one name points at."""
    coded = [one.code for one in criteria if _codename_pattern(one.code).search(part)]
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


def _codename_pattern(code: str) -> re.Pattern[str]:
    """Finds a criterion's code as it stands; one that is a bare number only after its word."""
    folded = fold(code)
    if folded.isdigit():
        return re.compile(r"(?!)")
    letters = r"[\s_-]*".join(map(re.escape, PIECES.findall(folded)))
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
