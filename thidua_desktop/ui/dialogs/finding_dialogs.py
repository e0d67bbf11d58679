"""Điểm cần xem lại: the note on what was seen, and the thresholds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import selectable
from thidua_desktop.ui.widgets.text_fields import TextBox, line_edit
from thidua_desktop.ui.wording import points, typed_points

_HEIGHT = 90


class ReviewDialog(Dialog):
    """What was found when it was looked at; the note may stay empty."""

    def __init__(self, about: str, note: str, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Ghi đã xem", "Ghi", icons, parent)
        self.form.addRow(selectable(about))
        self.note_field = TextBox("reviewNote", _HEIGHT, note)
        self.add_row("Ghi chú", self.note_field)
        self.add_hint("Ví dụ: hai đơn vị làm chung; đã trao đổi, đơn vị sẽ viết lại.")

    @property
    def note(self) -> str:
        """What was typed."""
        return self.note_field.words()


@dataclass(frozen=True, slots=True)
class _Row:
    """One threshold: its name in the limits, and its words."""

    code: str
    caption: str
    is_points: bool = False


_ROWS = (
    _Row("like_percent", "Nội dung giống nhau: từ, % số chữ"),
    _Row("like_words", "và ít nhất, số chữ"),
    _Row("like_run", "hoặc một đoạn liền từ, số chữ"),
    _Row("common_units", "Câu dùng chung khi quá, số đơn vị"),
    _Row("jump_total", "Tổng điểm tăng, giảm từ, điểm", is_points=True),
    _Row("jump_percent", "Một tiêu chí tăng, giảm từ, % mức tối đa"),
    _Row("jump_points", "và ít nhất, điểm", is_points=True),
    _Row("overrated", "Tự chấm cao hơn thẩm định từ, điểm", is_points=True),
    _Row("near_tie", "Sát ranh giới khi chênh không quá, điểm", is_points=True),
)


class LimitsDialog(Dialog):
    """All thresholds, each with its unit."""

    def __init__(self, limits: FindingLimits, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Ngưỡng xem lại", "Lưu ngưỡng", icons, parent)
        self._limits = limits
        self.fields: dict[str, QLineEdit] = {}
        for row in _ROWS:
            value = getattr(limits, row.code)
            field = line_edit(row.code, points(value) if row.is_points else str(value))
            self.fields[row.code] = field
            self.add_row(row.caption, field)
        self.add_hint("Các ngưỡng là đề xuất của chương trình, không văn bản nào quy định.")

    def fault(self) -> str:
        """What is no number, or can be no threshold."""
        for row in _ROWS:
            if self._typed(row) is None:
                return f"«{self.fields[row.code].text()}» không phải là số phù hợp."
        if not self.limits().is_sound:
            return "Tỷ lệ từ 1 đến 100; các ngưỡng khác phải lớn hơn 0."
        return ""

    def limits(self) -> FindingLimits:
        """The thresholds as the form says them."""
        return FindingLimits(**{row.code: self._typed(row) or 0 for row in _ROWS})

    def _typed(self, row: _Row) -> int | None:
        text = self.fields[row.code].text().strip()
        if row.is_points:
            return typed_points(text)
        return int(text) if text.isdecimal() else None
