"""Hủy bỏ quyết định khen thưởng của một trường hợp, thu hồi hiện vật và tiền thưởng."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.working_calendar import calendar_in
from thidua_desktop.domain.awards.cancelling import (
    CancelGround,
    Cancellation,
    Recovery,
    RecoveryState,
    recovery,
)
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.rule_pack import Principle, last_pack_for
from thidua_desktop.domain.vietnamese.cleaning import clean_text


@dataclass(frozen=True, slots=True)
class CancelOrder:
    """What is said of a cancelling.

    Attributes:
        document: the conclusion that it rests on.
        number: số of the decision of cancelling; may stay empty.
        received_on: when the one who was rewarded received it; may be told later.
    """

    ground: CancelGround
    document: str
    decided_on: dt.date
    number: str = ""
    received_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CancelledAward:
    """One cancelled award with its recovery as it stands today."""

    proposal: Proposal
    cancellation: Cancellation
    recovery: Recovery


def cancel_award(desk: Desk, proposal_id: int, order: CancelOrder) -> CancelledAward:
    """Cancel one award; it counts no more, and stays visible.

    Raises:
        NotFound: no such proposal.
        RuleViolation: it is no award that was decided, or is cancelled already.
        InputError: the conclusion is missing, or a day lies before the one it follows.
    """
    if not clean_text(order.document):
        raise InputError("cancelling_without_document")
    cancelled = Cancellation(
        proposal_id,
        order.ground,
        clean_text(order.document),
        clean_text(order.number),
        order.decided_on,
        order.received_on,
    )
    _refuse_wrong_days(cancelled)
    with desk.store.read() as books:
        proposal = books.awards.proposal(proposal_id)
        if proposal.status is not ProposalStatus.DECIDED:
            article = _article(desk, order.decided_on, Principle.CANCELLED_AWARD)
            raise RuleViolation("nothing_to_cancel", article, name=proposal.subject_name)
        given = decided_on(books, proposal_id)
    if given is not None and order.decided_on < given:
        raise InputError("cancelling_before_decision", decided=order.decided_on, given=given)
    desk.store.protect()
    with desk.store.write("award_cancelled", name=proposal.subject_name) as books:
        books.outcomes.save_cancellation(cancelled)
    return cancelled_award(desk, proposal_id)


def follow_recovery(
    desk: Desk,
    proposal_id: int,
    *,
    received_on: dt.date | None = None,
    returned_on: dt.date | None = None,
    number: str | None = None,
) -> CancelledAward:
    """Tell when the decision of cancelling was received, or object and money came back.

    What is not told stays as it was.

    Raises:
        NotFound: no such award was cancelled.
        InputError: a day lies before the one it follows.
    """
    old = cancelled_award(desk, proposal_id)
    new = replace(
        old.cancellation,
        received_on=received_on or old.cancellation.received_on,
        returned_on=returned_on or old.cancellation.returned_on,
        number=old.cancellation.number if number is None else clean_text(number),
    )
    _refuse_wrong_days(new)
    with desk.store.write("recovery_followed", name=old.proposal.subject_name) as books:
        books.outcomes.save_cancellation(new)
    return cancelled_award(desk, proposal_id)


def cancelled_award(desk: Desk, proposal_id: int) -> CancelledAward:
    """One cancelled award.

    Raises:
        NotFound: no such award was cancelled.
    """
    with desk.store.read() as books:
        for one in cancelled_in(books, desk):
            if one.proposal.id == proposal_id:
                return one
    raise NotFound("cancellation_unknown", key=str(proposal_id))


def cancelled_in(books: Books, desk: Desk) -> tuple[CancelledAward, ...]:
    """Every cancelled award, within a reading under way."""
    cancelled = books.outcomes.cancellations()
    if not cancelled:
        return ()
    calendar, today = calendar_in(books, desk), desk.clock.today()
    return tuple(
        CancelledAward(books.awards.proposal(one.proposal), one, recovery(one, calendar, today))
        for one in cancelled.values()
    )


def open_recoveries(books: Books, desk: Desk) -> tuple[CancelledAward, ...]:
    """The cancelled awards whose object and money are not back."""
    return tuple(
        one for one in cancelled_in(books, desk) if one.recovery.state is not RecoveryState.RETURNED
    )


def decided_on(books: Books, proposal_id: int) -> dt.date | None:
    """The day on which an award was decided, by the commune or above."""
    for decision in books.awards.decisions():
        awards = books.awards.decided_awards(decision.id)
        if any(award.proposal == proposal_id for award in awards):
            return decision.decided_on
    referral = books.outcomes.referrals().get(proposal_id)
    return referral.decided_on if referral else None


def _article(desk: Desk, day: dt.date, principle: Principle) -> str:
    return last_pack_for(desk.rule_packs.packs(), day).article(principle)


def _refuse_wrong_days(cancelled: Cancellation) -> None:
    first = cancelled.decided_on
    for day in (cancelled.received_on, cancelled.returned_on):
        if day is not None and day < first:
            raise InputError("recovery_day_too_early", day=day, first=first)
