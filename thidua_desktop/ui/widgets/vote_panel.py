"""Beside the council's list: the votes on one proposal, typed with the number keys."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.proposals import Ballot, Proposal
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.severity import Look
from thidua_desktop.ui.widgets.labels import button, label
from thidua_desktop.ui.widgets.number_field import NumberField
from thidua_desktop.ui.widgets.side_panel import SidePanel

FIELD_HEIGHT = 32


class VotePanel(SidePanel):
    """The proposal above, its count below."""

    counted = Signal(object)
    """The `VoteCount`."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, "Chọn một đề nghị để ghi kết quả biểu quyết.")
        self.yes = NumberField("votesYes", "Đồng ý")
        self.no = NumberField("votesNo", "Không đồng ý")
        self.invalid = NumberField("votesInvalid", "Không hợp lệ")
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
        column.addLayout(form)
        column.addWidget(self.deed)
        return whole

    def show_nothing(self) -> None:
        """No proposal is chosen."""
        self._form.setEnabled(False)
        self.clear()
        self.end()

    def show_matter(
        self, proposal: Proposal, award: str, look: Look, ballot: Ballot | None, *, is_open: bool
    ) -> None:
        """Tell about one proposal; its votes can be counted while it is open."""
        self.clear()
        self.add_title(proposal.subject_name, proposal.detail)
        self.add_line(look.mark.tone, look.mark.icon, look.word)
        self.add_pairs([("Hình thức", award)])
        self.add_section("Thành tích")
        self.add_text(proposal.achievement)
        self.end()
        self._form.setEnabled(is_open)
        self.yes.show_number(ballot.yes if ballot else None)
        self.no.show_number(ballot.no if ballot else None)
        self.invalid.show_number(ballot.invalid if ballot else None)

    @Slot()
    def _tell(self) -> None:
        self.counted.emit(VoteCount(self.yes.number(), self.no.number(), self.invalid.number()))
