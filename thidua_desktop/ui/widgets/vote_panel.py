"""Beside the council's list: the votes on one proposal, typed with the number keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.council import ABSTAINING, BY_INTERESTED, VoteCount
from thidua_desktop.domain.proposals import Ballot, Proposal
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.severity import Look
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button, label, named
from thidua_desktop.ui.widgets.number_field import NumberField
from thidua_desktop.ui.widgets.side_panel import SidePanel

FIELD_HEIGHT = 32
_OWN = "Là chính mình hoặc đơn vị của mình; tỷ lệ vẫn tính trên tổng số thành viên."

_HELD = "Có vụ việc chưa kết luận hoặc đang bị kỷ luật nên chưa đưa ra biểu quyết."
_RESUME = "Có kết luận, hết kỷ luật thì ghi ở trang Vụ việc, lịch sử."


@dataclass(frozen=True, slots=True)
class Matter:
    """One proposal before the council, with its ballot in the shown session.

    Attributes:
        name: what it is called in the list, told apart from a namesake.
        asked: what it needs to pass, in words.
        abstaining: who does not vote on it.
        asks_chair: whether the chair's vote decides where the votes are even.
        chair: how the chair voted then.
        is_held: whether a pending matter keeps it back on the session's day.
        why: what made the recorded result.
    """

    proposal: Proposal
    name: str
    award: str
    ballot: Ballot | None = None
    asked: str = ""
    abstaining: tuple[str, ...] = ()
    asks_chair: bool = False
    chair: bool | None = None
    is_held: bool = False
    why: tuple[Reason, ...] = ()


class VotePanel(SidePanel):
    """The proposal above, its count below."""

    counted = Signal(object, object)
    """The `VoteCount`, and how the chair voted where the votes are even, `None` for not asked."""

    def __init__(self, icons: Icons, texts: Texts) -> None:
        super().__init__(icons, "Chọn một đề nghị để ghi kết quả biểu quyết.")
        self._texts = texts
        self.yes = NumberField("votesYes", "Đồng ý")
        self.no = NumberField("votesNo", "Không đồng ý")
        self.invalid = NumberField("votesInvalid", "Không hợp lệ")
        self.chair = QComboBox()
        named(self.chair, "chairVote", "Chủ tịch Hội đồng")
        for words, voted in (("Chưa ghi", None), ("Đồng ý", True), ("Không đồng ý", False)):
            self.chair.addItem(words, voted)
        self.deed = button("Ghi kết quả", "recordVote", icon=icons.get("save"))
        self.deed.clicked.connect(self._tell)
        self._form = self._make_form()
        self.add_foot(self._form)

    def _make_form(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 8, 8, 0)
        column.setSpacing(8)
        column.addWidget(label("Kết quả kiểm phiếu", "section"))
        form = QFormLayout()
        form.setVerticalSpacing(6)
        for box in (self.yes, self.no, self.invalid):
            words = label(box.accessibleName(), "soft")
            words.setBuddy(box)
            words.setMinimumHeight(FIELD_HEIGHT)
            form.addRow(words, box)
        self._chair_words = label("Chủ tịch, khi ngang phiếu", "soft", wraps=True)
        self._chair_words.setBuddy(self.chair)
        form.addRow(self._chair_words, self.chair)
        column.addLayout(form)
        column.addWidget(self.deed)
        return whole

    def show_nothing(self) -> None:
        """No proposal is chosen."""
        self._form.setEnabled(False)
        self.clear()
        self.end()

    def show_matter(self, matter: Matter, look: Look, *, is_open: bool) -> None:
        """Tell about one proposal; its votes can be counted while it is open."""
        proposal, ballot = matter.proposal, matter.ballot
        self.clear()
        self.add_title(proposal.subject_name, proposal.detail)
        self.add_line(look.mark.tone, look.mark.icon, look.word)
        self.add_pairs([("Hình thức", matter.award), ("Cần đạt", matter.asked)])
        if matter.is_held:
            self.add_line(Tone.WARNING, "alert-triangle", _HELD, _RESUME)
        if matter.abstaining:
            names = ", ".join(matter.abstaining)
            self.add_line(Tone.WARNING, "alert-triangle", f"Không biểu quyết: {names}", _OWN)
        self._add_why(matter.why)
        if proposal.override_reason:
            self.add_section("Lý do vẫn đề nghị")
            self.add_text(proposal.override_reason)
        self.add_section("Thành tích")
        self.add_text(proposal.achievement)
        self.end()
        self._form.setEnabled(is_open and not matter.is_held)
        self.yes.show_number(ballot.yes if ballot else None)
        self.no.show_number(ballot.no if ballot else None)
        self.invalid.show_number(ballot.invalid if ballot else None)
        self.chair.setCurrentIndex(max(0, self.chair.findData(matter.chair)))
        for part in (self.chair, self._chair_words):
            part.setVisible(matter.asks_chair)

    def _add_why(self, reasons: tuple[Reason, ...]) -> None:
        """What made the result; the quorum is the session's and stands in its minutes."""
        told = [one for one in reasons if one.code.startswith("vote_")]
        if told:
            self.add_section("Vì sao?")
        for one in told:
            if one.code == BY_INTERESTED:
                self.add_line(Tone.WARNING, "alert-triangle", self._texts.reason(one))
        for one in told:
            if one.code not in (BY_INTERESTED, ABSTAINING):
                self.add_text(self._texts.reason(one))

    @Slot()
    def _tell(self) -> None:
        count = VoteCount(self.yes.number(), self.no.number(), self.invalid.number())
        chair = None if self.chair.isHidden() else self.chair.currentData()
        self.counted.emit(count, chair)
