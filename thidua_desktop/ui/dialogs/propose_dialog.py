"""Đề nghị: the achievement in words, and a reason where a condition blocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from thidua_desktop.application.awarding.candidates import DossierFacts
from thidua_desktop.application.awarding.proposing import AwardCheck
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.award_forms import CommendationType
from thidua_desktop.domain.awards.verdict import blocks_of
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.confirm_list import ConfirmList
from thidua_desktop.ui.widgets.day_edit import DayEdit
from thidua_desktop.ui.widgets.labels import label, selectable
from thidua_desktop.ui.widgets.text_fields import TextBox

WIDTH = 760
TEXT_HEIGHT = 64
REASON_HEIGHT = 48


class ProposeDialog(Dialog):
    """The achievement is needed; a blocked candidate needs a reason too, which is recorded."""

    def __init__(
        self,
        award: str,
        checked: AwardCheck,
        today: dt.date,
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Đề nghị khen thưởng", "Đề nghị", icons, parent)
        self.setMinimumWidth(WIDTH)
        self._blocks = blocks_of(checked.checks)
        self.form.addRow(selectable(checked.subject_name, "panelTitle"))
        self.form.addRow(label(award, "soft", wraps=True))
        self.achievement = TextBox("achievement", TEXT_HEIGHT)
        self.achievement.setPlaceholderText("Nêu kết quả, số liệu cụ thể trong kỳ")
        self.add_row("Thành tích", self.achievement, is_required=True)
        said = [
            (one.code, one.text or texts.render(f"confirm_{one.code}", {}))
            for one in checked.confirmable
        ]
        deniable = [one.code for one in checked.confirmable if one.is_deniable]
        self.confirmations = ConfirmList(said, checked.confirmed, deniable, checked.denied)
        if said:
            self.add_row("Cán bộ xác nhận", self.confirmations)
        self._add_dossier(checked, today)
        self._add_override(texts)

    def _add_dossier(self, checked: AwardCheck, today: dt.date) -> None:
        """The day of reception, loại hình, sáng kiến, and leave of a mother."""
        self.received = DayEdit("receivedDay", today)
        self.received.setMaximumDate(self.received.date())
        self.type = QComboBox()
        self.type.setObjectName("commendation")
        self.type.setAccessibleName("Loại hình")
        for one in checked.commendations:
            self.type.addItem(one.name, one.type)
        usual = self.type.findData(CommendationType.PHONG_TRAO)
        self.type.setCurrentIndex(max(0, usual))
        self.type.setMinimumContentsLength(24)
        parts = [self.received, label("Loại hình", "soft"), self.type]
        self.add_row("Ngày nhận hồ sơ", _beside(parts))
        self.initiative = QComboBox()
        self.initiative.setObjectName("initiative")
        self.initiative.addItem("Không nêu sáng kiến", None)
        for known in checked.initiatives:
            self.initiative.addItem(known.name, known.id)
        self.initiative.setMinimumContentsLength(24)
        self.leave = QCheckBox("Có nghỉ thai sản trong kỳ")
        self.leave.setObjectName("maternityLeave")
        further: list[QWidget] = [self.initiative] if checked.initiatives else []
        further += [self.leave] if checked.may_take_maternity_leave else []
        if further:
            self.add_row("Sáng kiến" if checked.initiatives else "", _beside(further))

    def dossier(self) -> DossierFacts:
        """What was told of the dossier."""
        initiative = self.initiative.currentData()
        chosen = self.type.currentData()
        return DossierFacts(
            denied=self.confirmations.denied(),
            commendation=CommendationType(chosen) if chosen else CommendationType.PHONG_TRAO,
            received_on=self.received.day(),
            initiatives=(int(initiative),) if initiative is not None else (),
            took_maternity_leave=self.leave.isChecked(),
        )

    def _add_override(self, texts: Texts) -> None:
        told = [texts.reason(check.reason) for check in self._blocks]
        self._is_barred = not all(check.overridable for check in self._blocks)
        if self._is_barred:
            self.notice.say(
                Tone.BAD,
                "Chưa đề nghị được: có điều kiện mà ghi lý do cũng không bỏ qua được.",
                details=told,
            )
        elif self._blocks:
            self.notice.say(
                Tone.WARNING, "Có điều kiện chưa đạt. Vẫn đề nghị thì phải ghi lý do.", details=told
            )
        self.override = TextBox("override", REASON_HEIGHT)
        self.add_row("Lý do vẫn đề nghị", self.override, is_required=True)
        self.deed.setEnabled(not self._is_barred)
        self.confirmations.changed.connect(self._ask_for_reason)
        self.initiative.currentIndexChanged.connect(self._ask_for_reason)
        self._ask_for_reason()

    @property
    def _may_be_blocked(self) -> bool:
        """Whether something stands against it now, or may by what was just told."""
        told = bool(self.confirmations.denied()) or self.initiative.currentData() is not None
        return not self._is_barred and (bool(self._blocks) or told)

    @Slot()
    def _ask_for_reason(self) -> None:
        self.form.setRowVisible(self.override, self._may_be_blocked)

    def confirmed(self) -> tuple[str, ...]:
        """The codes of what the officer confirms."""
        return self.confirmations.chosen()

    def achievement_text(self) -> str:
        """The achievement."""
        return self.achievement.words()

    def override_text(self) -> str:
        """The reason, empty where none is needed."""
        return self.override.words() if self._may_be_blocked else ""

    def fault(self) -> str:
        """What is missing."""
        if not self.achievement_text():
            return "Cần ghi thành tích."
        is_blocked = bool(self._blocks or self.confirmations.denied())
        if is_blocked and not self.override_text():
            return "Cần ghi lý do vẫn đề nghị."
        return ""


def _beside(parts: Sequence[QWidget]) -> QWidget:
    """Several fields in one row, the last one as wide as there is room."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        line.addWidget(part, int(part is parts[-1]))
    row.setFocusProxy(parts[0])
    return row
