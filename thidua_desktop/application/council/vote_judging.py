"""Judging votes under the rules of their session, and writing the results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua_desktop.application.awarding.holding_back import refuse_held
from thidua_desktop.application.awarding.quota_guard import refuse_return
from thidua_desktop.application.books import Books
from thidua_desktop.application.council.vote_rules import quorum_of, rule_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.council import Attendance, Circumstances, VoteCount, decide
from thidua_desktop.domain.council_members import AttendanceLine, SessionMode, interested
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.proposals import Ballot, CouncilSession, Proposal, ProposalStatus
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.rule_pack import Quorum, RulePack, last_pack_for
from thidua_desktop.domain.voting import VoteMethod


@dataclass(frozen=True, slots=True)
class VoteOutcome:
    """The council's result on one proposal.

    Attributes:
        share_x100: percent of all members ×100, rounded down.
    """

    proposal: int
    passed: bool
    share_x100: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SessionInHand:
    """A session with what its votes are judged by."""

    session: CouncilSession
    attendance: Attendance
    lines: tuple[AttendanceLine, ...]
    pack: RulePack
    quorum: Quorum

    @classmethod
    def of(cls, books: Books, desk: Desk, session_id: str) -> SessionInHand:
        """Read a session.

        Raises:
            NotFound: there is none.
        """
        session = books.awards.session(session_id)
        record = books.voting.record(session_id)
        in_writing = record is not None and record.mode is SessionMode.IN_WRITING
        pack = last_pack_for(desk.rule_packs.packs(), session.held_on)
        return cls(
            session,
            Attendance(session.members_total, session.present, session.written, in_writing),
            books.voting.attendance(session_id),
            pack,
            quorum_of(books, pack),
        )

    def award_name(self, award: str) -> str:
        """What an award is called under the session's rules.

        Raises:
            NotFound: the rules know no such award.
        """
        return self.pack.form(award).name

    def judge(
        self,
        books: Books,
        proposal_id: int,
        count: VoteCount,
        *,
        method: VoteMethod | None,
        chair: bool | None,
    ) -> VoteOutcome:
        """What these votes mean for one proposal.

        Raises:
            NotFound, InputError, RuleViolation: as `council.vote`.
        """
        proposal = books.awards.proposal(proposal_id)
        self._refuse_settled(proposal)
        refuse_held(books, self.pack, proposal, self.session.held_on)
        rule = rule_of(books, self.pack.form(proposal.award))
        self._refuse_method(rule, proposal.award, method)
        around = Circumstances(len(interested(self.lines, proposal)), chair)
        result = decide(count, self.attendance, rule, self.quorum, around)
        if result.passed and proposal.status is ProposalStatus.NOT_PASSED:
            refuse_return(books, self.pack, proposal)
        return VoteOutcome(proposal_id, result.passed, result.share_x100, result.reasons)

    def why(
        self, rule: VoteRule, proposal: Proposal, ballot: Ballot, *, chair: bool | None
    ) -> tuple[Reason, ...]:
        """Why a vote that is recorded came out as it did; nothing where it can't be told now.

        Rules may have been changed since: then what stands is not explained by other rules.
        """
        count = VoteCount(ballot.yes, ballot.no, ballot.invalid)
        around = Circumstances(len(interested(self.lines, proposal)), chair)
        try:
            result = decide(count, self.attendance, rule, self.quorum, around)
        except (InputError, RuleViolation):
            return ()
        return result.reasons if result.passed == ballot.passed else ()

    def _refuse_settled(self, proposal: Proposal) -> None:
        if proposal.cycle != self.session.cycle:
            raise RuleViolation(
                "proposal_of_other_cycle", proposal=proposal.id, cycle=self.session.cycle
            )
        if proposal.status.is_settled or proposal.status is ProposalStatus.WITHDRAWN:
            raise RuleViolation("proposal_settled", proposal=proposal.id)

    def _refuse_method(self, rule: VoteRule, award: str, method: VoteMethod | None) -> None:
        if rule.ballot_required and method is VoteMethod.HANDS:
            raise RuleViolation(
                "secret_ballot_needed", rule.source.citation, award=self.award_name(award)
            )


def store_votes(
    books: Books,
    session: str,
    votes: Iterable[tuple[VoteOutcome, VoteCount]],
    chair: Mapping[int, bool],
) -> None:
    """Write results, and where they bring their proposals."""
    for outcome, count in votes:
        ballot = Ballot(
            session, outcome.proposal, count.yes, count.no, count.invalid, outcome.passed
        )
        books.awards.save_ballot(ballot)
        status = ProposalStatus.PASSED if outcome.passed else ProposalStatus.NOT_PASSED
        books.awards.set_status(outcome.proposal, status)
    for proposal, is_yes in chair.items():
        books.voting.save_chair_vote(session, proposal, is_yes=is_yes)
