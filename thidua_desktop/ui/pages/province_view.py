"""What the window shows of one sheet of a province's form."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_desktop.application.grids import place_named
from thidua_desktop.application.province_forms.building import BuiltForm
from thidua_desktop.application.province_forms.keeping import field_words, worded
from thidua_desktop.application.province_workbooks.profile import ColumnState, FormColumn
from thidua_desktop.application.province_workbooks.template import Place, TemplateSheet
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.reasons import Severity
from thidua_desktop.ui.models.province_grid import SheetView


def sheet_view(built: BuiltForm | None, title: str, texts: Texts) -> SheetView:
    """The sheet with our values laid over it and each doubt at its cell."""
    sheet = built.template.sheet(title) if built else None
    if built is None or sheet is None:
        return SheetView()
    written = {place: value for (name, place), value in built.cells.items() if name == title}
    fields: dict[int, str] = {}
    first_rows = []
    for one in built.areas:
        if one.area.sheet != title:
            continue
        first_rows.append(one.area.first_row)
        for number, row in enumerate(one.rows, start=one.first_row):
            written |= {(number, column): value for column, value in row.items()}
        fields |= {column.column: _head(column, texts) for column in one.area.columns}
    return SheetView(
        sheet=sheet,
        written=written,
        doubts=_doubts(built, title, texts),
        fields=fields,
        first_row=min(first_rows, default=0),
        rows=tuple(_rows(built, sheet)),
    )


def _rows(built: BuiltForm, sheet: TemplateSheet) -> Iterator[int | None]:
    """The workbook's rows as they come to stand, with those that are put in."""
    put_in = {one.area.last_row: one.put_in for one in built.areas if one.area.sheet == sheet.title}
    for row in range(len(sheet.grid.rows)):
        yield row
        yield from [None] * put_in.get(row, 0)


def _head(column: FormColumn, texts: Texts) -> str:
    if column.is_filled:
        return field_words(column.field, texts)
    if column.state is ColumnState.TO_CHOOSE:
        return texts.render("province_column_to_choose", {})
    return ""


def _doubts(built: BuiltForm, title: str, texts: Texts) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for issue in worded(built.issues, texts):
        if issue.sheet == title and issue.cell and issue.severity is not Severity.NOTE:
            found[place_named(issue.cell)] = texts.issue(issue)
    return found
