"""Thêm dòng số lượng: one number for an award, an occasion and those who take from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.quota import COMMUNE_SCOPE, PROVINCE_SCOPE
from thidua_desktop.domain.kinds import CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import QuotaRule
from thidua_desktop.ui.dialogs.dialog import FIELD_HEIGHT, Dialog
from thidua_desktop.ui.icons import Icons

WHOLE = 100
MOST = 9999


class QuotaDialog(Dialog):
    """Everything of one line; several kinds make it a shared number."""

    def __init__(
        self,
        awards: Sequence[tuple[str, str]],
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Thêm dòng số lượng", "Thêm", icons, parent)
        self.award = _choice(awards)
        self.kind = _choice([(kind, texts.render(f"kind_{kind}", {})) for kind in CycleKind])
        self.kind.setCurrentIndex(self.kind.findData(CycleKind.ANNUAL))
        self.add_row("Hình thức khen thưởng", self.award)
        self.add_row("Kỳ", self.kind)
        self.subjects = {
            kind: QCheckBox(texts.render(f"subject_{kind}", {})) for kind in SubjectKind
        }
        for place, box in enumerate(self.subjects.values()):
            self.form.addRow("" if place else "Đối tượng (*)", box)
        self.add_hint("Chọn nhiều đối tượng thì họ dùng chung một số.")
        self.figure = QSpinBox()
        self.figure.setRange(0, MOST)
        self.figure.setFixedHeight(FIELD_HEIGHT)
        self.is_share = QCheckBox("phần trăm số tham gia")
        self.add_row("Tối đa", self.figure)
        self.form.addRow("", self.is_share)
        self.is_province = QCheckBox("số của cả tỉnh, phần của xã, phường chưa phân bổ")
        self.form.addRow("", self.is_province)
        self.text = QLineEdit()
        self.text.setFixedHeight(FIELD_HEIGHT)
        self.text.setPlaceholderText("Văn bản nào quy định, viết thế nào")
        self.add_row("Căn cứ", self.text)

    def _chosen(self) -> tuple[SubjectKind, ...]:
        return tuple(kind for kind, box in self.subjects.items() if box.isChecked())

    def rule(self) -> QuotaRule:
        """The line."""
        first, *others = self._chosen()
        formula = QuotaKind.ABSOLUTE_COMBINED if others else QuotaKind.ABSOLUTE_BY_TYPE
        if self.is_share.isChecked():
            formula = QuotaKind.PERCENT_OF_PARTICIPANTS
        return QuotaRule(
            CycleKind(self.kind.currentData()),
            str(self.award.currentData()),
            first,
            self.figure.value(),
            PROVINCE_SCOPE if self.is_province.isChecked() else COMMUNE_SCOPE,
            self.text.text().strip(),
            formula,
            tuple(others),
        )

    def fault(self) -> str:
        """What is missing."""
        if not self._chosen():
            return "Cần chọn đối tượng."
        if self.is_share.isChecked() and self.figure.value() > WHOLE:
            return "Phần trăm không quá 100."
        return ""


def _choice(choices: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for value, words in choices:
        box.addItem(words, value)
    return box
