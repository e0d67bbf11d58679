"""Kỳ: opened once within the plan's years, due on the plan's day, closed for good."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand, opened
from thidua_desktop.application.cycles.opening import (
    LAST_YEAR,
    change_due_day,
    list_cycles,
    open_cycle,
)
from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.application.results.addenda import addenda_of, reopen_cycle
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.errors import Conflict, InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import CycleKind


def test_the_due_day_is_the_plans_where_it_names_one(tmp_path: Path) -> None:
    with opened(tmp_path, "xuan-hung", is_new=True) as office:
        cycle = open_cycle(office.desk, CycleKind.ANNUAL, 2026)
        assert cycle.due_on == dt.date(2026, 12, 10)
        assert open_cycle(office.desk, CycleKind.MID_TERM, 2027).due_on is None
        own = open_cycle(office.desk, CycleKind.ANNUAL, 2027, dt.date(2027, 11, 30))
        assert own.due_on == dt.date(2027, 11, 30)


def test_a_plan_that_names_no_day_leaves_it_open(new_office: OfficeInHand) -> None:
    cycle = open_cycle(new_office.desk, CycleKind.ANNUAL, 2026)
    assert (cycle.id, cycle.due_on, cycle.is_open) == (CYCLE, None, True)
    assert cycle.opened_on == new_office.clock.today()


@pytest.mark.parametrize("year", [2025, 2031])
def test_years_outside_the_plan_are_refused(new_office: OfficeInHand, year: int) -> None:
    with pytest.raises(InputError, match="year_outside_plan"):
        open_cycle(new_office.desk, CycleKind.ANNUAL, year)


def test_a_plan_that_runs_beyond_the_books_is_told_so(new_office: OfficeInHand) -> None:
    desk = new_office.desk
    with desk.store.write("plan_adopted", plan="xuan-hung") as books:
        source = re.sub(r"(?m)^last_year = \d+$", "last_year = 2036", books.plans.source())
        books.plans.adopt(desk.plans.parse(source, books.plans.slug()), source, desk.clock.today())
    with pytest.raises(InputError, match="year_beyond_books"):
        open_cycle(desk, CycleKind.ANNUAL, LAST_YEAR + 1)
    assert open_cycle(desk, CycleKind.ANNUAL, LAST_YEAR).year == LAST_YEAR


@pytest.mark.parametrize("day", [dt.date(2025, 12, 31), dt.date(2028, 1, 1)])
def test_a_due_day_far_from_the_year_is_refused(new_office: OfficeInHand, day: dt.date) -> None:
    with pytest.raises(InputError, match="due_day_outside_year"):
        open_cycle(new_office.desk, CycleKind.ANNUAL, 2026, day)


def test_a_cycle_is_opened_once(office: OfficeInHand) -> None:
    with pytest.raises(Conflict, match="cycle_exists"):
        open_cycle(office.desk, CycleKind.ANNUAL, 2026)
    open_cycle(office.desk, CycleKind.HALF_YEAR, 2026)
    assert {cycle.id for cycle in list_cycles(office.desk)} == {CYCLE, "2026-half_year"}


def test_the_criteria_become_the_cycles_own(new_office: OfficeInHand) -> None:
    open_cycle(new_office.desk, CycleKind.ANNUAL, 2026)
    with new_office.desk.store.read() as books:
        assert books.plans.criteria_sets(CYCLE) == books.plans.criteria_sets(None)


def test_opening_can_be_undone_and_done_again(new_office: OfficeInHand) -> None:
    open_cycle(new_office.desk, CycleKind.ANNUAL, 2026)
    new_office.desk.store.undo(new_office.desk.store.operations(1)[0].id)
    assert list_cycles(new_office.desk) == ()
    open_cycle(new_office.desk, CycleKind.ANNUAL, 2026)


def test_the_due_day_may_be_moved_within_reason(office: OfficeInHand) -> None:
    assert change_due_day(office.desk, CYCLE, dt.date(2027, 1, 5)).due_on == dt.date(2027, 1, 5)
    assert list_cycles(office.desk)[0].due_on == dt.date(2027, 1, 5)
    with pytest.raises(InputError, match="due_day_outside_year"):
        change_due_day(office.desk, CYCLE, dt.date(2206, 12, 10))
    with pytest.raises(NotFound, match="cycle_unknown"):
        change_due_day(office.desk, "2030-annual", None)


def test_closing_keeps_the_results_and_a_backup(office: OfficeInHand) -> None:
    office.collect_all()
    closed = close_cycle(office.desk, CYCLE)
    assert (closed.is_open, closed.closed_on) == (False, office.clock.today())
    assert list((office.desk.store.folder / "backups").iterdir())
    with office.desk.store.read() as books:
        kept = json.loads(books.cycles.snapshot(CYCLE) or "")
    rows = kept["results"]["groups"][0]["rows"]
    assert [(row["rank"], row["name"], row["total"]) for row in rows] == [
        (1, "Phòng Kinh tế", 100_00),
        (2, "Phòng Văn hóa - Xã hội", 99_00),
        (3, "Công an xã", 98_00),
    ]


def test_a_closed_cycle_stays_closed(office: OfficeInHand) -> None:
    close_cycle(office.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        close_cycle(office.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        change_due_day(office.desk, CYCLE, None)
    with pytest.raises(NotFound, match="cycle_unknown"):
        close_cycle(office.desk, "2030-annual")


def test_a_late_form_is_an_addendum_with_a_reason(office: OfficeInHand) -> None:
    """Closed, opened again, closed again: both results are kept, and who moved is told."""
    office.collect_all(but=["Công an xã"])
    close_cycle(office.desk, CYCLE)
    office.clock.set(office.clock.today() + dt.timedelta(days=3))

    opened = reopen_cycle(office.desk, CYCLE, " Chủ tịch đồng ý nhận phiếu chậm ")
    office.collect(office.save("Công an xã"))
    close_cycle(office.desk, CYCLE)

    told = addenda_of(office.desk, CYCLE)
    assert opened.is_open
    (addendum,) = told.addenda
    assert (addendum.number, addendum.reason) == (1, "Chủ tịch đồng ý nhận phiếu chậm")
    assert addendum.reopened_on - addendum.closed_on == dt.timedelta(days=3)
    moved = {one.name: (one.rank_before, one.rank is None) for one in told.moved}
    assert moved["Công an xã"] == (None, False)


def test_nothing_is_opened_again_without_cause(office: OfficeInHand) -> None:
    with pytest.raises(RuleViolation, match="cycle_not_closed"):
        reopen_cycle(office.desk, CYCLE, "Bổ sung")
    close_cycle(office.desk, CYCLE)
    with pytest.raises(InputError, match="addendum_reason_missing"):
        reopen_cycle(office.desk, CYCLE, "  ")
    with pytest.raises(NotFound, match="cycle_unknown"):
        reopen_cycle(office.desk, "2030-annual", "Bổ sung")


def test_opening_again_can_be_undone(office: OfficeInHand) -> None:
    close_cycle(office.desk, CYCLE)
    reopen_cycle(office.desk, CYCLE, "Nhầm")
    (last,) = office.desk.store.operations(limit=1)
    take_back(office.desk, last.id)
    assert addenda_of(office.desk, CYCLE).addenda == ()
    assert not list_cycles(office.desk)[0].is_open
