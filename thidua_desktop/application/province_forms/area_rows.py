"""Which rows of a sheet are filled from which register: chosen by the officer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from thidua_desktop.application.province_forms.choosing import area_at
from thidua_desktop.application.province_forms.heads import Section, head_above
from thidua_desktop.application.province_forms.suggesting import area_under
from thidua_desktop.application.province_workbooks.profile import FormArea, FormProfile, RowsOf
from thidua_desktop.application.province_workbooks.template import FormTemplate, Place
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.kinds import PERSON_KINDS, UNIT_KINDS, SubjectKind

SUBJECT_CHOICES: tuple[tuple[SubjectKind, ...], ...] = (
    (),
    UNIT_KINDS,
    (SubjectKind.COLLECTIVE,),
    (SubjectKind.ENTERPRISE,),
    PERSON_KINDS,
    (SubjectKind.INDIVIDUAL,),
    (SubjectKind.HOUSEHOLD,),
)
"""Whom a table may list; none for everybody."""


@dataclass(frozen=True, slots=True)
class RowsChoice:
    """What the rows of a table are; the first and the last row from 0, as the workbook has them."""

    first_row: int
    last_row: int | None
    rows_of: RowsOf = RowsOf.PROPOSALS
    subjects: tuple[SubjectKind, ...] = ()
    award: str = ""


def rows_choice(area: FormArea) -> RowsChoice:
    """What an area's rows are now."""
    return RowsChoice(area.first_row, area.last_row, area.rows_of, area.subjects, area.award)


def with_rows(profile: FormProfile, number: int, choice: RowsChoice) -> FormProfile:
    """The profile with other rows for one of its areas.

    Raises:
        InputError: the last row stands above the first, or another table has one of the rows.
    """
    areas = list(profile.areas)
    old = areas[number]
    _check(old.sheet, choice, [area for area in areas if area is not old])
    areas[number] = replace(
        old,
        first_row=choice.first_row,
        last_row=choice.last_row,
        rows_of=choice.rows_of,
        subjects=choice.subjects,
        award=choice.award,
    )
    return replace(profile, areas=tuple(areas))


def with_new_area(
    profile: FormProfile, template: FormTemplate, sheet: str, choice: RowsChoice
) -> FormProfile:
    """The profile with a table more; its columns are suggested by the titles above its first row.

    Raises:
        NotFound: the workbook has no such sheet.
        InputError: as `with_rows`.
    """
    found = template.sheet(sheet)
    if found is None:
        raise NotFound("province_form_sheet_missing", sheet=sheet)
    _check(sheet, choice, profile.areas)
    section = Section(choice.first_row, choice.last_row, choice.subjects)
    area = area_under(template, found, head_above(found, choice.first_row), section)
    made = replace(profile, areas=(*profile.areas, area))
    return with_rows(made, len(profile.areas), choice)


def with_rows_at(
    profile: FormProfile, template: FormTemplate, sheet: str, choice: RowsChoice
) -> FormProfile:
    """The profile with these rows for the table that holds the first of them, or for a new one.

    A table that was found keeps its subjects where the choice names none.

    Raises:
        NotFound, InputError: as `with_new_area`.
    """
    number = area_holding(profile, sheet, (choice.first_row, 0))
    if number is None:
        return with_new_area(profile, template, sheet, choice)
    area = profile.areas[number]
    return with_rows(profile, number, replace(choice, subjects=choice.subjects or area.subjects))


def without_area(profile: FormProfile, number: int) -> FormProfile:
    """The profile with one table less; its rows stay as the workbook has them."""
    areas = tuple(area for place, area in enumerate(profile.areas) if place != number)
    return replace(profile, areas=areas)


def area_holding(profile: FormProfile, sheet: str, place: Place) -> int | None:
    """The area whose rows hold a place, `None` where none does."""
    number = area_at(profile, sheet, place)
    if number is None:
        return None
    area = profile.areas[number]
    is_above = place[0] < area.first_row
    is_below = area.last_row is not None and place[0] > area.last_row
    return None if is_above or is_below else number


def _check(sheet: str, choice: RowsChoice, others: list[FormArea] | tuple[FormArea, ...]) -> None:
    if choice.last_row is not None and choice.last_row < choice.first_row:
        raise InputError(
            "province_rows_backwards", first=choice.first_row + 1, last=choice.last_row + 1
        )
    for other in others:
        starts_before_its_end = other.last_row is None or choice.first_row <= other.last_row
        ends_behind_its_start = choice.last_row is None or choice.last_row >= other.first_row
        if other.sheet == sheet and starts_before_its_end and ends_behind_its_start:
            raise InputError("province_rows_taken", sheet=sheet, first=other.first_row + 1)
