"""Danh sách cá nhân, hộ gia đình: from a list's rows to drafts of people."""

from __future__ import annotations

import re

from thidua_desktop.application.grids import SheetGrid, WorkbookGrid
from thidua_desktop.application.lists.birth_years import BirthYears
from thidua_desktop.application.lists.columns_read import tell_columns_twice
from thidua_desktop.application.lists.extent import (
    Extent,
    extent_of,
    tell_unread_and_hidden,
)
from thidua_desktop.application.lists.reading import Place, Reading
from thidua_desktop.application.lists.row_kinds import begins_like_title, is_group_mark, is_total
from thidua_desktop.application.lists.sheets import tables_in
from thidua_desktop.application.lists.table import (
    NUMBER,
    NUMBER_MEANING,
    ListTable,
    Meaning,
    tables_of,
)
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.domain.unit_likeness import UnitNameLikeness, UnitNames
from thidua_desktop.domain.unit_mentions import post_and_unit
from thidua_desktop.domain.units import Person
from thidua_desktop.domain.vietnamese.folding import fold, match_key
from thidua_desktop.domain.vietnamese.names import all_caps_to_title, split_address

MEANINGS = (
    NUMBER_MEANING,
    Meaning("head", (r"nguoi dung dau", r"thu truong", r"nguoi dai dien")),
    Meaning("birth_male", (r"(nam|ngay) sinh.*\bnam$",)),
    Meaning("birth_female", (r"(nam|ngay) sinh.*\bnu$",)),
    Meaning("birth", (r"nam sinh", r"ngay sinh", r"sinh ngay", r"ngay,? thang,? nam sinh")),
    Meaning("gender", (r"gioi tinh", r"^nu$", r"^nam/nu$")),
    Meaning("address", (r"^(ten goi|ong/ba|danh xung)",)),
    Meaning("household", (r"chu ho", r"ho gia dinh")),
    Meaning("duty", (r"(lanh dao|quan ly).*truc tiep", r"truc tiep.*(lanh dao|quan ly)")),
    Meaning("leader", (r"lanh dao", r"quan ly")),
    Meaning("direct", (r"truc tiep",)),
    Meaning("position", (r"chuc vu", r"chuc danh", r"nghe nghiep")),
    Meaning("unit", (r"don vi", r"co quan", r"noi cong tac", r"thon|xom|to dan pho")),
    Meaning("name", (r"ho va ten", r"ho ten", r"ten ca nhan")),
)

NAME = "name"
HOUSEHOLD = "household"
HOUSEHOLDS = "ho gia dinh"
"""Stands in the title over households, without marks."""

_HOUSEHOLD_OF = re.compile(r"^hộ(\s+gia\s+đình)?\s+(?=ông\b|bà\b)", re.IGNORECASE)
_GENDERS = {"ong": Gender.MALE, "ba": Gender.FEMALE}
_PERSONAL = ("birth", "birth_male", "birth_female", "gender", "duty", "leader", "direct")

SeenPeople = dict[tuple[str, str], dict[int | None, Place]]
"""Where people stood first: by name and unit, then by year of birth."""

_FEMALE = {"nu", "x", "ba", "chi", "co"}
_MALE = {"nam", "ong", "anh"}


def read_people(grid: WorkbookGrid, names: UnitNames, this_year: int) -> Reading[Person] | None:
    """The people of all visible sheets, with every doubt by cell; `None` without a table."""
    tables, issues = tables_in(grid, person_tables)
    if not tables:
        return None
    reading: Reading[Person] = Reading(tables[0], tuple(tables), issues=issues)
    seen: SeenPeople = {}
    for table in tables:
        reading.table = table
        extent = extent_of(table, _name_of(table))
        walk = _Walk(reading, names, (extent, seen), BirthYears(this_year))
        for row in extent.rows:
            if not reading.skips_example(row):
                walk.take(row)
        tell_columns_twice(reading)
        tell_unread_and_hidden(reading, extent)
    return reading


def person_tables(sheet: SheetGrid) -> list[ListTable]:
    """The lists of people, else those of heads of households, in a sheet."""
    return tables_of(sheet, MEANINGS, NAME) or tables_of(sheet, MEANINGS, HOUSEHOLD)


def _name_of(table: ListTable) -> str:
    return NAME if NAME in table.columns else HOUSEHOLD


class _Walk:
    """Goes down the rows of one table, remembering who was seen."""

    def __init__(
        self,
        reading: Reading[Person],
        names: UnitNames,
        table: tuple[Extent, SeenPeople],
        years: BirthYears,
    ) -> None:
        self.reading = reading
        self._years = years
        self._names = names
        self._extent, self._seen = table
        self._below_households = False
        self._name = _name_of(reading.table)

    def take(self, row: int) -> None:
        """Understand one row."""
        table = self.reading.table
        name = table.text(row, self._name) or table.text(row, HOUSEHOLD)
        if self.reading.is_nameless(row, self._name):
            self.reading.refuse(row, self._name)
            return
        if row not in self._extent.items and self._is_nobody(row, name):
            self._below_households = HOUSEHOLDS in fold(name) if name else self._below_households
            return
        if not name:
            self._take_nameless(row)
            return
        before = len(self.reading.issues)
        self.reading.tell_faults(row)
        cell = table.cell(row, self._name)
        year, gender = self._birth_and_gender(row)
        position, unit = self._post_and_unit(row)
        subject = self._subject_of(row, name)
        told = split_address(_HOUSEHOLD_OF.sub("", name))
        name = self._without_capitals(told.name, cell)
        gender = gender or _GENDERS.get(fold(told.address))
        self._tell_twin((match_key(name), unit), year, cell, name)
        person = Person(
            code="",
            full_name=name,
            subject=subject,
            unit=unit,
            position=position,
            birth_year=year,
            gender=gender,
            is_leader=self._is_leader(row),
        )
        taken = None if self.reading.errors_since(before) else person
        self.reading.put(cell, name, taken)

    def _without_capitals(self, name: str, cell: str) -> str:
        """A name typed in capitals as papers write it; what was done is told."""
        written = all_caps_to_title(name)
        if written is None:
            return name
        self.reading.tell("name_in_capitals", cell, Severity.NOTE, name=name, written=written)
        return written

    def _is_nobody(self, row: int, name: str) -> bool:
        """Whether an unnumbered row is a total, a title or empty of anything about someone."""
        table = self.reading.table
        if is_total(name) or is_total(table.text(row, NUMBER)):
            return True
        is_mark = is_group_mark(table.value(row, NUMBER)) and not self._extent.has_marked_items
        if is_mark or not name:
            return not self._says_who(row)
        return self._stands_alone(row) and self._is_bare_title(row, name)

    def _is_bare_title(self, row: int, name: str) -> bool:
        """Whether a text alone in its row is no person; that is told where it may be one."""
        table = self.reading.table
        if table.is_merged(row) or begins_like_title(name):
            return True
        if table.text(row, NUMBER) or not self._extent.items:
            return False
        self.reading.tell(
            "person_row_bare", table.cell(row, self._name), Severity.WARNING, name=name
        )
        return True

    def _says_who(self, row: int) -> bool:
        """Whether the row bears what only a person has; titles bear sums, signatures posts."""
        return any(self.reading.table.text(row, code) for code in _PERSONAL)

    def _stands_alone(self, row: int) -> bool:
        table = self.reading.table
        others = [code for code in table.columns if code not in (NUMBER, self._name)]
        return not any(table.text(row, other) for other in others)

    def _take_nameless(self, row: int) -> None:
        """A row that says something of someone, but not who."""
        if not self._stands_alone(row):
            cell = self.reading.table.cell(row, self._name)
            self.reading.tell("person_name_missing", cell)
            self.reading.put(cell, "", None)

    def _tell_twin(self, who: tuple[str, str], year: int | None, cell: str, name: str) -> None:
        """Tell the same person, and a namesake in the unit whom no birth year tells apart."""
        years = self._seen.setdefault(who, {})
        doubtful = next(iter(years.values()), None) if year is None else years.get(None)
        if year in years:
            self.reading.tell_twin("person_twice", cell, name, years[year])
        elif doubtful is not None:
            self.reading.tell_twin("person_twice_undated", cell, name, doubtful)
        else:
            years[year] = self.reading.place(cell)

    def _birth_and_gender(self, row: int) -> tuple[int | None, Gender | None]:
        """Birth year and gender; many lists write the year under «Nam» or under «Nữ»."""
        table = self.reading.table
        for meaning, gender in (("birth_male", Gender.MALE), ("birth_female", Gender.FEMALE)):
            if table.text(row, meaning):
                return self._years.read(self.reading, row, meaning), gender
        return self._years.read(self.reading, row, "birth"), self._gender_of(row)

    def _gender_of(self, row: int) -> Gender | None:
        for meaning in ("gender", "address"):
            said = fold(self.reading.table.text(row, meaning))
            if said in _FEMALE:
                return Gender.FEMALE
            if said in _MALE:
                return Gender.MALE
        return None

    def _post_and_unit(self, row: int) -> tuple[str, str]:
        """Chức vụ and unit, which many lists write in one column; how it was parted is told."""
        table = self.reading.table
        said = table.text(row, "position")
        if "unit" in table.columns:
            return said, self._unit_of(row)
        post, unit = post_and_unit(said, self._names.by_code)
        if unit:
            self.reading.tell(
                "person_unit_from_post",
                table.cell(row, "position"),
                Severity.NOTE,
                seen=said,
                post=post,
                unit=self._names.by_code[unit],
            )
        return post, unit

    def _unit_of(self, row: int) -> str:
        """The unit's code: by its name; without marks or by an old one with a remark; else told."""
        table = self.reading.table
        said = table.text(row, "unit")
        if not said:
            return ""
        known = self._names.exactly(said)
        if known is not None:
            return known.code
        like = self._names.like(said)
        may_be = () if like is None else like.units
        code = "person_unit_unknown"
        if like is not None and like.likeness is UnitNameLikeness.FORMER:
            code = "person_unit_former" if len(may_be) == 1 else "person_unit_split"
        elif len(may_be) == 1:
            code = "person_unit_understood"
        read = "», «".join(unit.name for unit in may_be)
        self.reading.tell(code, table.cell(row, "unit"), Severity.WARNING, seen=said, read=read)
        return may_be[0].code if len(may_be) == 1 else ""

    def _subject_of(self, row: int, name: str) -> SubjectKind:
        """A household by its column, by the title above, or by its own name, which is told."""
        table = self.reading.table
        if table.text(row, HOUSEHOLD):
            return SubjectKind.HOUSEHOLD
        if not self._below_households and _HOUSEHOLD_OF.match(name) is None:
            return SubjectKind.INDIVIDUAL
        cell = table.cell(row, self._name)
        self.reading.tell("household_understood", cell, Severity.NOTE, name=name)
        return SubjectKind.HOUSEHOLD

    def _is_leader(self, row: int) -> bool | None:
        """Only what the list says; a post's name is no proof.

        A column «Trực tiếp» says the opposite of «Lãnh đạo»; one that names both is read by its
        words alone, because a mere mark would not say which.
        """
        table = self.reading.table
        leads = _duty_said(table.typed(row, "duty"))
        if leads is None:
            said = table.typed(row, "leader")
            duty = _duty_said(said)
            leads = _said_yes(said) if duty is None else duty
        if leads is None:
            is_direct = _said_yes(table.typed(row, "direct"))
            leads = None if is_direct is None else not is_direct
        return leads


def _duty_said(text: str) -> bool | None:
    """Whether the words name a leader, `None` where they name neither or both."""
    said = fold(text)
    leads, works = "lanh dao" in said or "quan ly" in said, "truc tiep" in said
    return leads if leads != works else None


def _said_yes(text: str) -> bool | None:
    """What a mark in a column says, `None` for what is not understood."""
    said = fold(text)
    if said in {"x", "co", "1", "√", "✓", "✔", "☑"}:
        return True
    return False if said in {"khong", "0"} else None
