"""Bảng theo dõi thu phiếu: each unit stands in exactly one state, and the day decides some."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.office_in_hand import COLLECTED, CYCLE, DUE, UNITS, Answer, OfficeInHand
from thidua_desktop.application.collecting.board import BoardRow, BoardState, collecting_board
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms
from thidua_desktop.application.cycles.opening import change_due_day
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.errors import NotFound

ECONOMY = "Phòng Kinh tế"
AFTER = DUE + dt.timedelta(days=3)


def row(office: OfficeInHand, name: str = ECONOMY) -> BoardRow:
    board = collecting_board(office.desk, CYCLE)
    return next(row for row in board.rows if row.name == name)


def test_a_unit_is_waited_for_until_the_due_day_has_passed(office: OfficeInHand) -> None:
    office.clock.set(DUE)
    assert (row(office).state, row(office).days_late) == (BoardState.WAITING, 0)
    office.clock.set(AFTER)
    assert (row(office).state, row(office).days_late) == (BoardState.OVERDUE, 3)


def test_without_a_due_day_nobody_is_late(office: OfficeInHand) -> None:
    change_due_day(office.desk, CYCLE, None)
    office.clock.set(dt.date(2027, 5, 1))
    assert row(office).state is BoardState.WAITING


def test_a_report_in_time_stays_in_time(office: OfficeInHand) -> None:
    office.clock.set(COLLECTED)
    office.collect(office.save(ECONOMY))
    office.clock.set(AFTER)
    found = row(office)
    assert (found.state, found.received_on, found.days_late) == (BoardState.IN_TIME, COLLECTED, 0)
    assert (found.group_name, found.requests) == ("Cơ quan, đơn vị", "Đề nghị bố trí máy quét.")


def test_a_late_report_says_how_late_and_follows_the_due_day(office: OfficeInHand) -> None:
    collect_forms(office.desk, CYCLE, CollectOrder([office.save(ECONOMY)], received_on=AFTER))
    assert (row(office).state, row(office).days_late) == (BoardState.LATE, 3)
    change_due_day(office.desk, CYCLE, AFTER)
    assert (row(office).state, row(office).days_late) == (BoardState.IN_TIME, 0)


def test_a_report_with_remarks_is_worth_a_look(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, THUONG=Answer(2, evidence=None)))
    found = row(office)
    assert found.state is BoardState.REMARKS
    assert [issue.code for issue in found.issues] == ["evidence_missing"]


def test_a_faulty_file_has_to_be_mended_even_where_an_older_one_is_good(
    office: OfficeInHand,
) -> None:
    office.collect(office.save(ECONOMY, "1.xlsx", minute=1))
    office.collect(office.save(ECONOMY, "2.xlsx", minute=2, ND1="x"))
    found = row(office)
    assert (found.state, found.file_name) == (BoardState.FAULTY, "2.xlsx")
    assert [issue.code for issue in found.issues] == ["points_not_number"]


def test_a_mended_file_ends_that(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, "2.xlsx", minute=2, ND1="x"))
    assert row(office).received_on is None
    office.collect(office.save(ECONOMY, "3.xlsx", minute=3))
    assert row(office).state is BoardState.IN_TIME


def test_a_faulty_draft_that_is_older_than_the_report_is_over(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, "2.xlsx", minute=2))
    office.collect(office.save(ECONOMY, "1.xlsx", minute=1, ND1="x"))
    assert row(office).state is BoardState.IN_TIME


def test_counts(office: OfficeInHand) -> None:
    office.collect_all(but=["Công an xã"])
    office.collect(office.save("Hội Nông dân xã", "x.xlsx", minute=9, **{"1A": "x"}))
    board = collecting_board(office.desk, CYCLE)
    # The earlier form of the unit with the faulty one still counts.
    assert (board.received, board.has_forms) == (len(UNITS) - 1, True)
    assert board.count(BoardState.FAULTY, BoardState.WAITING) == 2
    assert sum(board.count(state) for state in BoardState) == len(UNITS)


def test_nobody_is_waited_for_in_a_closed_cycle(office: OfficeInHand) -> None:
    office.clock.set(AFTER)
    close_cycle(office.desk, CYCLE)
    assert collecting_board(office.desk, CYCLE).count(BoardState.OVERDUE) == 0


def test_an_unknown_cycle_is_told(office: OfficeInHand) -> None:
    with pytest.raises(NotFound, match="cycle_unknown"):
        collecting_board(office.desk, "2030-annual")
