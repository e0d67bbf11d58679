"""Beside the candidates: each condition with its state, its article and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal

from thidua_desktop.application.awarding.proposing import AwardCheck
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.verdict import Check, CheckState, verdict
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import day

_LOOKS = {
    CheckState.PASS: ("Đạt", Tone.GOOD, "check-circle"),
    CheckState.FAIL: ("Không đạt", Tone.BAD, "alert-circle"),
    CheckState.UNKNOWN: ("Chưa có dữ liệu", Tone.WARNING, "help-circle"),
}
_ORDER = (CheckState.FAIL, CheckState.UNKNOWN, CheckState.PASS)


def under_check(check: Check, texts: Texts) -> str:
    """Article and remedy of one condition."""
    remedy = texts.reason(check.remedy) if check.remedy is not None else ""
    return "\n".join(part for part in (remedy, check.article) if part)


class AwardPanel(SidePanel):
    """Tells about a candidate or a proposal."""

    withdrawn = Signal(int)

    def __init__(self, icons: Icons, texts: Texts) -> None:
        super().__init__(icons, "Chọn một ứng viên để xem điều kiện.")
        self._texts = texts
        self._button_icons = icons

    def show_nothing(self) -> None:
        """Nobody is chosen."""
        self.clear()
        self.end()

    def show_check(self, name: str, detail: str, checked: AwardCheck) -> None:
        """Every condition: what fails first, then what is not known."""
        self.clear()
        self.add_title(name, detail)
        words, tone, icon = _LOOKS[verdict(checked.checks)]
        self.add_line(tone, icon, words)
        for state in _ORDER:
            found = [check for check in checked.checks if check.state is state]
            words, tone, icon = _LOOKS[state]
            if found:
                self.add_section(f"{words}: {len(found)} điều kiện")
            for check in found:
                under = under_check(check, self._texts)
                self.add_line(tone, icon, self._texts.reason(check.reason), under)
        self.add_section("Số lượng")
        for sentence in self._texts.reasons(checked.quota.reasons):
            self.add_text(sentence)
        self.end()

    def show_proposal(self, proposal: Proposal, award: str) -> None:
        """What was proposed; it can be taken back until it is decided."""
        self.clear()
        self.add_title(proposal.subject_name, proposal.detail)
        self.add_pairs(
            [
                ("Hình thức", award),
                ("Từ ngày", day(proposal.period_from)),
                ("Đến ngày", day(proposal.period_to)),
                ("Ngày nhận hồ sơ", day(proposal.received_on)),
            ]
        )
        self.add_section("Thành tích")
        self.add_text(proposal.achievement)
        if proposal.override_reason:
            self.add_line(
                Tone.WARNING, "alert-triangle", f"Lý do vượt điều kiện: {proposal.override_reason}"
            )
        if not (proposal.status.is_settled or proposal.status is ProposalStatus.WITHDRAWN):
            take_back = button("Rút đề nghị", "withdraw", icon=self._button_icons.get("undo"))
            take_back.clicked.connect(lambda: self.withdrawn.emit(proposal.id))
            self.add(take_back)
        self.end()
