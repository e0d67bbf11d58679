"""Cách chấm một tiêu chí: the method, and what it counts with."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QWidget

from thidua_desktop.application.setting_up.planning import ScoringWay
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.scoring.criterion import Criterion, Method, Role
from thidua_desktop.domain.scoring.method_table import read_table, table_text
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import named
from thidua_desktop.ui.widgets.number_field import NumberField
from thidua_desktop.ui.widgets.text_fields import line_edit
from thidua_desktop.ui.wording import points, typed_points

_TABLES = {Method.STEPS: "steps", Method.LEVEL: "levels"}
_PIECES = (Method.COUNT_CAP, Method.SAMPLE)
_TABLE_HEIGHT = 120


class ScoringWayDialog(Dialog):
    """Shows only the fields that the chosen method counts with."""

    def __init__(
        self, criterion: Criterion, texts: Texts, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__(f"Cách chấm tiêu chí {criterion.code}", "Lưu cách chấm", icons, parent)
        self._texts = texts
        self.method = QComboBox()
        for method in Method:
            self.method.addItem(texts.render(f"method_name_{method}", {}), method)
        self.method.setCurrentIndex(self.method.findData(criterion.method))
        self.size_field = NumberField("sampleSize")
        self.each = line_edit("pointsEach", _points_of(criterion))
        self.table = QPlainTextEdit(_table_of(criterion))
        named(self.table, "methodTable", "Bảng mức")
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.setTabChangesFocus(True)
        self.gate = QCheckBox("Không có minh chứng thì tính 0 điểm")
        self.gate.setObjectName("requiresEvidence")
        self.gate.setChecked(criterion.requires_evidence)
        self.gate.setEnabled(criterion.role is not Role.PENALTY)
        size = criterion.params.get("size")
        self.size_field.show_number(size if isinstance(size, int) else None)
        self.add_row("Cách chấm", self.method, is_required=True)
        self.add_row("Số người được chọn", self.size_field, is_required=True)
        self.add_row("Điểm cho mỗi kết quả", self.each, is_required=True)
        self.add_row("Bảng mức", self.table, is_required=True)
        self.form.addRow("", self.gate)
        self.add_hint(
            f"Tối đa {points(criterion.max_points)} điểm. Cách chấm mới dùng cho các kỳ mở từ nay; "
            "kỳ đang mở giữ cách cũ."
        )
        self.method.currentIndexChanged.connect(self._suit)
        self._suit()

    @property
    def _method(self) -> Method:
        return Method(self.method.currentData())

    @Slot()
    def _suit(self) -> None:
        method = self._method
        self.form.setRowVisible(self.size_field, method is Method.SAMPLE)
        self.form.setRowVisible(self.each, method in _PIECES)
        self.form.setRowVisible(self.table, method in _TABLES)
        example = "95% = 20\n80% = 15" if method is Method.STEPS else "1 = 5\n2 = 10"
        self.table.setPlaceholderText(f"Mỗi dòng một mức, ví dụ:\n{example}")

    def fault(self) -> str:
        """What the chosen method still needs."""
        method = self._method
        if method is Method.SAMPLE and not self.size_field.number():
            return "Hãy ghi số người được chọn."
        if method in _PIECES and not typed_points(self.each.text()):
            return f"«{self.each.text()}» không phải là điểm cho mỗi kết quả."
        if method in _TABLES:
            try:
                if not read_table(method, self.table.toPlainText()):
                    return "Hãy ghi bảng mức, mỗi dòng một mức."
            except InputError as error:
                return self._texts.error(error)
        return ""

    def way(self) -> ScoringWay:
        """The method as the form says it."""
        method = self._method
        params: dict[str, int | tuple[tuple[int, int], ...]] = {}
        if method is Method.SAMPLE:
            params["size"] = self.size_field.number()
        if method in _PIECES:
            params["points_each"] = typed_points(self.each.text()) or 0
        if method in _TABLES:
            params[_TABLES[method]] = read_table(method, self.table.toPlainText())
        gated = self.gate.isEnabled() and self.gate.isChecked()
        return ScoringWay(method, params, requires_evidence=gated)


def _points_of(criterion: Criterion) -> str:
    each = criterion.params.get("points_each")
    return points(each) if isinstance(each, int) else ""


def _table_of(criterion: Criterion) -> str:
    table = criterion.params.get(_TABLES.get(criterion.method, ""), ())
    return "" if isinstance(table, int) else table_text(criterion.method, table)
