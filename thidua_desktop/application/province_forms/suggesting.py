"""A first profile for a workbook that nobody has pointed at yet, from the titles it bears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from thidua_desktop.application.province_forms.coded_fields import known_labels
from thidua_desktop.application.province_forms.fields import ROW_FIELDS
from thidua_desktop.application.province_forms.heads import (
    Section,
    TableHead,
    find_head,
    is_blank,
    named_subjects,
    sections_of,
)
from thidua_desktop.application.province_forms.office_fields import OFFICE_FIELDS
from thidua_desktop.application.province_workbooks.coding import list_key
from thidua_desktop.application.province_workbooks.profile import (
    ColumnState,
    FormArea,
    FormCell,
    FormColumn,
    FormProfile,
    RowsOf,
)
from thidua_desktop.application.province_workbooks.template import (
    FormTemplate,
    Place,
    TemplateSheet,
)
from thidua_desktop.domain.kinds import PERSON_KINDS, SubjectKind
from thidua_desktop.domain.vietnamese.folding import fold

CODED = frozenset(
    {"award", "subject_kind", "subject_class", "work_area", "unit_group", "classification"}
    | {"gender", "status", "unit_name", "name"}
)
"""Fields whose values a province may give codes."""

_GUIDES = re.compile(r"huong dan|vi du|mau dien|thuyet minh|danh muc|^dm\b")
_CODE_TITLE = re.compile(r"^ma\b")
_REQUIRED = re.compile(r"\*|bat buoc")
_BRACKETED = re.compile(r"\(?\s*(\*|bat buoc)\s*\)?")
_CODE_WORD = re.compile(r"^ma( so)?\s+(?!don vi$|ca nhan$|doi tuong$)")
_REMARK = re.compile(r"^ghi chu")
_PROPOSAL_FIELDS = frozenset(
    {"award", "achievement", "votes", "subject_class", "subject_kind", "amount"}
)
_CLOSED = ("award", "subject_kind", "gender", "subject_class", "work_area")
"""Fields whose words are few and known, so that a list of them can be told by its entries."""
_NAMING = frozenset({"name", "household_name", "family_and_middle", "given", "code"})
_LABELLED = re.compile(r"^(.{2,60}?):\s*[\s.…_]*$", re.DOTALL)


def suggest_profile(template: FormTemplate) -> FormProfile:
    """Areas on every visible sheet that has a table, with the columns that are known."""
    areas: list[FormArea] = []
    cells: list[FormCell] = []
    for sheet in template.sheets:
        if sheet.grid.visible and not _GUIDES.search(fold(sheet.title)):
            found = _areas(template, sheet)
            areas += found
            cells += _cells(sheet, found[0].first_row if found else len(sheet.grid.rows))
    return FormProfile(
        name=PurePath(template.name).stem,
        areas=_without_overlap(areas),
        cells=tuple(cells),
        file_name=template.name,
    )


_DECIDED_FIELDS = {"decision_number", "amount"}
"""Who asks for both lists what was given, not what is proposed."""


def _areas(template: FormTemplate, sheet: TemplateSheet) -> list[FormArea]:
    head = find_head(sheet)
    if head is None or _counts(head):
        return []
    return [area_under(template, sheet, head, section) for section in sections_of(sheet, head)]


def _counts(head: TableHead) -> bool:
    """Whether the columns count each kind of subject: a table of figures names nobody in rows."""
    titles = {fold(title) for title in head.titles.values()}
    return {"tap the", "ca nhan"} <= titles


def area_under(
    template: FormTemplate, sheet: TemplateSheet, head: TableHead, section: Section
) -> FormArea:
    """An area with its columns suggested."""
    columns = _naming_someone(tuple(suggest_columns(template, sheet, head, section.first_row)))
    fields = {column.field for column in columns if column.is_filled}
    subjects = section.subjects or _subjects_by_title(columns)
    rows_of = RowsOf.PROPOSALS
    if not fields & _PROPOSAL_FIELDS:
        is_people = subjects == (SubjectKind.INDIVIDUAL,) or "birth_year" in fields
        rows_of = RowsOf.PEOPLE if is_people else RowsOf.UNITS
    elif fields >= _DECIDED_FIELDS:
        rows_of = RowsOf.DECIDED
    return FormArea(
        sheet=sheet.title,
        first_row=section.first_row,
        last_row=section.last_row,
        columns=columns,
        rows_of=rows_of,
        subjects=subjects,
    )


def _naming_someone(columns: tuple[FormColumn, ...]) -> tuple[FormColumn, ...]:
    """«Đơn vị» is whom a row speaks of, where no other column says it."""
    if {column.field for column in columns} & _NAMING:
        return columns
    return tuple(
        replace(one, field="name") if fold(one.title) == "don vi" and one.is_filled else one
        for one in columns
    )


def suggest_columns(
    template: FormTemplate, sheet: TemplateSheet, head: TableHead, first_row: int
) -> Iterator[FormColumn]:
    """Each titled column with the field that its title says; no field twice."""
    taken: set[str] = set()
    for column, title in sorted(head.titles.items()):
        suggested = suggest_column(
            template,
            sheet,
            FormColumn(column, title, ColumnState.TO_CHOOSE),
            first_row,
            head.own_words.get(column, ""),
        )
        if suggested.field and not suggested.writes_code:
            if suggested.field in taken:
                suggested = replace(suggested, field="", state=ColumnState.TO_CHOOSE)
            taken.add(suggested.field)
        yield suggested


def suggest_column(
    template: FormTemplate,
    sheet: TemplateSheet,
    column: FormColumn,
    first_row: int,
    own_words: str = "",
) -> FormColumn:
    """One column: what the workbook computes is left to it."""
    words = fold(column.title)
    required = replace(column, is_required=_REQUIRED.search(words) is not None)
    if (first_row, column.column) in sheet.formulas:
        return replace(required, state=ColumnState.FORMULA)
    words = _BRACKETED.sub(" ", words).strip()
    if _REMARK.search(words):
        return replace(required, state=ColumnState.EMPTY)
    if _CODE_TITLE.search(words):
        return _coded_column(template, required, _CODE_WORD.sub("", words))
    field = _field_by_list(
        sheet, (first_row, column.column), _field_by_head(words, fold(own_words))
    )
    return replace(required, field=field, state=ColumnState.MATCHED) if field else required


def _field_by_list(sheet: TemplateSheet, place: Place, said: str) -> str:
    """The field whose words the cell's list holds, where it holds none of what its title says."""
    rule = sheet.list_at(*place)
    entries = {list_key(entry.label) for entry in rule.entries} if rule else set()
    if not entries or (said and said not in _CLOSED):
        return said

    def held(field: str) -> int:
        return len(entries & {list_key(label) for label in known_labels(field)})

    best = max(_CLOSED, key=held)
    return best if held(best) > (held(said) if said else 1) else said


def _coded_column(template: FormTemplate, column: FormColumn, words: str) -> FormColumn:
    """A column of codes: the field by the words behind «Mã», the list that has its entries."""
    field = field_by_title(words)
    if field == "code":
        return replace(column, field=field, state=ColumnState.MATCHED)
    catalogue = template.catalogue_for(known_labels(field)) if field in CODED else ""
    if not catalogue:
        return column
    return replace(
        column, field=field, catalogue=catalogue, writes_code=True, state=ColumnState.MATCHED
    )


def _field_by_head(words: str, own: str) -> str:
    """The field of a whole head; where only the shared title says it, its own words come first.

    «Đánh giá | Xếp hạng» is the rank and not the assessment, «Năm sinh | Nữ» stays a birth year.
    """
    said = field_by_title(words)
    shared = words.removesuffix(own).strip()
    if not own or field_by_title(shared) != said:
        return said
    closer = field_by_title(own) if " " in own else ""
    return closer or next(
        (one.code for one in ROW_FIELDS if one.fits(words) and not one.fits(shared)), said
    )


def field_by_title(words: str) -> str:
    """The field that a folded title says; empty for none."""
    for row_field in ROW_FIELDS:
        if row_field.fits(words):
            return row_field.code
    return next((one.code for one in OFFICE_FIELDS if one.fits(words)), "")


def _subjects_by_title(columns: tuple[FormColumn, ...]) -> tuple[SubjectKind, ...]:
    """Whom the title of the names' column speaks of."""
    by_field = {column.field: column for column in columns}
    if "household_name" in by_field:
        return (SubjectKind.HOUSEHOLD,)
    if "name" not in by_field:
        return ()
    title = fold(by_field["name"].title)
    if re.search(r"tap the|don vi", title) and re.search(r"ca nhan|ho (va )?ten", title):
        return ()
    found = named_subjects(title)
    if (
        not found
        and re.search(r"ho va ten|ho ten|ho, ten", title)
        and "subject_kind" not in by_field
    ):
        return PERSON_KINDS
    return found


def _without_overlap(areas: list[FormArea]) -> tuple[FormArea, ...]:
    """Households stand on the list of people only where they have no list of their own."""
    own = any(area.subjects == (SubjectKind.HOUSEHOLD,) for area in areas)
    return tuple(
        replace(area, subjects=PERSON_KINDS[:1]) if own and area.subjects == PERSON_KINDS else area
        for area in areas
    )


def _cells(sheet: TemplateSheet, before: int) -> Iterator[FormCell]:
    """Single values: words that end in a colon with room behind them or in the next cell."""
    for row in range(min(before, len(sheet.grid.rows))):
        for column, value in enumerate(sheet.grid.rows[row]):
            if not isinstance(value, str) or (row, column) in sheet.formulas:
                continue
            labelled = _LABELLED.match(value)
            if labelled is None:
                continue
            words = re.sub(r"[^\w\s/,()]", "", fold(labelled[1])).strip()
            field = next((one.code for one in OFFICE_FIELDS if one.fits(words)), "")
            if field:
                yield _cell(sheet, (row, column), field, labelled[1])


def _cell(sheet: TemplateSheet, place: tuple[int, int], field: str, label: str) -> FormCell:
    row, column = place
    right = column
    for top, left, bottom, last in sheet.grid.merged:
        if top <= row <= bottom and left <= column <= last:
            right = last
    has_room = right + 1 < sheet.width or right > column
    value = sheet.value(row, column)
    says_dots = isinstance(value, str) and not value.rstrip().endswith(":")
    is_free = is_blank(sheet.value(row, right + 1)) and (row, right + 1) not in sheet.formulas
    if is_free and has_room and not says_dots and right == column:
        return FormCell(sheet.title, row, right + 1, field)
    return FormCell(sheet.title, row, column, field, before=f"{label.strip()}: ")
