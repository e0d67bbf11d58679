"""Danh sách thành viên from Excel: rows as they were copied, with or without their titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.application.books import Books
from thidua_desktop.application.council.members import add_members
from thidua_desktop.application.council_words import ROLE_WORDS
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.council_members import CouncilMember, CouncilRole
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.unit_mentions import unit_meant
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.folding import fold

_TITLES: Mapping[str, str] = {
    "stt": "",
    "tt": "",
    "ho va ten": "name",
    "ho ten": "name",
    "thanh vien": "name",
    "chuc vu": "post",
    "chuc vu, don vi cong tac": "post",
    "trong hoi dong": "role",
    "chuc danh": "role",
    "chuc danh trong hoi dong": "role",
    "vai tro": "role",
    "linh vuc": "field",
    "linh vuc phu trach": "field",
    "dia ban": "area",
    "dia ban phu trach": "area",
    "don vi": "unit",
    "don vi cong tac": "unit",
}
_USUAL = ("name", "post", "role", "field", "area", "unit")
_ROLES = {fold(word): role for role, word in ROLE_WORDS.items()} | {
    "chu tich hoi dong": CouncilRole.CHAIR,
    "pho chu tich hoi dong": CouncilRole.DEPUTY,
    "pho chu tich thuong truc": CouncilRole.DEPUTY,
    "thuong truc": CouncilRole.STANDING,
    "uy vien, thu ky": CouncilRole.SECRETARY,
    "uy vien - thu ky": CouncilRole.SECRETARY,
    "thu ky": CouncilRole.SECRETARY,
    "thanh vien": CouncilRole.MEMBER,
    "ct": CouncilRole.CHAIR,
    "cthd": CouncilRole.CHAIR,
    "pct": CouncilRole.DEPUTY,
    "pcthd": CouncilRole.DEPUTY,
    "pho chu tich thuong truc hoi dong": CouncilRole.DEPUTY,
    "uvtt": CouncilRole.STANDING,
    "uv thuong truc": CouncilRole.STANDING,
    "uvtk": CouncilRole.SECRETARY,
    "uv, thu ky": CouncilRole.SECRETARY,
    "uy vien thu ky": CouncilRole.SECRETARY,
    "thu ky hoi dong": CouncilRole.SECRETARY,
    "tk": CouncilRole.SECRETARY,
    "uv": CouncilRole.MEMBER,
    "uy vien hoi dong": CouncilRole.MEMBER,
    "": CouncilRole.MEMBER,
}


@dataclass(frozen=True, slots=True)
class PastedMembers:
    """What a pasted block became.

    Attributes:
        unknown_units: member and unit as they were written, where no unit has such a name: who
            does not vote on their own unit is not known of them.
    """

    members: tuple[CouncilMember, ...]
    unknown_units: tuple[tuple[str, str], ...] = ()


def add_pasted(desk: Desk, rows: Sequence[Sequence[str]]) -> PastedMembers:
    """Add the members of a block copied from Excel, all of them or none.

    A first row of titles says which column is what; without it they stand in the usual order.
    A unit that is not recognised stays open and is told.

    Raises:
        InputError: rows that can't be understood, each told by its place.
        Conflict: one of them sits on the council already.
    """
    with desk.store.read() as books:
        drafts, unknown = _drafts(books, rows)
    return PastedMembers(add_members(desk, drafts), tuple(unknown))


def _drafts(
    books: Books, rows: Sequence[Sequence[str]]
) -> tuple[list[CouncilMember], list[tuple[str, str]]]:
    columns, below = _columns(rows)
    units = {unit.code: unit.name for unit in books.units.all()}
    unknown: list[tuple[str, str]] = []
    faults: list[Issue] = []
    drafts: list[CouncilMember] = []
    for number, row in enumerate(below, start=len(rows) - len(below) + 1):
        values = {key: clean_text(text) for key, text in zip(columns, row, strict=False) if key}
        if not any(values.values()):
            continue
        role = _ROLES.get(fold(values.get("role", "")))
        if not values.get("name"):
            faults.append(Issue("pasted_name_missing", data={"row": number}))
        elif role is None:
            faults.append(
                Issue("pasted_role_unknown", data={"row": number, "text": values["role"]})
            )
        else:
            said = values.get("unit", "")
            unit = unit_meant(said, units)
            if said and not unit:
                unknown.append((values["name"], said))
            drafts.append(
                CouncilMember(
                    0,
                    values["name"],
                    values.get("post", ""),
                    role,
                    values.get("field", ""),
                    values.get("area", ""),
                    unit,
                )
            )
    if not drafts and not faults:
        faults.append(Issue("pasted_nothing"))
    if faults:
        raise InputError("pasted_list_wrong", faults)
    return drafts, unknown


def _columns(
    rows: Sequence[Sequence[str]],
) -> tuple[tuple[str, ...], Sequence[Sequence[str]]]:
    """What each column is, and the rows below the titles."""
    if rows and any(fold(cell) in ("ho va ten", "ho ten") for cell in rows[0]):
        return tuple(_TITLES.get(fold(cell), "") for cell in rows[0]), rows[1:]
    numbered = bool(rows) and all(row and row[0].strip().rstrip(".").isdecimal() for row in rows)
    return (("", *_USUAL) if numbered else _USUAL), rows
