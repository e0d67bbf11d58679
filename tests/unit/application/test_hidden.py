"""What a sender hid is asked about: at the start, in the middle, all of it; nothing by default."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.application.lists.grids import sheet, workbook
from thidua_desktop.application.grids import SheetGrid
from thidua_desktop.application.hidden import (
    HiddenChoice,
    answered,
    asks_about_hidden,
    choice_told,
    with_hidden_sheets,
    without_hidden,
)
from thidua_desktop.domain.reasons import Issue, Severity

ROWS = (("STT", "Tên"), (1, "Xóm Hồng"), (2, "Xóm Lan"), (3, "Xóm Mai"))


@pytest.mark.parametrize(
    ("hidden", "left"),
    [
        ({1}, ["Tên", None, "Xóm Lan", "Xóm Mai"]),
        ({2}, ["Tên", "Xóm Hồng", None, "Xóm Mai"]),
        ({1, 2, 3}, ["Tên", None, None, None]),
    ],
    ids=["start", "middle", "all"],
)
def test_what_is_left_out_is_counted(hidden: set[int], left: list[str | None]) -> None:
    seen = without_hidden(workbook(*ROWS, hidden=frozenset(hidden)))
    assert [row[1] for row in seen.sheets[0].rows] == left
    [told] = seen.issues
    assert (told.code, told.data, told.severity) == (
        "rows_hidden_skipped",
        {"count": len(hidden)},
        Severity.WARNING,
    )


def test_hidden_columns_are_named_in_the_words_of_excel() -> None:
    grid = workbook(*ROWS)
    shut = replace(grid, sheets=(replace(grid.sheets[0], hidden_columns=frozenset({1})),))
    seen = without_hidden(shut)
    assert [row for row in seen.sheets[0].rows if row[1] is not None] == []
    assert [(issue.code, issue.data) for issue in seen.issues] == [
        ("columns_hidden_skipped", {"columns": "B"})
    ]


def test_hidden_rows_without_content_are_nothing() -> None:
    seen = without_hidden(workbook(*ROWS, (None, None), hidden=frozenset({4})))
    assert seen.issues == ()


def test_a_hidden_sheet_is_shown_only_if_something_is_wanted_from_it() -> None:
    old, notes = sheet("Cũ", *ROWS, visible=False), sheet("Khác", ("x",), visible=False)
    grid = workbook(*ROWS, before=(old, notes))

    def is_wanted(one: SheetGrid) -> bool:
        return one.title == "Cũ"

    shown = with_hidden_sheets(grid, is_wanted)
    assert [one.title for one in shown.sheets if one.visible] == ["Cũ", "Danh sách"]
    assert [(issue.code, issue.sheet) for issue in shown.issues] == [("sheet_hidden_read", "Cũ")]


@pytest.mark.parametrize("code", ["rows_hidden_asked", "columns_hidden_asked"])
def test_a_question_stays_one_until_it_is_answered(code: str) -> None:
    question = Issue(code, data={"count": 12})
    assert asks_about_hidden([question])
    assert answered([question], None) == [question]
    taken = answered([question], HiddenChoice.TAKE)
    assert not asks_about_hidden(taken)
    assert [issue.severity for issue in taken] == [Severity.WARNING]
    assert choice_told(taken) is HiddenChoice.TAKE


def test_what_was_answered_can_be_told_from_the_remarks() -> None:
    assert choice_told([Issue("rows_hidden_skipped")]) is HiddenChoice.SKIP
    assert choice_told([Issue("points_missing")]) is None
