"""The registers of units and of people."""

from __future__ import annotations

import datetime as dt
import sqlite3

from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.domain.vietnamese.collation import name_sort_key, sort_key
from thidua_desktop.domain.vietnamese.folding import fold, match_key
from thidua_desktop.storage.registers.values import date_or_none, text_or_none
from thidua_desktop.storage.rows import Rows, SqlValue


class UnitRegister:
    """Port `Units`: the unit table."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._codes = _Codes(rows, "unit", "DV", 3)

    def all(self) -> tuple[Unit, ...]:
        """Every unit that ever was, by group and then as the office listed them.

        Codes are given in the order of the list that was imported, which is the office's own:
        Văn phòng before Phòng, the Front before the unions, never the alphabet.
        """
        rows = self._rows.select(
            "SELECT unit.* FROM unit JOIN unit_group ON unit_group.code = unit.unit_group"
            " ORDER BY unit_group.position, length(unit.code), unit.code"
        )
        return tuple(_unit(row) for row in rows)

    def existing_on(self, day: dt.date) -> tuple[Unit, ...]:
        """The units that exist on this day."""
        return tuple(unit for unit in self.all() if unit.exists_on(day))

    def get(self, code: str) -> Unit:
        """The unit with this code.

        Raises:
            NotFound: there is none.
        """
        return _unit(self._rows.one("unit_unknown", "SELECT * FROM unit WHERE code = ?", (code,)))

    def find_by_name(self, name: str) -> Unit | None:
        """The living unit whose name is the same but for spacing, case and tone position."""
        rows = self._rows.select(
            "SELECT * FROM unit WHERE match_key = ? AND valid_to IS NULL", (match_key(name),)
        )
        return _unit(rows[0]) if rows else None

    def add(self, unit: Unit) -> None:
        """Add a unit."""
        self._rows.insert("unit", _unit_row(unit))

    def update(self, unit: Unit) -> None:
        """Write a unit's new state."""
        self._rows.update("unit", unit.code, _unit_row(unit))

    def next_code(self) -> str:
        """A code that no unit ever bore."""
        return self._codes.next()


class PersonRegister:
    """Port `People`: the person table."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._codes = _Codes(rows, "person", "CN", 4)

    def all(self) -> tuple[Person, ...]:
        """Everyone, by given name in Vietnamese order."""
        return tuple(
            _person(row) for row in self._rows.select("SELECT * FROM person ORDER BY sort_key")
        )

    def get(self, code: str) -> Person:
        """The person with this code.

        Raises:
            NotFound: there is none.
        """
        row = self._rows.one("person_unknown", "SELECT * FROM person WHERE code = ?", (code,))
        return _person(row)

    def find_same(self, person: Person) -> Person | None:
        """Who has the same name, unit and birth year; never a mere namesake."""
        same = (one for one in self.namesakes(person) if one.birth_year == person.birth_year)
        return next(same, None)

    def namesakes(self, person: Person) -> tuple[Person, ...]:
        """Those of the same name and kind in the same unit, whatever their birth year."""
        rows = self._rows.select(
            "SELECT * FROM person WHERE match_key = ? AND unit IS ? AND subject = ? ORDER BY code",
            (match_key(person.full_name), text_or_none(person.unit), person.subject),
        )
        return tuple(_person(row) for row in rows)

    def add(self, person: Person) -> None:
        """Add a person."""
        self._rows.insert("person", _person_row(person))

    def update(self, person: Person) -> None:
        """Write a person's new state."""
        self._rows.update("person", person.code, _person_row(person))

    def next_code(self) -> str:
        """A code that no one ever bore."""
        return self._codes.next()


class _Codes:
    """Gives codes that no record ever bore, within one reading or operation.

    They are counted in the journal, which also remembers what an undo took back.
    """

    def __init__(self, rows: Rows, table: str, prefix: str, digits: int) -> None:
        self._rows = rows
        self._table = table
        self._prefix = prefix
        self._digits = digits
        self._last: int | None = None

    def next(self) -> str:
        """The next free code."""
        self._last = (self._highest() if self._last is None else self._last) + 1
        return f"{self._prefix}{self._last:0{self._digits}d}"

    def _highest(self) -> int:
        row = self._rows.select(
            "SELECT max(CAST(substr(json_extract(row_key, '$[0]'), ?) AS INTEGER))"
            " FROM change WHERE table_name = ?",
            (len(self._prefix) + 1, self._table),
        )[0]
        return int(row[0] or 0)


def _unit(row: sqlite3.Row) -> Unit:
    return Unit(
        code=row["code"],
        name=row["name"],
        group=row["unit_group"],
        subject=SubjectKind(row["subject"]),
        cluster=row["cluster"],
        head=row["head"],
        people_total=row["people_total"],
        people_female=row["people_female"],
        phone=row["phone"],
        valid_from=date_or_none(row["valid_from"]),
        valid_to=date_or_none(row["valid_to"]),
    )


def _unit_row(unit: Unit) -> dict[str, SqlValue]:
    return {
        "code": unit.code,
        "name": unit.name,
        "match_key": match_key(unit.name),
        "folded": fold(unit.name),
        "sort_key": sort_key(unit.name),
        "unit_group": unit.group,
        "subject": unit.subject,
        "cluster": unit.cluster,
        "head": unit.head,
        "people_total": unit.people_total,
        "people_female": unit.people_female,
        "phone": unit.phone,
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
    }


def _person(row: sqlite3.Row) -> Person:
    return Person(
        code=row["code"],
        full_name=row["full_name"],
        subject=SubjectKind(row["subject"]),
        unit=row["unit"] or "",
        position=row["position"],
        birth_year=row["birth_year"],
        gender=Gender(row["gender"]) if row["gender"] else None,
        is_leader=None if row["is_leader"] is None else bool(row["is_leader"]),
    )


def _person_row(person: Person) -> dict[str, SqlValue]:
    return {
        "code": person.code,
        "full_name": person.full_name,
        "match_key": match_key(person.full_name),
        "folded": fold(person.full_name),
        "sort_key": name_sort_key(person.full_name),
        "subject": person.subject,
        "unit": text_or_none(person.unit),
        "position": person.position,
        "birth_year": person.birth_year,
        "gender": person.gender,
        "is_leader": None if person.is_leader is None else int(person.is_leader),
    }
