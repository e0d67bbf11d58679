"""Thẩm định: the office's points beside the unit's own, within bounds and with a reason."""

from __future__ import annotations

import pytest

from tests.office_in_hand import CYCLE, Answer, OfficeInHand
from thidua_desktop.application.appraisal.appraising import (
    AS_PROPOSED,
    AppraisalCell,
    Points,
    accept_as_proposed,
    appraisal_board,
    appraise,
    appraise_many,
    left_for_evidence,
)
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation

ECONOMY = "Phòng Kinh tế"


@pytest.fixture
def unit(office: OfficeInHand) -> str:
    office.collect(office.save(ECONOMY, ND1=15, ND2=8, THUONG=2))
    return office.unit(ECONOMY)


def cell(office: OfficeInHand, unit: str, criterion: str) -> AppraisalCell:
    board = appraisal_board(office.desk, CYCLE, "office")
    row = next(row for row in board.rows if row.unit == unit)
    return next(cell for cell in row.cells if cell.criterion == criterion)


def test_the_grid_shows_units_by_criteria(office: OfficeInHand, unit: str) -> None:
    board = appraisal_board(office.desk, CYCLE, "office")
    assert [criterion.code for criterion in board.criteria][:2] == ["ND1", "ND2"]
    assert [(row.name, row.has_report) for row in board.rows] == [
        (ECONOMY, True),
        ("Phòng Văn hóa - Xã hội", False),
        ("Công an xã", False),
    ]
    found = cell(office, unit, "ND2")
    assert (found.self_points, found.appraised, found.explanation) == (800, None, "Đã thực hiện.")


def test_pending_means_the_same_as_in_the_ranking(office: OfficeInHand, unit: str) -> None:
    office.collect(office.save("Công an xã", THUONG=None, TRU=3))
    appraise(office.desk, CYCLE, Points(unit, "ND2", 700, "Thiếu số liệu."))
    ranking = rank_cycle(office.desk, CYCLE)
    found = {}
    for row in appraisal_board(office.desk, CYCLE, "office").rows:
        ranked = ranking.find(row.unit)
        assert ranked is not None
        assert ranked.pending == row.pending, row.name
        found[row.name] = row.pending
    assert found == {ECONOMY: 7, "Công an xã": 7, "Phòng Văn hóa - Xã hội": 0}


def test_other_points_than_the_units_own_need_a_reason(office: OfficeInHand, unit: str) -> None:
    for reason in ("", "   "):
        with pytest.raises(RuleViolation, match="reason_missing"):
            appraise(office.desk, CYCLE, Points(unit, "ND2", 700, reason))
    appraise(office.desk, CYCLE, Points(unit, "ND2", 700, " Thiếu số liệu. "))
    found = cell(office, unit, "ND2")
    assert (found.appraised, found.reason, found.differs) == (700, "Thiếu số liệu.", True)


def test_what_was_taken_over_is_no_reason_for_other_points(office: OfficeInHand, unit: str) -> None:
    accept_as_proposed(office.desk, CYCLE, [unit])
    taken = cell(office, unit, "ND2")
    with pytest.raises(RuleViolation, match="reason_missing"):
        appraise(office.desk, CYCLE, Points(unit, "ND2", 700, taken.reason))
    assert cell(office, unit, "ND2") == taken


def test_the_units_own_points_need_none(office: OfficeInHand, unit: str) -> None:
    appraise(office.desk, CYCLE, Points(unit, "ND2", 800))
    assert cell(office, unit, "ND2").differs is False


def test_a_deduction_is_never_the_units_own(office: OfficeInHand, unit: str) -> None:
    with pytest.raises(RuleViolation, match="reason_missing"):
        appraise(office.desk, CYCLE, Points(unit, "TRU", 0))
    appraise(office.desk, CYCLE, Points(unit, "TRU", 100, "Nộp thiếu phụ lục."))
    row = rank_cycle(office.desk, CYCLE).find(unit)
    assert row is not None
    assert row.total == 100_00 - 200 + 200 - 100


def test_a_unit_without_a_report_can_be_appraised_with_reasons(office: OfficeInHand) -> None:
    silent = office.unit("Công an xã")
    with pytest.raises(RuleViolation, match="reason_missing"):
        appraise(office.desk, CYCLE, Points(silent, "ND2", 0))
    appraise(office.desk, CYCLE, Points(silent, "ND2", 0, "Không báo cáo."))


@pytest.mark.parametrize("points", [-1, 10_01])
def test_points_outside_the_range_are_refused(office: OfficeInHand, unit: str, points: int) -> None:
    with pytest.raises(InputError, match="points_outside_range"):
        appraise(office.desk, CYCLE, Points(unit, "ND2", points, "Có lý do."))


def test_all_of_many_points_or_none(office: OfficeInHand, unit: str) -> None:
    before = office.desk.store.operations()
    many = [Points(unit, "ND1", 1500), Points(unit, "ND2", 99_00, "x")]
    with pytest.raises(InputError):
        appraise_many(office.desk, CYCLE, many)
    assert office.desk.store.operations() == before
    assert cell(office, unit, "ND1").appraised is None


def test_what_does_not_exist_is_told(office: OfficeInHand, unit: str) -> None:
    with pytest.raises(NotFound, match="criterion_unknown"):
        appraise(office.desk, CYCLE, Points(unit, "2A", 100, "Của nhóm khác."))
    with pytest.raises(NotFound, match="unit_unknown"):
        appraise(office.desk, CYCLE, Points("DV999", "ND1", 100, "x"))
    with pytest.raises(NotFound, match="cycle_unknown"):
        appraise(office.desk, "2031-annual", Points(unit, "ND1", 100, "x"))
    with pytest.raises(NotFound, match="group_unknown"):
        appraisal_board(office.desk, CYCLE, "nowhere")


def test_a_closed_cycle_keeps_its_points(office: OfficeInHand, unit: str) -> None:
    close_cycle(office.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        appraise(office.desk, CYCLE, Points(unit, "ND1", 1500))
    with pytest.raises(RuleViolation, match="cycle_closed"):
        accept_as_proposed(office.desk, CYCLE, [unit])


def test_as_proposed_takes_what_is_empty_and_keeps_what_is_given(
    office: OfficeInHand, unit: str
) -> None:
    appraise(office.desk, CYCLE, Points(unit, "ND2", 700, "Thiếu số liệu."))
    assert accept_as_proposed(office.desk, CYCLE, [unit]) == 7
    assert cell(office, unit, "ND2").appraised == 700
    first = cell(office, unit, "ND1")
    assert (first.appraised, first.reason) == (1500, AS_PROPOSED)
    assert cell(office, unit, "THUONG").appraised == 200
    assert cell(office, unit, "TRU").appraised is None
    assert accept_as_proposed(office.desk, CYCLE, [unit]) == 0


def test_as_proposed_leaves_claims_without_evidence_to_the_officer(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, THUONG=Answer(2, evidence=None)))
    unit = office.unit(ECONOMY)
    assert accept_as_proposed(office.desk, CYCLE, [unit]) == 7
    assert left_for_evidence(office.desk, CYCLE, [unit]) == 1
    assert left_for_evidence(office.desk, CYCLE, [unit], ["ND1"]) == 0
    assert cell(office, unit, "THUONG").appraised is None
    row = rank_cycle(office.desk, CYCLE).find(unit)
    assert row is not None
    assert (row.pending, row.total) == (1, 100_00)


def test_as_proposed_can_be_asked_for_some_criteria_only(office: OfficeInHand, unit: str) -> None:
    assert accept_as_proposed(office.desk, CYCLE, [unit], ["ND1", "ND3"]) == 2


def test_as_proposed_gives_0_for_what_was_left_empty(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1=None))
    unit = office.unit(ECONOMY)
    accept_as_proposed(office.desk, CYCLE, [unit])
    assert cell(office, unit, "ND1").appraised == 0


def test_as_proposed_takes_nothing_without_a_report(office: OfficeInHand) -> None:
    before = office.desk.store.operations()
    assert accept_as_proposed(office.desk, CYCLE, [office.unit("Công an xã")]) == 0
    assert office.desk.store.operations() == before


def test_one_undo_takes_all_of_them_back(office: OfficeInHand, unit: str) -> None:
    accept_as_proposed(office.desk, CYCLE, [unit])
    office.desk.store.undo(office.desk.store.operations(1)[0].id)
    row = rank_cycle(office.desk, CYCLE).find(unit)
    assert row is not None
    assert row.appraised is None
