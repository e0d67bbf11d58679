"""Đề nghị: the achievement in words, and a reason where a condition blocks."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from thidua_desktop.application.awarding import AwardCheck
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.verdict import blocks_of
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.confirm_list import ConfirmList
from thidua_desktop.ui.widgets.labels import label, selectable

WIDTH = 640
TEXT_HEIGHT = 96
REASON_HEIGHT = 64


class ProposeDialog(Dialog):
    """The achievement is needed; a blocked candidate needs a reason too, which is recorded."""

    def __init__(
        self, award: str, checked: AwardCheck, texts: Texts, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Đề nghị khen thưởng", "Đề nghị", icons, parent)
        self.setMinimumWidth(WIDTH)
        self._blocks = blocks_of(checked.checks)
        self.form.addRow(selectable(checked.subject_name, "panelTitle"))
        self.form.addRow(label(award, "soft", wraps=True))
        self.achievement = _text("achievement", TEXT_HEIGHT)
        self.achievement.setPlaceholderText("Nêu kết quả, số liệu cụ thể trong kỳ")
        self.add_row("Thành tích", self.achievement, is_required=True)
        said = [
            (one.code, one.text or texts.render(f"confirm_{one.code}", {}))
            for one in checked.confirmable
        ]
        self.confirmations = ConfirmList(said, checked.confirmed)
        if said:
            self.add_row("Cán bộ xác nhận", self.confirmations)
        self.override: QPlainTextEdit | None = None
        if self._blocks:
            self._add_override(texts)

    def _add_override(self, texts: Texts) -> None:
        told = [texts.reason(check.reason) for check in self._blocks]
        self.notice.say(
            Tone.WARNING, "Có điều kiện chưa đạt. Vẫn đề nghị thì phải ghi lý do.", details=told
        )
        if all(check.overridable for check in self._blocks):
            self.override = _text("override", REASON_HEIGHT)
            self.add_row("Lý do vẫn đề nghị", self.override, is_required=True)
        else:
            self.deed.setEnabled(False)

    def confirmed(self) -> tuple[str, ...]:
        """The codes of what the officer confirms."""
        return self.confirmations.chosen()

    def achievement_text(self) -> str:
        """The achievement."""
        return self.achievement.toPlainText().strip()

    def override_text(self) -> str:
        """The reason, empty where none is needed."""
        return self.override.toPlainText().strip() if self.override else ""

    def fault(self) -> str:
        """What is missing."""
        if not self.achievement_text():
            return "Cần ghi thành tích."
        if self.override is not None and not self.override_text():
            return "Cần ghi lý do vẫn đề nghị."
        return ""


def _text(name: str, height: int) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setFixedHeight(height)
    made.setTabChangesFocus(True)
    return made
