"""Columns that were typed in an old Vietnamese font are read as what the sender saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.documents.excel.cell_values import Plain
from thidua_desktop.documents.excel.faults import Remark, warning

if TYPE_CHECKING:
    from thidua_desktop.domain.vietnamese.legacy_fonts import Conversion

_LAST_OLD_CODE = "\u00ff"
_FEWEST_CELLS = 2
_LONGEST_SAMPLE = 60


def repair_columns(title: str, rows: list[list[Plain]], remarks: list[Remark]) -> None:
    """Turn such columns of a sheet into Unicode in place; each is told, with one cell as sample.

    Cells with letters that only Unicode has stay as they are: a head is often typed anew.
    """
    suspects: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str) and not value.isascii() and max(value) <= _LAST_OLD_CODE:
                suspects.setdefault(column, []).append(number)
    for column, numbers in sorted(suspects.items()):
        if len(numbers) >= _FEWEST_CELLS:
            _repair(title, rows, (column, numbers), remarks)


def _repair(
    title: str, rows: list[list[Plain]], place: tuple[int, list[int]], remarks: list[Remark]
) -> None:
    # Few sheets come this far: the worker starts without the tables.
    from thidua_desktop.domain.vietnamese.legacy_fonts import recognise, to_unicode

    column, numbers = place
    found = recognise(str(row[column]) for row in rows if isinstance(row[column], str))
    if found is None:
        return
    for number in numbers:
        rows[number][column] = to_unicode(str(rows[number][column]), found.font)
    remarks.append(_remark(title, column, found))


def _remark(title: str, column: int, found: Conversion) -> Remark:
    from thidua_desktop.application.grids import column_letters

    return warning(
        f"column_in_{found.font}",
        title,
        column=column_letters(column),
        before=found.before[:_LONGEST_SAMPLE],
        after=found.after[:_LONGEST_SAMPLE],
    )
