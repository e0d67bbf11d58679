"""The year at a glance: everything that the home page looks at, read at one moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.application.awarding.holding_back import held_back
from thidua_desktop.application.books import Books
from thidua_desktop.application.collecting.board import CollectingBoard, board_in
from thidua_desktop.application.decisions.book import unnumbered
from thidua_desktop.application.decisions.cancelling import CancelledAward, open_recoveries
from thidua_desktop.application.movement.inspections import late_remedies
from thidua_desktop.application.naming import signer_name
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Operation
from thidua_desktop.application.results.ranked_units import Ranking
from thidua_desktop.application.results.ranking import rank_in
from thidua_desktop.application.rules.own_rules import first_open_day
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.cycles import Addendum, Cycle
from thidua_desktop.domain.proposals import CouncilSession, Proposal, ProposalStatus

_RULES_SOON = dt.timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Year:
    """Everything that the home page looks at."""

    units: int
    cycle: Cycle | None
    board: CollectingBoard | None
    ranking: Ranking | None
    proposals: tuple[Proposal, ...]
    sessions: tuple[CouncilSession, ...]
    unnumbered: int
    recoveries: tuple[CancelledAward, ...]
    referred: int
    has_signer: bool
    held: frozenset[int]
    late_remedies: int
    rules_end: dt.date | None
    has_rules_no_more: bool
    uncounted: CouncilSession | None
    addendum: Addendum | None
    may_open_next: bool
    cut_off: Operation | None
    has_copied_plan: bool

    def free_in(self, state: ProposalStatus) -> int:
        """How many proposals of this state no pending matter keeps back."""
        return sum(one.status is state and one.id not in self.held for one in self.proposals)

    def proposals_in(self, *states: ProposalStatus) -> int:
        """How many proposals are in one of these states."""
        return sum(proposal.status in states for proposal in self.proposals)

    @property
    def is_decided(self) -> bool:
        """Whether everything that was proposed is decided: the year is at its end."""
        open_ones = self.proposals_in(ProposalStatus.PROPOSED, ProposalStatus.PASSED)
        return not open_ones and self.proposals_in(ProposalStatus.DECIDED) > 0

    @property
    def pending(self) -> int:
        """Units with lines still to be appraised."""
        if self.ranking is None:
            return 0
        return sum(row.pending > 0 for row in self.ranking.rows)


def look_at_year(desk: Desk, cycle_id: str | None) -> Year:
    """Everything of a cycle that the home page looks at; `None` for an office without one.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        units = len(books.units.existing_on(desk.clock.today()))
        cycle = books.cycles.get(cycle_id) if cycle_id else None
        proposals = books.awards.proposals(cycle_id) if cycle_id else ()
        sessions = books.awards.sessions(cycle_id) if cycle_id else ()
        board = board_in(books, desk, cycle) if cycle else None
        ranking = rank_in(books, desk, cycle) if cycle else None
        waiting, recoveries = unnumbered(books), open_recoveries(books, desk)
        has_signer = bool(signer_name(books.office))
        is_copied = _has_copied_plan(books, desk)
        going_on = [one for one in proposals if not one.status.is_settled]
        held = frozenset(held_back(books, going_on, desk.clock.today()))
        remedies = late_remedies(books, desk.clock.today())
        uncounted = next((one for one in sessions if not books.awards.ballots(one.id)), None)
        addenda = books.cycles.addenda(cycle.id) if cycle else ()
        may_open_next = _may_open_next(books.cycles.all(), cycle, desk.clock.today())
    rules_end = _rules_end(desk)
    return Year(
        units=units,
        cycle=cycle,
        board=board,
        ranking=ranking,
        proposals=proposals,
        sessions=sessions,
        unnumbered=waiting,
        recoveries=recoveries,
        referred=_referred(desk, tuple(one for one in proposals if one.id not in held)),
        has_signer=has_signer,
        held=held,
        late_remedies=remedies,
        rules_end=rules_end,
        has_rules_no_more=rules_end is not None and rules_end <= desk.clock.today(),
        uncounted=uncounted,
        addendum=addenda[-1] if addenda else None,
        may_open_next=may_open_next,
        cut_off=desk.store.cut_off,
        has_copied_plan=is_copied,
    )


def _has_copied_plan(books: Books, desk: Desk) -> bool:
    """Whether the office works with the words of another commune's plan."""
    name = books.office.commune_name
    if not name:
        return False
    adopted = desk.plans.parse(books.plans.source(), books.plans.slug())
    return adopted.commune.name != name


def _may_open_next(cycles: tuple[Cycle, ...], shown: Cycle | None, today: dt.date) -> bool:
    """Whether the year has gone on past the last cycle, and none is open."""
    if shown is None or any(one.is_open for one in cycles):
        return False
    return today.year > max(one.year for one in cycles)


def _referred(desk: Desk, proposals: tuple[Proposal, ...]) -> int:
    """How many passed proposals go to a level above, which decides them."""
    passed = [one for one in proposals if one.status is ProposalStatus.PASSED]
    if not passed:
        return 0
    pack = desk.rule_packs.packs()[-1]  # the newest names every award, whatever the clock says
    forms = [pack.find_form(one.award) for one in passed]
    return sum(form is not None and form.level is not AwardLevel.COMMUNE for form in forms)


def _rules_end(desk: Desk) -> dt.date | None:
    """The first day without rules, where it has come or is near."""
    today = desk.clock.today()
    open_from = first_open_day(desk.rule_packs.packs(), today)
    return open_from if open_from is not None and open_from <= today + _RULES_SOON else None
