"""What was built on forms and points that an undo takes back: it stays, and has to be known of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from thidua_desktop.application.books import Books
from thidua_desktop.application.records import RowChange
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.reasons import Reason, Value

POINTS_REST_ON = frozenset(
    {"self_report", "self_report_line", "appraisal", "council_figure", "violation"}
)
"""The tables that a unit's place in a cycle is computed from."""

_MOST_NAMES = 4

_COUNCIL_SPOKE = frozenset({ProposalStatus.PASSED, ProposalStatus.NOT_PASSED})
_DECIDED = frozenset({ProposalStatus.DECIDED, ProposalStatus.SUBMITTED})


def what_rests_on(books: Books, changes: Sequence[RowChange]) -> tuple[Reason, ...]:
    """What the officer should know before these changes are made, the weightiest first.

    Nothing of it hinders: a wrong form may well have to go after it was appraised.
    """
    names = {unit.code: unit.name for unit in books.units.all()}
    told: list[Reason] = []
    for cycle, units in sorted(_touched(changes).items()):
        told += _proposed(books.awards.proposals(cycle), units)
        told += _appraised(books, changes, cycle, names)
        told += _without_form(changes, cycle, names)
    return tuple(told)


def _touched(changes: Iterable[RowChange]) -> Mapping[str, set[str]]:
    """The units whose points the changes may alter, by cycle."""
    found: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        if change.table in POINTS_REST_ON:
            image = change.before or change.after or {}
            found[str(image["cycle"])].add(str(image["unit"]))
    return found


def _reports(changes: Iterable[RowChange], cycle: str) -> dict[str, RowChange]:
    """The self-reports that go or change, by unit."""
    found = {}
    for change in changes:
        image = change.before or change.after or {}
        if change.table == "self_report" and image.get("cycle") == cycle:
            found[str(image["unit"])] = change
    return found


def _without_form(
    changes: Sequence[RowChange], cycle: str, names: Mapping[str, str]
) -> list[Reason]:
    left = [unit for unit, change in _reports(changes, cycle).items() if change.after is None]
    return _named("undo_leaves_without_form", [names.get(unit, unit) for unit in left])


def _appraised(
    books: Books, changes: Sequence[RowChange], cycle: str, names: Mapping[str, str]
) -> list[Reason]:
    reports = _reports(changes, cycle)
    going = {
        (image.get("unit"), image.get("criterion"))
        for change in changes
        if change.table == "appraisal" and change.after is None
        for image in (change.before or {},)
    }
    units = dict.fromkeys(
        one.unit
        for one in books.appraisals.of_cycle(cycle)
        if one.unit in reports and (one.unit, one.criterion) not in going
    )
    return _named("undo_under_appraisals", [names.get(unit, unit) for unit in units])


def _proposed(proposals: Iterable[Proposal], units: set[str]) -> list[Reason]:
    by_stage: dict[str, list[str]] = defaultdict(list)
    for one in proposals:
        if one.subject_code in units and (code := _stage(one.status)):
            by_stage[code].append(one.subject_name)
    order = ("undo_under_decisions", "undo_under_votes", "undo_under_proposals")
    return [reason for code in order for reason in _named(code, by_stage[code])]


def _stage(status: ProposalStatus) -> str:
    if status is ProposalStatus.PROPOSED:
        return "undo_under_proposals"
    if status in _COUNCIL_SPOKE:
        return "undo_under_votes"
    return "undo_under_decisions" if status in _DECIDED else ""


def _named(code: str, names: Sequence[str]) -> list[Reason]:
    """One sentence with the first names and how many more there are; none for nobody."""
    if not names:
        return []
    known = sorted(dict.fromkeys(names))
    data: dict[str, Value] = {"count": len(known), "names": tuple(known[:_MOST_NAMES])}
    more = len(known) - _MOST_NAMES
    return [Reason(f"{code}_more", {**data, "more": more}) if more > 0 else Reason(code, data)]
