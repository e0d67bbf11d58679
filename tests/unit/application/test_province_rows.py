"""The rows of a province's table: which register, from which row, for which award."""

from __future__ import annotations

import pytest

from thidua_desktop.application.grids import CellValue, SheetGrid
from thidua_desktop.application.province_forms.area_rows import (
    RowsChoice,
    area_holding,
    with_new_area,
    with_rows,
    with_rows_at,
    without_area,
)
from thidua_desktop.application.province_workbooks.profile import FormArea, FormProfile, RowsOf
from thidua_desktop.application.province_workbooks.template import FormTemplate, TemplateSheet
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.kinds import SubjectKind

SHEET = "Biểu 1"
HEAD: tuple[tuple[CellValue, ...], ...] = (
    ("ỦY BAN NHÂN DÂN TỈNH THỬ NGHIỆM",),
    ("TT", "Họ và tên", "Năm sinh", None),
    (None, None, "Nam", "Nữ"),
    ("(1)", "(2)", "(3)", "(4)"),
)
MERGED = ((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3))
PROFILE = FormProfile("Thử", (FormArea(SHEET, 10, (), 12), FormArea(SHEET, 20, (), None)))


def template() -> FormTemplate:
    grid = SheetGrid(SHEET, visible=True, rows=tuple(HEAD), merged=MERGED)
    return FormTemplate("bieu.xlsx", ".xlsx", (TemplateSheet(grid, {}, {}, {}, ()),))


def test_a_table_takes_other_rows() -> None:
    subjects = (SubjectKind.INDIVIDUAL,)
    choice = RowsChoice(9, 14, RowsOf.DECIDED, subjects, "giay_khen_xa")
    area = with_rows(PROFILE, 0, choice).areas[0]
    assert (area.first_row, area.last_row, area.rows_of) == (9, 14, RowsOf.DECIDED)
    assert (area.subjects, area.award) == (subjects, "giay_khen_xa")


@pytest.mark.parametrize(
    ("number", "choice"),
    [
        (0, RowsChoice(9, None)),
        (0, RowsChoice(11, 20)),
        (0, RowsChoice(30, 40)),
        (1, RowsChoice(12, 13)),
        (1, RowsChoice(5, 10)),
    ],
)
def test_two_tables_share_no_row(number: int, choice: RowsChoice) -> None:
    with pytest.raises(InputError) as refused:
        with_rows(PROFILE, number, choice)
    assert refused.value.code == "province_rows_taken"


def test_the_last_row_stands_below_the_first() -> None:
    with pytest.raises(InputError) as refused:
        with_rows(PROFILE, 0, RowsChoice(11, 10))
    assert refused.value.code == "province_rows_backwards"


def test_a_table_begun_by_hand_knows_the_titles_above_it() -> None:
    made = with_new_area(FormProfile("Thử", ()), template(), SHEET, RowsChoice(4, None))
    (area,) = made.areas
    assert [column.title for column in area.columns] == [
        "TT",
        "Họ và tên",
        "Năm sinh Nam",
        "Năm sinh Nữ",
    ]
    assert [column.field for column in area.columns][2:] == [
        "birth_year_male",
        "birth_year_female",
    ]


def test_a_table_needs_its_sheet() -> None:
    with pytest.raises(NotFound):
        with_new_area(PROFILE, template(), "Biểu 9", RowsChoice(4, 5))


def test_a_place_belongs_to_the_table_whose_rows_hold_it() -> None:
    places = [(9, 0), (10, 0), (12, 3), (13, 0), (20, 0), (400, 0)]
    assert [area_holding(PROFILE, SHEET, place) for place in places] == [None, 0, 0, None, 1, 1]


def test_rows_pointed_at_change_their_table_or_begin_one() -> None:
    changed = with_rows_at(PROFILE, template(), SHEET, RowsChoice(10, 15, RowsOf.UNITS))
    assert (len(changed.areas), changed.areas[0].rows_of) == (2, RowsOf.UNITS)
    begun = with_rows_at(PROFILE, template(), SHEET, RowsChoice(4, 6, RowsOf.PEOPLE))
    assert [area.first_row for area in begun.areas] == [10, 20, 4]


def test_a_table_can_be_left_as_the_workbook_has_it() -> None:
    assert without_area(PROFILE, 0).areas == PROFILE.areas[1:]
