"""What an officer may choose for a column or cell: our fields by label, the province's entries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from thidua_desktop.application.province_forms.building import BuiltForm
from thidua_desktop.application.province_forms.changing import with_column
from thidua_desktop.application.province_forms.fields import ROW_FIELDS
from thidua_desktop.application.province_forms.office_fields import OFFICE_FIELDS
from thidua_desktop.application.province_workbooks.profile import (
    CONSTANT,
    ColumnState,
    FormArea,
    FormCell,
    FormColumn,
    FormProfile,
)
from thidua_desktop.application.province_workbooks.template import Place
from thidua_desktop.application.text import Texts


@dataclass(frozen=True, slots=True)
class OpenValue:
    """A value of ours that the province's list does not have.

    Attributes:
        ours: its key, by which the choice is kept.
        entries: the words of the entries that may stand for it.
    """

    ours: str
    words: str
    entries: tuple[str, ...]


def field_choices(texts: Texts) -> tuple[tuple[str, str], ...]:
    """Every field that a column can take: code and label."""
    codes = [field.code for field in ROW_FIELDS] + office_codes()
    return tuple((code, texts.render(f"province_field_{code}", {})) for code in codes)


def office_codes() -> list[str]:
    """The fields that single cells can take."""
    return [*(field.code for field in OFFICE_FIELDS), CONSTANT]


def area_at(profile: FormProfile, sheet: str, place: Place) -> int | None:
    """The area whose rows a place lies in, or whose head stands above; `None` for none."""
    found = None
    for number, area in enumerate(profile.areas):
        if area.sheet == sheet and (found is None or place[0] >= area.first_row):
            found = number
    return found


def is_single(profile: FormProfile, sheet: str, place: Place) -> bool:
    """Whether a place stands outside the rows that are filled, so that it takes one value."""
    areas = [area for area in profile.areas if area.sheet == sheet]
    if cell_at(profile, sheet, place) is not None or not areas:
        return True
    head = min(area.first_row for area in areas)
    titled = any(area.column(place[1]) for area in areas)
    return place[0] < head - 1 if titled else place[0] < head


def cell_at(profile: FormProfile, sheet: str, place: Place) -> FormCell | None:
    """The single cell that is mapped at a place."""
    return next((c for c in profile.cells if (c.sheet, (c.row, c.column)) == (sheet, place)), None)


def with_cell(
    profile: FormProfile, sheet: str, place: Place, field: str, constant: str = ""
) -> FormProfile:
    """The profile with a single cell that takes a field; none takes it out."""
    before = cell_at(profile, sheet, place)
    others = tuple(cell for cell in profile.cells if cell is not before)
    if not field:
        return replace(profile, cells=others)
    words = before.before if before else ""
    made = FormCell(sheet, *place, field=field, constant=constant, before=words)
    return replace(profile, cells=(*others, made))


def with_constant(profile: FormProfile, number: int, column: FormColumn, words: str) -> FormProfile:
    """The profile with a column that always says the same."""
    made = replace(
        column, field=CONSTANT, constant=words, state=ColumnState.MATCHED, catalogue="", choices={}
    )
    return with_column(profile, number, made)


def column_or_new(area: FormArea, column: int) -> FormColumn:
    """The column of a number, or a new one that has no title."""
    return area.column(column) or FormColumn(column, "", ColumnState.TO_CHOOSE)


def open_values(built: BuiltForm, number: int, column: FormColumn) -> tuple[OpenValue, ...]:
    """What a column's list lacks, and what was chosen for such values before."""
    area = built.profile.areas[number]
    sheet = built.template.sheet(area.sheet)
    catalogue = built.template.catalogue(column.catalogue) if column.catalogue else None
    rule = sheet.list_at(area.first_row, column.column) if sheet else None
    entries = catalogue.entries if catalogue else (rule.entries if rule else ())
    words = tuple(entry.label for entry in entries)
    lacking = dict(built.uncoded.get((number, column.column), {}))
    return tuple(OpenValue(ours, said, words) for ours, said in lacking.items() if words)
