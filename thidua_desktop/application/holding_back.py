"""Tạm dừng xét holds to the end: a matter that came up after the proposal keeps it back too.

Neither the vote nor the decision nor the list for the level above takes in whoever has a matter
pending on its day; once it is concluded the proposal goes on where it stood.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from thidua_desktop.application.books import Books
from thidua_desktop.application.past import Past
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.awards.facts import Hold
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.domain.rule_pack import Principle, RulePack


def holds_of_proposals(
    books: Books, proposals: Iterable[Proposal]
) -> Mapping[int, tuple[Hold, ...]]:
    """What is or was pending of those proposed, by the proposal; through renames and mergers."""
    past = Past.read(books)
    found = {}
    for one in proposals:
        holds = past.holds_of(CaseSubject(one.subject_code, is_person=one.is_person))
        if holds:
            found[one.id] = holds
    return found


def held_back(books: Books, proposals: Iterable[Proposal], day: dt.date) -> Mapping[int, Hold]:
    """The matter that keeps each of them back on a day; without those whom nothing does."""
    found = {}
    for number, holds in holds_of_proposals(books, proposals).items():
        active = [hold for hold in holds if hold.is_active(day)]
        if active:
            found[number] = active[0]
    return found


def refuse_held(books: Books, pack: RulePack, proposal: Proposal, day: dt.date) -> None:
    """Refuse to go on with a proposal whose matter is pending.

    Raises:
        RuleViolation: one is, on this day.
    """
    hold = held_back(books, [proposal], day).get(proposal.id)
    if hold is not None:
        raise on_hold(pack, proposal, hold)


def on_hold(pack: RulePack, proposal: Proposal, hold: Hold) -> RuleViolation:
    """What to say of a proposal that is kept back."""
    return RuleViolation(
        "proposal_on_hold",
        pack.article(Principle.HOLD),
        name=proposal.subject_name,
        since=hold.from_day,
        document=hold.document,
    )
