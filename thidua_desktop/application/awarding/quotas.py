"""Số lượng khen thưởng as the office's books have it: which proposals take from which number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from thidua_desktop.application.books import Books
from thidua_desktop.domain.awards.quota import QuotaState, counted_as, quota_state
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import QuotaKind, SubjectKind
from thidua_desktop.domain.proposals import Proposal, ProposalStatus

STANDING = (
    ProposalStatus.PROPOSED,
    ProposalStatus.PASSED,
    ProposalStatus.SUBMITTED,
    ProposalStatus.DECIDED,
)
"""The states in which a proposal counts: for quotas, and against a second one."""


def counted_together(books: Books, cycle: Cycle, award: str) -> tuple[Proposal, ...]:
    """The proposals for an award that take from one number: those of 6 tháng and of the year."""
    rules = books.plans.quotas()
    counted = counted_as(rules, cycle.kind, award)
    cycles = {
        other.id
        for other in books.cycles.all()
        if other.year == cycle.year and counted_as(rules, other.kind, award) is counted
    }
    return tuple(p for p in books.awards.proposals() if p.cycle in cycles and p.award == award)


def quota_with(
    books: Books, cycle: Cycle, award: str, subject: SubjectKind, taken: Iterable[Proposal]
) -> QuotaState:
    """What the plan's number leaves beside these proposals."""
    rules = books.plans.quotas()
    used = Counter(proposal.subject for proposal in taken)
    shares = any(rule.formula is QuotaKind.PERCENT_OF_PARTICIPANTS for rule in rules)
    taking_part = participants(books, cycle) if shares else None
    return quota_state(rules, cycle.kind, award, subject, used, participants=taking_part)


def participants(books: Books, cycle: Cycle) -> Counter[SubjectKind]:
    """How many of each kind take part: as was told, else the units of the cycle.

    Of people nobody knows it until it is told: the register holds only those who were named.
    """
    units = Counter(unit.subject for unit in books.units.existing_on(cycle.achievement_to))
    return Counter({**units, **books.list_choices.participants(cycle.id)})


def quota_left(books: Books, cycle: Cycle, award: str, subject: SubjectKind) -> QuotaState:
    """What the plan's number leaves for one more candidate."""
    together = counted_together(books, cycle, award)
    standing = [proposal for proposal in together if proposal.status in STANDING]
    return quota_with(books, cycle, award, subject, standing)
