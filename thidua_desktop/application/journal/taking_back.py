"""Hoàn tác: a whole operation is taken back, unless a closed cycle rests on what it wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from thidua_desktop.application.journal.kinds import is_draft
from thidua_desktop.application.journal.resting import what_rests_on
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Operation, RowChange, UndoOutcome
from thidua_desktop.domain.errors import RuleViolation

FROZEN_BY_CLOSING = frozenset(
    {
        *("issued_form", "intake", "self_report", "self_report_line"),
        *("appraisal", "council_figure", "violation"),
    }
)
"""What the results of a closed cycle were computed from."""


def newest_undoable(desk: Desk) -> Operation | None:
    """What Ctrl+Z takes back: the newest operation that stands, done or done again.

    Drafts are passed over: forty ballots keyed in would be forty steps.
    """
    known = _by_number(desk)
    return next(
        (
            one
            for one in known.values()
            if _stands(one) and _is_done(one, known) and not is_draft(one)
        ),
        None,
    )


def newest_redoable(desk: Desk) -> Operation | None:
    """What Ctrl+Y does again: the newest undo that stands; none once something else was done."""
    known = _by_number(desk)
    for one in known.values():
        if not _is_done(one, known) and _stands(one):
            return one
        if one.undoes is None and _stands(one) and not is_draft(one):
            return None
    return None


def undone_by_it(desk: Desk, undo: Operation) -> Operation:
    """The operation of the officer that an undo, or the undo of an undo, goes back to."""
    known = _by_number(desk)
    while undo.undoes is not None:
        undo = known[undo.undoes]
    return undo


def _by_number(desk: Desk) -> dict[int, Operation]:
    """Every operation, the newest first."""
    return {one.id: one for one in desk.store.operations(-1)}


def _stands(operation: Operation) -> bool:
    return operation.undone_by is None


def _is_done(operation: Operation, known: Mapping[int, Operation]) -> bool:
    """Whether its effect is that something is done: an undo's is not, the undo of an undo's is."""
    is_done = True
    while operation.undoes is not None:
        is_done = not is_done
        operation = known[operation.undoes]
    return is_done


def take_back(desk: Desk, operation: int, *, preview: bool = False) -> UndoOutcome:
    """Undo a whole operation as a new one; what changed since is listed, not overwritten.

    A preview only tells what would be undone, and what was built on it since.

    Raises:
        NotFound: no such operation.
        RuleViolation: it is undone already, or is none that can be, or it wrote forms or points
            of a cycle that has been closed since: then the closing has to be undone first.
    """
    outcome = desk.store.undo(operation, preview=True)
    touched = _frozen_cycles(outcome.restored)
    with desk.store.read() as books:
        closed = sorted(code for code in touched if not books.cycles.get(code).is_open)
        rests = what_rests_on(books, outcome.restored)
        names = {unit.code: unit.name for unit in books.units.all()}
    if closed:
        raise RuleViolation("undo_in_closed_cycle", cycles=tuple(closed))
    outcome = outcome if preview else desk.store.undo(operation)
    return replace(outcome, rests=rests, unit_names=names)


def _frozen_cycles(changes: Iterable[RowChange]) -> set[str]:
    """The cycles whose forms or points these changes would alter."""
    images = (
        change.before or change.after or {}
        for change in changes
        if change.table in FROZEN_BY_CLOSING
    )
    return {str(image["cycle"]) for image in images}
