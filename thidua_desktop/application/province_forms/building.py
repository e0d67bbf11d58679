"""Rows and cells of a province's form from our registers, and every doubt said cell by cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from thidua_desktop.application.grids import cell_name
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.province_forms.field_values import FieldValue, Share
from thidua_desktop.application.province_forms.fields import OFFICE_FIELD, ROW_FIELD, row_value
from thidua_desktop.application.province_forms.records import FormRecord, records_of
from thidua_desktop.application.province_workbooks.coding import (
    CodedValue,
    CodeEntry,
    find_entry,
    list_key,
)
from thidua_desktop.application.province_workbooks.filling import (
    FilledArea,
    FilledSheet,
    WrittenValue,
)
from thidua_desktop.application.province_workbooks.profile import (
    CONSTANT,
    FormArea,
    FormCell,
    FormColumn,
    FormProfile,
)
from thidua_desktop.application.province_workbooks.template import (
    CellFormat,
    FormTemplate,
    Place,
    TemplateSheet,
)
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.vietnamese.dates import date_text

_LONGEST_TEXT = 32_767


@dataclass(frozen=True, slots=True)
class BuiltArea:
    """One area with its values, as the officer looks at them before anything is written.

    Attributes:
        first_row: where its rows stand in the copy, once those above have got their room.
        put_in: how many rows are put in behind its last one.
    """

    area: FormArea
    first_row: int
    put_in: int
    records: tuple[FormRecord, ...]
    rows: tuple[Mapping[int, WrittenValue], ...]


@dataclass(frozen=True, slots=True)
class BuiltForm:
    """Everything that will be written, with what is doubtful.

    Attributes:
        uncoded: our values that the province's list does not have, by area and column: the
            officer may choose an entry for each.
    """

    profile: FormProfile
    template: FormTemplate
    areas: tuple[BuiltArea, ...]
    cells: Mapping[tuple[str, Place], WrittenValue]
    issues: tuple[Issue, ...]
    uncoded: Mapping[tuple[int, int], Mapping[str, str]]

    @property
    def sheets(self) -> tuple[FilledSheet, ...]:
        """What is written into each sheet, areas from top to bottom."""
        titles = dict.fromkeys(
            [built.area.sheet for built in self.areas] + [title for title, _ in self.cells]
        )
        return tuple(self._sheet(title) for title in titles)

    def _sheet(self, title: str) -> FilledSheet:
        built = [one for one in self.areas if one.area.sheet == title]
        areas = [
            FilledArea(
                one.area.first_row,
                one.area.last_row,
                one.rows,
                tuple(column.column for column in one.area.columns if column.is_filled),
            )
            for one in sorted(built, key=lambda one: one.area.first_row)
        ]
        cells = {place: value for (sheet, place), value in self.cells.items() if sheet == title}
        return FilledSheet(title, tuple(areas), cells)


def build_form(draft: Draft, template: FormTemplate, profile: FormProfile) -> BuiltForm:
    """Build every row and cell; nothing is written."""
    builder = _Builder(draft, template)
    areas = tuple(
        builder.area(number, area)
        for number, area in sorted(enumerate(profile.areas), key=lambda one: one[1].first_row)
        if builder.has_sheet(area.sheet)
    )
    cells = {
        (cell.sheet, (cell.row, cell.column)): builder.cell(cell)
        for cell in profile.cells
        if builder.has_sheet(cell.sheet)
    }
    return BuiltForm(profile, template, areas, cells, tuple(builder.issues), builder.uncoded)


@dataclass(frozen=True, slots=True)
class _AreaScene:
    """The area that is being built, its number in the profile, and its sheet."""

    number: int
    area: FormArea
    sheet: TemplateSheet


@dataclass(frozen=True, slots=True)
class _CellScene:
    """The cell that is being built, and what stands in its row so far."""

    scene: _AreaScene
    column: FormColumn
    place: Place
    row: Mapping[int, WrittenValue]


class _Builder:
    """Builds one form; gathers what is doubtful on the way."""

    def __init__(self, draft: Draft, template: FormTemplate) -> None:
        self._draft = draft
        self._template = template
        self.issues: list[Issue] = list(template.losses)
        self.uncoded: dict[tuple[int, int], dict[str, str]] = {}
        self._sheets = {sheet.title: sheet for sheet in template.sheets}
        self._told_missing: set[str] = set()
        self._moved: dict[str, int] = {}

    def has_sheet(self, title: str) -> bool:
        """Whether the workbook has the sheet; if not, it is told once."""
        if title in self._sheets:
            return True
        if title not in self._told_missing:
            self._told_missing.add(title)
            self.issues.append(
                Issue("province_form_sheet_missing", sheet=title, data={"sheet": title})
            )
        return False

    def area(self, number: int, area: FormArea) -> BuiltArea:
        """One area."""
        scene = _AreaScene(number, area, self._sheets[area.sheet])
        records = records_of(self._draft, area)
        self._tell_of_columns(area)
        first = area.first_row + self._moved.get(area.sheet, 0)
        rows = tuple(
            self._row(scene, record, first + place) for place, record in enumerate(records)
        )
        put_in = FilledArea(area.first_row, area.last_row, rows).missing_rows
        self._moved[area.sheet] = self._moved.get(area.sheet, 0) + put_in
        self._tell_of_rows(area, scene.sheet, len(rows))
        return BuiltArea(area, first, put_in, records, rows)

    def cell(self, cell: FormCell) -> WrittenValue:
        """One single cell."""
        if cell.field == CONSTANT:
            return cell.before + cell.constant
        value = OFFICE_FIELD[cell.field].value(self._draft) if cell.field in OFFICE_FIELD else None
        plain = value.words if isinstance(value, CodedValue | Share) else value
        if plain is None or plain == "":
            self._tell(
                "province_form_value_missing", cell.sheet, (cell.row, cell.column), cell.field
            )
            return None if not cell.before else cell.before.rstrip()
        return f"{cell.before}{_as_words(plain)}" if cell.before else plain

    def _tell_of_columns(self, area: FormArea) -> None:
        for column in area.columns:
            if column.is_required and column.state.value == "to_choose":
                data = {"title": column.title}
                place = cell_name(max(0, area.first_row - 1), column.column)
                self.issues.append(
                    Issue(
                        "province_form_required_open", Severity.WARNING, "", area.sheet, place, data
                    )
                )

    def _tell_of_rows(self, area: FormArea, sheet: TemplateSheet, count: int) -> None:
        if area.last_row is not None:
            room = area.last_row - area.first_row + 1
            if count > room:
                self._note("province_form_rows_put_in", area, {"count": count - room, "room": room})
        last = area.first_row + count - 1
        said = [
            row
            for row in range(area.first_row, last + 1)
            for column in area.columns
            if column.is_filled
            and isinstance(sheet.value(row, column.column), str)
            and (row, column.column) not in sheet.formulas
        ]
        if said:
            rows = sorted(set(said))
            self._note(
                "province_form_written_over", area, {"first": rows[0] + 1, "last": rows[-1] + 1}
            )

    def _note(self, code: str, area: FormArea, data: Mapping[str, int]) -> None:
        place = cell_name(area.first_row, 0)
        self.issues.append(Issue(code, Severity.NOTE, "", area.sheet, place, dict(data)))

    def _row(self, scene: _AreaScene, record: FormRecord, row: int) -> dict[int, WrittenValue]:
        values: dict[int, WrittenValue] = {}
        for column in scene.area.columns:
            if column.is_filled:
                cell = _CellScene(scene, column, (row, column.column), values)
                value = self._value(column, record)
                values[column.column] = self._fitting(cell, self._coded(cell, value))
        return values

    def _value(self, column: FormColumn, record: FormRecord) -> FieldValue:
        if column.field == CONSTANT:
            return column.constant
        return row_value(column.field, record)

    def _coded(self, cell: _CellScene, value: FieldValue) -> WrittenValue:
        """The value in the words of the list that its cell takes, or as it is without a list."""
        if value is None or value == "":
            self._tell_if_missing(cell)
            return None
        if isinstance(value, Share):
            return self._share(cell, value)
        entries = self._entries(cell)
        if entries is None or not isinstance(value, CodedValue | str):
            return value.words if isinstance(value, CodedValue) else value
        return self._entry(cell, value, entries)

    def _share(self, cell: _CellScene, share: Share) -> WrittenValue:
        """A share as a number where the cell or the title speaks of percents, else in words."""
        kind = cell.scene.sheet.format_at(cell.scene.area.first_row, cell.column.column)
        if kind is CellFormat.PERCENT:
            return share.fraction
        return share.percents if "%" in cell.column.title else share.words

    def _entry(
        self, cell: _CellScene, value: CodedValue | str, entries: tuple[CodeEntry, ...]
    ) -> WrittenValue:
        """What the list has for our value; what it has not is told, and the cell stays empty."""
        column = cell.column
        key, words = (value, value) if isinstance(value, str) else (value.key, value.words)
        if column.choices.get(key) == "":
            return None
        entry = find_entry(value, entries, column.choices)
        if entry is None or (column.writes_code and entry.code is None):
            place = (cell.scene.number, column.column)
            self.uncoded.setdefault(place, {})[key] = words
            self._tell_of_cell("province_form_not_in_list", cell, value=words)
            return None
        return entry.code if column.writes_code else entry.label

    def _entries(self, cell: _CellScene) -> tuple[CodeEntry, ...] | None:
        """The list of a column; `None` where anything may stand."""
        if cell.column.catalogue:
            catalogue = self._template.catalogue(cell.column.catalogue)
            return catalogue.entries if catalogue else None
        rule = cell.scene.sheet.list_at(cell.scene.area.first_row, cell.column.column)
        if rule is None or not rule.depends:
            return (rule.entries or None) if rule else None
        named = cell.row.get(rule.depends_on) if rule.depends_on is not None else None
        wanted = list_key(str(named)) if named else ""
        lists = self._template.named_lists
        return next((one for name, one in lists.items() if list_key(name) == wanted), None)

    def _fitting(self, cell: _CellScene, value: WrittenValue) -> WrittenValue:
        """The value as its cell takes it; what does not fit is told."""
        kind = cell.scene.sheet.format_at(cell.scene.area.first_row, cell.column.column)
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            self._tell_of_cell("province_form_too_long", cell)
            return value[:_LONGEST_TEXT]
        if kind is CellFormat.DATE and isinstance(value, int | Decimal):
            # A year in a cell that shows days would read as a day of 1905.
            return str(value)
        return value

    def _tell_if_missing(self, cell: _CellScene) -> None:
        field = ROW_FIELD.get(cell.column.field)
        if cell.column.is_required or (field is not None and field.is_told):
            self._tell_of_cell("province_form_value_missing", cell)

    def _tell_of_cell(self, code: str, cell: _CellScene, **data: str) -> None:
        told = {"title": cell.column.title, **data}
        self._tell(code, cell.scene.area.sheet, cell.place, cell.column.field, told)

    def _tell(
        self,
        code: str,
        sheet: str,
        place: Place,
        field: str,
        data: Mapping[str, str] | None = None,
    ) -> None:
        told = {"field": field, "title": "", **(data or {})}
        issue = Issue(code, Severity.WARNING, "", sheet, cell_name(*place), told)
        self.issues.append(issue)


def _as_words(value: str | int | Decimal | dt.date) -> str:
    if isinstance(value, dt.date):
        return date_text(value)
    return str(value).replace(".", ",") if isinstance(value, Decimal) else str(value)
