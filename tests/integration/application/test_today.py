"""Việc hôm nay: each sentence stands when there is something to do, and the steps follow."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.office_in_hand import CYCLE, DUE, UNITS, OfficeInHand
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.collecting.board import collecting_board
from thidua_desktop.application.collecting.giving_forms import give_forms
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.enrolling.registers import add_unit
from thidua_desktop.application.records import Office
from thidua_desktop.application.results.addenda import reopen_cycle
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.setting_up.office import change_office, office_of
from thidua_desktop.application.today import PAGES, StepState, TodayBoard, today_board
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage.lock import HOLDER_NAME
from thidua_desktop.storage.store import SqliteStore

DECIDED = dt.date(2026, 12, 22)
ACHIEVEMENT = "Đã có thành tích trong phong trào thi đua năm 2026"


def told(board: TodayBoard) -> dict[str, object]:
    """The number that each sentence names, by its code."""
    return {s.reason.code: s.reason.data.get("count") for s in board.sentences}


def current(board: TodayBoard) -> str:
    [page] = [step.page for step in board.steps if step.state is StepState.CURRENT]
    return page


def done(board: TodayBoard) -> list[str]:
    return [step.page for step in board.steps if step.state is StepState.DONE]


def test_an_empty_office_is_told_to_bring_its_units(new_office: OfficeInHand) -> None:
    board = today_board(new_office.desk, None)
    assert told(board) == {"today_no_units": None}
    assert (current(board), done(board)) == ("units", ["plan"])
    assert board.picture.total == 0


def test_units_without_a_cycle(new_office: OfficeInHand) -> None:
    add_unit(new_office.desk, Unit("", "Xóm 1", "hamlet", SubjectKind.COLLECTIVE))
    board = today_board(new_office.desk, None)
    assert list(told(board)) == ["today_no_cycle"]
    assert current(board) == "cycles"


def test_a_cycle_without_forms(new_office: OfficeInHand) -> None:
    add_unit(new_office.desk, Unit("", "Xóm 1", "hamlet", SubjectKind.COLLECTIVE))
    open_cycle(new_office.desk, CycleKind.ANNUAL, 2026, DUE)
    board = today_board(new_office.desk, CYCLE)
    assert list(told(board)) == ["today_no_forms"]
    assert current(board) == "forms"


def test_units_are_waited_for_then_overdue(office: OfficeInHand) -> None:
    board = today_board(office.desk, CYCLE)
    assert told(board) == {"today_waiting": len(UNITS)}
    office.clock.set(DUE + dt.timedelta(days=1))
    board = today_board(office.desk, CYCLE)
    assert told(board) == {"today_overdue": len(UNITS)}
    [sentence] = board.sentences
    assert (sentence.weight, sentence.page, sentence.action) == ("urgent", "collecting", "remind")
    assert current(board) == "collecting"


def test_faults_and_appraisal_stand_beside_each_other_the_urgent_first(
    office: OfficeInHand,
) -> None:
    office.collect_all(but=["Công an xã", "Phòng Kinh tế"])
    office.collect(office.save("Công an xã", minute=60, ND1="x"))
    board = today_board(office.desk, CYCLE)
    assert list(told(board).items()) == [
        ("today_faulty", 1),
        ("today_waiting", 1),
        ("today_pending", len(UNITS) - 2),
    ]
    assert (board.picture.received, board.picture.appraised) == (len(UNITS) - 2, 0)


def test_all_appraised_asks_for_proposals(office: OfficeInHand) -> None:
    office.collect_all()
    office.appraise_all()
    board = today_board(office.desk, CYCLE)
    assert told(board) == {"today_no_proposals": None, "today_all_appraised": len(UNITS)}
    assert current(board) == "awards"
    assert board.picture.appraised == len(UNITS)


def test_ties_are_never_silent(office: OfficeInHand) -> None:
    office.collect(*(office.save(name) for name, _, _ in UNITS))
    office.appraise_all()
    assert told(today_board(office.desk, CYCLE))["today_tied"] == 7


def proposed(office: OfficeInHand) -> int:
    """One award, proposed."""
    office.clock.set(dt.date(2026, 12, 18))
    request = AwardRequest(CYCLE, "giay_khen_xa", unit=office.unit("Phòng Kinh tế"))
    number = propose(office.desk, request, ACHIEVEMENT, "Đã kiểm tra hồ sơ.").proposal
    assert number is not None
    return number


def passed(office: OfficeInHand, number: int) -> str:
    """The council agrees; the session's id."""
    session = open_session(office.desk, CYCLE, DECIDED, Attendance(11, 10))
    vote(office.desk, session.id, number, VoteCount(10, 0))
    return session.id


def test_from_proposal_to_the_province(office: OfficeInHand) -> None:
    office.collect_all()
    office.appraise_all()
    number = proposed(office)
    board = today_board(office.desk, CYCLE)
    assert told(board)["today_before_council"] == 1
    assert current(board) == "council"
    session = passed(office, number)
    board = today_board(office.desk, CYCLE)
    assert told(board)["today_passed"] == 1
    assert current(board) == "papers"
    [sentence] = [one for one in board.sentences if one.reason.code == "today_passed"]
    assert (sentence.page, sentence.action) == ("council", "decide")
    issue_decision(office.desk, session, DECIDED)
    board = today_board(office.desk, CYCLE)
    assert told(board)["today_decided"] == 1
    assert current(board) == "province"
    assert (board.picture.proposed, board.picture.decided) == (1, 1)


def test_once_all_is_decided_the_next_step_stands_before_what_never_came(
    office: OfficeInHand,
) -> None:
    office.collect_all(but=["Công an xã"])
    office.appraise_all()
    issue_decision(office.desk, passed(office, proposed(office)), DECIDED)
    board = today_board(office.desk, CYCLE)
    asked = list(told(board))
    assert asked.index("today_may_close") < asked.index("today_overdue")
    assert {sentence.weight for sentence in board.sentences} == {"normal"}


def test_a_place_to_sign_without_a_name_is_told(office: OfficeInHand) -> None:
    change_office(office.desk, Office())
    board = today_board(office.desk, CYCLE)
    assert list(told(board))[-1] == "today_no_signer"
    assert "plan" not in done(board)


def test_a_closed_year_is_over_and_an_open_one_says_what_has_begun(office: OfficeInHand) -> None:
    office.collect_all(but=["Công an xã"])
    states = {step.page: step.state for step in today_board(office.desk, CYCLE).steps}
    assert (states["collecting"], states["appraisal"]) == (StepState.CURRENT, StepState.CURRENT)
    close_cycle(office.desk, CYCLE)
    assert set(done(today_board(office.desk, CYCLE))) == set(PAGES)


def test_a_closed_cycle_asks_for_nothing_that_it_would_refuse(office: OfficeInHand) -> None:
    office.collect_all(but=["Công an xã"])
    office.collect(office.save("Công an xã", minute=60, ND1="x"))
    office.clock.set(DUE + dt.timedelta(days=9))
    close_cycle(office.desk, CYCLE)
    board = today_board(office.desk, CYCLE)
    assert list(told(board)) == ["today_closed"]
    assert {"province", "archive"} <= set(done(board))


def test_every_sentence_and_button_has_words(office: OfficeInHand) -> None:
    office.collect_all(but=["Công an xã"])
    for sentence in today_board(office.desk, CYCLE).sentences:
        assert sentence.reason.code in office.texts.sentences
        assert f"do_{sentence.action}" in office.texts.sentences
        assert sentence.page in PAGES
        assert "chưa có" not in office.texts.reason(sentence.reason)


def test_the_steps_are_the_twelve_of_the_year(office: OfficeInHand) -> None:
    steps = today_board(office.desk, CYCLE).steps
    assert [step.number for step in steps] == list(range(1, 13))
    assert [step.page for step in steps] == list(PAGES)


def test_an_unknown_cycle_is_told(office: OfficeInHand) -> None:
    with pytest.raises(NotFound, match="cycle_unknown"):
        today_board(office.desk, "2030-annual")


def test_a_session_that_stands_open_waits_for_its_count(office: OfficeInHand) -> None:
    office.collect_all()
    office.appraise_all()
    proposed(office)
    open_session(office.desk, CYCLE, DECIDED, Attendance(11, 10))
    [sentence] = [one for one in today_board(office.desk, CYCLE).sentences if one.page == "council"]
    assert (sentence.reason.code, sentence.action) == ("today_to_count", "count")
    assert sentence.reason.data == {"count": 1, "day": DECIDED}


def test_a_faulty_file_after_a_good_one_leaves_the_unit_received(office: OfficeInHand) -> None:
    office.collect_all()
    office.collect(office.save("Công an xã", minute=60, ND1="x"))
    office.appraise_all()
    board = today_board(office.desk, CYCLE)
    assert told(board)["today_faulty"] == 1
    assert "today_all_appraised" not in told(board)
    assert board.picture.received == collecting_board(office.desk, CYCLE).received == len(UNITS)


def test_an_addendum_is_closed_again_and_a_new_year_asks_for_its_cycle(
    office: OfficeInHand,
) -> None:
    office.collect_all()
    close_cycle(office.desk, CYCLE)
    assert list(told(today_board(office.desk, CYCLE))) == ["today_closed"]
    office.clock.set(dt.date(2027, 1, 8))
    asked = {one.reason.code: one.action for one in today_board(office.desk, CYCLE).sentences}
    assert asked == {"today_next_cycle": "open_cycle", "today_closed": "archive"}
    reopen_cycle(office.desk, CYCLE, "Nhận phiếu gửi muộn")
    [again] = [one for one in today_board(office.desk, CYCLE).sentences if one.page == "cycles"]
    assert again.reason.data == {"reason": "Nhận phiếu gửi muộn"}


def test_practice_data_has_days_of_its_own(office: OfficeInHand) -> None:
    office.clock.set(dt.date(2020, 1, 1))
    assert "clock_went_back" not in told(today_board(office.desk, CYCLE))


def test_after_a_power_cut_the_last_thing_written_is_named(office: OfficeInHand) -> None:
    folder = office.desk.store.folder
    note = (folder / HOLDER_NAME).read_bytes()
    store = office.desk.store
    assert isinstance(store, SqliteStore)
    store.close()
    (folder / HOLDER_NAME).write_bytes(note)
    store.open()
    first = today_board(office.desk, CYCLE).sentences[0]
    assert (first.reason.code, first.page) == ("today_cut_off", "journal")
    assert set(first.reason.data) == {"time", "day"}
    office.collect(office.save("Công an xã"))
    assert "today_cut_off" not in told(today_board(office.desk, CYCLE))


def test_a_cycle_without_a_due_day_calls_nobody_in_time(new_office: OfficeInHand) -> None:
    add_unit(new_office.desk, Unit("", "Xóm 1", "hamlet", SubjectKind.COLLECTIVE))
    cycle = open_cycle(new_office.desk, CycleKind.HALF_YEAR, 2027, None)
    give_forms(new_office.desk, cycle.id, new_office.folder)
    assert told(today_board(new_office.desk, cycle.id)) == {"today_waiting_undated": 1}


def test_a_copied_plan_is_to_be_mended_before_forms_go_out(office: OfficeInHand) -> None:
    desk = office.desk
    change_office(desk, replace(office_of(desk), commune_name="Thử Nghiệm"))
    assert "today_copied_plan" in told(today_board(desk, None))
    change_office(desk, replace(office_of(desk), commune_name=""))
    assert "today_copied_plan" not in told(today_board(desk, None))
