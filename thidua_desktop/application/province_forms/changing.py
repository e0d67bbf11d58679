"""A profile as the officer changes it: another field, another row, another entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from thidua_desktop.application.grids import column_letters
from thidua_desktop.application.province_workbooks.profile import (
    ColumnState,
    FormArea,
    FormColumn,
    FormProfile,
)
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.vietnamese.folding import fold


def with_area(profile: FormProfile, number: int, area: FormArea) -> FormProfile:
    """The profile with another area in the place of one."""
    areas = list(profile.areas)
    areas[number] = area
    return replace(profile, areas=tuple(areas))


def with_column(profile: FormProfile, number: int, column: FormColumn) -> FormProfile:
    """The profile with a column changed, or added where the area has none of its number."""
    area = profile.areas[number]
    others = [one for one in area.columns if one.column != column.column]
    columns = tuple(sorted([*others, column], key=lambda one: one.column))
    return with_area(profile, number, replace(area, columns=columns))


def taking(column: FormColumn, field: str) -> FormColumn:
    """The column with a field; none leaves it empty. Corrections belong to the field."""
    if field == column.field:
        return column
    state = ColumnState.MATCHED if field else ColumnState.EMPTY
    return replace(column, field=field, state=state, catalogue="", writes_code=False, choices={})


def choosing(column: FormColumn, ours: str, theirs: str) -> FormColumn:
    """The column with a correction: our value stands for that entry, or is left out."""
    return replace(column, choices={**column.choices, ours: theirs})


def with_field(profile: FormProfile, sheet: str, letters: str, field: str) -> FormProfile:
    """As `taking`, by a sheet's title (empty for all) and a column's letters.

    Raises:
        NotFound: no area has this column.
    """
    return _changed(profile, sheet, letters, lambda column: taking(column, field))


def with_choice(
    profile: FormProfile, sheet: str, letters: str, choice: tuple[str, str]
) -> FormProfile:
    """As `choosing`, by a sheet's title (empty for all) and a column's letters.

    Raises:
        NotFound: no area has this column.
    """
    return _changed(profile, sheet, letters, lambda column: choosing(column, *choice))


def _changed(
    profile: FormProfile, sheet: str, letters: str, change: Callable[[FormColumn], FormColumn]
) -> FormProfile:
    changed = profile
    is_found = False
    for number, area in enumerate(profile.areas):
        for column in area.columns:
            is_meant = column_letters(column.column) == letters.upper()
            if is_meant and (not sheet or fold(sheet) == fold(area.sheet)):
                changed = with_column(changed, number, change(column))
                is_found = True
    if not is_found:
        raise NotFound("province_column_unknown", key=letters.upper())
    return changed
