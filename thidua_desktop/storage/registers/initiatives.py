"""The register of sáng kiến, and on which of them proposals rest."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from thidua_desktop.domain.awards.cases import Initiative
from thidua_desktop.storage.registers.case_subjects import case_subject, subject_row
from thidua_desktop.storage.registers.values import date_or_none, iso_or_none
from thidua_desktop.storage.rows import Rows, SqlValue


class InitiativeRegister:
    """Port `Initiatives`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Initiative, ...]:
        """Every sáng kiến, the newest entry first."""
        rows = self._rows.select("SELECT * FROM initiative ORDER BY id DESC")
        return tuple(_initiative(row) for row in rows)

    def get(self, number: int) -> Initiative:
        """One of them.

        Raises:
            NotFound: there is none.
        """
        row = self._rows.one(
            "initiative_record_unknown", "SELECT * FROM initiative WHERE id = ?", (number,)
        )
        return _initiative(row)

    def add(self, initiative: Initiative) -> int:
        """Add one; give its number."""
        row: dict[str, SqlValue] = {
            "name": initiative.name,
            "recognised_by": initiative.recognised_by,
            "number": initiative.number,
            "recognised_on": iso_or_none(initiative.recognised_on),
        }
        return self._rows.insert("initiative", row | subject_row(initiative.subject))

    def remove(self, number: int) -> None:
        """Take one out that no proposal rests on."""
        self._rows.delete("DELETE FROM initiative WHERE id = ?", (number,))

    def uses(self) -> Mapping[int, frozenset[int]]:
        """The sáng kiến that each proposal rests on."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self._rows.select("SELECT proposal, initiative FROM initiative_use"):
            found[row["proposal"]].add(row["initiative"])
        return {proposal: frozenset(numbers) for proposal, numbers in found.items()}

    def use(self, proposal: int, initiatives: Iterable[int]) -> None:
        """Write on which sáng kiến a new proposal rests."""
        self._rows.insert_many(
            "initiative_use",
            ("proposal", "initiative"),
            [(proposal, number) for number in dict.fromkeys(initiatives)],
        )


def _initiative(row: sqlite3.Row) -> Initiative:
    return Initiative(
        id=row["id"],
        subject=case_subject(row),
        name=row["name"],
        recognised_by=row["recognised_by"],
        number=row["number"],
        recognised_on=date_or_none(row["recognised_on"]),
    )
