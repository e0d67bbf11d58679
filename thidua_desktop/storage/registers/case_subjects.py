"""How a unit or a person stands in the registers of cases: one column for each, one is filled."""

from __future__ import annotations

import sqlite3

from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.storage.rows import SqlValue


def case_subject(row: sqlite3.Row) -> CaseSubject:
    """Whom a row concerns."""
    return CaseSubject(row["person"] or row["unit"], is_person=row["person"] is not None)


def subject_row(subject: CaseSubject | None) -> dict[str, SqlValue]:
    """The two columns; both empty for nobody."""
    return {
        "unit": subject.code if subject and not subject.is_person else None,
        "person": subject.code if subject and subject.is_person else None,
    }
