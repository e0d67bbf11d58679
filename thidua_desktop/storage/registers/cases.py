"""The registers of pending matters and of discipline."""

from __future__ import annotations

import datetime as dt
import sqlite3

from thidua_desktop.domain.awards.cases import DisciplineRecord, HoldRecord
from thidua_desktop.domain.awards.facts import Discipline, Hold, HoldKind
from thidua_desktop.storage.registers.case_subjects import case_subject, subject_row
from thidua_desktop.storage.registers.values import date_or_none, iso_or_none
from thidua_desktop.storage.rows import Rows, SqlValue


class CaseRegister:
    """Port `Cases`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def holds(self) -> tuple[HoldRecord, ...]:
        """Every pending or concluded matter, the newest first."""
        rows = self._rows.select("SELECT * FROM hold ORDER BY from_day DESC, id DESC")
        return tuple(_hold(row) for row in rows)

    def hold(self, number: int) -> HoldRecord:
        """One matter.

        Raises:
            NotFound: there is none.
        """
        return _hold(
            self._rows.one("hold_record_unknown", "SELECT * FROM hold WHERE id = ?", (number,))
        )

    def add_hold(self, record: HoldRecord) -> int:
        """Add a matter; give its number. The number that it bears is not used."""
        return self._rows.insert("hold", _hold_row(record))

    def update_hold(self, record: HoldRecord) -> None:
        """Write a matter anew."""
        self._rows.update("hold", record.id, _hold_row(record))

    def remove_hold(self, number: int) -> None:
        """Take a matter out that was recorded by mistake."""
        self._rows.delete("DELETE FROM hold WHERE id = ?", (number,))

    def disciplines(self) -> tuple[DisciplineRecord, ...]:
        """Every discipline, the newest first."""
        rows = self._rows.select("SELECT * FROM discipline ORDER BY from_day DESC, id DESC")
        return tuple(_discipline(row) for row in rows)

    def discipline(self, number: int) -> DisciplineRecord:
        """One discipline.

        Raises:
            NotFound: there is none.
        """
        row = self._rows.one(
            "discipline_record_unknown", "SELECT * FROM discipline WHERE id = ?", (number,)
        )
        return _discipline(row)

    def add_discipline(self, record: DisciplineRecord) -> int:
        """Add a discipline; give its number."""
        return self._rows.insert("discipline", _discipline_row(record))

    def update_discipline(self, record: DisciplineRecord) -> None:
        """Write a discipline anew."""
        self._rows.update("discipline", record.id, _discipline_row(record))

    def remove_discipline(self, number: int) -> None:
        """Take a discipline out that was recorded by mistake."""
        self._rows.delete("DELETE FROM discipline WHERE id = ?", (number,))


def _hold(row: sqlite3.Row) -> HoldRecord:
    hold = Hold(
        HoldKind(row["kind"]),
        dt.date.fromisoformat(row["from_day"]),
        date_or_none(row["to_day"]),
        row["document"],
    )
    return HoldRecord(row["id"], case_subject(row), hold, row["conclusion"])


def _hold_row(record: HoldRecord) -> dict[str, SqlValue]:
    return subject_row(record.subject) | {
        "kind": record.hold.kind,
        "from_day": record.hold.from_day.isoformat(),
        "to_day": iso_or_none(record.hold.to_day),
        "document": record.hold.document,
        "conclusion": record.conclusion,
    }


def _discipline(row: sqlite3.Row) -> DisciplineRecord:
    time = Discipline(dt.date.fromisoformat(row["from_day"]), date_or_none(row["to_day"]))
    return DisciplineRecord(row["id"], case_subject(row), row["form"], time, row["document"])


def _discipline_row(record: DisciplineRecord) -> dict[str, SqlValue]:
    return subject_row(record.subject) | {
        "form": record.form,
        "from_day": record.discipline.from_day.isoformat(),
        "to_day": iso_or_none(record.discipline.to_day),
        "document": record.document,
    }
