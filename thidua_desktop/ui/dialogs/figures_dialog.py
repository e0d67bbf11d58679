"""Tính điểm theo số liệu: figures are typed, the criterion's method says what they are worth."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from thidua_desktop.application.appraisal.measuring import WITH_BASE, measured
from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.scoring.criterion import Criterion, Method
from thidua_desktop.domain.scoring.method_words import how_scored
from thidua_desktop.domain.scoring.methods import Answer
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.number_field import NumberField
from thidua_desktop.ui.widgets.text_fields import line_edit

MOST = 999_999_999
_AMOUNTS = {
    Method.RATIO: "Số đạt",
    Method.STEPS: "Số đạt",
    Method.COUNT_CAP: "Số kết quả",
    Method.LEVEL: "Mức đạt được",
    Method.SAMPLE: "Số người đạt yêu cầu",
}


class FiguresDialog(Dialog):
    """While figures are typed, the points and how they were found stand below."""

    def __init__(
        self,
        criterion: Criterion,
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
        *,
        has_evidence: bool,
    ) -> None:
        super().__init__(
            f"Tính điểm tiêu chí {criterion_mark(criterion.code)}", "Lưu điểm", icons, parent
        )
        self._criterion = criterion
        self._texts = texts
        self._has_evidence = has_evidence
        self.done_so = QCheckBox("Có thực hiện")
        self.done_so.setObjectName("isDone")
        self.amount = NumberField("figureAmount")
        self.base = NumberField("figureBase")
        self.reason = line_edit("figureReason", "")
        for field in (self.amount, self.base):
            field.allow_up_to(MOST)
            field.setFixedWidth(160)
            field.textEdited.connect(self._reckon)
        self.done_so.toggled.connect(self._reckon)
        if criterion.method is Method.BINARY:
            self.form.addRow("", self.done_so)
        else:
            self.add_row(_AMOUNTS.get(criterion.method, "Số liệu"), self.amount, is_required=True)
        if criterion.method in WITH_BASE:
            self.add_row("Trên tổng số", self.base, is_required=True)
        self.add_row("Ghi thêm", self.reason)
        for sentence in texts.reasons(how_scored(criterion)):
            self.add_hint(sentence)
        self.worth = label("", "section", wraps=True)
        self.worth.setObjectName("figureWorth")
        self.form.addRow("", self.worth)
        self._reckon()

    def answer(self) -> Answer:
        """The figures as typed."""
        if self._criterion.method is Method.BINARY:
            return Answer(int(self.done_so.isChecked()), 0, self._has_evidence)
        return Answer(self.amount.number(), self.base.number(), self._has_evidence)

    @Slot()
    def _reckon(self) -> None:
        self.worth.setText(self.fault() or self._told())

    def _told(self) -> str:
        found = measured(self._criterion, self.answer())
        return " ".join(self._texts.reasons(found.reasons))

    def fault(self) -> str:
        """Why the figures give no points."""
        is_empty = not self.amount.text().strip()
        if self._criterion.method is not Method.BINARY and is_empty:
            return "Hãy nhập số liệu."
        try:
            measured(self._criterion, self.answer())
        except (RuleViolation, InputError) as error:
            return self._texts.error(error)
        return ""
