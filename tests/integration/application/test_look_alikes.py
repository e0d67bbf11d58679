"""5,000 made-up people full of namesakes: nobody is ever merged with somebody else."""

from __future__ import annotations

import random
import unicodedata

from tests.office_in_hand import OfficeInHand
from thidua_desktop.application.enrolling.list_import import (
    ImportOutcome,
    import_people,
    import_units,
)
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.grids import CellValue, SheetGrid
from thidua_desktop.application.lists.reading import RowStatus
from thidua_desktop.domain.vietnamese.folding import match_key

Row = tuple[CellValue, ...]
HEAD: Row = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị")
FAMILIES = ("Nguyễn", "Trần", "Lê", "Đặng", "Hoà", "Hòa")
MIDDLES = ("Văn", "Thị", "Thuỳ", "Thùy", "")
GIVEN = ("Mẫu", "Mậu", "Hoà", "Hòa", "Hoa", "Quý", "Quí", "Đức", "Ðức")
UNITS = tuple(f"Xóm {number}" for number in range(1, 21))
PEOPLE = 5_000


def spelt(dice: random.Random, name: str) -> str:
    """As somebody else would type it."""
    typed = dice.choice([name, name, name.upper(), f" {name.replace(' ', '  ')}"])
    return unicodedata.normalize(dice.choice(["NFC", "NFD"]), typed)


def somebody(dice: random.Random, number: int) -> Row:
    """One person; the post is theirs alone, so that a mixture would show."""
    parts = (dice.choice(FAMILIES), dice.choice(MIDDLES), dice.choice(GIVEN))
    name = " ".join(filter(None, parts))
    year = dice.choice([None, *range(1960, 2000)])
    return number, spelt(dice, name), year, f"Tổ viên {number}", dice.choice(UNITS)


def taken(office: OfficeInHand, rows: list[Row], name: str) -> ImportOutcome:
    sheet = SheetGrid("DS", visible=True, rows=(HEAD, *rows))
    return import_people(office.desk, office.grids.put(office.folder / name, (sheet,)))


def test_of_five_thousand_nobody_is_merged_by_the_program(new_office: OfficeInHand) -> None:
    units: list[Row] = [(n, unit, "Các xóm") for n, unit in enumerate(UNITS, start=1)]
    sheet = SheetGrid("DS", visible=True, rows=(("STT", "Tên đơn vị", "Nhóm"), *units))
    import_units(new_office.desk, new_office.grids.put(new_office.folder / "dv.xlsx", (sheet,)))
    dice = random.Random(5000)  # noqa: S311  no secrets
    rows = [somebody(dice, number) for number in range(1, PEOPLE + 1)]
    first = taken(new_office, rows[: PEOPLE // 2], "a.xlsx")
    second = taken(new_office, rows[PEOPLE // 2 :], "b.xlsx")
    codes = {unit.name: unit.code for unit in list_units(new_office.desk)}
    listed = {
        (match_key(str(name)), year, post, codes[str(unit)]) for _, name, year, post, unit in rows
    }
    known = [
        (match_key(p.full_name), p.birth_year, p.position, p.unit)
        for p in list_people(new_office.desk)
    ]
    statuses = [row.status for outcome in (first, second) for row in outcome.rows]
    # Who bears the same name, unit and year as somebody known is the same to every register;
    # then the list brings the record up to date, its post included.
    assert set(known) <= listed
    assert len(known) == statuses.count(RowStatus.NEW)
    assert second.namesakes_asked > 20
    changed = statuses.count(RowStatus.CHANGED)
    exact = {(match_key(str(n)), y, u) for _, n, y, _, u in rows[: PEOPLE // 2]}
    again = {(match_key(str(n)), y, u) for _, n, y, _, u in rows[PEOPLE // 2 :]}
    assert changed <= len(exact & again)
