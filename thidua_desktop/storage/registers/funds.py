"""The fund of each year, and the office's own days of the working calendar."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import asdict

from thidua_desktop.domain.fund import FundArea, FundSpending, FundYear, SpendingKind
from thidua_desktop.domain.working_days import CalendarDay, DayKind
from thidua_desktop.storage.rows import Rows, SqlValue


class FundRegister:
    """Port `Funds`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def year(self, year: int) -> FundYear:
        """What the fund of a year has; nothing where nothing was entered."""
        rows = self._rows.select("SELECT * FROM fund_year WHERE year = ?", (year,))
        return _fund_year(rows[0]) if rows else FundYear(year)

    def save_year(self, fund: FundYear) -> None:
        """Write what the fund of a year has."""
        self._rows.upsert("fund_year", dict(asdict(fund)), ("year",))

    def spendings(self, year: int) -> tuple[FundSpending, ...]:
        """What was spent in a year beside bonuses, by day."""
        rows = self._rows.select(
            "SELECT * FROM fund_spending WHERE substr(spent_on, 1, 4) = ? ORDER BY spent_on, id",
            (f"{year:04d}",),
        )
        return tuple(_spending(row) for row in rows)

    def add_spending(self, spending: FundSpending) -> int:
        """Add a spending; give its number, whatever it bears."""
        return self._rows.insert("fund_spending", _spending_row(spending))

    def update_spending(self, spending: FundSpending) -> None:
        """Write a spending anew."""
        self._rows.update("fund_spending", spending.id, _spending_row(spending))

    def spending(self, number: int) -> FundSpending:
        """The spending with this number.

        Raises:
            NotFound: there is none.
        """
        return _spending(
            self._rows.one(
                "spending_unknown", "SELECT * FROM fund_spending WHERE id = ?", (number,)
            )
        )

    def remove_spending(self, number: int) -> None:
        """Remove a spending."""
        self._rows.delete("DELETE FROM fund_spending WHERE id = ?", (number,))


class DayRegister:
    """Port `CalendarDays`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[CalendarDay, ...]:
        """The office's own days in order."""
        rows = self._rows.select("SELECT day, kind, name FROM calendar_day ORDER BY day")
        return tuple(
            CalendarDay(dt.date.fromisoformat(row["day"]), DayKind(row["kind"]), row["name"])
            for row in rows
        )

    def save(self, entry: CalendarDay) -> None:
        """Write one day."""
        row = {"day": entry.day.isoformat(), "kind": entry.kind, "name": entry.name}
        self._rows.upsert("calendar_day", row, ("day",))

    def remove(self, day: dt.date) -> None:
        """Let what ships, or the weekday, hold for a day again."""
        self._rows.delete("DELETE FROM calendar_day WHERE day = ?", (day.isoformat(),))


def _fund_year(row: sqlite3.Row) -> FundYear:
    return FundYear(
        year=row["year"],
        budget=row["budget"],
        other_income=row["other_income"],
        regular_spending=row["regular_spending"],
        area=FundArea(row["area"]) if row["area"] else None,
    )


def _spending(row: sqlite3.Row) -> FundSpending:
    return FundSpending(
        id=row["id"],
        kind=SpendingKind(row["kind"]),
        spent_on=dt.date.fromisoformat(row["spent_on"]),
        amount=row["amount"],
        content=row["content"],
        document=row["document"],
    )


def _spending_row(spending: FundSpending) -> dict[str, SqlValue]:
    return {
        "kind": spending.kind,
        "spent_on": spending.spent_on.isoformat(),
        "amount": spending.amount,
        "content": spending.content,
        "document": spending.document,
    }
