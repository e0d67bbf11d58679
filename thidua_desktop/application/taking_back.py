"""Hoàn tác: a whole operation is taken back, unless a closed cycle rests on what it wrote."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import RowChange, UndoOutcome
from thidua_desktop.domain.errors import RuleViolation

FROZEN_BY_CLOSING = frozenset(
    {"issued_form", "intake", "self_report", "self_report_line", "appraisal"}
)
"""What the results of a closed cycle were computed from."""


def take_back(desk: Desk, operation: int, *, preview: bool = False) -> UndoOutcome:
    """Undo a whole operation as a new one; what changed since is listed, not overwritten.

    A preview only tells what would be undone.

    Raises:
        NotFound: no such operation.
        RuleViolation: it is undone already, or is none that can be, or it wrote forms or points
            of a cycle that has been closed since: then the closing has to be undone first.
    """
    outcome = desk.store.undo(operation, preview=True)
    touched = _frozen_cycles(outcome.restored)
    if touched:
        with desk.store.read() as books:
            closed = sorted(code for code in touched if not books.cycles.get(code).is_open)
        if closed:
            raise RuleViolation("undo_in_closed_cycle", cycles=tuple(closed))
    return outcome if preview else desk.store.undo(operation)


def _frozen_cycles(changes: Iterable[RowChange]) -> set[str]:
    """The cycles whose forms or points these changes would alter."""
    images = (
        change.before or change.after or {}
        for change in changes
        if change.table in FROZEN_BY_CLOSING
    )
    return {str(image["cycle"]) for image in images}
