"""Which cells of a return slip are open, by the faults that the form had."""

from __future__ import annotations

from tests.integration.documents.excel.sample_forms import unit_form
from thidua_desktop.application.collecting.returning import ROW_MISSING, build_slip, message
from thidua_desktop.application.forms.returned_form import RawForm, RawLine
from thidua_desktop.application.forms.unit_form import HEADERS, ReturnSlip
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.reasons import Issue, Severity

POINTS, EXPLANATION, EVIDENCE = HEADERS[3:]
WHOLE_FORM = ("", "")
TEXTS = Texts({"bad": "Ô này sai.", "empty": "Phiếu trống.", ROW_MISSING: "Thiếu dòng."})
RAW = RawForm(
    {},
    "Tự chấm",
    (
        RawLine("ND1.1", "A8", "mười", "D8", "Đã làm", "E8", None, "F8"),
        RawLine("ND1.2", "A9", 5, "D9", None, "E9", "Tệp 1", "F9"),
    ),
    "",
    "",
    (),
)


def slip_for(*issues: Issue) -> ReturnSlip:
    return build_slip(unit_form(), RAW, issues, TEXTS)


def test_a_fault_opens_its_own_cell() -> None:
    slip = slip_for(Issue("bad", cell="D8"), Issue("bad", cell="F9"))
    assert slip.faults == {("ND1.1", POINTS): ("Ô này sai.",), ("ND1.2", EVIDENCE): ("Ô này sai.",)}
    assert (slip.raw_points["ND1.1"], slip.answers["ND1.1"].explanation) == ("mười", "Đã làm")


def test_a_row_that_is_missing_is_open_whole() -> None:
    slip = slip_for(Issue(ROW_MISSING, data={"criterion": "ND2.1"}))
    assert set(slip.faults) == {("ND2.1", title) for title in HEADERS[3:]}


def test_without_a_faulty_cell_every_row_but_the_deductions_is_open() -> None:
    slip = slip_for(Issue("empty"))
    rows = {code for code, _ in slip.faults} - {""}
    assert rows == {"ND1.1", "ND1.2", "ND2.1", "TH1"}
    assert slip.faults["ND1.1", EXPLANATION] == slip.faults[WHOLE_FORM] == ("Phiếu trống.",)


def test_beside_a_faulty_cell_a_fault_of_the_whole_form_opens_nothing() -> None:
    slip = slip_for(Issue("empty"), Issue("bad", cell="D8"))
    assert set(slip.faults) == {WHOLE_FORM, ("ND1.1", POINTS)}


def test_what_was_only_noted_is_not_given_back() -> None:
    slip = slip_for(Issue("bad", Severity.NOTE, cell="D8"), Issue("bad", cell="D9"))
    assert set(slip.faults) == {("ND1.2", POINTS)}
    assert len(slip.issues) == 1


def test_the_answers_of_another_cycles_form_do_not_come_over() -> None:
    issue = Issue("form_other_cycle", data={"cycle": "2025-annual"})
    texts = Texts({"form_other_cycle": "Kỳ đó.", "form_other_cycle_to_unit": "Điền phiếu này."})
    slip = build_slip(unit_form(), RAW, [issue], texts)
    assert (slip.answers, slip.raw_points) == ({}, {})
    assert set(slip.faults.values()) == {("Điền phiếu này.",)}
    assert "Điền phiếu này." in message(unit_form(), slip, texts, is_enterprise=False)
