"""Layouts of blanks, and what is kept of each giấy khen."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict

from thidua_desktop.domain.certificates.certificate import Certificate
from thidua_desktop.domain.certificates.layout import (
    BlankLayout,
    BlankLine,
    CertificateField,
    TextAlign,
)
from thidua_desktop.storage.registers.values import text_or_none
from thidua_desktop.storage.rows import Rows, SqlValue

_FLAGS = ("is_bold", "is_italic", "is_capital", "keeps_one_line", "grows_up", "is_shown")


class CertificateRegister:
    """Port `Certificates`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def layouts(self) -> tuple[BlankLayout, ...]:
        """The office's own layouts by name."""
        lines: dict[str, list[BlankLine]] = {}
        for row in self._rows.select("SELECT * FROM blank_line ORDER BY layout, position"):
            lines.setdefault(row["layout"], []).append(_line(row))
        return tuple(
            BlankLayout(
                code=row["code"],
                name=row["name"],
                width=row["width"],
                height=row["height"],
                lines=tuple(lines.get(row["code"], ())),
                note=row["note"],
                scan=row["scan"] or "",
            )
            for row in self._rows.select("SELECT * FROM blank_layout ORDER BY name, code")
        )

    def save_layout(self, layout: BlankLayout) -> None:
        """Write a layout with all its lines."""
        self._rows.upsert(
            "blank_layout",
            {
                "code": layout.code,
                "name": layout.name,
                "width": layout.width,
                "height": layout.height,
                "note": layout.note,
                "scan": text_or_none(layout.scan),
            },
            ("code",),
        )
        kept = {line.field for line in layout.lines}
        for field in CertificateField:
            if field not in kept:
                self._rows.delete(
                    "DELETE FROM blank_line WHERE layout = ? AND field = ?", (layout.code, field)
                )
        for position, line in enumerate(layout.lines):
            row: dict[str, SqlValue] = dict(asdict(line))
            row |= {flag: int(getattr(line, flag)) for flag in _FLAGS}
            row |= {"layout": layout.code, "position": position}
            self._rows.upsert("blank_line", row, ("layout", "field"))

    def remove_layout(self, code: str) -> None:
        """Remove a layout of the office; a shipped one of its key stands again."""
        self._rows.delete("DELETE FROM blank_line WHERE layout = ?", (code,))
        self._rows.delete("DELETE FROM blank_layout WHERE code = ?", (code,))

    def all(self) -> tuple[Certificate, ...]:
        """Everything that is kept of single giấy khen."""
        rows = self._rows.select("SELECT * FROM certificate ORDER BY decision, proposal")
        return tuple(_certificate(row) for row in rows)

    def save(self, certificate: Certificate) -> None:
        """Write what is kept of one giấy khen."""
        self._rows.upsert("certificate", dict(asdict(certificate)), ("decision", "proposal"))


def _line(row: sqlite3.Row) -> BlankLine:
    return BlankLine(
        field=CertificateField(row["field"]),
        x=row["x"],
        y=row["y"],
        width=row["width"],
        size=row["size"],
        smallest=row["smallest"],
        pitch=row["pitch"],
        most_lines=row["most_lines"],
        align=TextAlign(row["align"]),
        is_bold=bool(row["is_bold"]),
        is_italic=bool(row["is_italic"]),
        is_capital=bool(row["is_capital"]),
        keeps_one_line=bool(row["keeps_one_line"]),
        grows_up=bool(row["grows_up"]),
        before=row["before"],
        is_shown=bool(row["is_shown"]),
    )


def _certificate(row: sqlite3.Row) -> Certificate:
    return Certificate(
        decision=row["decision"],
        proposal=row["proposal"],
        golden_number=row["golden_number"],
        golden_year=row["golden_year"],
        recipient=row["recipient"],
        address=row["address"],
        achievement=row["achievement"],
    )
