"""Danh sách cá nhân, hộ gia đình: from a list's rows to drafts of people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.lists.reading import Reading, ReadRow, is_total_row
from thidua_desktop.application.lists.table import Meaning, find_table
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.domain.vietnamese.folding import fold, match_key

MEANINGS = (
    Meaning("number", (r"^(stt|tt|so tt|so thu tu)$",)),
    Meaning("birth_male", (r"nam sinh.*\bnam$",)),
    Meaning("birth_female", (r"nam sinh.*\bnu$",)),
    Meaning("birth", (r"nam sinh", r"ngay sinh", r"sinh ngay", r"ngay,? thang,? nam sinh")),
    Meaning("gender", (r"gioi tinh", r"^nu$", r"^nam/nu$")),
    Meaning("address", (r"^(ten goi|ong/ba|danh xung)",)),
    Meaning("household", (r"chu ho", r"ho gia dinh")),
    Meaning("leader", (r"lanh dao", r"quan ly")),
    Meaning("direct", (r"truc tiep",)),
    Meaning("position", (r"chuc vu", r"chuc danh", r"nghe nghiep")),
    Meaning("unit", (r"don vi", r"co quan", r"noi cong tac", r"thon|xom|to dan pho")),
    Meaning("name", (r"ho va ten", r"ho ten", r"ten ca nhan")),
)

NAME = "name"
HOUSEHOLD = "household"
_YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
_FEMALE = {"nu", "x", "ba", "chi", "co"}
_MALE = {"nam", "ong", "anh"}


def read_people(grid: WorkbookGrid, units: Sequence[Unit]) -> Reading[Person] | None:
    """The people of a list, with every doubt by cell; `None` where no table is found."""
    table = find_table(grid, MEANINGS, NAME) or find_table(grid, MEANINGS, HOUSEHOLD)
    if table is None:
        return None
    reading: Reading[Person] = Reading(table)
    walk = _Walk(reading, units)
    for row in table.rows():
        if walk.ended:
            break
        walk.take(row)
    return reading


class _Walk:
    """Goes down the rows, remembering who was seen."""

    def __init__(self, reading: Reading[Person], units: Sequence[Unit]) -> None:
        self.reading = reading
        self.ended = False
        self._units = {match_key(unit.name): unit.code for unit in units}
        self._folded = {fold(unit.name): unit for unit in units}
        self._seen: dict[tuple[str, str, int | None], str] = {}
        names = reading.table.columns
        self._name = NAME if NAME in names else HOUSEHOLD

    def take(self, row: int) -> None:
        """Understand one row."""
        table = self.reading.table
        name = table.text(row, self._name) or table.text(row, HOUSEHOLD)
        self.ended = is_total_row(name or table.text(row, "number"))
        if not name or self.ended or self._is_heading(row):
            return
        before = len(self.reading.issues)
        cell = table.cell(row, self._name)
        year, gender = self._birth_and_gender(row)
        unit = self._unit_of(row)
        key = (match_key(name), unit, year)
        if key in self._seen:
            self.reading.tell("person_twice", cell, name=name, first=self._seen[key])
        self._seen.setdefault(key, cell)
        person = Person(
            code="",
            full_name=name,
            subject=self._subject_of(row),
            unit=unit,
            position=table.text(row, "position"),
            birth_year=year,
            gender=gender,
            is_leader=self._is_leader(row),
        )
        taken = None if self.reading.errors_since(before) else person
        self.reading.rows.append(ReadRow(cell, name, taken))

    def _is_heading(self, row: int) -> bool:
        table = self.reading.table
        others = [meaning for meaning in table.columns if meaning not in ("number", self._name)]
        number = table.text(row, "number")
        return not number.isdigit() and not any(table.text(row, other) for other in others)

    def _birth_and_gender(self, row: int) -> tuple[int | None, Gender | None]:
        """Birth year and gender; many lists write the year under «Nam» or under «Nữ»."""
        table = self.reading.table
        for meaning, gender in (("birth_male", Gender.MALE), ("birth_female", Gender.FEMALE)):
            if table.text(row, meaning):
                return self._year(row, meaning), gender
        return self._year(row, "birth"), self._gender_of(row)

    def _year(self, row: int, meaning: str) -> int | None:
        text = self.reading.table.text(row, meaning)
        if not text:
            return None
        years = _YEAR.findall(text)
        if len(years) == 1:
            return int(years[0])
        self.reading.tell("birth_year_unreadable", self.reading.table.cell(row, meaning), seen=text)
        return None

    def _gender_of(self, row: int) -> Gender | None:
        for meaning in ("gender", "address"):
            said = fold(self.reading.table.text(row, meaning))
            if said in _FEMALE:
                return Gender.FEMALE
            if said in _MALE:
                return Gender.MALE
        return None

    def _unit_of(self, row: int) -> str:
        """The unit's code: by its name; without marks only with a remark; else told."""
        table = self.reading.table
        said = table.text(row, "unit")
        if not said:
            return ""
        code = self._units.get(match_key(said))
        if code is not None:
            return code
        cell = table.cell(row, "unit")
        near = self._folded.get(fold(said))
        if near is None:
            self.reading.tell("person_unit_unknown", cell, Severity.WARNING, seen=said)
            return ""
        self.reading.tell(
            "person_unit_understood", cell, Severity.WARNING, seen=said, read=near.name
        )
        return near.code

    def _subject_of(self, row: int) -> SubjectKind:
        is_household = bool(self.reading.table.text(row, HOUSEHOLD))
        return SubjectKind.HOUSEHOLD if is_household else SubjectKind.INDIVIDUAL

    def _is_leader(self, row: int) -> bool | None:
        """Only what the list says; a post's name is no proof."""
        table = self.reading.table
        if "leader" not in table.columns:
            is_direct = _said_yes(fold(table.text(row, "direct")))
            return None if is_direct is None else not is_direct
        said = fold(table.text(row, "leader"))
        if "truc tiep" in said:
            return False
        return True if "lanh dao" in said or "quan ly" in said else _said_yes(said)


def _said_yes(said: str) -> bool | None:
    """What a mark in a column says, `None` for what is not understood."""
    if said in {"x", "co", "1"}:
        return True
    return False if said in {"khong", "0"} else None
