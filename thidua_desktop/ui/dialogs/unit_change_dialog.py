"""Đổi tên, sáp nhập, tách, giải thể đơn vị từ một ngày."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from thidua_desktop.application.enrolling.unit_changes import FEWEST_TO_MERGE, ChangeDay
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.day_edit import DayEdit
from thidua_desktop.ui.widgets.labels import named
from thidua_desktop.ui.widgets.text_fields import TextBox

LIST_HEIGHT = 190
PARTS_HEIGHT = 96
_CODE = Qt.ItemDataRole.UserRole


class UnitChangeDialog(Dialog):
    """What every such change asks: from which day, by which paper."""

    def __init__(
        self, words: tuple[str, str], today: dt.date, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__(*words, icons, parent)
        self.on = DayEdit("changeDay", today)
        self.document = QLineEdit()
        named(self.document, "document", "Căn cứ")
        self.document.setPlaceholderText("Số, ngày, cơ quan ban hành")

    def add_last_rows(self) -> None:
        """Day and paper, below what the change itself asks."""
        self.add_row("Từ ngày", self.on, is_required=True)
        self.add_row("Căn cứ", self.document)

    def day(self) -> ChangeDay:
        """The day and the paper as filled in."""
        return ChangeDay(self.on.day(), self.document.text().strip())


class RenameUnitDialog(UnitChangeDialog):
    """The new name of a unit that goes on."""

    def __init__(self, unit: Unit, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(("Đổi tên đơn vị", "Đổi tên"), today, icons, parent)
        self.name = QLineEdit(unit.name)
        named(self.name, "name", "Tên mới")
        self.add_row("Tên mới", self.name, is_required=True)
        self.add_hint(
            "Tên cũ vẫn giữ trên kết quả, văn bản đã có và khi tra cứu. "
            "Nếu chỉ gõ sai tên, hãy dùng nút Sửa."
        )
        self.add_last_rows()

    def fault(self) -> str:
        """The name is needed."""
        return "" if self.name.text().strip() else "Cần điền tên mới."


class EndUnitDialog(UnitChangeDialog):
    """The day from which a unit is no more."""

    def __init__(self, unit: Unit, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(("Giải thể đơn vị", "Giải thể"), today, icons, parent)
        self.add_hint(
            f"«{unit.name}» không còn hoạt động từ ngày này. Kết quả các kỳ trước vẫn giữ."
        )
        self.add_last_rows()


class MergeUnitsDialog(UnitChangeDialog):
    """Which units become one, and which one that is."""

    def __init__(
        self,
        units: Sequence[Unit],
        chosen: Sequence[Unit],
        today: dt.date,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__(("Sáp nhập đơn vị", "Sáp nhập"), today, icons, parent)
        self._units = {unit.code: unit for unit in units}
        self.list = QListWidget()
        named(self.list, "unitsToMerge", "Các đơn vị sáp nhập")
        self.list.setFixedHeight(LIST_HEIGHT)
        marked = {unit.code for unit in chosen}
        for unit in units:
            item = QListWidgetItem(unit.name, self.list)
            item.setData(_CODE, unit.code)
            is_marked = unit.code in marked
            item.setCheckState(Qt.CheckState.Checked if is_marked else Qt.CheckState.Unchecked)
            if is_marked:
                self.list.scrollToItem(item)
        self.into = QComboBox()
        named(self.into, "into", "Thành")
        self.name = QLineEdit()
        named(self.name, "name", "Tên sau sáp nhập")
        self.add_row("Các đơn vị", self.list, is_required=True)
        self.add_row("Thành", self.into)
        self.add_row("Tên sau sáp nhập", self.name, is_required=True)
        self.add_last_rows()
        self.list.itemChanged.connect(self._offer)
        self.into.currentIndexChanged.connect(self._name)
        self._offer()

    def codes(self) -> tuple[str, ...]:
        """The units that are marked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            str(item.data(_CODE)) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def unit(self) -> Unit:
        """The unit that comes out of it."""
        kept = self.into.currentData()
        model = self._units[kept or self.codes()[0]]
        name = self.name.text().strip()
        if kept:
            return replace(model, name=name)
        return replace(
            model, code="", name=name, people_total=None, people_female=None, head="", phone=""
        )

    def fault(self) -> str:
        """Two units and a name are needed."""
        if len(self.codes()) < FEWEST_TO_MERGE:
            return "Cần đánh dấu từ hai đơn vị trở lên."
        return "" if self.name.text().strip() else "Cần điền tên sau sáp nhập."

    @Slot()
    def _offer(self) -> None:
        """Offer a new unit, or any of the marked ones that goes on."""
        kept = self.into.currentData()
        self.into.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.into.clear()
        self.into.addItem("Một đơn vị mới", "")
        for code in self.codes():
            self.into.addItem(f"Giữ {self._units[code].name}", code)
        self.into.setCurrentIndex(max(0, self.into.findData(kept)))
        self.into.blockSignals(False)  # noqa: FBT003  Qt's own signature

    @Slot()
    def _name(self) -> None:
        kept = self.into.currentData()
        if kept:
            self.name.setText(self._units[kept].name)


class SplitUnitDialog(UnitChangeDialog):
    """The names of what comes out of a unit, and whether it goes on itself."""

    def __init__(self, unit: Unit, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(("Tách đơn vị", "Tách"), today, icons, parent)
        self._unit = unit
        self.parts = TextBox("parts", PARTS_HEIGHT)
        self.goes_on = QCheckBox(f"«{unit.name}» vẫn hoạt động")
        self.goes_on.setObjectName("goesOn")
        self.add_row("Các đơn vị mới", self.parts, is_required=True)
        self.add_hint("Mỗi dòng một tên.")
        self.form.addRow("", self.goes_on)
        self.add_last_rows()

    def units(self) -> tuple[Unit, ...]:
        """The units that come out of it, the old one among them where it goes on."""
        lines = (line.strip() for line in self.parts.toPlainText().splitlines())
        model = replace(
            self._unit, code="", people_total=None, people_female=None, head="", phone=""
        )
        new = tuple(replace(model, name=name) for name in lines if name)
        return (self._unit, *new) if self.goes_on.isChecked() else new

    def fault(self) -> str:
        """Two units are needed after it."""
        if len(self.units()) >= FEWEST_TO_MERGE:
            return ""
        return "Sau khi tách cần có từ hai đơn vị trở lên."
