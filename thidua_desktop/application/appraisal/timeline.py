"""Diễn biến: what happened to a unit's points in a cycle, in sentences, the oldest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from thidua_desktop.application.appraisal.appraising import AS_PROPOSED
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import JournalStep, Operation
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Reason, Value

_TABLES = (
    *("issued_form", "intake", "self_report", "self_report_line"),
    *("appraisal", "council_figure", "violation", "proposal"),
)
_SAID_BY_REPORT = {"accepted", "warned", "superseded"}
"""Files of which the report itself tells, or that tell nothing any more."""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """What one operation did to the unit.

    Attributes:
        is_undone: it was taken back later.
        sentences: one for each thing that it did.
    """

    at: dt.datetime
    actor: str
    is_undone: bool
    sentences: tuple[str, ...]


def unit_timeline(desk: Desk, texts: Texts, cycle_id: str, unit: str) -> tuple[TimelineEvent, ...]:
    """Everything that happened to a unit in a cycle, by operation.

    Raises:
        NotFound: no such cycle or unit.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        code = books.units.get(unit).code
    steps = desk.store.steps_of_unit(_TABLES, cycle_id, code)
    events = []
    for operation, group in groupby(steps, key=lambda step: step.operation):
        told = tuple(texts.reasons(tuple(_reasons(sorted(group, key=_place), cycle))))
        if operation.undoes is not None:
            told = tuple(texts.render("timeline_undone", {"what": one}) for one in told)
        if told:
            events.append(_event(operation, told))
    return tuple(events)


def _event(operation: Operation, told: tuple[str, ...]) -> TimelineEvent:
    is_undone = operation.undone_by is not None
    return TimelineEvent(operation.at, operation.actor, is_undone, tuple(dict.fromkeys(told)))


def _reasons(steps: Sequence[JournalStep], cycle: Cycle) -> Iterator[Reason]:
    """What the steps of one operation say; points taken as proposed are counted, not listed."""
    yield from _taken_over(steps)
    for step in steps:
        yield from _TELLERS[step.table](step, cycle)


def _place(step: JournalStep) -> int:
    """The report before its lines, points before what rests on them."""
    return _TABLES.index(step.table)


def _taken_over(steps: Iterable[JournalStep]) -> Iterator[Reason]:
    count = sum(_is_taken_over(step) for step in steps)
    if count:
        yield Reason("timeline_as_proposed", {"count": count})


def _is_taken_over(step: JournalStep) -> bool:
    is_new = step.table == "appraisal" and step.before is None and step.after is not None
    return is_new and step.row["reason"] == AS_PROPOSED


def _form(step: JournalStep, _cycle: Cycle) -> Iterator[Reason]:
    if step.before is None:
        yield Reason("timeline_form", {"version": _whole(step, "version")})


def _intake(step: JournalStep, _cycle: Cycle) -> Iterator[Reason]:
    status = _text(step, "status")
    if step.before is None and status not in _SAID_BY_REPORT:
        yield Reason(f"timeline_file_{status}", {"file": _text(step, "file_name")})


def _report(step: JournalStep, cycle: Cycle) -> Iterator[Reason]:
    if step.after is None:
        yield Reason("timeline_report_gone")
        return
    received = dt.date.fromisoformat(_text(step, "received_on"))
    late = cycle.days_late(received)
    code = "timeline_report_late" if late else "timeline_report"
    again = "_again" if step.before is not None else ""
    data: dict[str, Value] = {"received": received, "days": late, "file": _text(step, "file_name")}
    yield Reason(f"{code}{again}", data)


def _answer(step: JournalStep, _cycle: Cycle) -> Iterator[Reason]:
    """A later form that says otherwise; the first one is told as a whole."""
    if step.before is None or step.after is None:
        return
    before, after = step.before["points"], step.after["points"]
    if before != after:
        data: dict[str, Value] = {"criterion": _text(step, "criterion"), "before": _points(before)}
        yield Reason("timeline_answer_changed", {**data, "points": _points(after)})


def _appraisal(step: JournalStep, _cycle: Cycle) -> Iterator[Reason]:
    if not _is_taken_over(step):
        yield from _figure("timeline_appraised", step)


def _council(step: JournalStep, _cycle: Cycle) -> Iterator[Reason]:
    yield from _figure("timeline_council", step)


def _figure(code: str, step: JournalStep) -> Iterator[Reason]:
    """Points given, changed or taken back, each with its reason."""
    criterion = _text(step, "criterion")
    if step.after is None:
        yield Reason(f"{code}_gone", {"criterion": criterion})
        return
    data: dict[str, Value] = {"criterion": criterion, "points": _whole(step, "points")}
    why = _text(step, "reason")
    if step.before is None:
        yield Reason(f"{code}_given", data)
    elif step.before["points"] != step.after["points"]:
        yield Reason(f"{code}_changed", {**data, "before": _points(step.before["points"])})
    if why and (step.before is None or step.before["reason"] != why):
        yield Reason("timeline_reason", {"criterion": criterion, "reason": why})


def _violation(step: JournalStep, _cycle: Cycle) -> Iterator[Reason]:
    code = "timeline_violation_gone" if step.after is None else "timeline_violation"
    yield Reason(code, {"document": _text(step, "document")})


def _proposal(step: JournalStep, _cycle: Cycle) -> Iterator[Reason]:
    if step.before is None:
        yield Reason("timeline_proposed", {"name": _text(step, "subject_name")})
    elif step.after is not None and step.before["status"] != step.after["status"]:
        yield Reason(f"timeline_proposal_{step.after['status']}")


_TELLERS: dict[str, Callable[[JournalStep, Cycle], Iterator[Reason]]] = {
    "issued_form": _form,
    "intake": _intake,
    "self_report": _report,
    "self_report_line": _answer,
    "appraisal": _appraisal,
    "council_figure": _council,
    "violation": _violation,
    "proposal": _proposal,
}


def _text(step: JournalStep, column: str) -> str:
    return str(step.row.get(column) or "")


def _whole(step: JournalStep, column: str) -> int:
    return int(str(step.row[column]))


def _points(value: object) -> int | None:
    return None if value is None else int(str(value))
