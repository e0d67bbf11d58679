"""Vi phạm làm hạ bậc: written down against a unit with its paper, and taken out again."""

from __future__ import annotations

from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.scoring.policy import DEFAULT_POLICY, Classification, Violation
from thidua_desktop.domain.violations import UnitViolation

SOURCE = DEFAULT_POLICY.source
"""Where the table of lowered classes comes from, in the words that the screen shows."""


def highest_class(kind: Violation) -> Classification:
    """The best class that a unit can still reach with this violation."""
    return DEFAULT_POLICY.highest_with((kind,))


def violations_of(desk: Desk, cycle_id: str) -> tuple[UnitViolation, ...]:
    """What is recorded in a cycle, by unit.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        books.cycles.get(cycle_id)
        return books.violations.of_cycle(cycle_id)


def record_violation(
    desk: Desk, cycle_id: str, unit: str, kind: Violation, document: str
) -> UnitViolation:
    """Write a violation down; the ranking lowers the unit's class from then on.

    Raises:
        NotFound: no such cycle or unit.
        RuleViolation: the cycle is closed.
        InputError: no paper is named: a class is never lowered on hearsay.
    """
    if not document.strip():
        raise InputError("violation_without_document")
    with desk.store.write("violation_recorded", cycle=cycle_id, unit=unit) as books:
        books.cycles.get(cycle_id).require_open()
        code = books.units.get(unit).code
        made = UnitViolation(cycle_id, code, kind, document.strip(), desk.clock.today())
        books.violations.save(made)
    return made


def remove_violation(desk: Desk, cycle_id: str, unit: str, kind: Violation) -> None:
    """Take a violation out that was written down by mistake.

    Raises:
        NotFound: no such cycle, unit, or nothing of this kind recorded.
        RuleViolation: the cycle is closed.
    """
    with desk.store.write("violation_removed", cycle=cycle_id, unit=unit) as books:
        books.cycles.get(cycle_id).require_open()
        code = books.units.get(unit).code
        recorded = books.violations.of_cycle(cycle_id)
        if not any(one.unit == code and one.kind is kind for one in recorded):
            raise NotFound("violation_unknown", key=unit)
        books.violations.remove(cycle_id, code, kind)
