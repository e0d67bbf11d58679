"""Thêm, sửa thành viên Hội đồng; quyết định thành lập Hội đồng."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.application.council_words import ROLE_WORDS
from thidua_desktop.domain.council_members import CouncilDecision, CouncilMember, CouncilRole
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.day_field import DayField
from thidua_desktop.ui.widgets.labels import named
from thidua_desktop.ui.widgets.text_fields import line_edit

_WRONG_DAY = "Ngày chưa đúng, ví dụ 15/01/2026."


class MemberDialog(Dialog):
    """One member's fields; only the name is needed."""

    def __init__(
        self,
        member: CouncilMember | None,
        units: Sequence[Unit],
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        title = "Sửa thành viên Hội đồng" if member else "Thêm thành viên Hội đồng"
        super().__init__(title, "Lưu", icons, parent)
        self._member = member or CouncilMember(0, "")
        known = self._member
        self.name = line_edit("memberName", known.name)
        self.post = line_edit("memberPost", known.post)
        self.field = line_edit("memberField", known.field)
        self.area = line_edit("memberArea", known.area)
        self.role = QComboBox()
        self.role.setObjectName("memberRole")
        for role, word in ROLE_WORDS.items():
            self.role.addItem(word, role)
        self.role.setCurrentIndex(self.role.findData(known.role))
        self.unit = QComboBox()
        self.unit.setObjectName("memberUnit")
        self.unit.addItem("Không rõ", "")
        for unit in units:
            self.unit.addItem(unit.name, unit.code)
        self.unit.setCurrentIndex(max(0, self.unit.findData(known.unit)))
        self.since = DayField("memberSince", known.valid_from)
        self.until = DayField("memberUntil", known.valid_to)
        self._build()

    def _build(self) -> None:
        self.add_row("Họ và tên", self.name, is_required=True)
        self.add_row("Chức vụ", self.post)
        self.add_row("Trong Hội đồng", self.role)
        self.add_row("Lĩnh vực phụ trách", self.field)
        self.add_row("Địa bàn phụ trách", self.area)
        self.add_row("Đơn vị của mình", self.unit)
        self.add_hint("Thành viên không biểu quyết khi xét chính mình hoặc đơn vị của mình.")
        self.add_row("Từ ngày", self.since)
        self.add_row("Đến ngày", self.until)

    def fault(self) -> str:
        """What is missing or no day."""
        if not self.name.text().strip():
            return "Cần điền họ và tên."
        return _WRONG_DAY if self.since.is_wrong or self.until.is_wrong else ""

    def member(self) -> CouncilMember:
        """The member as the form says it."""
        return replace(
            self._member,
            name=self.name.text().strip(),
            post=self.post.text().strip(),
            role=CouncilRole(self.role.currentData()),
            field=self.field.text().strip(),
            area=self.area.text().strip(),
            unit=self.unit.currentData(),
            valid_from=self.since.day(),
            valid_to=self.until.day(),
        )


class CouncilDecisionDialog(Dialog):
    """Số and ngày of the decision that set up the council."""

    def __init__(
        self, decision: CouncilDecision | None, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Quyết định thành lập Hội đồng", "Lưu", icons, parent)
        self._decision = decision
        self.number = line_edit("decisionNumber", decision.number if decision else "")
        self.number.setPlaceholderText("15/QĐ-UBND")
        self.day = DayField("decisionDay", decision.decided_on if decision else None)
        self.is_new = QComboBox()
        named(self.is_new, "decisionIsNew", "Ghi là")
        self.is_new.addItem("Sửa quyết định đã ghi", False)  # noqa: FBT003  Qt's own signature
        self.is_new.addItem("Quyết định kiện toàn mới", True)  # noqa: FBT003
        self.add_row("Số, ký hiệu", self.number, is_required=True)
        self.add_row("Ngày quyết định", self.day, is_required=True)
        if decision is not None:
            self.add_row("Ghi là", self.is_new)
        self.add_hint(
            "Biên bản dẫn quyết định mới nhất tính đến ngày họp. Người vào, ra Hội đồng "
            "theo ngày ghi ở từng thành viên."
        )

    def fault(self) -> str:
        """What is missing."""
        if not self.number.text().strip():
            return "Cần điền số, ký hiệu quyết định."
        return _WRONG_DAY if self.day.day() is None else ""

    def decision(self) -> CouncilDecision:
        """The decision as the form says it."""
        day = self.day.day()
        if day is None:
            raise ValueError
        keeps = self._decision is not None and not self.is_new.currentData()
        number = self._decision.id if keeps and self._decision else 0
        return CouncilDecision(number, self.number.text().strip(), day)
