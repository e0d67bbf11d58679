"""Chốt kỳ: what a cycle came to is kept as it stands."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.cycles.snapshots import Frozen, snapshot_text
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.kept_ranking import results_of
from thidua_desktop.application.results.ranking import rank_in
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle


def close_cycle(desk: Desk, key: str) -> Cycle:
    """Close a cycle: its ranking is frozen as it stands, whatever changes in units and rules.

    Raises:
        NotFound: no such cycle.
        RuleViolation: it is closed already.
    """
    with desk.store.read() as books:
        books.cycles.get(key).require_open()
    desk.store.protect()
    with desk.store.write("cycle_closed", cycle=key) as books:
        cycle = books.cycles.get(key)
        cycle.require_open()
        closed = replace(cycle, closed_on=desk.clock.today())
        units = reporting_units(books, plan_of(books, desk.plans), cycle)
        frozen = Frozen(units, results_of(rank_in(books, desk, cycle)))
        books.cycles.save_snapshot(key, snapshot_text(frozen))
        books.cycles.update(closed)
    return closed
