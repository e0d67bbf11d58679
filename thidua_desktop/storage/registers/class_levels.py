"""The office's own points from which each class begins."""

from __future__ import annotations

from dataclasses import asdict

from thidua_desktop.domain.scoring.class_levels import ClassLevels
from thidua_desktop.storage.rows import Rows


class ClassLevelRegister:
    """Port `ClassLevelBook`: the single row of `class_levels`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self) -> ClassLevels:
        """The office's levels, the proposed ones while it set none."""
        rows = self._rows.select("SELECT * FROM class_levels WHERE id = ?", (1,))
        if not rows:
            return ClassLevels()
        row = rows[0]
        return ClassLevels(
            row["excellent"],
            row["good"],
            row["completed"],
            zero_bars=bool(row["zero_bars"]),
            document=row["document"],
            tie_order=tuple(row["tie_order"].split()),
        )

    def save(self, levels: ClassLevels) -> None:
        """Write the office's levels."""
        row = {**asdict(levels), "id": 1, "zero_bars": int(levels.zero_bars)}
        row["tie_order"] = " ".join(levels.tie_order)
        self._rows.upsert("class_levels", row, ("id",))
