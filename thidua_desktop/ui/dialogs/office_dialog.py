"""Thông tin cơ quan: names that papers print, and what lateness costs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from thidua_desktop.application.records import Office
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.text_fields import line_edit
from thidua_desktop.ui.wording import points, typed_points

WIDTH = 640


class OfficeDialog(Dialog):
    """Every field may stay empty: papers then leave the place blank."""

    def __init__(self, office: Office, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Thông tin cơ quan", "Lưu", icons, parent)
        self.setMinimumWidth(WIDTH)
        self._office = office
        self.chair = line_edit("chair", office.chair)
        self.deputy = line_edit("deputy", office.deputy)
        self.signs = QCheckBox("Phó Chủ tịch ký thay Chủ tịch")
        self.signs.setObjectName("deputySigns")
        self.signs.setChecked(office.signer_is_deputy)
        self.head = line_edit("departmentHead", office.department_head)
        self.officer = line_edit("officer", office.officer)
        self.filing = line_edit("filing", office.filing)
        self.filing.setPlaceholderText("Như kế hoạch")
        self.late = line_edit("latePoints", points(office.late_points_per_day))
        self.cap = line_edit("lateCap", points(office.late_cap))
        self.add_row("Chủ tịch", self.chair)
        self.add_row("Phó Chủ tịch", self.deputy)
        self.form.addRow("", self.signs)
        self.add_row("Trưởng phòng Văn hóa - Xã hội", self.head)
        self.add_row("Người lập biểu", self.officer)
        self.add_row("Nơi lưu văn bản", self.filing)
        self.add_row("Điểm trừ mỗi ngày nộp chậm", self.late)
        self.add_row("Điểm trừ nộp chậm tối đa", self.cap)
        self.add_hint(
            "Nơi lưu để trống thì ghi như kế hoạch. Điểm trừ nộp chậm là mức đề xuất, "
            "đơn vị sửa được."
        )

    def fault(self) -> str:
        """What is no number of points."""
        for field in (self.late, self.cap):
            if typed_points(field.text()) is None:
                return f"«{field.text()}» không phải là điểm."
        return ""

    def office(self) -> Office:
        """The office as the form says it."""
        return replace(
            self._office,
            chair=self.chair.text().strip(),
            deputy=self.deputy.text().strip(),
            signer_is_deputy=self.signs.isChecked(),
            department_head=self.head.text().strip(),
            officer=self.officer.text().strip(),
            filing=self.filing.text().strip(),
            late_points_per_day=typed_points(self.late.text()) or 0,
            late_cap=typed_points(self.cap.text()) or 0,
        )
