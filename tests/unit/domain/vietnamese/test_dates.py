"""Dates as offices write and read them."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.vietnamese.writing import any_text
from thidua_desktop.domain.vietnamese.dates import (
    DateError,
    YearOnly,
    blank_long_date,
    date_text,
    long_date,
    parse_date,
)

MARCH_5 = dt.date(2026, 3, 5)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def test_date_on_screen() -> None:
    assert date_text(dt.date(2026, 1, 5)) == "05/01/2026"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (dt.date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (dt.date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (MARCH_5, "ngày 05 tháng 3 năm 2026"),
        (dt.date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_date_in_a_document(day: dt.date, text: str) -> None:
    assert long_date(day) == text


def test_blank_date_keeps_its_room_in_print() -> None:
    room = "\u00a0" * 6
    assert blank_long_date(2026) == f"ngày{room}tháng{room}năm 2026"


@pytest.mark.parametrize(
    "text",
    [
        *("05/03/2026", "5/3/2026", " 5-3-2026 ", "5.3.2026", "2026-03-05", "5 / 3 / 2026"),
        *("2026-03-05 00:00:00", "2026-03-05T08:30", "ngày 5 tháng 3 năm 2026"),
        *("Ngày 05 tháng 03 năm 2026", "5 tháng 3 năm 2026", "NGÀY 5 THÁNG 3 NĂM 2026"),
        "05\u00a0/03/2026\u200b",
    ],
)
def test_dates_are_read(text: str) -> None:
    assert parse_date(text) == MARCH_5


@pytest.mark.parametrize("text", ["1980", " 1980 ", "năm 1980"])
def test_a_year_alone_is_told_apart(text: str) -> None:
    assert parse_date(text) == YearOnly(1980)


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("not_date", ["", "hôm nay", "15/6", "3/2026", "5/3-2026", "2026/03", "1-2-3-2026", "45"]),
        ("impossible_date", ["31/02/2026", "29/2/2025", "0/1/2026", "45/13/2026", "13/45/2026"]),
        ("impossible_date", ["2026-02-30", "5/3/1026", "0206", "9999", "5/0/2026", "2/30/2026"]),
        ("ambiguous_date", ["5/3/26", "05.03.26", "6/15/2026", "12/31/2026"]),
    ],
)
def test_dates_that_cannot_be_relied_on(code: str, texts: list[str]) -> None:
    for text in texts:
        with pytest.raises(DateError) as caught:
            parse_date(text)
        assert (text, caught.value.code) == (text, code)


@given(DAYS)
def test_every_written_form_is_read_back(day: dt.date) -> None:
    assert parse_date(date_text(day)) == day
    assert parse_date(long_date(day)) == day
    assert parse_date(day.isoformat()) == day


@given(st.one_of(any_text(), st.from_regex(r"[0-9]{1,4}[/.-][0-9]{1,3}[/.-][0-9]{1,4}")))
def test_anything_is_read_or_refused(text: str) -> None:
    with suppress(DateError):
        assert 1900 <= parse_date(text).year <= 2100
