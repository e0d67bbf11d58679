"""Beside the council's list: the votes on one proposal, typed with the number keys."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QSpinBox, QVBoxLayout, QWidget

from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.proposals import Ballot, Proposal
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.severity import Look
from thidua_desktop.ui.widgets.labels import button, label, named
from thidua_desktop.ui.widgets.side_panel import SidePanel

MOST_MEMBERS = 99


class VotePanel(SidePanel):
    """The proposal above, its count below."""

    counted = Signal(object)
    """The `VoteCount`."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, "Chọn một đề nghị để ghi kết quả biểu quyết.")
        self.yes = _number("votesYes", "Đồng ý")
        self.no = _number("votesNo", "Không đồng ý")
        self.invalid = _number("votesInvalid", "Không hợp lệ")
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
            form.addRow(label(box.accessibleName(), "soft"), box)
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
        self.yes.setValue(ballot.yes if ballot else 0)
        self.no.setValue(ballot.no if ballot else 0)
        self.invalid.setValue(ballot.invalid if ballot else 0)

    @Slot()
    def _tell(self) -> None:
        self.counted.emit(VoteCount(self.yes.value(), self.no.value(), self.invalid.value()))


def _number(name: str, caption: str) -> QSpinBox:
    box = QSpinBox()
    named(box, name, caption)
    box.setRange(0, MOST_MEMBERS)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    return box
