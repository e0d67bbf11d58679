"""The office's own rule packs, and rules that it lets go on."""

from __future__ import annotations

import datetime as dt
import sqlite3

from thidua_desktop.application.records import OwnRules
from thidua_desktop.domain.rule_layers import RuleExtension
from thidua_desktop.storage.registers.values import date_or_none, iso_or_none
from thidua_desktop.storage.rows import Rows


class OwnRuleRegister:
    """Port `OwnRuleBook`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def packs(self) -> tuple[OwnRules, ...]:
        """The packs that the office added, the first added first."""
        rows = self._rows.select("SELECT * FROM own_rule_pack ORDER BY id")
        return tuple(OwnRules(row["code"], row["source"]) for row in rows)

    def add_pack(self, rules: OwnRules, added_on: dt.date) -> None:
        """Keep a pack."""
        row = {"code": rules.code, "source": rules.source, "added_on": added_on.isoformat()}
        self._rows.insert("own_rule_pack", row)

    def remove_pack(self, code: str) -> None:
        """Remove a pack."""
        self._rows.delete("DELETE FROM own_rule_pack WHERE code = ?", (code,))

    def extensions(self) -> tuple[RuleExtension, ...]:
        """What goes on past its last day, the first entered first."""
        rows = self._rows.select("SELECT * FROM rule_extension ORDER BY id")
        return tuple(_extension(row) for row in rows)

    def add_extension(self, extension: RuleExtension) -> int:
        """Keep an extension; give its number, whatever it bears."""
        return self._rows.insert(
            "rule_extension",
            {
                "valid_from": extension.valid_from.isoformat(),
                "valid_to": iso_or_none(extension.valid_to),
                "document": extension.document,
                "base_salary": extension.base_salary,
                "salary_document": extension.salary_document,
            },
        )

    def remove_extension(self, number: int) -> None:
        """Remove an extension."""
        self._rows.delete("DELETE FROM rule_extension WHERE id = ?", (number,))


def _extension(row: sqlite3.Row) -> RuleExtension:
    return RuleExtension(
        id=row["id"],
        valid_from=dt.date.fromisoformat(row["valid_from"]),
        valid_to=date_or_none(row["valid_to"]),
        document=row["document"],
        base_salary=row["base_salary"],
        salary_document=row["salary_document"],
    )
