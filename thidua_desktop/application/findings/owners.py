"""Whose texts are compared: units, and the people who are proposed for awards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.application.books import Books
from thidua_desktop.domain.findings.finding import FindingKey, FindingKind


@dataclass(frozen=True, slots=True)
class Owners:
    """Units and people by code.

    Attributes:
        names: of people with their unit.
        homes: the unit of each person.
    """

    names: Mapping[str, str]
    homes: Mapping[str, str]

    @classmethod
    def read(cls, books: Books, units: Mapping[str, str]) -> Owners:
        """Everyone of the register of people beside these names of units."""
        people, homes = {}, {}
        for person in books.people.all():
            unit = units.get(person.unit, "")
            people[person.code] = f"{person.full_name} ({unit})" if unit else person.full_name
            homes[person.code] = person.unit
        return cls({**units, **people}, homes)

    def unit(self, owner: str) -> str:
        """The unit that stands for an owner; empty for a person without one."""
        return self.homes.get(owner, owner)

    def name(self, owner: str) -> str:
        """What the owner is called."""
        return self.names.get(owner, owner)

    def pair_key(self, first: str, second: str) -> FindingKey:
        """The key of what two owners share; of people it names both."""
        unit = self.unit(first) or self.unit(second)
        about = second if unit == first else f"{first}-{second}"
        return FindingKey(unit, FindingKind.LIKE_OTHER, about=about)
