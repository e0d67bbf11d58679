"""How the province's workbooks are filled."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from thidua_desktop.application.province_workbooks.profile import (
    ColumnState,
    FormArea,
    FormCell,
    FormColumn,
    FormProfile,
    RowsOf,
)
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.storage.rows import Rows

_PARTS = ("choice", "column", "area", "cell")
"""The tables of a profile, those that name others first."""


class ProvinceFormRegister:
    """Port `ProvinceForms`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[FormProfile, ...]:
        """Every profile, by name."""
        return tuple(
            FormProfile(
                name=row["name"],
                areas=self._areas(row["name"]),
                cells=self._cells(row["name"]),
                file=row["file"],
                file_name=row["file_name"],
                note=row["note"],
            )
            for row in self._rows.select("SELECT * FROM province_profile ORDER BY name")
        )

    def save(self, profile: FormProfile) -> None:
        """Write a profile with all its parts, in place of the one that bore its name."""
        self._remove_parts(profile.name)
        row = {
            "name": profile.name,
            "file": profile.file,
            "file_name": profile.file_name,
            "note": profile.note,
        }
        self._rows.upsert("province_profile", dict(row), ("name",))
        for position, area in enumerate(profile.areas):
            self._save_area(profile.name, position, area)
        self._rows.insert_many(
            "province_profile_cell",
            ("profile", "sheet", "row_number", "column_number", "field", "constant", "before"),
            [
                (profile.name, c.sheet, c.row, c.column, c.field, c.constant, c.before)
                for c in profile.cells
            ],
        )

    def remove(self, name: str) -> None:
        """Remove a profile."""
        self._remove_parts(name)
        self._rows.delete("DELETE FROM province_profile WHERE name = ?", (name,))

    def _remove_parts(self, name: str) -> None:
        for part in _PARTS:
            statement = f"DELETE FROM province_profile_{part} WHERE profile = ?"  # noqa: S608 - ours
            self._rows.delete(statement, (name,))

    def _save_area(self, name: str, position: int, area: FormArea) -> None:
        self._rows.insert(
            "province_profile_area",
            {
                "profile": name,
                "position": position,
                "sheet": area.sheet,
                "first_row": area.first_row,
                "last_row": area.last_row,
                "rows_of": area.rows_of.value,
                "subjects": ",".join(kind.value for kind in area.subjects),
                "award": area.award,
            },
        )
        self._save_columns(name, position, area.columns)

    def _save_columns(self, name: str, position: int, columns: Sequence[FormColumn]) -> None:
        names = ("title", "state", "field", "constant", "catalogue", "writes_code", "is_required")
        self._rows.insert_many(
            "province_profile_column",
            ("profile", "position", "column_number", *names),
            [
                (
                    *(name, position, c.column, c.title, c.state.value, c.field, c.constant),
                    *(c.catalogue, int(c.writes_code), int(c.is_required)),
                )
                for c in columns
            ],
        )
        self._rows.insert_many(
            "province_profile_choice",
            ("profile", "position", "column_number", "ours", "theirs"),
            [
                (name, position, column.column, ours, theirs)
                for column in columns
                for ours, theirs in column.choices.items()
            ],
        )

    def _areas(self, name: str) -> tuple[FormArea, ...]:
        rows = self._rows.select(
            "SELECT * FROM province_profile_area WHERE profile = ? ORDER BY position", (name,)
        )
        return tuple(
            FormArea(
                sheet=row["sheet"],
                first_row=row["first_row"],
                last_row=row["last_row"],
                rows_of=RowsOf(row["rows_of"]),
                subjects=tuple(SubjectKind(one) for one in row["subjects"].split(",") if one),
                award=row["award"],
                columns=self._columns(name, row["position"]),
            )
            for row in rows
        )

    def _columns(self, name: str, position: int) -> tuple[FormColumn, ...]:
        of_area = "WHERE profile = ? AND position = ?"
        choices: dict[int, dict[str, str]] = {}
        for row in self._rows.select(
            f"SELECT * FROM province_profile_choice {of_area} ORDER BY ours",  # noqa: S608 - ours
            (name, position),
        ):
            choices.setdefault(row["column_number"], {})[row["ours"]] = row["theirs"]
        rows = self._rows.select(
            f"SELECT * FROM province_profile_column {of_area} ORDER BY column_number",  # noqa: S608
            (name, position),
        )
        return tuple(_column(row, choices.get(row["column_number"], {})) for row in rows)

    def _cells(self, name: str) -> tuple[FormCell, ...]:
        rows = self._rows.select(
            "SELECT * FROM province_profile_cell WHERE profile = ?"
            " ORDER BY sheet, row_number, column_number",
            (name,),
        )
        return tuple(
            FormCell(
                sheet=row["sheet"],
                row=row["row_number"],
                column=row["column_number"],
                field=row["field"],
                constant=row["constant"],
                before=row["before"],
            )
            for row in rows
        )


def _column(row: sqlite3.Row, choices: dict[str, str]) -> FormColumn:
    return FormColumn(
        column=row["column_number"],
        title=row["title"],
        state=ColumnState(row["state"]),
        field=row["field"],
        constant=row["constant"],
        catalogue=row["catalogue"],
        writes_code=bool(row["writes_code"]),
        is_required=bool(row["is_required"]),
        choices=choices,
    )
