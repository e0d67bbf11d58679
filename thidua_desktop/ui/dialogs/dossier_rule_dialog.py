"""Quy định của tỉnh: what the province asks for the dossiers of one award."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QWidget

from thidua_desktop.domain.dossier_parts import DossierPart, DossierRule, PartNeed
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import named

NEW = ""


@dataclass(frozen=True, slots=True)
class CheckLists:
    """The parts of each award's check list as it stands, and the province's own rules."""

    parts: Mapping[str, Sequence[DossierPart]]
    rules: Sequence[DossierRule]


class DossierRuleDialog(Dialog):
    """One part of the check list, with the paper that says so.

    Attributes:
        is_dropped: whether the officer wants the chosen rule gone.
    """

    def __init__(
        self,
        awards: Mapping[str, str],
        lists: CheckLists,
        needs: Mapping[PartNeed, str],
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Thành phần hồ sơ theo quy định của tỉnh", "Ghi", icons, parent)
        self._lists = lists
        self.is_dropped = False
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
        self.drop = self.buttons.addButton(
            "Bỏ quy định này", QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.drop.setObjectName("dropRule")
        self.drop.clicked.connect(self._drop)
        self.award.currentIndexChanged.connect(self._offer)
        self.part.currentIndexChanged.connect(self._show)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        award = str(self.award.currentData())
        listed = self._lists.parts.get(award, ())
        self.part.clear()
        self.part.addItem("Thêm thành phần mới", NEW)
        for part in listed:
            self.part.addItem(part.text, part.code)
        for rule in self._lists.rules:
            if rule.award == award and rule.part not in {part.code for part in listed}:
                self.part.addItem(f"{rule.text} (tỉnh không yêu cầu)", rule.part)

    @Slot()
    def _show(self) -> None:
        award, code = str(self.award.currentData()), self.part.currentData()
        found = [one for one in self._lists.parts.get(award, ()) if one.code == code]
        own = [one for one in self._lists.rules if (one.award, one.part) == (award, code)]
        shown: Sequence[DossierRule | DossierPart] = (*own, *found)
        self.drop.setVisible(bool(own))
        self.citation.setText(own[0].citation if own else "")
        self.text.setText(shown[0].text if shown else "")
        if shown:
            self.need.setCurrentIndex(self.need.findData(shown[0].need))

    @Slot()
    def _drop(self) -> None:
        self.is_dropped = True
        self.accept()

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
