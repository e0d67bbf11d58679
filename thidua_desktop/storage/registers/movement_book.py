"""The registers of sổ phong trào: exemplars, inspections, activities."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from thidua_desktop.domain.movement_book import (
    Activity,
    ActivityKind,
    Exemplar,
    ExemplarKind,
    Inspection,
)
from thidua_desktop.storage.registers.case_subjects import case_subject, subject_row
from thidua_desktop.storage.registers.values import date_or_none, iso_or_none
from thidua_desktop.storage.rows import Rows, SqlValue


class Numbered(Protocol):
    """What bears its number in a register."""

    @property
    def id(self) -> int:
        """Its number, 0 before it stands there."""
        ...


E = TypeVar("E", bound=Numbered)


class EntryRegister(Generic[E]):
    """Port `EntryBook`: one table of numbered entries, the newest day first."""

    def __init__(
        self,
        rows: Rows,
        table: str,
        day: str,
        to_row: Callable[[E], dict[str, SqlValue]],
        from_row: Callable[[sqlite3.Row], E],
    ) -> None:
        self._rows = rows
        self._table = table
        self._day = day
        self._to_row = to_row
        self._from_row = from_row

    def all(self) -> tuple[E, ...]:
        """Every entry."""
        sql = f"SELECT * FROM {self._table} ORDER BY {self._day} DESC, id DESC"  # noqa: S608
        return tuple(self._from_row(row) for row in self._rows.select(sql))

    def get(self, number: int) -> E:
        """One of them.

        Raises:
            NotFound: there is none.
        """
        sql = f"SELECT * FROM {self._table} WHERE id = ?"  # noqa: S608 - our own table's name
        return self._from_row(self._rows.one(f"{self._table}_unknown", sql, (number,)))

    def add(self, entry: E) -> int:
        """Add one; give its number."""
        return self._rows.insert(self._table, self._to_row(entry))

    def update(self, entry: E) -> None:
        """Write its new state."""
        self._rows.update(self._table, entry.id, self._to_row(entry))

    def remove(self, number: int) -> None:
        """Take one out."""
        self._rows.delete(f"DELETE FROM {self._table} WHERE id = ?", (number,))  # noqa: S608


class MovementRegisters:
    """Port `MovementBooks`."""

    def __init__(self, rows: Rows) -> None:
        self.exemplars = EntryRegister(rows, "exemplar", "noted_on", _exemplar_row, _exemplar)
        self.inspections = EntryRegister(
            rows, "inspection", "held_on", _inspection_row, _inspection
        )
        self.activities = EntryRegister(rows, "activity", "held_on", _activity_row, _activity)


def _exemplar_row(one: Exemplar) -> dict[str, SqlValue]:
    return {
        "kind": one.kind.value,
        "name": one.name,
        "noted_on": one.noted_on.isoformat(),
        "result": one.result,
        "spread": one.spread,
    } | subject_row(one.subject)


def _exemplar(row: sqlite3.Row) -> Exemplar:
    return Exemplar(
        id=row["id"],
        kind=ExemplarKind(row["kind"]),
        subject=case_subject(row),
        name=row["name"],
        noted_on=dt.date.fromisoformat(row["noted_on"]),
        result=row["result"],
        spread=row["spread"],
    )


def _inspection_row(one: Inspection) -> dict[str, SqlValue]:
    return {
        "unit": one.unit,
        "held_on": one.held_on.isoformat(),
        "place": one.place,
        "inspectors": "\n".join(one.inspectors),
        "hosts": "\n".join(one.hosts),
        "strengths": one.strengths,
        "weaknesses": one.weaknesses,
        "requests": one.requests,
        "conclusion": one.conclusion,
        "remedy_by": iso_or_none(one.remedy_by),
        "remedied_on": iso_or_none(one.remedied_on),
    }


def _inspection(row: sqlite3.Row) -> Inspection:
    return Inspection(
        id=row["id"],
        unit=row["unit"],
        held_on=dt.date.fromisoformat(row["held_on"]),
        place=row["place"],
        inspectors=tuple(row["inspectors"].splitlines()),
        hosts=tuple(row["hosts"].splitlines()),
        strengths=row["strengths"],
        weaknesses=row["weaknesses"],
        requests=row["requests"],
        conclusion=row["conclusion"],
        remedy_by=date_or_none(row["remedy_by"]),
        remedied_on=date_or_none(row["remedied_on"]),
    )


def _activity_row(one: Activity) -> dict[str, SqlValue]:
    return {
        "kind": one.kind.value,
        "name": one.name,
        "held_on": one.held_on.isoformat(),
        "place": one.place,
        "organiser": one.organiser,
        "people": one.people,
        "result": one.result,
        "document": one.document,
    }


def _activity(row: sqlite3.Row) -> Activity:
    return Activity(
        id=row["id"],
        kind=ActivityKind(row["kind"]),
        name=row["name"],
        held_on=dt.date.fromisoformat(row["held_on"]),
        place=row["place"],
        organiser=row["organiser"],
        people=row["people"],
        result=row["result"],
        document=row["document"],
    )
