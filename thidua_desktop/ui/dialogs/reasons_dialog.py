"""Lý do: asked for all points at once that differ, rather than refusing them one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.columns import AskedReason
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.text_fields import line_edit

MOST_ROWS = 8
"""More lines than this are given one reason together, or the dialog would leave the screen."""


class ReasonsDialog(Dialog):
    """One field above for all, and one for each line that needs words of its own."""

    def __init__(
        self, title: str, asked: Sequence[AskedReason], icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__(title, "Lưu điểm", icons, parent)
        self._asked = asked
        self.fields: dict[str, QLineEdit] = {}
        self.shared = line_edit("sharedReason")
        if len(asked) > 1:
            self.add_row("Lý do chung", self.shared)
            self.shared.textEdited.connect(self._share)
        if len(asked) > MOST_ROWS:
            words = ", ".join(one.words for one in asked)
            self.form.addRow(label(f"Cho {len(asked)} dòng: {words}", "caption", wraps=True))
            return
        for number, one in enumerate(asked):
            field = line_edit(f"reason{number}", one.reason)
            self.fields[one.key] = field
            self.add_row(one.words, field, is_required=True)

    def reasons(self) -> Mapping[str, str]:
        """The reason of each line by its key."""
        shared = self.shared.text().strip()
        if not self.fields:
            return {one.key: one.reason or shared for one in self._asked}
        return {key: field.text().strip() for key, field in self.fields.items()}

    def fault(self) -> str:
        """Every line needs one."""
        return "" if all(self.reasons().values()) else "Hãy ghi lý do cho mọi điểm khác nhau."

    @Slot(str)
    def _share(self, text: str) -> None:
        for one in self._asked:
            field = self.fields.get(one.key)
            if field is not None and not one.reason:
                field.setText(text)
