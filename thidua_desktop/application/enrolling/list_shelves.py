"""Where the rows of a list stand in the registers: found, brought up to date, written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from thidua_desktop.application.books import Books
from thidua_desktop.application.enrolling.namesakes import NAMESAKE_ASKED, NamesakeChoice
from thidua_desktop.application.enrolling.registers import maybe_same, person_fault, unit_fault
from thidua_desktop.application.lists.fields import PERSON_FIELDS, UNIT_FIELDS
from thidua_desktop.application.lists.reading import RowStatus
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Issue, Severity, Value
from thidua_desktop.domain.unit_likeness import UnitNameLikeness, UnitNames
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.domain.vietnamese.folding import match_key

Draft = TypeVar("Draft", Unit, Person)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Draft]):
    """The record that a draft becomes, whether it is new, changed or the same – and a doubt."""

    record: Draft
    status: RowStatus
    doubt: Issue | None = None
    known: Draft | None = None


class Shelf(Protocol[Draft]):
    """Where the records of one list stand: how one is found, brought up to date and written."""

    action: str
    columns: Mapping[str, tuple[str, ...]]

    def place(self, books: Books, draft: Draft) -> Placed[Draft]:
        """The record that a draft becomes; a doubt that stops keeps it out."""
        ...

    def fault(self, record: Draft) -> Issue | None:
        """What can't be in the record once the list and what is known are put together."""
        ...

    def write(self, books: Books, record: Draft, status: RowStatus) -> Draft:
        """Write what is new or changed; gives the record with its code."""
        ...

    def shown(self, record: Draft) -> tuple[str, str]:
        """The record's name, and the group or unit that it stands in."""
        ...


class UnitShelf:
    """The register of units; what a list leaves empty stays as it is known.

    A name without marks is taken for the one unit that is called so with them; one that a unit
    bore before is refused, for whoever types it has an old list in hand.
    """

    action = "units_imported"
    columns = UNIT_FIELDS

    def __init__(self, names: UnitNames) -> None:
        self._names = names

    def place(self, books: Books, draft: Unit) -> Placed[Unit]:
        """By its name, or told whom the name may mean."""
        known = books.units.find_by_name(draft.name)
        if known is not None:
            return self._brought_up_to_date(known, draft)
        like = self._names.like(draft.name)
        if like is None:
            return Placed(draft, RowStatus.NEW)
        told: dict[str, Value] = {
            "name": draft.name,
            "known": "», «".join(unit.name for unit in like.units),
        }
        match like.likeness:
            case UnitNameLikeness.FORMER:
                doubt = Issue("unit_under_former_name", data=told)
                return Placed(draft, RowStatus.REJECTED, doubt)
            case UnitNameLikeness.UNMARKED:
                doubt = Issue("unit_understood", Severity.WARNING, data=told)
                return replace(self._brought_up_to_date(like.units[0], draft), doubt=doubt)
            case UnitNameLikeness.MARKED_OTHERWISE:
                doubt = Issue("unit_like_known", Severity.WARNING, data=told)
                return Placed(draft, RowStatus.NEW, doubt)

    def _brought_up_to_date(self, known: Unit, draft: Unit) -> Placed[Unit]:
        total, female = draft.people_total, draft.people_female
        merged = replace(
            known,
            group=draft.group,
            subject=draft.subject,
            cluster=draft.cluster or known.cluster,
            head=draft.head or known.head,
            people_total=known.people_total if total is None else total,
            people_female=known.people_female if female is None else female,
            phone=draft.phone or known.phone,
        )
        return Placed(merged, _status(merged, known), known=known)

    def fault(self, record: Unit) -> Issue | None:
        """Figures that can't be."""
        return unit_fault(record)

    def write(self, books: Books, record: Unit, status: RowStatus) -> Unit:
        """A new one gets its code."""
        if status is RowStatus.NEW:
            record = replace(record, code=books.units.next_code())
            books.units.add(record)
        elif status is RowStatus.CHANGED:
            books.units.update(record)
        return record

    def shown(self, record: Unit) -> tuple[str, str]:
        """Its name and group."""
        return record.name, record.group


class PersonShelf:
    """The register of people; `drafts` are all those of the list.

    A namesake in the same unit whose year of birth is unknown on one side is asked about where
    there is one on either side, and never guessed where there are more.
    """

    action = "people_imported"
    columns = PERSON_FIELDS

    def __init__(self, drafts: Iterable[Person], choice: NamesakeChoice | None) -> None:
        self._drafts = Counter(_who(draft) for draft in drafts)
        self._choice = choice

    def place(self, books: Books, draft: Person) -> Placed[Person]:
        """By name, unit and year of birth."""
        known = books.people.find_same(draft)
        if known is not None:
            return self._brought_up_to_date(known, draft)
        namesakes = books.people.namesakes(draft)
        if not any(maybe_same(draft, namesake) for namesake in namesakes):
            return Placed(draft, RowStatus.NEW)
        if len(namesakes) > 1 or self._drafts[_who(draft)] > 1:
            codes = tuple(namesake.code for namesake in namesakes)
            doubt = Issue("person_unsure", data={"name": draft.full_name, "codes": codes})
            return Placed(draft, RowStatus.REJECTED, doubt)
        return self._namesake_of(namesakes[0], draft)

    def _namesake_of(self, known: Person, draft: Person) -> Placed[Person]:
        """By the officer's answer; without one the row waits."""
        if self._choice is NamesakeChoice.OTHER:
            return Placed(draft, RowStatus.NEW)
        told: dict[str, Value] = {"name": known.full_name, "code": known.code}
        if self._choice is None:
            doubt = Issue(NAMESAKE_ASKED, data=told)
            return Placed(draft, RowStatus.REJECTED, doubt)
        doubt = Issue("person_understood_same", Severity.WARNING, data=told)
        return replace(self._brought_up_to_date(known, draft), doubt=doubt)

    def _brought_up_to_date(self, known: Person, draft: Person) -> Placed[Person]:
        merged = replace(
            known,
            position=draft.position or known.position,
            birth_year=draft.birth_year or known.birth_year,
            gender=draft.gender or known.gender,
            is_leader=known.is_leader if draft.is_leader is None else draft.is_leader,
        )
        return Placed(merged, _status(merged, known), known=known)

    def fault(self, record: Person) -> Issue | None:
        """A year or post that can't be."""
        return person_fault(record)

    def write(self, books: Books, record: Person, status: RowStatus) -> Person:
        """A new one gets a code."""
        if status is RowStatus.NEW:
            record = replace(record, code=books.people.next_code())
            books.people.add(record)
        elif status is RowStatus.CHANGED:
            books.people.update(record)
        return record

    def shown(self, record: Person) -> tuple[str, str]:
        """The name and the unit's code."""
        return record.full_name, record.unit


def _who(person: Person) -> tuple[str, str, SubjectKind]:
    return match_key(person.full_name), person.unit, person.subject


def _status(merged: Draft, known: Draft) -> RowStatus:
    return RowStatus.SAME if merged == known else RowStatus.CHANGED
