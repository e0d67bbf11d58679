"""The lines of the book of awards, and what stands beside one."""

from __future__ import annotations

from thidua_desktop.application.papers.wording import short_name
from thidua_desktop.application.rewards.book import Reward
from thidua_desktop.domain.awards.cancelling import RecoveryState
from thidua_desktop.domain.awards.outcomes import PaymentKind
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.pages.award_columns import PROPOSAL_LOOKS
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import NOTHING, count, day

RECOVERY_MARKS = {
    RecoveryState.UNDELIVERED: Mark(Tone.WARNING, "alert-triangle"),
    RecoveryState.DUE: Mark(Tone.INFO, "clock"),
    RecoveryState.OVERDUE: Mark(Tone.BAD, "alert-circle"),
    RecoveryState.RETURNED: Mark(Tone.GOOD, "check-circle"),
}


def reward_columns() -> list[Column[Reward]]:
    """One award: who, what, by which decision, its money, how it stands."""
    return [
        Column("Tên", lambda one: one.proposal.subject_name, 0),
        Column("Hình thức", lambda one: short_name(one.award), 116, tooltip=lambda one: one.award),
        Column("Số quyết định", lambda one: one.number or NOTHING, 110),
        Column("Ngày", lambda one: day(one.decided_on), 90, sort_key=lambda one: one.decided_on),
        Column(
            "Tiền thưởng",
            lambda one: count(one.amount) if one.amount else NOTHING,
            92,
            Align.RIGHT,
            sort_key=lambda one: one.amount,
            is_searched=False,
        ),
        Column("Tình trạng", standing_words, 138, mark=_mark),
    ]


def standing_words(one: Reward) -> str:
    """How the award stands; of one that holds, how its bonus does."""
    if not one.is_standing:
        return PROPOSAL_LOOKS[one.proposal.status].word
    return "Cấp trên khen" if one.bonus is None else paid_words(one)


def paid_words(one: Reward) -> str:
    """How its bonus stands."""
    if one.bonus is None:
        return NOTHING
    payment = one.bonus.payment
    if payment is not None:
        return "Bằng hiện vật" if payment.kind is PaymentKind.GIFT else "Đã chi"
    return "Chưa chi" if one.bonus.is_due else "Không chi"


def _mark(one: Reward) -> Mark:
    if not one.is_standing:
        return PROPOSAL_LOOKS[one.proposal.status].mark
    if one.is_paid or one.bonus is None:
        return Mark(Tone.GOOD, "check")
    return Mark(Tone.WARNING, "clock") if one.bonus.is_due else Mark(Tone.QUIET)
