"""Chi thưởng, kết quả ở cấp trên, ngày nghỉ: what is asked for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.application.setting_up.working_calendar import ListedDay
from thidua_desktop.domain.awards.outcomes import ReferralState
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.domain.working_days import DayKind
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.day_edit import DayEdit
from thidua_desktop.ui.widgets.text_fields import line_edit
from thidua_desktop.ui.wording import day

_STATES = (
    (ReferralState.SENT, "Đã gửi tỉnh"),
    (ReferralState.DECIDED, "Cấp trên đã quyết định khen"),
    (ReferralState.REFUSED, "Cấp trên không khen"),
)


class PayDialog(Dialog):
    """Bonuses that were given out."""

    def __init__(
        self, names: Sequence[str], total: int, today: dt.date, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Ghi đã chi tiền thưởng", "Ghi đã chi", icons, parent)
        who = names[0] if len(names) == 1 else f"{len(names)} trường hợp"
        self.add_hint(f"{who}: {money_text(total)}.")
        self.date = DayEdit("paidDay", today)
        self.receiver = line_edit("receiver")
        self.receiver.setPlaceholderText("Để trống nếu người được khen tự nhận")
        self.gift = line_edit("gift")
        self.gift.setPlaceholderText("Chỉ điền khi tặng hiện vật thay tiền")
        self.add_row("Ngày chi", self.date, is_required=True)
        self.add_row("Người nhận", self.receiver)
        self.add_row("Hiện vật thay tiền", self.gift)
        self.add_hint(
            "Hiện vật thay tiền phải có giá trị tương đương "
            "(khoản 3 Điều 48 Nghị định số 152/2025/NĐ-CP)."
        )


class ReferralDialog(Dialog):
    """What became of proposals above the commune."""

    def __init__(
        self, names: Sequence[str], today: dt.date, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Kết quả ở cấp trên", "Ghi kết quả", icons, parent)
        who = names[0] if len(names) == 1 else f"{len(names)} đề nghị"
        self.add_hint(f"{who}.")
        self.state = QComboBox()
        self.state.setObjectName("referralState")
        for state, words in _STATES:
            self.state.addItem(words, state)
        self.date = DayEdit("referralDay", today)
        self.number = line_edit("referralNumber")
        self.document = line_edit("referralDocument")
        self.document.setPlaceholderText("Ví dụ: 12/TTr-UBND")
        self.note_field = line_edit("referralNote")
        self.add_row("Kết quả", self.state, is_required=True)
        self.add_row("Ngày gửi hoặc ngày quyết định", self.date, is_required=True)
        self.add_row("Tờ trình gửi kèm", self.document)
        self.add_row("Số quyết định của cấp trên", self.number)
        self.add_row("Lý do, ghi chú", self.note_field)
        self.state.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    def chosen(self) -> ReferralState:
        """The result."""
        return ReferralState(self.state.currentData())

    @Slot()
    def _show_fields(self) -> None:
        """Only what belongs to the result can be filled in."""
        state = self.chosen()
        self.document.setEnabled(state is ReferralState.SENT)
        self.number.setEnabled(state is ReferralState.DECIDED)
        self.note_field.setEnabled(state is ReferralState.REFUSED)
        self.date.setEnabled(state is not ReferralState.REFUSED)


class DaysOffDialog(Dialog):
    """The days off of some years, and one that the office enters or takes back."""

    def __init__(
        self,
        listed: Mapping[int, Sequence[ListedDay]],
        today: dt.date,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Ngày nghỉ, ngày làm bù", "Ghi ngày này", icons, parent)
        self._own = {one.entry.day for days in listed.values() for one in days if one.is_own}
        for year, days in listed.items():
            self.add_hint(f"Năm {year}: {_told(days)}")
        self.date = DayEdit("dayOff", today)
        self.kind = QComboBox()
        self.kind.setObjectName("dayKind")
        self.kind.addItem("Nghỉ (lễ, Tết, nghỉ bù, hoán đổi)", DayKind.OFF)
        self.kind.addItem("Làm việc (làm bù)", DayKind.WORKING)
        self.kind.addItem("Bỏ ghi của đơn vị cho ngày này", None)
        self.name = line_edit("dayName")
        self.add_row("Ngày", self.date, is_required=True)
        self.add_row("Là ngày", self.kind, is_required=True)
        self.add_row("Tên, thông báo", self.name)
        self.add_hint(
            "Dùng để đếm ngày làm việc. Ngày có dấu (?) chưa đối chiếu với thông báo; ngày đơn vị "
            "ghi thay cho ngày có sẵn."
        )

    def chosen(self) -> DayKind | None:
        """What the day is; `None` where the office's word is taken back."""
        kind = self.kind.currentData()
        return None if kind is None else DayKind(kind)

    def fault(self) -> str:
        """The name is missing, or there is nothing to take back."""
        if self.chosen() is None:
            return "" if self.date.day() in self._own else "Ngày này không do đơn vị ghi."
        return "" if self.name.text().strip() else "Cần ghi tên của ngày, hoặc thông báo."


def _told(listed: Sequence[ListedDay]) -> str:
    parts = []
    for one in listed:
        doubt = "" if one.entry.is_certain else " (?)"
        word = "làm bù" if one.entry.kind is DayKind.WORKING else ""
        parts.append(" ".join(filter(None, (day(one.entry.day)[:5], word))) + doubt)
    return ", ".join(parts) + "." if parts else "chưa có ngày nào."
