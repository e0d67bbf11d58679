"""Số lượng khen thưởng holds to the end: nothing slips past it after the proposal was made."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.awarding.quotas import STANDING, counted_together, quota_with
from thidua_desktop.application.books import Books
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.rule_pack import RulePack


def refuse_return(books: Books, pack: RulePack, proposal: Proposal) -> None:
    """Refuse a proposal that comes back to its place after another took it.

    Raises:
        RuleViolation: with it there are more than the plan allows, and it bears no reason.
    """
    standing = [
        one
        for one in counted_together(books, books.cycles.get(proposal.cycle), proposal.award)
        if one.id != proposal.id and one.status in STANDING
    ]
    _refuse(books, pack, standing, proposal)


def refuse_decision(books: Books, pack: RulePack, chosen: Sequence[Proposal]) -> None:
    """Refuse a decision on more than the plan allows.

    Raises:
        RuleViolation: with those decided before there are too many that bear no reason.
    """
    for number, proposal in enumerate(chosen):
        decided = [
            one
            for one in counted_together(books, books.cycles.get(proposal.cycle), proposal.award)
            if one.status is ProposalStatus.DECIDED
        ]
        _refuse(books, pack, [*decided, *chosen[:number]], proposal)


def _refuse(books: Books, pack: RulePack, before: Sequence[Proposal], one: Proposal) -> None:
    """What bears a reason was allowed beyond the number, so it takes nobody's place."""
    if one.override_reason:
        return
    taken = [o for o in before if o.award == one.award and not o.override_reason]
    state = quota_with(books, books.cycles.get(one.cycle), one.award, one.subject, taken)
    if state.blocks:
        raise RuleViolation(
            "quota_exceeded",
            award=pack.form(one.award).name,
            name=one.subject_name,
            used=state.used + 1,
            maximum=state.maximum,
        )
