"""The sessions of a cycle as the council's page shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thidua_desktop.application.awarding.holding_back import held_back
from thidua_desktop.application.books import Books
from thidua_desktop.application.council.members import CouncilOnDay, council_in
from thidua_desktop.application.council.vote_judging import SessionInHand
from thidua_desktop.application.council.vote_rules import rule_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.council import Attendance
from thidua_desktop.domain.council_members import (
    AttendanceLine,
    SessionRecord,
    interested,
)
from thidua_desktop.domain.proposals import (
    Ballot,
    CouncilSession,
    Proposal,
    ProposalStatus,
    names_of_proposed,
)
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.voting import BallotSheet, VoteRound

_SHOWN = (ProposalStatus.PROPOSED, ProposalStatus.PASSED, ProposalStatus.NOT_PASSED)


@dataclass(frozen=True, slots=True)
class SessionBoard:
    """One session with its votes.

    Attributes:
        record: `None` for a session opened with plain numbers.
        ballots: results by proposal.
        rounds: how each award was voted on, by award.
        rules: how each award is voted on, by award.
        chair: the chair's vote where the votes are even, by proposal.
        sheets: the ballots that were keyed in, by award.
        keyed: those of a count that is not recorded yet, by award.
        held: the proposals that a pending matter keeps back on the session's day.
        why: what made each recorded result, by proposal.
    """

    session: CouncilSession
    attendance: Attendance
    record: SessionRecord | None
    lines: tuple[AttendanceLine, ...]
    ballots: Mapping[int, Ballot]
    rounds: Mapping[str, VoteRound]
    rules: Mapping[str, VoteRule]
    chair: Mapping[int, bool]
    sheets: Mapping[str, tuple[BallotSheet, ...]]
    keyed: Mapping[str, tuple[BallotSheet, ...]]
    held: frozenset[int] = frozenset()
    why: Mapping[int, tuple[Reason, ...]] = field(default_factory=dict)

    def abstaining(self, proposal: Proposal) -> tuple[str, ...]:
        """Who does not vote on a proposal, for it is their own."""
        return tuple(line.name for line in interested(self.lines, proposal))


@dataclass(frozen=True, slots=True)
class CouncilBoard:
    """All sessions of a cycle, what they vote on, and who sits on the council today."""

    sessions: tuple[SessionBoard, ...]
    proposals: tuple[Proposal, ...]
    awards: Mapping[str, str]
    council: CouncilOnDay

    @property
    def names(self) -> dict[str, str]:
        """What the proposed are called, by their codes."""
        return names_of_proposed(self.proposals)

    def on_ballot(self, award: str, session: SessionBoard) -> tuple[Proposal, ...]:
        """What is voted on with this award, line by line as the printed ballot has it."""
        found = [
            one
            for one in self.proposals
            if one.award == award
            and (one.id in session.ballots or (one.status in _SHOWN and one.id not in session.held))
        ]
        return tuple(sorted(found, key=lambda one: (one.subject.ceremony_place, one.id)))


def council_board(desk: Desk, cycle_id: str) -> CouncilBoard:
    """Read the sessions of a cycle.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        books.cycles.get(cycle_id)
        proposals = books.awards.proposals(cycle_id)
        awards = {one.award for one in proposals}
        return CouncilBoard(
            tuple(
                _session(books, SessionInHand.of(books, desk, session.id), awards, proposals)
                for session in books.awards.sessions(cycle_id)
            ),
            tuple(one for one in proposals if one.status is not ProposalStatus.WITHDRAWN),
            award_names(desk),
            council_in(books, desk.clock.today()),
        )


def _session(
    books: Books, hand: SessionInHand, awards: set[str], proposals: Sequence[Proposal]
) -> SessionBoard:
    key = hand.session.id
    rounds = {held.award: held for held in books.voting.rounds(key)}
    forms = [form for form in hand.pack.award_forms if form.code in awards]
    rules = {form.code: rule_of(books, form) for form in forms}
    ballots = {ballot.proposal: ballot for ballot in books.awards.ballots(key)}
    chair = books.voting.chair_votes(key)
    return SessionBoard(
        session=hand.session,
        attendance=hand.attendance,
        record=books.voting.record(key),
        lines=hand.lines,
        ballots=ballots,
        rounds=rounds,
        rules=rules,
        chair=chair,
        sheets={award: books.voting.sheets(key, award) for award in rounds},
        keyed={award: books.voting.keyed(key, award) for award in awards},
        held=frozenset(held_back(books, proposals, hand.session.held_on)),
        why={
            one.id: hand.why(rules[one.award], one, ballots[one.id], chair=chair.get(one.id))
            for one in proposals
            if one.id in ballots and one.award in rules
        },
    )
