"""The office's points, and the council's."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping

from thidua_desktop.domain.self_reports import Appraisal, CouncilFigure
from thidua_desktop.storage.rows import Rows


class AppraisalRegister:
    """Port `Appraisals`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_cycle(self, cycle: str) -> tuple[Appraisal, ...]:
        """Every appraisal of a cycle."""
        rows = self._rows.select(
            f"{_SELECT} WHERE a.cycle = ? ORDER BY a.unit, a.criterion", (cycle,)
        )
        return tuple(_appraisal(row) for row in rows)

    def of_unit(self, cycle: str, unit: str) -> Mapping[str, Appraisal]:
        """A unit's appraisals by criterion."""
        rows = self._rows.select(f"{_SELECT} WHERE a.cycle = ? AND a.unit = ?", (cycle, unit))
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

    def save_figure(self, appraisal: Appraisal, figure: CouncilFigure) -> None:
        """Write the council's points of one criterion."""
        self._rows.upsert(
            "council_figure",
            {
                "cycle": appraisal.cycle,
                "unit": appraisal.unit,
                "criterion": appraisal.criterion,
                "points": figure.points,
                "reason": figure.reason,
                "given_on": figure.given_on.isoformat(),
            },
            ("cycle", "unit", "criterion"),
        )

    def remove_figure(self, cycle: str, unit: str, criterion: str) -> None:
        """Take the council's points of one criterion back."""
        self._rows.delete(
            "DELETE FROM council_figure WHERE cycle = ? AND unit = ? AND criterion = ?",
            (cycle, unit, criterion),
        )


_SELECT = """
SELECT a.*, f.points AS council, f.reason AS council_reason, f.given_on
FROM appraisal AS a LEFT JOIN council_figure AS f USING (cycle, unit, criterion)
"""


def _figure(row: sqlite3.Row) -> CouncilFigure | None:
    if row["council"] is None:
        return None
    given_on = dt.date.fromisoformat(row["given_on"])
    return CouncilFigure(row["council"], row["council_reason"], given_on)


def _appraisal(row: sqlite3.Row) -> Appraisal:
    return Appraisal(
        cycle=row["cycle"],
        unit=row["unit"],
        criterion=row["criterion"],
        points=row["points"],
        reason=row["reason"],
        appraised_on=dt.date.fromisoformat(row["appraised_on"]),
        council=_figure(row),
    )
