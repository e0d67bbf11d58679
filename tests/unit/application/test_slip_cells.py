"""Of a slip that comes back only the open cells count, and what was changed elsewhere is told."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.application.collecting.slip_cells import with_open_cells_only
from thidua_desktop.application.forms.returned_form import RawForm, RawLine
from thidua_desktop.application.forms.unit_form import HEADERS, KeptRow

POINTS, EXPLANATION, EVIDENCE = HEADERS[3:]
LINE = RawLine("ND1", "A8", 8, "D8", "Đã làm", "E8", "Tệp 1", "F8")
FORM = RawForm({"unit": "DV001"}, "Tự chấm", (LINE,), "", "", ())


def sent_before(*open_titles: str) -> RawForm:
    kept = KeptRow("ND1", "8", "Đã làm", "", frozenset(open_titles))
    return replace(FORM, kept={"ND1": kept})


def test_a_form_that_is_no_slip_stays_as_it_is() -> None:
    assert with_open_cells_only(FORM) is FORM


def test_an_open_cell_counts_as_it_stands() -> None:
    slip = sent_before(POINTS, EXPLANATION, EVIDENCE)
    assert with_open_cells_only(slip) == slip


def test_a_shut_cell_keeps_what_was_sent_and_the_change_is_told() -> None:
    [line] = with_open_cells_only(sent_before(POINTS, EXPLANATION)).lines
    assert (line.points, line.explanation, line.evidence) == (8, "Đã làm", None)
    [issue] = with_open_cells_only(sent_before(POINTS, EXPLANATION)).issues
    assert (issue.code, issue.sheet, issue.cell) == ("slip_shut_cell_changed", "Tự chấm", "F8")
    assert (issue.data["seen"], issue.data["kept"]) == ("Tệp 1", "")


def test_a_number_in_a_shut_cell_stays_a_number() -> None:
    [line] = with_open_cells_only(sent_before(EVIDENCE)).lines
    assert line.points == 8
    changed = replace(sent_before(EVIDENCE), lines=(replace(LINE, points=9),))
    [line] = with_open_cells_only(changed).lines
    assert line.points == "8"


def test_a_row_that_the_slip_does_not_know_stays() -> None:
    added = replace(LINE, code="ND2")
    slip = replace(sent_before(), lines=(LINE, added))
    assert with_open_cells_only(slip).lines[1] is added
