"""Undo and redo over several steps, against a simple model of two stacks."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.appraisal.council_figures import give_council_points
from thidua_desktop.application.journal.taking_back import (
    newest_redoable,
    newest_undoable,
    take_back,
    undone_by_it,
)

ECONOMY = "Phòng Kinh tế"
LINE = "ND2"


def points_of(office: OfficeInHand) -> int | None:
    with office.desk.store.read() as books:
        found = books.appraisals.of_unit(CYCLE, office.unit(ECONOMY)).get(LINE)
    return found.points if found else None


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    office.collect(office.save(ECONOMY, ND1=15, ND2=8))
    return office


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from("ddzzzyyy"), min_size=1, max_size=9))
def test_undo_and_redo_are_two_stacks(ready: OfficeInHand, keys: list[str]) -> None:
    desk, unit = ready.desk, ready.unit(ECONOMY)
    done: list[int | None] = []
    undone: list[int | None] = []
    now = points_of(ready)
    for key in ["d", *keys]:  # something done leaves nothing to do again
        if key == "d":
            given_now = ((now or 0) + 37) % 700
            appraise(desk, CYCLE, Points(unit, LINE, given_now, "Theo sổ"))
            done.append(now)
            undone, now = [], given_now
        elif key == "z" and done:
            operation = newest_undoable(desk)
            assert operation is not None
            take_back(desk, operation.id)
            undone.append(now)
            now = done.pop()
        elif key == "y":
            operation = newest_redoable(desk)
            assert (operation is not None) == bool(undone)
            if operation is not None:
                assert undone_by_it(desk, operation).action == "appraised"
                take_back(desk, operation.id)
                done.append(now)
                now = undone.pop()
        assert points_of(ready) == now


def test_an_appraisal_that_the_council_rests_on_is_left_alone(ready: OfficeInHand) -> None:
    desk, unit = ready.desk, ready.unit(ECONOMY)
    appraise(desk, CYCLE, Points(unit, LINE, 500, "Theo sổ"))
    number = desk.store.operations(1)[0].id
    give_council_points(desk, CYCLE, [Points(unit, LINE, 400, "Biểu quyết")])
    outcome = take_back(desk, number)
    assert [change.table for change in outcome.conflicts] == ["appraisal"]
    assert points_of(ready) == 500
