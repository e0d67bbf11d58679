"""Điểm Hội đồng: beside the appraisal, with a reason, felt everywhere points are counted."""

from __future__ import annotations

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points, appraisal_board
from thidua_desktop.application.appraisal.council_figures import (
    give_council_points,
    withdraw_council_points,
)
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.cycles.past_points import points_of_last_year
from thidua_desktop.application.dossiers.writing import plan_papers
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import CycleKind

ECONOMY = "Phòng Kinh tế"


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    office.collect_all()
    office.appraise_all()
    return office


def ranked(office: OfficeInHand) -> RankedUnit:
    found = rank_cycle(office.desk, CYCLE).find(office.unit(ECONOMY))
    assert found is not None
    return found


def line(office: OfficeInHand) -> tuple[str, int]:
    """A standard criterion of the unit with more than a point, and what was appraised."""
    unit = office.unit(ECONOMY)
    with office.desk.store.read() as books:
        given = books.appraisals.of_unit(CYCLE, unit)
    return next((code, one.points) for code, one in given.items() if one.points > 100)


def give(
    office: OfficeInHand, criterion: str, points: int, reason: str = "Theo biểu quyết"
) -> None:
    order = Points(office.unit(ECONOMY), criterion, points, reason)
    give_council_points(office.desk, CYCLE, [order])


def test_the_council_stands_over_the_appraisal(ready: OfficeInHand) -> None:
    code, points = line(ready)
    before = ranked(ready)
    assert before.council is None
    give(ready, code, points - 100)
    after = ranked(ready)
    assert (after.appraised, after.council) == (before.appraised, before.total - 100)
    assert after.total == before.total - 100
    assert after.why[0].code == "rank_council"
    assert after.why[0].data["criteria"] == (code,)
    withdraw_council_points(ready.desk, CYCLE, ready.unit(ECONOMY), code)
    assert ranked(ready) == before


def test_the_grid_the_sheet_and_next_year_show_it(ready: OfficeInHand) -> None:
    code, points = line(ready)
    give(ready, code, points - 100, "Minh chứng trùng")
    group = ranked(ready).unit.group
    rows = appraisal_board(ready.desk, CYCLE, group).rows
    [cell] = [c for row in rows if row.name == ECONOMY for c in row.cells if c.criterion == code]
    assert (cell.appraised, cell.council, cell.council_reason) == (
        points,
        points - 100,
        "Minh chứng trùng",
    )
    [sheet] = [
        one.paper
        for one in plan_papers(ready.desk, ready.texts, CYCLE)
        if one.kind == "score_sheet" and one.about == ECONOMY
    ]
    assert "Lý do của Hội đồng: Minh chứng trùng" in str(sheet.blocks)
    next_year = open_cycle(ready.desk, CycleKind.ANNUAL, 2027)
    with ready.desk.store.read() as books:
        last = points_of_last_year(books, next_year)
    assert last[ready.unit(ECONOMY)][code] == points - 100


def test_a_closed_cycle_keeps_it(ready: OfficeInHand) -> None:
    code, points = line(ready)
    give(ready, code, points - 100)
    before = ranked(ready)
    close_cycle(ready.desk, CYCLE)
    assert ranked(ready) == before
    with pytest.raises(RuleViolation, match="cycle_closed"):
        withdraw_council_points(ready.desk, CYCLE, ready.unit(ECONOMY), code)


def test_what_the_council_cannot_give_is_refused(office: OfficeInHand) -> None:
    office.collect_all()
    group = rank_cycle(office.desk, CYCLE).find(office.unit(ECONOMY))
    assert group is not None
    line_code = appraisal_board(office.desk, CYCLE, group.unit.group).criteria[0].code
    with pytest.raises(RuleViolation, match="line_not_appraised"):
        give(office, line_code, 100)
    office.appraise_all()
    code, points = line(office)
    with pytest.raises(RuleViolation, match="council_reason_missing"):
        give(office, code, points - 100, " ")
    give(office, code, points, "")
    with pytest.raises(InputError, match="points_outside_range"):
        give(office, code, 100_00)
    with pytest.raises(NotFound, match="criterion_unknown"):
        give(office, "ZZ", 1)
    withdraw_council_points(office.desk, CYCLE, office.unit(ECONOMY), code)
    with pytest.raises(NotFound, match="council_figure_unknown"):
        withdraw_council_points(office.desk, CYCLE, office.unit(ECONOMY), code)


def test_all_or_nothing_is_written_and_undone_as_one(ready: OfficeInHand) -> None:
    code, points = line(ready)
    before = ranked(ready)
    unit = ready.unit(ECONOMY)
    orders = [Points(unit, code, points - 100, "x"), Points(unit, "ZZ", 0, "x")]
    with pytest.raises(NotFound):
        give_council_points(ready.desk, CYCLE, orders)
    assert ranked(ready) == before
    give_council_points(ready.desk, CYCLE, orders[:1])
    ready.desk.store.undo(ready.desk.store.operations(1)[0].id)
    assert ranked(ready) == before
