"""Thêm, sửa đơn vị."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.text_fields import line_edit


class UnitDialog(Dialog):
    """One unit's fields; the name and the group are needed."""

    def __init__(
        self, unit: Unit | None, groups: Sequence[UnitGroup], icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Sửa đơn vị" if unit else "Thêm đơn vị", "Lưu", icons, parent)
        self._unit = unit
        self._groups = {group.code: group for group in groups}
        self.name = line_edit("name", unit.name if unit else "")
        self.group = QComboBox()
        self.group.setObjectName("group")
        for group in groups:
            self.group.addItem(group.name, group.code)
        if unit:
            self.group.setCurrentIndex(self.group.findData(unit.group))
        self.cluster = line_edit("cluster", unit.cluster if unit else "")
        self.head = line_edit("head", unit.head if unit else "")
        self.people = line_edit("people", _number(unit.people_total if unit else None))
        self.women = line_edit("women", _number(unit.people_female if unit else None))
        self.phone = line_edit("phone", unit.phone if unit else "")
        self.add_row("Tên đơn vị", self.name, is_required=True)
        self.add_row("Nhóm đơn vị", self.group, is_required=True)
        self.add_row("Khối thi đua", self.cluster)
        self.add_row("Người đứng đầu", self.head)
        self.add_row("Số người", self.people)
        self.add_row("Trong đó nữ", self.women)
        self.add_row("Điện thoại, Zalo", self.phone)
        self.form.addRow("", label("Ô có dấu (*) cần điền.", "caption"))

    def fault(self) -> str:
        """What is missing or no number."""
        if not self.name.text().strip():
            return "Cần điền tên đơn vị."
        for field, what in ((self.people, "Số người"), (self.women, "Số nữ")):
            if field.text().strip() and not field.text().strip().isdecimal():
                return f"{what} cần là một số, ví dụ 15."
        return ""

    def unit(self) -> Unit:
        """The unit as the form says it."""
        group = self._groups[self.group.currentData()]
        known = self._unit or Unit("", "", group.code, group.subject)
        return replace(
            known,
            name=self.name.text().strip(),
            group=group.code,
            subject=group.subject,
            cluster=self.cluster.text().strip(),
            head=self.head.text().strip(),
            people_total=_typed(self.people),
            people_female=_typed(self.women),
            phone=self.phone.text().strip(),
        )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _typed(field: QLineEdit) -> int | None:
    text = field.text().strip()
    return int(text) if text else None
