"""Số, ngày quyết định; hủy bỏ và thu hồi: what is asked for them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.application.decisions.book import DecisionLine
from thidua_desktop.application.decisions.cancelling import CancelledAward, CancelOrder
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.cancelling import RETURN_WITHIN, CancelGround
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.day_edit import DayEdit, OptionalDay
from thidua_desktop.ui.widgets.text_fields import line_edit


class RegisterDialog(Dialog):
    """Number, date and signer of a decision."""

    def __init__(self, line: DecisionLine, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Ghi số, ngày quyết định", "Ghi vào sổ", icons, parent)
        self.number = line_edit("decisionNumber", line.decision.number)
        self.number.setPlaceholderText("Ví dụ: 125/QĐ-UBND")
        self.date = DayEdit("decisionDay", line.decision.decided_on)
        self.signer = line_edit("signer", line.signer)
        self.note_field = line_edit("decisionNote", line.note)
        self.add_row("Số quyết định", self.number)
        self.add_row("Ngày ký", self.date, is_required=True)
        self.add_row("Người ký", self.signer)
        self.add_row("Ghi chú", self.note_field)
        self.add_hint(
            "Số do văn thư cấp khi ban hành, mỗi số dùng một lần trong năm; chưa có thì để trống. "
            "Đổi ngày ký có thể làm đổi mức lương cơ sở, chương trình tính lại tiền thưởng."
        )


class CancelDialog(Dialog):
    """Why and by which decision an award is cancelled."""

    def __init__(
        self, name: str, today: dt.date, texts: Texts, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Hủy bỏ quyết định khen", "Hủy bỏ quyết định", icons, parent)
        self.ground = QComboBox()
        self.ground.setObjectName("ground")
        for ground in CancelGround:
            self.ground.addItem(texts.render(f"cancel_ground_{ground}", {}), ground)
        self.ground.setMinimumContentsLength(36)
        self.document = line_edit("document")
        self.document.setPlaceholderText("Ví dụ: Kết luận số 05/KL-UBND ngày 10/01/2027")
        self.number = line_edit("cancelNumber")
        self.date = DayEdit("cancelDay", today)
        self.received = OptionalDay("Đã nhận", today, is_set=False)
        self.add_hint(f"Trường hợp: {name}.")
        self.add_row("Căn cứ", self.ground, is_required=True)
        self.add_row("Văn bản kết luận", self.document, is_required=True)
        self.add_row("Số quyết định hủy bỏ", self.number)
        self.add_row("Ngày quyết định hủy bỏ", self.date, is_required=True)
        self.add_row("Ngày nhận quyết định", self.received)
        self.add_hint(
            f"Hiện vật và tiền thưởng phải nộp lại trong {RETURN_WITHIN} ngày làm việc kể từ ngày "
            "nhận. Trường hợp này vẫn còn trong sổ, không tính vào thành tích, quỹ và thống kê."
        )

    def fault(self) -> str:
        """The conclusion is missing."""
        return "" if self.document.text().strip() else "Cần ghi văn bản kết luận làm căn cứ."

    def order(self) -> CancelOrder:
        """What was filled in."""
        return CancelOrder(
            CancelGround(self.ground.currentData()),
            self.document.text(),
            self.date.day(),
            self.number.text(),
            self.received.day(),
        )


class RecoveryDialog(Dialog):
    """When the decision of cancelling was received, and when all came back."""

    def __init__(
        self, cancelled: CancelledAward, today: dt.date, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Theo dõi thu hồi", "Ghi lại", icons, parent)
        kept = cancelled.cancellation
        self.number = line_edit("cancelNumber", kept.number)
        self.received = OptionalDay(
            "Đã nhận", kept.received_on or today, is_set=kept.received_on is not None
        )
        self.returned = OptionalDay(
            "Đã thu hồi đủ", kept.returned_on or today, is_set=kept.returned_on is not None
        )
        self.add_hint(f"Trường hợp: {cancelled.proposal.subject_name}.")
        self.add_row("Số quyết định hủy bỏ", self.number)
        self.add_row("Ngày nhận quyết định", self.received)
        self.add_row("Ngày thu hồi", self.returned)
        self.add_hint(f"Hạn là {RETURN_WITHIN} ngày làm việc sau ngày nhận.")
