"""The register of what brings a unit's class down."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.domain.scoring.policy import Violation
from thidua_desktop.domain.violations import UnitViolation
from thidua_desktop.storage.rows import Rows


class ViolationRegister:
    """Port `Violations`: the table `violation`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_cycle(self, cycle: str) -> tuple[UnitViolation, ...]:
        """What is recorded in a cycle, by unit."""
        rows = self._rows.select(
            "SELECT * FROM violation WHERE cycle = ? ORDER BY unit, kind", (cycle,)
        )
        return tuple(
            UnitViolation(
                row["cycle"],
                row["unit"],
                Violation(row["kind"]),
                row["document"],
                dt.date.fromisoformat(row["recorded_on"]),
            )
            for row in rows
        )

    def save(self, violation: UnitViolation) -> None:
        """Write one violation in place of the former of its kind."""
        self._rows.upsert(
            "violation",
            {
                "cycle": violation.cycle,
                "unit": violation.unit,
                "kind": violation.kind.value,
                "document": violation.document,
                "recorded_on": violation.recorded_on.isoformat(),
            },
            ("cycle", "unit", "kind"),
        )

    def remove(self, cycle: str, unit: str, kind: Violation) -> None:
        """Take one out."""
        self._rows.delete(
            "DELETE FROM violation WHERE cycle = ? AND unit = ? AND kind = ?",
            (cycle, unit, kind.value),
        )
