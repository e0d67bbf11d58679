"""Mở kỳ, sửa hạn nộp, chốt kỳ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_desktop.application.cycles.opening import due_day
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.cycles import Cycle, review_years
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.day_edit import OptionalDay
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.wording import cycle_name


@dataclass(frozen=True, slots=True)
class CycleOrder:
    """The cycle that shall be opened."""

    kind: CycleKind
    year: int
    due_on: dt.date | None


class CycleDialog(Dialog):
    """Kind, year, last day; the last day follows the plan until it is touched."""

    def __init__(
        self, plan: Plan, today: dt.date, texts: Texts, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Mở kỳ", "Mở kỳ", icons, parent)
        self._plan = plan
        self._today = today
        self.kind = QComboBox()
        self.kind.setObjectName("kind")
        for kind in CycleKind:
            self.kind.addItem(texts.render(f"kind_{kind}", {}), kind)
        self.kind.setCurrentIndex(list(CycleKind).index(CycleKind.ANNUAL))
        self.year = QComboBox()
        self.year.setObjectName("year")
        for year in range(plan.first_year, plan.last_year + 1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(today.year)))
        self.due = OptionalDay("Có hạn nộp", today)
        self.add_row("Loại kỳ", self.kind)
        self.add_row("Năm", self.year)
        self.add_row("Hạn nộp phiếu", self.due)
        self.hint = label("", "caption", wraps=True)
        self.form.addRow("", self.hint)
        self.kind.currentIndexChanged.connect(self._choose_year)
        self.kind.currentIndexChanged.connect(self._propose)
        self.year.currentIndexChanged.connect(self._propose)
        self._propose()

    @Slot()
    def _choose_year(self) -> None:
        """The plan's year for sơ kết and tổng kết; for the others this one."""
        year = next(iter(review_years(self._plan, self._kind)), self._today.year)
        self.year.setCurrentIndex(max(0, self.year.findData(year)))

    @Slot()
    def _propose(self) -> None:
        planned = due_day(self._plan, self._kind, self.year.currentData())
        self.due.show_day(planned)
        self.hint.setText(
            "Hạn lấy theo kế hoạch, sửa được."
            if planned
            else "Kế hoạch không nêu ngày nộp cho loại kỳ này; có thể đặt hạn riêng."
        )

    @property
    def _kind(self) -> CycleKind:
        """Qt keeps the value only: a `StrEnum` comes back as plain text."""
        return CycleKind(self.kind.currentData())

    def order(self) -> CycleOrder:
        """What was chosen."""
        return CycleOrder(self._kind, self.year.currentData(), self.due.day())


class DueDayDialog(Dialog):
    """Another last day for a cycle."""

    def __init__(self, cycle: Cycle, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Sửa hạn nộp", "Lưu", icons, parent)
        self.due = OptionalDay("Có hạn nộp", cycle.due_on or today, is_set=cycle.due_on is not None)
        self.form.addRow(label(cycle_name(cycle), "panelTitle"))
        self.add_row("Hạn nộp phiếu", self.due)
        self.add_hint("Số ngày chậm của phiếu đã nhận được tính lại theo hạn mới.")


class CloseCycleDialog(Dialog):
    """Closing freezes the results, so it names what it does."""

    def __init__(
        self, cycle: Cycle, still_open: Sequence[str], icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Chốt kỳ", "Chốt kỳ", icons, parent)
        if still_open:
            self.notice.say(
                Tone.WARNING,
                "Còn việc chưa xong trong kỳ này:",
                details=still_open,
            )
        self.form.addRow(label(f"Chốt kỳ {cycle_name(cycle).lower()}?", "panelTitle"))
        self.form.addRow(
            label(
                "Sau khi chốt, phiếu và điểm của kỳ không sửa được nữa; thứ hạng được giữ nguyên "
                "như lúc chốt. Chương trình sao lưu trước khi chốt.",
                wraps=True,
            )
        )


class ReopenCycleDialog(Dialog):
    """A closed cycle is opened again only with a reason, which stays with it."""

    def __init__(self, cycle: Cycle, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Mở lại kỳ để bổ sung", "Mở lại kỳ", icons, parent)
        self.form.addRow(label(f"Mở lại kỳ {cycle_name(cycle).lower()}?", "panelTitle"))
        self.reason = QLineEdit()
        self.reason.setObjectName("addendumReason")
        self.reason.setPlaceholderText("Ví dụ: Chủ tịch đồng ý nhận phiếu nộp chậm của Xóm 5")
        self.add_row("Lý do", self.reason, is_required=True)
        self.add_hint(
            "Kết quả lúc chốt được giữ lại để đối chiếu; quyết định đã lập không thay đổi. "
            "Chương trình sao lưu trước khi mở lại."
        )

    def fault(self) -> str:
        """A reason is needed."""
        return "" if self.why() else "Cần ghi lý do mở lại kỳ."

    def why(self) -> str:
        """The reason."""
        return self.reason.text().strip()
