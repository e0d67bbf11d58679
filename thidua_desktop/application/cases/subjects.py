"""Whom a record concerns: a unit or person by the name that tables show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.units import Person, Unit


@dataclass(frozen=True, slots=True)
class Who:
    """A unit or person as a table names it; `detail` is post and unit of a person."""

    subject: CaseSubject
    name: str
    detail: str = ""


def everyone_in(books: Books) -> tuple[Who, ...]:
    """Whom a record may concern, units first."""
    units = books.units.all()
    names = {unit.code: unit.name for unit in units}
    return (
        *(Who(CaseSubject(unit.code, is_person=False), unit.name) for unit in units),
        *(_person(one, names) for one in books.people.all()),
    )


def _person(person: Person, units: Mapping[str, str]) -> Who:
    parts = (person.position, units.get(person.unit, ""))
    detail = ", ".join(part for part in parts if part)
    return Who(CaseSubject(person.code, is_person=True), person.full_name, detail)


def name_of(desk: Desk, subject: CaseSubject) -> str:
    """The name of a unit or person.

    Raises:
        NotFound: no such unit or person.
    """
    with desk.store.read() as books:
        record: Unit | Person = (
            books.people.get(subject.code) if subject.is_person else books.units.get(subject.code)
        )
    return record.full_name if isinstance(record, Person) else record.name
