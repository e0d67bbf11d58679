"""Kiểm tra phiếu: every fault and doubt has its code and its cell; what is right has none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.cycles_in_hand import year_cycle
from thidua_desktop.application.collecting.judging import (
    ExpectedForm,
    FormContext,
    _foreign,
    identify,
    judge_lines,
    named_for_other,
    shown,
)
from thidua_desktop.application.forms.returned_form import RawForm, RawLine
from thidua_desktop.application.grids import CellFault, CellValue
from thidua_desktop.domain.reasons import Issue, Severity
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.self_reports import ReportLine, SelfReport

CRITERIA = CriteriaSet(
    "all",
    (
        Criterion("A1", "Có kế hoạch", 6000),
        Criterion("A2", "Có kết quả", 4000, requires_evidence=True),
        Criterion("T1", "Mô hình mới", 300, role=Role.BONUS),
        Criterion("T2", "Sáng kiến", 300, role=Role.BONUS),
        Criterion("TRU", "Vi phạm", 500, role=Role.PENALTY),
    ),
    bonus_cap=500,
    penalty_cap=500,
)
POINTS: dict[str, CellValue] = {"A1": 55, "A2": 40, "T1": None, "T2": None}


def line(code: str, row: int, points: CellValue, evidence: CellValue = "BC 05") -> RawLine:
    return RawLine(code, f"A{row}", points, f"D{row}", "Đã làm", f"E{row}", evidence, f"F{row}")


def raw(*lines: RawLine) -> RawForm:
    return RawForm({}, "Tự chấm", lines, "", "", ())


def filled(**changed: CellValue) -> list[RawLine]:
    points = {**POINTS, **changed}
    return [line(code, row, value) for row, (code, value) in enumerate(points.items(), start=8)]


def judged(*lines: RawLine) -> tuple[dict[str, ReportLine], list[tuple[str, Severity, str]]]:
    answers, issues = judge_lines(raw(*lines), CRITERIA)
    assert {issue.sheet for issue in issues} <= {"Tự chấm"}
    told = [(issue.code, issue.severity, issue.cell) for issue in issues]
    return {answer.criterion: answer for answer in answers}, told


def test_a_right_form_has_no_issues() -> None:
    answers, told = judged(*filled())
    assert told == []
    assert answers["A1"] == ReportLine("A1", 5500, "Đã làm", "BC 05")
    assert answers["T1"].points is None
    assert "TRU" not in answers


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (60.01, "points_over_max"),
        ("61", "points_over_max"),
        ("tốt", "points_not_number"),
        (True, "points_not_number"),
        (dt.date(2026, 5, 8), "points_turned_into_day"),
        (dt.datetime(2026, 5, 8, 0, 0), "points_turned_into_day"),  # noqa: DTZ001 - as Excel gives it
        (dt.time(8, 30), "points_turned_into_day"),
        (-1, "points_negative"),
        ("-1", "points_negative"),
        ("1.234", "points_ambiguous_number"),
        (1.234, "points_too_many_decimals"),
        ("95%", "points_percent_not_points"),
        (CellFault.FORMULA_WITHOUT_VALUE, "points_formula_without_value"),
        (CellFault.EXCEL_ERROR, "points_excel_error"),
    ],
)
def test_points_that_can_not_be_taken(value: CellValue, code: str) -> None:
    answers, told = judged(*filled(A1=value))
    assert told == [(code, Severity.ERROR, "D8")]
    assert answers["A1"].points is None


@pytest.mark.parametrize(
    ("value", "points"),
    [(60, 6000), (0, 0), (8.5, 850), ("8,5", 850), ("8.5", 850), (" 8 ", 800), (0.1 + 0.2, 30)],
)
def test_points_that_are_read_without_a_word(value: CellValue, points: int) -> None:
    answers, told = judged(*filled(A1=value))
    assert (answers["A1"].points, told) == (points, [])


def test_a_unit_behind_the_number_is_passed_over_with_a_remark() -> None:
    answers, told = judged(*filled(A1="8,5 điểm"))
    assert answers["A1"].points == 850
    assert told == [("points_unit_dropped", Severity.WARNING, "D8")]


@pytest.mark.parametrize("value", [None, "", "   "])
def test_an_empty_cell_is_told_for_standard_lines_only(value: CellValue) -> None:
    answers, told = judged(*filled(A1=value, T1=value))
    assert answers["A1"].points is None
    assert told == [("points_missing", Severity.WARNING, "D8")]


def test_points_without_the_evidence_that_is_asked_for() -> None:
    lines = filled()
    lines[1] = line("A2", 9, 40, evidence="  ")
    lines[0] = line("A1", 8, 55, evidence=None)  # asks for none
    _, told = judged(*lines)
    assert told == [("evidence_missing", Severity.WARNING, "F9")]


def test_no_points_need_no_evidence() -> None:
    lines = filled()
    lines[1] = line("A2", 9, 0, evidence=None)
    assert judged(*lines)[1] == []


@pytest.mark.parametrize("fault", list(CellFault))
def test_words_that_excel_took_for_a_formula_are_not_lost_silently(fault: CellFault) -> None:
    lines = filled()
    lines[0] = replace(lines[0], explanation=fault)
    lines[1] = replace(lines[1], evidence=fault)
    answers, told = judged(*lines)
    assert (answers["A1"].explanation, answers["A2"].evidence) == ("", "")
    assert told == [
        ("answer_unreadable", Severity.WARNING, "E8"),
        ("answer_unreadable", Severity.WARNING, "F9"),
        ("evidence_missing", Severity.WARNING, "F9"),
    ]


def test_a_row_that_stands_twice_stops_the_form_and_the_first_is_read() -> None:
    answers, told = judged(*filled(), line("A1", 20, 1))
    assert told == [("criterion_twice", Severity.ERROR, "A20")]
    assert answers["A1"].points == 5500


def test_a_row_that_was_not_asked_for_is_left_out() -> None:
    answers, told = judged(*filled(), line("Z9", 20, 1))
    assert told == [("criterion_not_asked", Severity.WARNING, "A20")]
    assert "Z9" not in answers


def test_a_missing_row_stops_the_form() -> None:
    _, told = judged(*filled()[:-1])
    assert told == [("criterion_row_missing", Severity.ERROR, "")]


def test_a_deduction_that_a_unit_fills_in_is_not_its_own() -> None:
    answers, told = judged(*filled(), line("TRU", 20, 1))
    assert (told, "TRU" in answers) == ([], False)


def test_a_form_with_nothing_in_it_is_empty() -> None:
    lines = [replace(one, explanation=None) for one in filled(A1=0, A2=0)]
    assert judged(*lines)[1] == [("form_empty", Severity.ERROR, "")]


def test_words_without_points_are_not_empty() -> None:
    codes = [code for code, _, _ in judged(*filled(A1=0, A2=0))[1]]
    assert codes == []


def test_a_bonus_over_its_cap_is_told() -> None:
    _, told = judged(*filled(T1=3, T2=3))
    assert told == [("bonus_over_cap", Severity.WARNING, "")]
    assert judged(*filled(T1=3, T2=2))[1] == []


def test_every_fault_of_a_form_is_told_at_once() -> None:
    codes = [code for code, _, _ in judged(*filled(A1="tốt", A2=99, T1=-1))[1]]
    assert codes == ["points_not_number", "points_over_max", "points_negative"]


def test_an_issue_says_what_was_seen_and_what_is_allowed() -> None:
    _, issues = judge_lines(raw(*filled(A1=60.5)), CRITERIA)
    assert issues == (
        Issue(
            "points_over_max",
            sheet="Tự chấm",
            cell="D8",
            data={"criterion": "A1", "maximum": 6000, "seen": "60,5"},
        ),
    )


def test_a_date_that_was_typed_as_evidence_is_kept_as_it_looks() -> None:
    lines = filled()
    lines[1] = line("A2", 9, 40, evidence=dt.datetime(2026, 5, 8, 0, 0))  # noqa: DTZ001 - as Excel
    answers, told = judged(*lines)
    assert (answers["A2"].evidence, told) == ("08/05/2026", [])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.date(2026, 5, 8), "08/05/2026"),
        (dt.datetime(2026, 5, 8, 9, 30), "08/05/2026"),  # noqa: DTZ001 - as Excel gives it
        (8.5, "8,5"),
        (8.0, "8"),
        (8, "8"),
        ("tốt", "tốt"),
    ],
)
def test_a_value_is_shown_as_its_sender_sees_it(value: CellValue, text: str) -> None:
    assert shown(value) == text


CYCLE = year_cycle(dt.date(2026, 11, 2))
EXPECTED = ExpectedForm("DV001", "Phòng", CRITERIA, {"old": "c1", "new": "c2"}, "new")
GONE = {"DV007": ("Xóm 7", "Xóm Liên Hợp"), "DV008": ("Chợ", "")}
CONTEXT = FormContext("ours", CYCLE, {"DV001": EXPECTED}, GONE)
SAID = {
    "dataset": "ours",
    "cycle": "2026-annual",
    "unit": "DV001",
    "form_id": "new",
    "check_code": "c2",
}


@pytest.mark.parametrize(
    ("said", "unit", "code"),
    [
        ({}, "DV001", None),
        ({"dataset": "theirs", "cycle": "x"}, None, "form_other_office"),
        ({"cycle": "2025-annual"}, "DV001", "form_other_cycle"),
        ({"unit": "DV009"}, None, "form_unit_unknown"),
        ({"unit": "DV007"}, None, "form_unit_succeeded"),
        ({"unit": "DV008"}, None, "form_unit_ended"),
        ({"check_code": "c1"}, "DV001", "form_altered"),
        ({"form_id": "strange"}, "DV001", "form_not_issued"),
        ({"form_id": "old", "check_code": "c1"}, "DV001", "form_old_version"),
    ],
)
def test_whose_form_it_is(said: dict[str, str], unit: str | None, code: str | None) -> None:
    form = RawForm({**SAID, **said}, "Tự chấm", (), "", "", ())
    expected, refusal = identify(form, CONTEXT)
    assert (expected.unit if expected else None) == unit
    assert (refusal.code if refusal else None) == code


def test_a_form_without_a_check_code_is_not_taken_for_one_never_given() -> None:
    said = {key: value for key, value in SAID.items() if key not in ("check_code", "form_id")}
    _, refusal = identify(RawForm(said, "Tự chấm", (), "", "", ()), CONTEXT)
    assert refusal is not None
    assert refusal.code == "form_altered"


@pytest.mark.parametrize(
    ("own", "said", "code"),
    [
        ("that", "thu-tap", "form_of_practice_data"),
        ("thu-tap", "that", "form_of_real_data"),
        ("that", "khac", "form_other_office"),
        ("thu-tap", "khac-tap", "form_other_office"),
        ("thu-tap", "", "form_other_office"),
    ],
)
def test_practice_and_real_forms_are_told_apart(own: str, said: str, code: str) -> None:
    assert _foreign(said, own).code == code


def test_signs_of_chats_in_a_units_words_are_told_and_kept() -> None:
    lines = filled()
    lines[0] = replace(lines[0], explanation="Hoàn thành 🎉")
    report, issues = judged(*lines)
    assert ("answer_not_printed", Severity.WARNING, lines[0].explanation_cell) in issues
    assert report[lines[0].code].explanation == "Hoàn thành 🎉"
    printed = SelfReport("", "", dt.date(2026, 12, 8), "", tuple(report.values())).in_print()
    assert printed.line(lines[0].code).explanation == "Hoàn thành"


@pytest.mark.parametrize(
    ("file_name", "told"),
    [
        ("xom 6.xlsx", ("Xóm 6",)),
        ("IMG_Xóm6 (1).xlsx", ("Xóm 6",)),
        ("xom 5.xlsx", None),
        ("Xóm 5 gửi thay Xóm 6.xlsx", None),
        ("xom 56.xlsx", None),
        ("bao cao thi dua.xlsx", None),
        ("phieu-tu-cham_nam-2026_DV005_xom-5 (2).xlsx", None),
    ],
)
def test_a_file_called_by_a_neighbours_name_is_told(
    file_name: str, told: tuple[str, ...] | None
) -> None:
    units = {"DV005": "Xóm 5", "DV006": "Xóm 6"}
    expected = {code: replace(EXPECTED, unit=code, unit_name=name) for code, name in units.items()}
    context = FormContext("ours", CYCLE, expected)
    issues = named_for_other(file_name, expected["DV005"], context)
    assert [issue.data["names"] for issue in issues] == ([told] if told else [])
