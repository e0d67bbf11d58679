"""Nhập thay đơn vị: a typed paper counts as a file does, and a power cut loses nothing typed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.office_in_hand import COLLECTED, CYCLE, DUE, OfficeInHand
from thidua_desktop.application.appraisal.appraising import accept_as_proposed
from thidua_desktop.application.collecting.board import BoardState, collecting_board
from thidua_desktop.application.collecting.returning import return_forms
from thidua_desktop.application.collecting.typing_in import (
    TypedIn,
    TypingState,
    drop_draft,
    judge_typed,
    keep_draft,
    take_typed,
    typing_sheet,
    typing_units,
)
from thidua_desktop.application.evidence.linking import evidence_of
from thidua_desktop.application.evidence.typed_scan import attach_scan, scan_of
from thidua_desktop.application.forms.typed_form import TypedForm, TypedLine
from thidua_desktop.application.records import IntakeStatus, UndoOutcome
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.today import today_board
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.self_reports import SelfReport
from thidua_desktop.domain.vietnamese.numerals import points_text

ECONOMY = "Phòng Kinh tế"
POLICE = "Công an xã"


def typed(office: OfficeInHand, name: str = ECONOMY, **points: str) -> TypedForm:
    """A paper on which every standard line has all its points, but for some."""
    sheet = typing_sheet(office.desk, CYCLE, office.unit(name))
    lines = tuple(
        TypedLine(
            one.code,
            points.get(one.code, points_text(one.max_points) if _is_plain(one) else ""),
            "Đã thực hiện.",
            "Báo cáo số 05/BC ngày 01/11/2026",
        )
        for one in sheet.asked
    )
    return replace(sheet.form, lines=lines, requests="Đề nghị bố trí máy quét.")


def _is_plain(criterion: Criterion) -> bool:
    return criterion.role is Role.STANDARD


def report_of(office: OfficeInHand, name: str = ECONOMY) -> SelfReport | None:
    with office.desk.store.read() as books:
        return books.collecting.reports(CYCLE).get(office.unit(name))


def state_of(office: OfficeInHand, name: str = ECONOMY) -> TypingState:
    units = typing_units(office.desk, CYCLE)
    return next(unit.state for unit in units if unit.name == name)


def undo_last(office: OfficeInHand) -> UndoOutcome:
    return office.desk.store.undo(office.desk.store.operations(1)[0].id)


def test_a_typed_paper_is_the_report_that_the_same_file_would_be(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND3="8,5"), office.save(POLICE, ND3="8,5"))
    by_file = report_of(office, POLICE)
    undo_last(office)
    done = take_typed(office.desk, typed(office, POLICE, ND3="8,5"))
    by_hand = report_of(office, POLICE)
    assert done.is_taken
    assert by_file is not None
    assert by_hand is not None
    assert replace(by_hand, file_name=by_file.file_name) == by_file
    assert by_hand.line("ND3").points == 850


def test_the_ranking_cannot_tell_paper_from_file(office: OfficeInHand) -> None:
    office.collect_all(but=[POLICE])
    office.collect(office.save(POLICE, ND3=7))
    office.appraise_all()
    by_file = rank_cycle(office.desk, CYCLE)
    undo_last(office)
    undo_last(office)
    take_typed(office.desk, typed(office, POLICE, ND3="7"))
    with office.desk.store.read() as books:
        units = sorted(books.collecting.reports(CYCLE))
    accept_as_proposed(office.desk, CYCLE, units)
    assert rank_cycle(office.desk, CYCLE) == by_file


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("99", "points_over_max"),
        ("tốt", "points_not_number"),
        ("1.234", "points_ambiguous_number"),
        ("95%", "points_percent_not_points"),
    ],
)
def test_faults_are_those_of_a_file_and_say_the_line(
    office: OfficeInHand, said: str, code: str
) -> None:
    form = typed(office, ND3=said)
    collected = office.collect(office.save(POLICE, ND3=said))
    [of_file] = [issue for issue in collected.files[0].issues if issue.stops]
    [of_paper] = [issue for issue in judge_typed(office.desk, form) if issue.stops]
    assert (of_paper.code, of_paper.data) == (of_file.code, of_file.data) == (code, of_file.data)
    assert office.texts.place(of_paper) == "dòng ND3, điểm tự chấm"
    assert office.texts.issue(of_paper) == office.texts.issue(of_file)


def test_an_empty_paper_says_so(office: OfficeInHand) -> None:
    empty = typing_sheet(office.desk, CYCLE, office.unit(ECONOMY)).form
    done = take_typed(office.desk, empty)
    assert not done.is_taken
    assert "form_empty" in [issue.code for issue in done.file.issues]
    assert report_of(office) is None


def test_a_faulty_paper_was_sent_and_is_not_late_when_it_is_mended(office: OfficeInHand) -> None:
    office.clock.set(DUE)
    assert not take_typed(office.desk, typed(office, ND3="99")).is_taken
    assert state_of(office) is TypingState.DRAFT
    [row] = [r for r in collecting_board(office.desk, CYCLE).rows if r.name == ECONOMY]
    assert (row.state, row.is_paper) == (BoardState.FAULTY, True)
    office.clock.set(DUE + dt.timedelta(days=4))
    mended = replace(typed(office, ND3="9"), received_on=office.clock.today())
    assert take_typed(office.desk, mended).is_taken
    [row] = [r for r in collecting_board(office.desk, CYCLE).rows if r.name == ECONOMY]
    assert (row.state, row.received_on) == (BoardState.IN_TIME, DUE)


def test_lateness_counts_from_the_day_the_paper_came(office: OfficeInHand) -> None:
    office.clock.set(DUE + dt.timedelta(days=5))
    in_time = replace(typed(office), received_on=DUE)
    take_typed(office.desk, in_time)
    report = report_of(office)
    assert report is not None
    assert report.received_on == DUE
    take_typed(office.desk, replace(in_time, received_on=DUE + dt.timedelta(days=3)))
    report = report_of(office)
    assert report is not None
    assert report.received_on == DUE + dt.timedelta(days=3), "a mistyped day is corrected"


def test_a_later_file_replaces_the_paper_and_an_older_one_does_not(office: OfficeInHand) -> None:
    office.clock.set(COLLECTED)
    take_typed(office.desk, typed(office, ND3="6"))
    older = office.save(ECONOMY, "old.xlsx", minute=-5000, ND3=7)
    assert office.collect(older).files[0].status is IntakeStatus.SUPERSEDED
    newer = office.save(ECONOMY, "new.xlsx", minute=5000, ND3=8)
    assert office.collect(newer).files[0].status is IntakeStatus.ACCEPTED
    report = report_of(office)
    assert report is not None
    assert report.line("ND3").points == 800
    assert state_of(office) is TypingState.FILE


def test_typing_again_corrects_and_the_same_again_changes_nothing(office: OfficeInHand) -> None:
    office.clock.set(COLLECTED)
    take_typed(office.desk, typed(office, ND3="6"))
    office.clock.set(COLLECTED + dt.timedelta(days=1))
    again = replace(typed(office, ND3="7"), received_on=COLLECTED)
    assert take_typed(office.desk, again).operation is not None
    report = report_of(office)
    assert report is not None
    assert (report.line("ND3").points, report.received_on) == (700, COLLECTED)
    before = office.desk.store.operations()
    assert take_typed(office.desk, again) == TypedIn(take_typed(office.desk, again).file, None)
    assert office.desk.store.operations() == before


def test_a_draft_survives_as_it_was_typed(office: OfficeInHand) -> None:
    sheet = typing_sheet(office.desk, CYCLE, office.unit(ECONOMY))
    half = replace(sheet.form, lines=(TypedLine("ND3", "8,", "đang gõ"),), typed_by="Văn thư")
    keep_draft(office.desk, half)
    assert typing_sheet(office.desk, CYCLE, office.unit(ECONOMY)).form == half
    assert state_of(office) is TypingState.DRAFT
    assert report_of(office) is None
    told = [one for one in today_board(office.desk, CYCLE).sentences if one.page == "typing_in"]
    assert [office.texts.reason(one.reason) for one in told] == ["1 phiếu giấy đang nhập dở."]
    before = office.desk.store.operations()
    keep_draft(office.desk, half)
    assert office.desk.store.operations() == before, "nothing new is no operation"
    drop_draft(office.desk, CYCLE, office.unit(ECONOMY))
    assert state_of(office) is TypingState.NOTHING


def test_looking_at_an_empty_form_leaves_no_draft(office: OfficeInHand) -> None:
    before = office.desk.store.operations()
    keep_draft(office.desk, typing_sheet(office.desk, CYCLE, office.unit(ECONOMY)).form)
    assert office.desk.store.operations() == before


def test_undo_takes_the_paper_back_and_leaves_what_was_typed(office: OfficeInHand) -> None:
    form = typed(office, ND3="6")
    keep_draft(office.desk, form)
    take_typed(office.desk, form)
    assert state_of(office) is TypingState.PAPER
    assert undo_last(office).conflicts == ()
    assert report_of(office) is None
    assert typing_sheet(office.desk, CYCLE, office.unit(ECONOMY)).form == form


def test_a_slip_for_a_faulty_paper_holds_what_was_on_it(office: OfficeInHand) -> None:
    take_typed(office.desk, typed(office, ND3="99"))
    office.collect(office.save(POLICE, ND3="x"))
    folder = office.folder / "slips"
    slips = {s.unit_name: s for s in return_forms(office.desk, office.texts, CYCLE, folder)}
    assert slips.keys() == {ECONOMY, POLICE}
    slip = office.written.slips[slips[ECONOMY].path]
    assert slip.raw_points["ND3"] == "99"
    assert list(slip.faults) == [("ND3", "Điểm tự chấm")]
    assert "dòng ND3" in slips[ECONOMY].message


def test_the_scan_of_the_paper_is_kept_for_the_whole_form(office: OfficeInHand) -> None:
    path = office.folder / "Phiếu đã ký.pdf"
    path.write_bytes(b"%PDF-1.4")
    form = attach_scan(office.desk, typed(office), path)
    assert take_typed(office.desk, form).is_taken
    sheet = typing_sheet(office.desk, CYCLE, office.unit(ECONOMY))
    link = scan_of(office.desk, sheet.form)
    assert (link.criterion, link.title) == ("", "Phiếu đã ký.pdf")
    assert evidence_of(office.desk, CYCLE) == (link,)
    with pytest.raises(NotFound, match="typed_scan_missing"):
        scan_of(office.desk, typed(office, POLICE))
    path.write_bytes(b"MZ")
    with pytest.raises(InputError, match="evidence_refused"):
        attach_scan(office.desk, form, path)


def test_what_cannot_be_typed_is_refused(office: OfficeInHand) -> None:
    form = typed(office)
    tomorrow = office.clock.today() + dt.timedelta(days=1)
    with pytest.raises(InputError, match="typed_form_of_future"):
        take_typed(office.desk, replace(form, received_on=tomorrow))
    with pytest.raises(NotFound):
        typing_sheet(office.desk, CYCLE, "DV999")
    office.collect_all()
    office.appraise_all()
    close_cycle(office.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        keep_draft(office.desk, form)
