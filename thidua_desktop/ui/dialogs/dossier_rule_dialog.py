"""Quy định của tỉnh: what the province asks for the dossiers of one award."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_desktop.domain.dossier_parts import DossierPart, PartNeed
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import named

NEW = ""


class DossierRuleDialog(Dialog):
    """One part of the check list, with the paper that says so."""

    def __init__(
        self,
        awards: Mapping[str, str],
        parts: Mapping[str, Sequence[DossierPart]],
        needs: Mapping[PartNeed, str],
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Thành phần hồ sơ theo quy định của tỉnh", "Ghi", icons, parent)
        self._parts = parts
        self.award = QComboBox()
        named(self.award, "ruleAward", "Hình thức")
        for code, name in awards.items():
            self.award.addItem(name, code)
        self.part = QComboBox()
        named(self.part, "rulePart", "Thành phần")
        self.text = QLineEdit()
        named(self.text, "ruleText", "Tên thành phần")
        self.need = QComboBox()
        named(self.need, "ruleNeed", "Mức cần")
        for need, words in needs.items():
            self.need.addItem(words, need)
        self.citation = QLineEdit()
        named(self.citation, "ruleCitation", "Căn cứ")
        self.citation.setPlaceholderText("Số, ngày, cơ quan ban hành")
        self.add_row("Hình thức", self.award)
        self.add_row("Thành phần", self.part)
        self.add_row("Tên thành phần", self.text, is_required=True)
        self.add_row("Mức cần", self.need)
        self.add_row("Căn cứ", self.citation, is_required=True)
        self.add_hint("Hồ sơ dưới cấp Nhà nước do tỉnh quy định; ghi đúng văn bản của tỉnh mình.")
        self.award.currentIndexChanged.connect(self._offer)
        self.part.currentIndexChanged.connect(self._show)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        self.part.clear()
        self.part.addItem("Thêm thành phần mới", NEW)
        for part in self._parts.get(str(self.award.currentData()), ()):
            self.part.addItem(part.text, part.code)

    @Slot()
    def _show(self) -> None:
        chosen = self.part.currentData()
        for part in self._parts.get(str(self.award.currentData()), ()):
            if part.code == chosen:
                self.text.setText(part.text)
                self.need.setCurrentIndex(self.need.findData(part.need))
                return
        self.text.clear()

    def chosen(self) -> tuple[str, str, PartNeed, str, str]:
        """Award, name, need, paper and part; the part is empty for a new one."""
        return (
            str(self.award.currentData()),
            self.text.text().strip(),
            PartNeed(self.need.currentData()),
            self.citation.text().strip(),
            str(self.part.currentData() or NEW),
        )

    def fault(self) -> str:
        """Name and paper are needed."""
        if not self.text.text().strip():
            return "Cần điền tên thành phần."
        return "" if self.citation.text().strip() else "Cần ghi văn bản của tỉnh quy định."
