"""Hidden rows, columns and sheets: nothing is written before the officer has said what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand, returned
from thidua_desktop.application.collecting.taking import (
    CollectedFile,
    CollectOrder,
    Rehearsal,
    answer_hidden,
    rehearse_forms,
    take_forms,
)
from thidua_desktop.application.enrolling.list_import import import_people, import_units
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.grids import CellValue, SheetGrid
from thidua_desktop.application.hidden import HiddenChoice
from thidua_desktop.application.records import IntakeStatus

Row = tuple[CellValue, ...]
TAKE, SKIP = HiddenChoice.TAKE, HiddenChoice.SKIP
UNIT = "Công an xã"
HEAD: Row = ("STT", "Tên đơn vị", "Nhóm", "Điện thoại")
LISTED: tuple[Row, ...] = tuple(
    (number, f"Xóm {number}", "Các xóm", f"09{number:08}") for number in range(1, 6)
)


def listed(office: OfficeInHand, hidden: set[int], columns: frozenset[int] = frozenset()) -> Path:
    sheet = SheetGrid("DS", True, (HEAD, *LISTED), (), frozenset(hidden), columns)
    return office.grids.put(office.folder / "ds.xlsx", (sheet,))


def names(office: OfficeInHand) -> list[str]:
    return sorted(unit.name for unit in list_units(office.desk))


@pytest.mark.parametrize("hidden", [{1}, {3}, {5}, {1, 2, 3, 4, 5}])
def test_a_list_with_hidden_rows_waits_for_an_answer(
    new_office: OfficeInHand, hidden: set[int]
) -> None:
    path = listed(new_office, hidden)
    asked = import_units(new_office.desk, path)
    assert asked.asks_about_hidden
    assert (asked.operation, names(new_office)) == (None, [])
    [question] = [issue for issue in asked.issues if issue.code == "rows_hidden_asked"]
    assert question.data == {"count": len(hidden)}
    sentence = new_office.texts.issue(question)
    assert sentence.endswith(f"Có {len(hidden)} dòng bị ẩn hoặc bị lọc trong bảng, có nhập không?")


def test_hidden_rows_are_taken_when_it_is_said(new_office: OfficeInHand) -> None:
    taken = import_units(new_office.desk, listed(new_office, {2, 4}), hidden=TAKE)
    assert names(new_office) == [f"Xóm {number}" for number in range(1, 6)]
    assert [issue.code for issue in taken.issues] == ["rows_hidden"]


def test_hidden_rows_are_left_out_when_it_is_said(new_office: OfficeInHand) -> None:
    taken = import_units(new_office.desk, listed(new_office, {2, 4}), hidden=SKIP)
    assert names(new_office) == ["Xóm 1", "Xóm 3", "Xóm 5"]
    assert [(issue.code, issue.data) for issue in taken.issues] == [
        ("rows_hidden_skipped", {"count": 2})
    ]


def test_a_hidden_column_is_asked_about_too(new_office: OfficeInHand) -> None:
    path = listed(new_office, set(), frozenset({3}))
    asked = import_units(new_office.desk, path)
    assert [(i.code, i.data) for i in asked.issues] == [("columns_hidden_asked", {"columns": "D"})]
    assert names(new_office) == []
    import_units(new_office.desk, path, hidden=SKIP)
    assert {unit.phone for unit in list_units(new_office.desk)} == {""}
    import_units(new_office.desk, path, hidden=TAKE)
    assert {unit.phone for unit in list_units(new_office.desk)} == {row[3] for row in LISTED}


def test_a_column_that_means_nothing_may_be_hidden(new_office: OfficeInHand) -> None:
    sheet = SheetGrid(
        "DS",
        visible=True,
        rows=tuple((*row, "x") for row in (HEAD, *LISTED)),
        hidden_columns=frozenset({4}),
    )
    path = new_office.grids.put(new_office.folder / "ds.xlsx", (sheet,))
    assert import_units(new_office.desk, path).operation is not None


@pytest.mark.parametrize(("choice", "count"), [(TAKE, 2), (SKIP, 1)])
def test_a_hidden_sheet_with_a_list_is_asked_about(
    new_office: OfficeInHand, choice: HiddenChoice, count: int
) -> None:
    head: Row = ("STT", "Họ và tên", "Năm sinh")
    sheets = (
        SheetGrid("Nay", visible=True, rows=(head, (1, "Lê Văn Mẫu", 1980))),
        SheetGrid("Cũ", visible=False, rows=(head, (1, "Đỗ Thị Mẫu", 1985))),
    )
    path = new_office.grids.put(new_office.folder / "ds.xlsx", sheets)
    asked = import_people(new_office.desk, path)
    assert [(issue.code, issue.sheet) for issue in asked.issues] == [("sheet_hidden_asked", "Cũ")]
    assert list_people(new_office.desk) == ()
    import_people(new_office.desk, path, hidden=choice)
    assert len(list_people(new_office.desk)) == count


def hiding(office: OfficeInHand, **shut: object) -> Path:
    """A good form of which something is hidden."""
    score, *others = returned(office.form(UNIT), {})
    sheets = (replace(score, **shut), *others)  # type: ignore[arg-type]
    return office.grids.put(office.folder / "sent" / "phieu.xlsx", sheets)


def rehearsed(office: OfficeInHand, path: Path) -> Rehearsal:
    return rehearse_forms(office.desk, CYCLE, CollectOrder([path]))


def points(file: CollectedFile) -> list[int | None]:
    assert file.report is not None
    return [line.points for line in file.report.lines]


FIRST_ROWS = frozenset({2, 3})
"""The rows of the first two criteria."""


@pytest.mark.parametrize(
    ("shut", "code"),
    [
        ({"hidden_rows": FIRST_ROWS}, "rows_hidden_asked"),
        ({"hidden_columns": frozenset({3})}, "columns_hidden_asked"),
        ({"visible": False}, "sheet_hidden_asked"),
    ],
)
def test_a_form_with_hidden_answers_is_left_alone_until_it_is_answered(
    office: OfficeInHand, shut: dict[str, object], code: str
) -> None:
    path = hiding(office, **shut)
    rehearsal = rehearsed(office, path)
    [asking] = rehearsal.seen.asking
    assert (asking.status, asking.report) == (IntakeStatus.REJECTED, None)
    assert code in [issue.code for issue in asking.issues]
    before = office.desk.store.operations()
    assert take_forms(office.desk, rehearsal).operation is None
    assert office.desk.store.operations() == before
    taken = take_forms(office.desk, answer_hidden(office.desk, rehearsal, TAKE))
    assert [file.status for file in taken.files] == [IntakeStatus.WARNED]
    assert taken.operation is not None


def test_hidden_answers_that_are_left_out_count_as_empty(office: OfficeInHand) -> None:
    rehearsal = rehearsed(office, hiding(office, hidden_rows=FIRST_ROWS))
    [whole] = answer_hidden(office.desk, rehearsal, TAKE).seen.files
    [parted] = answer_hidden(office.desk, rehearsal, SKIP).seen.files
    assert None not in points(whole)[:2]
    assert points(parted) == [None, None, *points(whole)[2:]]
    codes = [issue.code for issue in parted.issues]
    assert codes.count("points_missing") == 2
    assert "rows_hidden_skipped" in codes


def test_words_hidden_on_the_sheet_of_requests_are_asked_about_too(office: OfficeInHand) -> None:
    score, words, identity = returned(office.form(UNIT), {})
    asked_for = next(n for n, row in enumerate(words.rows) if "Đề nghị bố trí máy quét." in row)
    shut = replace(words, hidden_rows=frozenset({asked_for}))
    path = office.grids.put(office.folder / "sent" / "phieu.xlsx", (score, shut, identity))
    rehearsal = rehearsed(office, path)
    [asking] = rehearsal.seen.asking
    assert [(one.code, one.sheet) for one in asking.issues] == [("rows_hidden_asked", words.title)]
    [whole] = answer_hidden(office.desk, rehearsal, TAKE).seen.files
    [parted] = answer_hidden(office.desk, rehearsal, SKIP).seen.files
    assert whole.report is not None
    assert parted.report is not None
    assert whole.report.requests == "Đề nghị bố trí máy quét."
    assert (parted.report.requests, points(parted)) == ("", points(whole))
    assert [issue.code for issue in parted.issues] == ["rows_hidden_skipped"]


def test_nobody_is_asked_twice_about_the_same_file(office: OfficeInHand) -> None:
    path = hiding(office, hidden_rows=FIRST_ROWS)
    first = answer_hidden(office.desk, rehearsed(office, path), SKIP)
    take_forms(office.desk, first)
    again = rehearsed(office, path)
    assert again.seen.asking == ()
    assert again.seen.files == first.seen.files
    assert take_forms(office.desk, again).operation is None


def test_hidden_rows_that_hold_nothing_ask_nothing(office: OfficeInHand) -> None:
    path = hiding(office, hidden_rows=frozenset({0}))
    assert rehearsed(office, path).seen.asking == ()


def test_a_form_that_is_not_taken_anyway_asks_nothing(office: OfficeInHand) -> None:
    form = office.form(UNIT)
    strange = replace(form, identity=replace(form.identity, dataset="khac"))
    score, *others = returned(strange, {})
    sheets = (replace(score, hidden_rows=FIRST_ROWS), *others)
    path = office.grids.put(office.folder / "sent" / "la.xlsx", sheets)
    [file] = rehearsed(office, path).seen.files
    assert (file.status, file.asks_about_hidden) == (IntakeStatus.REJECTED, False)
