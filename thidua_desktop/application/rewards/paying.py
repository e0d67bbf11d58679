"""Chi tiền thưởng: which bonuses are due, who got them, and when (NĐ 152/2025/NĐ-CP Điều 47-49)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import all_forms
from thidua_desktop.domain.award_forms import AwardForm, AwardKind
from thidua_desktop.domain.awards.money import Bonus, payable
from thidua_desktop.domain.awards.outcomes import Payment, PaymentKind
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.proposals import DecidedAward, Decision, Proposal, ProposalStatus
from thidua_desktop.domain.vietnamese.cleaning import clean_text


@dataclass(frozen=True, slots=True)
class DueBonus:
    """The bonus of one decided award.

    Attributes:
        is_due: whether it is paid at all: of several danh hiệu for one period only the highest
            is, and a cancelled award is owed nothing.
        payment: how it was given out, `None` until then.
    """

    proposal: Proposal
    decision: Decision
    amount: int
    is_due: bool
    payment: Payment | None

    @property
    def is_cancelled(self) -> bool:
        """Whether the award was cancelled."""
        return self.proposal.status is ProposalStatus.CANCELLED


def bonuses(desk: Desk) -> tuple[DueBonus, ...]:
    """The bonuses of all decided awards of the commune, in the order of the decisions."""
    with desk.store.read() as books:
        return bonuses_in(books, desk)


def bonuses_in(books: Books, desk: Desk) -> tuple[DueBonus, ...]:
    """As `bonuses`, within a reading or operation under way."""
    proposals = {proposal.id: proposal for proposal in books.awards.proposals()}
    given = [
        (decision, award, proposals[award.proposal])
        for decision in books.awards.decisions()
        for award in books.awards.decided_awards(decision.id)
    ]
    forms = {form.code: form for form in all_forms(desk)}
    due, payments = _due(given, forms), books.outcomes.payments()
    return tuple(
        DueBonus(proposal, decision, award.amount, proposal.id in due, payments.get(proposal.id))
        for decision, award, proposal in given
    )


def pay(
    desk: Desk,
    proposals: Sequence[int],
    paid_on: dt.date,
    receiver: str = "",
    gift: str = "",
) -> tuple[Payment, ...]:
    """Record that bonuses were given out, as money or as a gift of equal value.

    Without a `receiver` the one who was rewarded signed; a `gift` is what was given instead of
    money (NĐ 152/2025/NĐ-CP Điều 48.3).

    Raises:
        RuleViolation: one is not due, or no award was decided for it.
        InputError: the day lies before the decision.
    """
    known = {bonus.proposal.id: bonus for bonus in bonuses(desk)}
    made = []
    for number in proposals:
        bonus = known.get(number)
        if bonus is None or not bonus.is_due:
            name = bonus.proposal.subject_name if bonus else str(number)
            raise RuleViolation("bonus_not_due", name=name)
        if paid_on < bonus.decision.decided_on:
            raise InputError(
                "paid_before_decision", paid=paid_on, decided=bonus.decision.decided_on
            )
        kind = PaymentKind.GIFT if clean_text(gift) else PaymentKind.MONEY
        name = clean_text(receiver) or bonus.proposal.subject_name
        made.append(Payment(number, kind, paid_on, name, bonus.amount, clean_text(gift)))
    with desk.store.write("bonuses_paid", count=len(made)) as books:
        for payment in made:
            books.outcomes.save_payment(payment)
    return tuple(made)


def take_back_payment(desk: Desk, proposal_id: int) -> None:
    """Forget that a bonus was given out, where it was recorded by mistake.

    Raises:
        RuleViolation: it was not recorded.
    """
    with desk.store.write("payment_forgotten", proposal=proposal_id) as books:
        if proposal_id not in books.outcomes.payments():
            name = books.awards.proposal(proposal_id).subject_name
            raise RuleViolation("bonus_not_paid", name=name)
        books.outcomes.remove_payment(proposal_id)


def _due(
    given: Sequence[tuple[Decision, DecidedAward, Proposal]], forms: Mapping[str, AwardForm]
) -> frozenset[int]:
    """What is paid of the awards that one candidate got on one day."""
    at_once: dict[tuple[str, dt.date], list[Bonus]] = defaultdict(list)
    for decision, award, proposal in given:
        if proposal.status is ProposalStatus.CANCELLED:
            continue
        form = forms.get(proposal.award)
        at_once[proposal.subject_code, decision.decided_on].append(
            Bonus(
                str(proposal.id),
                form.kind if form else AwardKind.HINH_THUC,
                (proposal.period_from, proposal.period_to),
                award.amount,
            )
        )
    return frozenset(int(key) for bonuses in at_once.values() for key in payable(bonuses))
