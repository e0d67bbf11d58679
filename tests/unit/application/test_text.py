"""Texts: sentences filled as people read them, never a Python value on the screen."""

from __future__ import annotations

import datetime as dt

import pytest

from thidua_desktop.application.text import Texts, shown
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.reasons import Issue, Reason

TEXTS = Texts(
    {
        "points": "{points:points} điểm",
        "money": "{amount:money}",
        "count": "{number:count} người",
        "due": "hạn {day}",
        "file": "tệp {file}, thấy {seen}",
        "rule": "theo {article}",
    }
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.date(2026, 1, 5), "05/01/2026"),
        (None, "chưa có"),
        (True, "có"),
        (False, "không"),
        (("a", "b"), "a, b"),
        (7, "7"),
        ("2026-annual", "năm 2026"),
        ("2026-annual-1", "số 1 năm 2026"),
        ("DV001", "DV001"),
        ("", ""),
    ],
)
def test_values_as_people_read_them(value: object, text: str) -> None:
    assert shown(value) == text


def test_the_fields_own_formats() -> None:
    assert TEXTS.render("points", {"points": 8725}) == "87,25 điểm"
    assert TEXTS.render("money", {"amount": 1_520_000}) == "1.520.000 đồng"
    assert TEXTS.render("count", {"number": 1250}) == "1.250 người"
    assert TEXTS.render("points", {"points": None}) == "chưa có điểm"
    assert TEXTS.render("due", {"day": dt.date(2026, 12, 10)}) == "hạn 10/12/2026"


def test_what_people_typed_is_never_taken_for_a_field() -> None:
    issue = Issue("file", file="{x}.xlsx", data={"seen": "{seen} {0} {a.b}"})
    assert TEXTS.issue(issue) == "tệp {x}.xlsx, thấy {seen} {0} {a.b}"


def test_errors_and_reasons_have_sentences() -> None:
    assert TEXTS.error(RuleViolation("rule", "Điều 33")) == "theo Điều 33"
    assert TEXTS.error(InputError("due", day=dt.date(2026, 2, 1))) == "hạn 01/02/2026"
    assert TEXTS.reasons([Reason("count", {"number": 3})]) == ["3 người"]
    assert TEXTS.render("nowhere", {}) == "nowhere"


@pytest.mark.parametrize(
    ("sheet", "cell", "place"),
    [
        ("Tự chấm", "D15", "trang «Tự chấm», ô D15"),
        ("", "dòng 12", "dòng 12"),
        ("Tự chấm", "", "trang «Tự chấm»"),
        ("", "", ""),
    ],
)
def test_where_an_issue_is(sheet: str, cell: str, place: str) -> None:
    assert TEXTS.place(Issue("x", sheet=sheet, cell=cell)) == place
