"""What is done with awards of the book: paying, the way above, cancelling, recovery, days off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.application.decisions.cancelling import cancel_award, follow_recovery
from thidua_desktop.application.decisions.referring import (
    Answer,
    answer_given,
    answer_refused,
    send_up,
    take_back_referral,
)
from thidua_desktop.application.rewards.book import Reward
from thidua_desktop.application.rewards.paying import pay, take_back_payment
from thidua_desktop.application.setting_up.working_calendar import days_of_year, forget_day, set_day
from thidua_desktop.domain.awards.outcomes import ReferralState
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.domain.working_days import DayKind
from thidua_desktop.ui.dialogs.decision_dialogs import CancelDialog, RecoveryDialog
from thidua_desktop.ui.dialogs.reward_dialogs import DaysOffDialog, PayDialog, ReferralDialog
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page


class RewardWork(QObject):
    """Asks for what is needed and hands it to the use cases; the page tells the answer."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    @property
    def _today(self) -> dt.date:
        return self._page.desk.clock.today()

    def pay(self, chosen: Sequence[Reward]) -> None:
        """Record that the bonuses of the chosen awards were given out."""
        page, desk = self._page, self._page.desk
        due = [one for one in chosen if one.amount and not one.is_paid]
        if not due:
            page.tell(Tone.INFO, "Chọn các dòng còn chưa chi tiền thưởng.")
            return
        names = [one.proposal.subject_name for one in due]
        total = sum(one.amount for one in due)
        dialog = PayDialog(names, total, self._today, page.icons, page)
        numbers = [one.proposal.id for one in due]
        page.do_as_filled(
            dialog,
            lambda: (dialog.date.day(), dialog.receiver.text(), dialog.gift.text()),
            lambda told: pay(desk, numbers, *told),
            lambda made: page.tell(
                Tone.GOOD,
                f"Đã ghi chi {len(made)} khoản, "
                f"{money_text(sum(payment.amount for payment in made))}.",
            ),
        )

    def take_back_payment(self, one: Reward | None) -> None:
        """Forget that a bonus was given out."""
        page, desk = self._page, self._page.desk
        if one is None or not one.is_paid:
            page.tell(Tone.INFO, "Chọn dòng đã ghi chi tiền thưởng.")
            return
        page.do(
            lambda _p: take_back_payment(desk, one.proposal.id),
            lambda _n: page.tell(Tone.GOOD, f"Đã bỏ ghi chi cho {one.proposal.subject_name}."),
        )

    def refer(self, chosen: Sequence[Reward]) -> None:
        """Record what became of proposals above the commune."""
        page, desk = self._page, self._page.desk
        above = [
            one
            for one in chosen
            if one.bonus is None and one.proposal.status is not ProposalStatus.CANCELLED
        ]
        if not above:
            page.tell(Tone.INFO, "Chọn đề nghị thuộc cấp trên quyết định.")
            return
        names = [one.proposal.subject_name for one in above]
        dialog = ReferralDialog(names, self._today, page.icons, page)
        numbers = [one.proposal.id for one in above]

        def filled() -> Callable[[], object]:
            state, on = dialog.chosen(), dialog.date.day()
            if state is ReferralState.SENT:
                return partial(send_up, desk, numbers, on, dialog.document.text())
            if state is ReferralState.DECIDED:
                return partial(answer_given, desk, numbers, Answer(dialog.number.text(), on))
            return partial(answer_refused, desk, numbers, dialog.note_field.text())

        page.do_as_filled(
            dialog,
            filled,
            lambda record: record(),
            lambda _n: page.tell(Tone.GOOD, f"Đã ghi kết quả của {len(numbers)} đề nghị."),
        )

    def take_back_referral(self, one: Reward | None) -> None:
        """Forget what was recorded of the way above."""
        page, desk = self._page, self._page.desk
        if one is None or one.referral is None:
            page.tell(Tone.INFO, "Chọn đề nghị đã ghi kết quả ở cấp trên.")
            return
        page.do(
            lambda _p: take_back_referral(desk, one.proposal.id),
            lambda _n: page.tell(
                Tone.GOOD, f"Đã bỏ ghi kết quả ở cấp trên của {one.proposal.subject_name}."
            ),
        )

    def cancel(self, one: Reward | None) -> None:
        """Cancel an award, or follow the recovery of one that is cancelled."""
        page, desk = self._page, self._page.desk
        if one is not None and one.cancelled is not None:
            self.follow(one)
            return
        if one is None or not one.is_standing:
            page.tell(Tone.INFO, "Chọn một khen thưởng đã có quyết định.")
            return
        name = one.proposal.subject_name
        dialog = CancelDialog(name, self._today, page.texts, page.icons, page)
        page.do_as_filled(
            dialog,
            dialog.order,
            lambda order: cancel_award(desk, one.proposal.id, order),
            lambda _c: page.tell(
                Tone.GOOD, f"Đã ghi hủy bỏ quyết định khen {name}. Hoàn tác được trong Nhật ký."
            ),
        )

    def follow(self, one: Reward | None) -> None:
        """Tell what came back of a cancelled award."""
        page, desk = self._page, self._page.desk
        if one is None or one.cancelled is None:
            page.tell(Tone.INFO, "Chọn một trường hợp đã hủy bỏ.")
            return
        dialog = RecoveryDialog(one.cancelled, self._today, page.icons, page)
        page.do_as_filled(
            dialog,
            lambda: (dialog.received.day(), dialog.returned.day(), dialog.number.text()),
            lambda told: follow_recovery(
                desk, one.proposal.id, received_on=told[0], returned_on=told[1], number=told[2]
            ),
            lambda _c: page.tell(
                Tone.GOOD, f"Đã ghi việc thu hồi của {one.proposal.subject_name}."
            ),
        )

    def edit_days(self) -> None:
        """Days off and make-up days of this year and the next, into which terms run."""
        page, desk, today = self._page, self._page.desk, self._today
        listed = {year: days_of_year(desk, year) for year in (today.year, today.year + 1)}
        dialog = DaysOffDialog(listed, today, page.icons, page)

        def keep(told: tuple[dt.date, DayKind | None, str]) -> None:
            on, kind, name = told
            if kind is None:
                forget_day(desk, on)
            else:
                set_day(desk, on, kind, name)

        page.do_as_filled(
            dialog,
            lambda: (dialog.date.day(), dialog.chosen(), dialog.name.text()),
            keep,
            lambda _n: page.tell(Tone.GOOD, "Đã ghi vào lịch làm việc của đơn vị."),
        )
