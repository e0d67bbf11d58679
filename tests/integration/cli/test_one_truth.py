"""What two use cases say of the same thing agrees."""

from __future__ import annotations

from tests.command_line import the_program
from tests.integration.cli.office import CYCLE, Office
from thidua_desktop.application.appraisal.appraising import accept_as_proposed, appraisal_board
from thidua_desktop.application.results.ranking import rank_cycle


def test_the_grid_and_the_ranking_wait_for_the_same_lines(office: Office) -> None:
    """Nobody claimed the penalty line: it is not work that waits."""
    office.take_all()
    groups = ("office", "front", "school")
    waiting: list[dict[str, int]] = []
    with the_program(office.line.clock).open_desk(office.line.data) as desk:
        for units in ((), ("DV001",), ("DV002", "DV003", "DV004")):
            accept_as_proposed(desk, CYCLE, units)
            ranked = [row for group in rank_cycle(desk, CYCLE).groups for row in group.rows]
            boards = [appraisal_board(desk, CYCLE, group) for group in groups]
            waiting.append({row.unit: row.pending for board in boards for row in board.rows})
            assert waiting[-1] == {row.unit.code: row.pending for row in ranked}
    assert [sum(left.values()) for left in waiting] == [24, 17, 0]


def test_taking_nothing_over_leaves_no_trace(office: Office) -> None:
    office.take_all()
    before = office.line.ask("log")
    with the_program(office.line.clock).open_desk(office.line.data) as desk:
        assert accept_as_proposed(desk, CYCLE, ()) == 0
    assert office.line.ask("log") == before
