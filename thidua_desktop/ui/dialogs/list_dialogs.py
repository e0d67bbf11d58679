"""Dialogs of the ranked list: a reason, the whole list to be proposed, how many take part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QSpinBox, QWidget

from thidua_desktop.application.awarding.listing import AwardDraft
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.ui.dialogs.dialog import FIELD_HEIGHT, Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.confirm_list import ConfirmList
from thidua_desktop.ui.widgets.labels import label, selectable
from thidua_desktop.ui.widgets.text_fields import TextBox

WIDTH = 640
TEXT_HEIGHT = 84
REASON_HEIGHT = 64
NAMED = 6
"""How many names are told before the rest is only counted."""


class ReasonDialog(Dialog):
    """Asks why; nothing is done without an answer."""

    def __init__(
        self, title: str, told: Sequence[str], deed: str, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__(title, deed, icons, parent)
        for sentence in told:
            self.form.addRow(label(sentence, "soft", wraps=True))
        self.reason = TextBox("reason", REASON_HEIGHT)
        self.add_row("Lý do", self.reason, is_required=True)

    def text(self) -> str:
        """The reason."""
        return self.reason.words()

    def fault(self) -> str:
        """What is missing."""
        return "" if self.text() else "Cần ghi lý do."


class ProposeListDialog(Dialog):
    """The achievement of all, what is confirmed of all, a reason where they are too many."""

    def __init__(
        self, draft: AwardDraft, texts: Texts, praise: str, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Đề nghị cả danh sách", "Đề nghị", icons, parent)
        self.setMinimumWidth(WIDTH)
        names = [row.name for row in draft.new]
        more = f" và {len(names) - NAMED} trường hợp nữa" if len(names) > NAMED else ""
        self.form.addRow(selectable(draft.form.name, "panelTitle"))
        told = f"{len(names)} trường hợp: {'; '.join(names[:NAMED])}{more}."
        self.form.addRow(label(told, "soft", wraps=True))
        self.achievement = TextBox("achievement", TEXT_HEIGHT)
        self.achievement.setPlainText(praise)
        self.add_row("Thành tích", self.achievement, is_required=True)
        self.add_hint(
            "Câu này in cho mọi trường hợp; thành tích riêng thì đề nghị từng trường hợp."
        )
        self.confirmations = ConfirmList(_confirmables(draft, texts), ())
        self.add_row("Cán bộ xác nhận cho tất cả", self.confirmations)
        self.over: TextBox | None = None
        if draft.result.over:
            self._add_over(draft)

    def _add_over(self, draft: AwardDraft) -> None:
        self.notice.say(
            Tone.WARNING,
            f"Danh sách vượt chỉ tiêu {draft.result.over} trường hợp. "
            "Lý do được in trong tờ trình, biên bản.",
        )
        self.over = TextBox("over", REASON_HEIGHT)
        self.over.setPlainText(draft.drawn.reason)
        self.add_row("Lý do vượt chỉ tiêu", self.over, is_required=True)

    def achievement_text(self) -> str:
        """The achievement."""
        return self.achievement.words()

    def over_text(self) -> str:
        """Why they are too many, empty where they are not."""
        return self.over.words() if self.over else ""

    def fault(self) -> str:
        """What is missing."""
        if not self.achievement_text():
            return "Cần ghi thành tích."
        if self.over is not None and not self.over_text():
            return "Cần ghi lý do vượt chỉ tiêu."
        return ""


class ParticipantsDialog(Dialog):
    """How many of each kind take part."""

    def __init__(
        self,
        known: Mapping[SubjectKind, int],
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Số tham gia", "Lưu", icons, parent)
        self._known = dict(known)
        self.fields: dict[SubjectKind, QSpinBox] = {}
        for kind in SubjectKind:
            field = QSpinBox()
            field.setObjectName(f"participants_{kind}")
            field.setRange(-1, 9_999_999)
            field.setSpecialValueText("Chưa ghi")
            field.setGroupSeparatorShown(True)
            field.setFixedHeight(FIELD_HEIGHT)
            field.setValue(known.get(kind, -1))
            self.fields[kind] = field
            self.add_row(texts.render(f"subject_{kind}", {}), field)
        self.add_hint(
            "Dùng cho chỉ tiêu tính theo tỷ lệ. Đơn vị để «Chưa ghi» thì lấy số đơn vị của kỳ; "
            "tỷ lệ luôn làm tròn xuống."
        )

    def numbers(self) -> dict[SubjectKind, int]:
        """What was told."""
        return {kind: f.value() for kind, f in self.fields.items() if f.value() >= 0}


def _confirmables(draft: AwardDraft, texts: Texts) -> list[tuple[str, str]]:
    """What may be confirmed of those who are to be proposed, each thing once."""
    found: dict[str, str] = {}
    for row in draft.new:
        for one in row.check.confirmable:
            if one.code not in row.check.confirmed:
                found.setdefault(one.code, one.text or texts.render(f"confirm_{one.code}", {}))
    return list(found.items())
