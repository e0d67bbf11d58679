"""Gửi cấp trên: what the council passed for an award above the commune's, and the answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import all_forms
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.awards.outcomes import Referral, ReferralState
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.vietnamese.cleaning import clean_text

_OPEN = (ProposalStatus.PASSED, ProposalStatus.SUBMITTED)
_ANSWERED = (*_OPEN, ProposalStatus.DECIDED, ProposalStatus.REFUSED)


@dataclass(frozen=True, slots=True)
class Answer:
    """Decision above the commune.

    Attributes:
        decider: who decided, in words; empty for the one whom the rules name.
    """

    number: str
    decided_on: dt.date
    decider: str = ""


def send_up(desk: Desk, proposals: Sequence[int], sent_on: dt.date, document: str = "") -> None:
    """Record that proposals went above the commune.

    Raises:
        NotFound: no such proposal.
        RuleViolation: the council did not pass one, or it is the commune's own to decide.
    """
    chosen = [_of_higher_level(desk, proposal, _OPEN) for proposal in proposals]
    with desk.store.write("proposals_sent", count=len(chosen)) as books:
        for one in chosen:
            books.outcomes.save_referral(
                Referral(one.id, ReferralState.SENT, sent_on, clean_text(document))
            )


def answer_given(desk: Desk, proposals: Sequence[int], answer: Answer) -> None:
    """Record that those above decided to reward.

    Raises:
        NotFound: no such proposal.
        RuleViolation: the council did not pass one, or it is the commune's own to decide.
        InputError: the decision would lie before the proposal was sent.
    """
    chosen = [_of_higher_level(desk, proposal, _ANSWERED) for proposal in proposals]
    deciders = {form.code: form.decider for form in all_forms(desk)}
    with desk.store.read() as books:
        known = books.outcomes.referrals()
    made = []
    for one in chosen:
        sent = known.get(one.id, Referral(one.id, ReferralState.SENT, None))
        if sent.sent_on is not None and answer.decided_on < sent.sent_on:
            raise InputError("answer_before_sending", decided=answer.decided_on, sent=sent.sent_on)
        decider = clean_text(answer.decider) or deciders.get(one.award, "")
        made.append(
            replace(
                sent,
                state=ReferralState.DECIDED,
                decided_on=answer.decided_on,
                number=clean_text(answer.number),
                decider=decider,
                note="",
            )
        )
    _save(desk, "awards_from_above", made)


def answer_refused(desk: Desk, proposals: Sequence[int], note: str = "") -> None:
    """Record that those above did not reward.

    Raises:
        NotFound: no such proposal.
        RuleViolation: the council did not pass one, or it is the commune's own to decide.
    """
    chosen = [_of_higher_level(desk, proposal, _ANSWERED) for proposal in proposals]
    with desk.store.read() as books:
        known = books.outcomes.referrals()
    made = [
        Referral(
            one.id,
            ReferralState.REFUSED,
            known[one.id].sent_on if one.id in known else None,
            known[one.id].document if one.id in known else "",
            note=clean_text(note),
        )
        for one in chosen
    ]
    _save(desk, "proposals_refused", made)


def take_back_referral(desk: Desk, proposal_id: int) -> None:
    """Forget what was recorded of the way above; the proposal stands as the council left it.

    Raises:
        NotFound: no such proposal.
        RuleViolation: nothing was recorded, or the award was cancelled.
    """
    with desk.store.write("referral_forgotten", proposal=proposal_id) as books:
        proposal = books.awards.proposal(proposal_id)
        is_cancelled = proposal.status is ProposalStatus.CANCELLED
        if is_cancelled or proposal_id not in books.outcomes.referrals():
            raise RuleViolation("nothing_sent_up", name=proposal.subject_name)
        books.outcomes.remove_referral(proposal_id)


def _save(desk: Desk, action: str, made: Sequence[Referral]) -> None:
    with desk.store.write(action, count=len(made)) as books:
        for referral in made:
            books.outcomes.save_referral(referral)


def _of_higher_level(desk: Desk, proposal_id: int, allowed: Sequence[ProposalStatus]) -> Proposal:
    levels = {form.code: form.level for form in all_forms(desk)}
    with desk.store.read() as books:
        proposal = books.awards.proposal(proposal_id)
    if levels.get(proposal.award) is AwardLevel.COMMUNE:
        raise RuleViolation("award_is_own", name=proposal.subject_name)
    if proposal.status not in allowed:
        raise RuleViolation("proposal_not_to_send", name=proposal.subject_name)
    return proposal
