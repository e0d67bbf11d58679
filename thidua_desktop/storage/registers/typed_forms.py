"""The register of forms that came on paper and were typed in."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping

from thidua_desktop.application.forms.typed_form import TypedForm, TypedLine
from thidua_desktop.storage.registers.values import text_or_none
from thidua_desktop.storage.rows import Rows

_KEYS = ("cycle", "unit")


class TypedFormRegister:
    """Port `TypedForms`: the tables `typed_form` and `typed_line`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_cycle(self, cycle: str) -> Mapping[str, TypedForm]:
        """The typed forms of a cycle by unit."""
        lines: dict[str, list[TypedLine]] = {}
        for unit, *values in self._rows.select(
            "SELECT unit, criterion, points, explanation, evidence FROM typed_line"
            " WHERE cycle = ? ORDER BY unit, criterion",
            (cycle,),
        ):
            lines.setdefault(unit, []).append(TypedLine(*values))
        rows = self._rows.select("SELECT * FROM typed_form WHERE cycle = ? ORDER BY unit", (cycle,))
        return {row["unit"]: _form(row, lines.get(row["unit"], [])) for row in rows}

    def save(self, form: TypedForm) -> None:
        """Write a form in place of the unit's former; only what differs is a change."""
        self._rows.upsert(
            "typed_form",
            {
                "cycle": form.cycle,
                "unit": form.unit,
                "received_on": form.received_on.isoformat(),
                "typed_by": form.typed_by,
                "requests": form.requests,
                "highlights": form.highlights,
                "scan": text_or_none(form.scan),
                "is_draft": int(form.is_draft),
            },
            _KEYS,
        )
        before = self.of_cycle(form.cycle)[form.unit]
        for line in form.lines:
            if line != before.line(line.criterion):
                self._save_line(form, line)

    def _save_line(self, form: TypedForm, line: TypedLine) -> None:
        self._rows.upsert(
            "typed_line",
            {
                "cycle": form.cycle,
                "unit": form.unit,
                "criterion": line.criterion,
                "points": line.points,
                "explanation": line.explanation,
                "evidence": line.evidence,
            },
            (*_KEYS, "criterion"),
        )

    def remove(self, cycle: str, unit: str) -> None:
        """Forget what was typed for a unit."""
        for table in ("typed_line", "typed_form"):
            sql = f"DELETE FROM {table} WHERE cycle = ? AND unit = ?"  # noqa: S608 - our own names
            self._rows.delete(sql, (cycle, unit))


def _form(row: sqlite3.Row, lines: list[TypedLine]) -> TypedForm:
    return TypedForm(
        cycle=row["cycle"],
        unit=row["unit"],
        received_on=dt.date.fromisoformat(row["received_on"]),
        typed_by=row["typed_by"],
        lines=tuple(lines),
        requests=row["requests"],
        highlights=row["highlights"],
        scan=row["scan"] or "",
        is_draft=bool(row["is_draft"]),
    )
