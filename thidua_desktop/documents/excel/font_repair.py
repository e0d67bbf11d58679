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
_REMEMBERED = 50_000

_sound: set[str] = set()
"""Texts that were looked at and are in no old font; the worker lives as long as one collecting."""


def repair_columns(title: str, rows: list[list[Plain]], remarks: list[Remark]) -> None:
    """Turn such columns of a sheet into Unicode in place; each is told, with one cell as sample.

    Cells with letters that only Unicode has stay as they are: a head is often typed anew.
    """
    suspects: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value.__class__ is str and value not in _sound and _is_suspect(value):
                suspects.setdefault(column, []).append(number)
    for column, numbers in sorted(suspects.items()):
        if len(numbers) >= _FEWEST_CELLS:
            _repair(title, rows, (column, numbers), remarks)


def _is_suspect(text: str) -> bool:
    """Whether it may be in an old font; what is not is remembered, for forms repeat it."""
    if not text.isascii() and max(text) <= _LAST_OLD_CODE:
        return True
    if len(_sound) > _REMEMBERED:
        _sound.clear()
    _sound.add(text)
    return False


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
