"""Years of birth as lists write them: one reading that can be meant, told once a column."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.application.lists.grids import workbook
from thidua_desktop.application.grids import CellValue
from thidua_desktop.application.lists.people import read_people
from thidua_desktop.application.lists.table import text_of
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.unit_likeness import UnitNames
from thidua_desktop.domain.vietnamese.dates import date_text, long_date

YEAR = 2026
DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2026, 12, 31))


def read(*values: CellValue) -> tuple[list[int | None], list[Issue]]:
    """The years of a column of people and what was told of it."""
    rows = [(n, f"Lê Mẫu {n}", value) for n, value in enumerate(values, start=1)]
    reading = read_people(workbook(("STT", "Họ và tên", "Ngày sinh"), *rows), UnitNames(()), YEAR)
    assert reading is not None
    return [row.draft.birth_year if row.draft else None for row in reading.rows], reading.issues


def codes(issues: list[Issue]) -> list[tuple[str, str]]:
    return [(issue.code, issue.cell) for issue in issues]


@given(DAYS)
def test_every_day_gives_its_year_in_every_spelling(day: dt.date) -> None:
    spellings: tuple[CellValue, ...] = (
        *(day, dt.datetime(day.year, day.month, day.day), day.year),  # noqa: DTZ001
        *(
            date_text(day),
            f"{day.day}/{day.month}/{day.year}",
            f"{day:%d-%m-%Y}",
            f"{day:%d.%m.%Y}",
        ),
        *(long_date(day), f"Ngày {day.day} tháng {day.month} năm {day.year}", day.isoformat()),
        *(f"năm {day.year}", f"{day.month}/{day.year}", f"00/00/{day.year}", f" {day.year} "),
    )
    years, issues = read(*spellings)
    assert years == [day.year] * len(spellings)
    assert issues == []


@pytest.mark.parametrize("text", ["31/02/1980", "29/2/1981", "45/13/1980", "1980-02-30"])
def test_a_day_that_never_was_is_refused(text: str) -> None:
    assert (read(text)[0], codes(read(text)[1])) == ([None], [("birth_day_impossible", "C2")])


def test_a_column_with_the_month_first_is_told_once() -> None:
    years, issues = read("05/06/1980", "6/15/1981", "12/31/1982")
    assert years == [1980, 1981, 1982]
    assert codes(issues) == [("birth_months_first", "C3")]
    assert issues[0].data == {"column": "C", "seen": "6/15/1981", "read": 1981}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("15/6/80", 1980),
        ("80", 1980),
        ("30", 1930),
        ("1-1-05", 2005),
        ("26", 2026),
        ("SN 75", 1975),
    ],
)
def test_two_digits_have_one_year_that_can_be_meant(text: str, year: int) -> None:
    years, issues = read(text, text)
    assert years == [year, year]
    assert codes(issues) == [("birth_years_short", "C2")]


@pytest.mark.parametrize(
    "text", ["27", "1/1/29", "8", "198", "1980-1985", "19 80", "80/06/15", "15/13/80"]
)
def test_what_gives_no_year_is_refused(text: str) -> None:
    assert (read(text)[0], codes(read(text)[1])) == ([None], [("birth_year_unreadable", "C2")])


def test_a_day_that_lost_its_format_is_guessed_but_not_taken() -> None:
    serial = (dt.date(1980, 6, 15) - dt.date(1899, 12, 30)).days
    years, [issue] = read(serial)
    assert (years, issue.code, issue.severity) == ([None], "birth_day_as_number", Severity.ERROR)
    assert issue.data["read"] == "15/06/1980"


def test_a_year_to_come_is_refused_and_an_early_one_is_worth_a_look() -> None:
    years, issues = read(2027, dt.date(2031, 1, 1), 1925)
    assert years == [None, None, 1925]
    assert codes(issues) == [
        ("birth_year_to_come", "C2"),
        ("birth_year_to_come", "C3"),
        ("birth_year_early", "C4"),
    ]


def test_a_day_in_a_cell_is_shown_as_its_sender_sees_it() -> None:
    assert text_of(dt.datetime(1985, 5, 20)) == "20/05/1985"  # noqa: DTZ001 - as Excel gives it
    assert text_of(dt.date(1985, 5, 20)) == "20/05/1985"
