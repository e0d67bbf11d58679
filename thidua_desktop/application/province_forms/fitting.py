"""Whether a profile fits another copy of the workbook, whose columns may have moved."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.application.province_forms.heads import find_head
from thidua_desktop.application.province_workbooks.profile import FormArea, FormColumn, FormProfile
from thidua_desktop.application.province_workbooks.template import FormTemplate, TemplateSheet
from thidua_desktop.domain.vietnamese.folding import fold


def fit_profile(profile: FormProfile, template: FormTemplate) -> FormProfile | None:
    """The profile for this workbook; `None` unless every area finds its sheet and its columns.

    Columns are found again by their titles; the rows of data must begin where they did.
    """
    areas = []
    for area in profile.areas:
        sheet = next((s for s in template.sheets if fold(s.title) == fold(area.sheet)), None)
        fitted = _fitted(area, sheet) if sheet else None
        if fitted is None:
            return None
        areas.append(fitted)
    known = {fold(sheet.title) for sheet in template.sheets}
    if not areas or any(fold(cell.sheet) not in known for cell in profile.cells):
        return None
    return replace(profile, areas=tuple(areas))


def _fitted(area: FormArea, sheet: TemplateSheet) -> FormArea | None:
    head = find_head(sheet)
    if head is None or head.first_data > area.first_row:
        return None
    places: dict[str, list[int]] = {}
    for number, title in head.titles.items():
        places.setdefault(fold(title), []).append(number)
    columns: list[FormColumn] = []
    for column in area.columns:
        found = places.get(fold(column.title), [])
        if not found:
            return None
        place = column.column if column.column in found else found[0]
        columns.append(replace(column, column=place))
    if len(columns) < len(head.titles):
        return None
    return replace(area, sheet=sheet.title, columns=tuple(columns))
