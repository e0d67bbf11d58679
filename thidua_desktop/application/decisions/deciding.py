"""Quyết định khen thưởng: what the commune's chair decides after a session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.application.awarding.holding_back import held_back, on_hold
from thidua_desktop.application.awarding.quota_guard import refuse_decision
from thidua_desktop.application.books import Books
from thidua_desktop.application.decisions.book import clean_number, refuse_taken_number
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.awards.money import Money, award_amount
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.proposals import DecidedAward, Decision, Proposal, ProposalStatus
from thidua_desktop.domain.rule_pack import RulePack, pack_for


@dataclass(frozen=True, slots=True)
class AwardMade:
    """One award of a decision with its money in đồng."""

    proposal: int
    subject_name: str
    award: str
    amount: int


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """A decision that was made.

    Attributes:
        submitted: proposals that passed but are decided above the commune.
        held: proposals that passed and are left out, for a matter of theirs is pending.
    """

    decision: int
    awards: tuple[AwardMade, ...]
    submitted: tuple[int, ...]
    held: tuple[Proposal, ...] = ()

    @property
    def total(self) -> int:
        """The money of all awards, đồng."""
        return sum(award.amount for award in self.awards)


def issue_decision(
    desk: Desk, session_id: str, decided_on: dt.date, number: str = ""
) -> DecisionMade:
    """Decide every proposal that passed in a session and is the commune's to decide.

    The number may stay empty: it is given when the decision is signed (NĐ 30/2020 Điều 15).

    Who has a matter pending on that day is left out, and can be decided once it is concluded.

    Raises:
        NotFound: no such session.
        InputError: the decision would be dated before its session, or its number is too long.
        Conflict: another decision of the year has the number.
        RuleViolation: no rules are known for the day, nothing is to be decided, all have matters
            pending, or more than the plan allows without a reason.
    """
    pack = pack_for(desk.rule_packs.packs(), decided_on)
    with desk.store.read() as books:
        session = books.awards.session(session_id)
        ballots = books.awards.ballots(session_id)
        passed = [books.awards.proposal(b.proposal) for b in ballots if b.passed]
    if decided_on < session.held_on:
        raise InputError("decision_before_session", decided=decided_on, held=session.held_on)
    waiting = [p for p in passed if p.status is ProposalStatus.PASSED]
    own_level = [p for p in waiting if pack.form(p.award).level is AwardLevel.COMMUNE]
    if not own_level:
        raise RuleViolation("nothing_to_decide", session=session_id)
    with desk.store.read() as books:
        own = _free_to_decide(books, pack, own_level, decided_on)
        refuse_decision(books, pack, own)
        known = books.awards.decisions()
    moneys = [_money(pack, proposal, decided_on) for proposal in own]
    given = clean_number(number)
    decision = Decision(0, session_id, decided_on, given, pack.code, moneys[0].base_salary)
    refuse_taken_number(known, decision)
    awards = [
        DecidedAward(0, proposal.id, money.coefficient, money.amount)
        for proposal, money in zip(own, moneys, strict=True)
    ]
    desk.store.protect()
    with desk.store.write("decision_issued", session=session_id, count=len(own)) as books:
        made = books.awards.add_decision(decision, awards)
        for proposal in own:
            books.awards.set_status(proposal.id, ProposalStatus.DECIDED)
    return DecisionMade(
        made,
        _awards_made(own, moneys),
        tuple(p.id for p in waiting if p not in own_level),
        tuple(p for p in own_level if p not in own),
    )


def _awards_made(chosen: Sequence[Proposal], moneys: Sequence[Money]) -> tuple[AwardMade, ...]:
    return tuple(
        AwardMade(proposal.id, proposal.subject_name, proposal.award, money.amount)
        for proposal, money in zip(chosen, moneys, strict=True)
    )


def _free_to_decide(
    books: Books, pack: RulePack, passed: Sequence[Proposal], day: dt.date
) -> list[Proposal]:
    """Those whom no pending matter keeps back.

    Raises:
        RuleViolation: one does of all of them.
    """
    pending = held_back(books, passed, day)
    free = [one for one in passed if one.id not in pending]
    if not free:
        raise on_hold(pack, passed[0], pending[passed[0].id])
    return free


def _money(pack: RulePack, proposal: Proposal, decided_on: dt.date) -> Money:
    return award_amount(pack, pack.form(proposal.award), proposal.subject, decided_on)
