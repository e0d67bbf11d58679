"""Beside the book of awards: everything about one award."""

from __future__ import annotations

from thidua_desktop.application.rewards.book import Reward
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.pages.award_columns import PROPOSAL_LOOKS
from thidua_desktop.ui.pages.reward_columns import RECOVERY_MARKS, paid_words
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import day


class RewardPanel(SidePanel):
    """Tells an award from its achievement to its money and its end."""

    def __init__(self, icons: Icons, texts: Texts) -> None:
        super().__init__(icons, "Chọn một dòng để xem chi tiết.")
        self._texts = texts

    def show_reward(self, one: Reward | None) -> None:
        """Show an award, or nothing."""
        self.clear()
        if one is not None:
            self._tell(one)
        self.end()

    def _tell(self, one: Reward) -> None:
        proposal = one.proposal
        look = PROPOSAL_LOOKS[proposal.status]
        self.add_title(proposal.subject_name, proposal.detail)
        self.add_line(look.mark.tone, look.mark.icon, look.word, one.award)
        self.add_pairs(
            [
                ("Cấp quyết định", one.decider),
                ("Số quyết định", one.number or ("Chưa có số" if one.decided_on else "")),
                ("Ngày quyết định", day(one.decided_on) if one.decided_on else ""),
                ("Số sổ vàng", str(one.golden_number or "")),
            ]
        )
        self._tell_money(one)
        self._tell_referral(one)
        self._tell_cancelled(one)
        self.add_section("Thành tích")
        self.add_text(proposal.achievement)
        self.add_text(f"Từ {day(proposal.period_from)} đến {day(proposal.period_to)}.", "caption")

    def _tell_money(self, one: Reward) -> None:
        if one.bonus is None:
            return
        payment = one.bonus.payment
        self.add_section("Tiền thưởng")
        self.add_pairs(
            [
                ("Mức thưởng", money_text(one.bonus.amount)),
                ("Chi thưởng", paid_words(one)),
                ("Ngày chi", day(payment.paid_on) if payment else ""),
                ("Người nhận", payment.receiver if payment else ""),
                ("Hiện vật", payment.gift if payment else ""),
            ]
        )
        if not one.bonus.is_due and not one.bonus.is_cancelled:
            self.add_text(self._texts.render("bonus_higher_title", {}), "caption")

    def _tell_referral(self, one: Reward) -> None:
        referral = one.referral
        if referral is None:
            return
        self.add_section("Gửi cấp trên")
        self.add_pairs(
            [
                ("Ngày gửi", day(referral.sent_on) if referral.sent_on else ""),
                ("Tờ trình", referral.document),
                ("Ghi chú", referral.note),
            ]
        )

    def _tell_cancelled(self, one: Reward) -> None:
        if one.cancelled is None:
            return
        kept, recovery = one.cancelled.cancellation, one.cancelled.recovery
        self.add_section("Hủy bỏ, thu hồi")
        self.add_text(self._texts.render(f"cancel_ground_{kept.ground}", {}))
        self.add_pairs(
            [
                ("Căn cứ", kept.document),
                ("Quyết định hủy bỏ", f"{kept.number or '……'}, ngày {day(kept.decided_on)}"),
                ("Ngày nhận", day(kept.received_on) if kept.received_on else ""),
                ("Hạn thu hồi", day(recovery.due_on) if recovery.due_on else ""),
                ("Đã thu hồi", day(kept.returned_on) if kept.returned_on else ""),
            ]
        )
        mark = RECOVERY_MARKS[recovery.state]
        self.add_line(mark.tone, mark.icon, self._texts.render(f"recovery_{recovery.state}", {}))
        if recovery.doubts:
            doubts = ", ".join(recovery.doubts)
            self.add_line(Tone.WARNING, "alert-triangle", f"Ngày nghỉ chưa đối chiếu: {doubts}.")
