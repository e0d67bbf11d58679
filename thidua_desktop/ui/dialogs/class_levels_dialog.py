"""Mức xếp loại: from how many points on, and by which paper."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thidua_desktop.domain.scoring.class_levels import ClassLevels
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.text_fields import line_edit
from thidua_desktop.ui.wording import points, typed_points

WIDTH = 640


class ClassLevelsDialog(Dialog):
    """Three points, falling, the rest is «Không hoàn thành»; and what parts equal units."""

    def __init__(self, levels: ClassLevels, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Mức xếp loại", "Lưu mức", icons, parent)
        self.setMinimumWidth(WIDTH)
        self.excellent = _points("excellentFrom", levels.excellent)
        self.good = _points("goodFrom", levels.good)
        self.completed = _points("completedFrom", levels.completed)
        self.zero = QCheckBox("Có tiêu chí chuẩn 0 điểm thì không xếp hai mức đầu")
        self.zero.setObjectName("zeroBars")
        self.zero.setChecked(levels.zero_bars)
        self.tie = line_edit("tieOrder", ", ".join(levels.tie_order))
        self.tie.setPlaceholderText("Mã tiêu chí, như A3, A1, B2")
        self.document = line_edit("levelsDocument", levels.document)
        self.add_row("Hoàn thành xuất sắc từ", self.excellent, is_required=True)
        self.add_row("Hoàn thành tốt từ", self.good, is_required=True)
        self.add_row("Hoàn thành từ", self.completed, is_required=True)
        self.form.addRow("", self.zero)
        self.add_row("Bằng điểm thì so lần lượt", self.tie)
        self.add_row("Văn bản quy định", self.document)
        self.add_hint(f"Để trống văn bản thì mức là đề xuất. Đang dùng: {levels.source}.")

    def fault(self) -> str:
        """What is no number of points, or does not fall from class to class."""
        typed = []
        for field in (self.excellent, self.good, self.completed):
            value = typed_points(field.text())
            if value is None:
                return f"«{field.text()}» không phải là điểm."
            typed.append(value)
        if not typed[0] > typed[1] > typed[2]:
            return "Ba mức phải giảm dần: xuất sắc, tốt, hoàn thành."
        return ""

    def levels(self) -> ClassLevels:
        """The levels as the form says them."""
        return ClassLevels(
            typed_points(self.excellent.text()) or 0,
            typed_points(self.good.text()) or 0,
            typed_points(self.completed.text()) or 0,
            zero_bars=self.zero.isChecked(),
            document=self.document.text().strip(),
            tie_order=tuple(self.tie.text().replace(",", " ").replace(";", " ").split()),
        )


def _points(name: str, value: int) -> QLineEdit:
    return line_edit(name, points(value))
