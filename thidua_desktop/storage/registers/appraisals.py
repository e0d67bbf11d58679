"""The office's points."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping

from thidua_desktop.domain.self_reports import Appraisal
from thidua_desktop.storage.rows import Rows


class AppraisalRegister:
    """Port `Appraisals`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_cycle(self, cycle: str) -> tuple[Appraisal, ...]:
        """Every appraisal of a cycle."""
        rows = self._rows.select(
            "SELECT * FROM appraisal WHERE cycle = ? ORDER BY unit, criterion", (cycle,)
        )
        return tuple(_appraisal(row) for row in rows)

    def of_unit(self, cycle: str, unit: str) -> Mapping[str, Appraisal]:
        """A unit's appraisals by criterion."""
        rows = self._rows.select(
            "SELECT * FROM appraisal WHERE cycle = ? AND unit = ?", (cycle, unit)
        )
        return {row["criterion"]: _appraisal(row) for row in rows}

    def save(self, appraisal: Appraisal) -> None:
        """Write the points of one criterion."""
        self._rows.upsert(
            "appraisal",
            {
                "cycle": appraisal.cycle,
                "unit": appraisal.unit,
                "criterion": appraisal.criterion,
                "points": appraisal.points,
                "reason": appraisal.reason,
                "appraised_on": appraisal.appraised_on.isoformat(),
            },
            ("cycle", "unit", "criterion"),
        )

    def remove(self, cycle: str, unit: str, criterion: str) -> None:
        """Take the points of one criterion back."""
        self._rows.delete(
            "DELETE FROM appraisal WHERE cycle = ? AND unit = ? AND criterion = ?",
            (cycle, unit, criterion),
        )


def _appraisal(row: sqlite3.Row) -> Appraisal:
    return Appraisal(
        cycle=row["cycle"],
        unit=row["unit"],
        criterion=row["criterion"],
        points=row["points"],
        reason=row["reason"],
        appraised_on=dt.date.fromisoformat(row["appraised_on"]),
    )
