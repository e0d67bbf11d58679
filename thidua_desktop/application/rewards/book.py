"""Sổ khen thưởng: every award of the office by year, its own, from above, and cancelled ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_desktop.application.books import Books
from thidua_desktop.application.decisions.cancelling import CancelledAward, cancelled_in
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.rewards.paying import DueBonus, bonuses_in
from thidua_desktop.application.setting_up.award_forms import all_forms
from thidua_desktop.domain.award_forms import AwardForm, AwardLevel
from thidua_desktop.domain.awards.outcomes import Referral
from thidua_desktop.domain.proposals import Proposal, ProposalStatus

_WAITING = (ProposalStatus.PASSED, ProposalStatus.SUBMITTED, ProposalStatus.REFUSED)


@dataclass(frozen=True, slots=True)
class Reward:
    """One line of the book: an award that was decided, or one above that is waited for.

    Attributes:
        award: the name of the form.
        decided_on: `None` while those above have not answered.
        bonus: the commune's own money; `None` for awards from above, which their decider pays.
        referral: its way above; `None` for the commune's own.
        cancelled: `None` unless it was cancelled.
        golden_number: số sổ vàng of its giấy khen.
    """

    proposal: Proposal
    award: str
    level: AwardLevel
    decider: str
    number: str
    decided_on: dt.date | None
    bonus: DueBonus | None = None
    referral: Referral | None = None
    cancelled: CancelledAward | None = None
    golden_number: int | None = None

    @property
    def year(self) -> int:
        """The year that it stands under: of its decision, else of its achievement."""
        return self.decided_on.year if self.decided_on else self.proposal.period_to.year

    @property
    def is_standing(self) -> bool:
        """Whether it was given and holds."""
        return self.proposal.status is ProposalStatus.DECIDED

    @property
    def amount(self) -> int:
        """The bonus that it counts with, đồng; 0 where none is due from the commune."""
        return self.bonus.amount if self.bonus is not None and self.bonus.is_due else 0

    @property
    def is_paid(self) -> bool:
        """Whether its bonus was given out."""
        return self.bonus is not None and self.bonus.payment is not None


@dataclass(frozen=True, slots=True)
class RewardBook:
    """The lines by day, the newest first; what is waited for stands on top."""

    rewards: tuple[Reward, ...] = field(default=())

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have lines, the newest first."""
        return tuple(sorted({reward.year for reward in self.rewards}, reverse=True))

    def of_year(self, year: int | None) -> tuple[Reward, ...]:
        """The lines of a year, or all."""
        return tuple(one for one in self.rewards if year is None or one.year == year)


def reward_book(desk: Desk) -> RewardBook:
    """The whole book."""
    with desk.store.read() as books:
        return rewards_in(books, desk)


def rewards_in(books: Books, desk: Desk) -> RewardBook:
    """As `reward_book`, within a reading under way."""
    scene = _Scene.read(books, desk)
    found = [*scene.own(bonuses_in(books, desk)), *scene.above()]
    found.sort(key=lambda one: (one.decided_on or dt.date.max, one.proposal.id), reverse=True)
    return RewardBook(tuple(found))


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the lines are made of."""

    proposals: tuple[Proposal, ...]
    forms: Mapping[str, AwardForm]
    referrals: Mapping[int, Referral]
    cancelled: Mapping[int, CancelledAward]
    golden: Mapping[int, int | None]

    @classmethod
    def read(cls, books: Books, desk: Desk) -> _Scene:
        return cls(
            books.awards.proposals(),
            {form.code: form for form in all_forms(desk)},
            books.outcomes.referrals(),
            {one.proposal.id: one for one in cancelled_in(books, desk)},
            {one.proposal: one.golden_number for one in books.certificates.all()},
        )

    def own(self, bonuses: tuple[DueBonus, ...]) -> list[Reward]:
        """What the commune decided."""
        return [
            self._reward(bonus.proposal, bonus.decision.number, bonus.decision.decided_on, bonus)
            for bonus in bonuses
        ]

    def above(self) -> list[Reward]:
        """What went, or is to go, above the commune."""
        found = []
        for proposal in self.proposals:
            referral = self.referrals.get(proposal.id)
            form = self.forms.get(proposal.award)
            is_higher = form is not None and form.level is not AwardLevel.COMMUNE
            if referral is None and not (is_higher and proposal.status in _WAITING):
                continue
            number, on = (referral.number, referral.decided_on) if referral else ("", None)
            found.append(self._reward(proposal, number, on, None))
        return found

    def _reward(
        self, proposal: Proposal, number: str, on: dt.date | None, bonus: DueBonus | None
    ) -> Reward:
        form, referral = self.forms.get(proposal.award), self.referrals.get(proposal.id)
        decider = referral.decider if referral else ""
        return Reward(
            proposal=proposal,
            award=form.name if form else proposal.award,
            level=form.level if form else AwardLevel.COMMUNE,
            decider=decider or (form.decider if form else ""),
            number=number,
            decided_on=on,
            bonus=bonus,
            referral=referral,
            cancelled=self.cancelled.get(proposal.id),
            golden_number=self.golden.get(proposal.id),
        )
