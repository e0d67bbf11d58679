"""What every dialog is: a title, a form, a line for what is wrong, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.notice_line import NoticeLine

WIDTH = 520
FIELD_HEIGHT = 32
EDGE, TITLE_BAR = 16, 48
"""What the window system takes of the screen around a dialog."""


class Dialog(QDialog):
    """A form above, Hủy and the deed itself below."""

    def __init__(self, title: str, deed: str, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.icons = icons
        self._has_first = False
        self.notice = NoticeLine(icons)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.setObjectName("dialogButtons")
        self.deed: QPushButton = self.buttons.addButton(
            deed, QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.deed.setObjectName("deed")
        self.deed.setProperty("role", "main")
        self.deed.setDefault(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(16)
        self.column.addWidget(self.notice)
        self.column.addLayout(self.form)
        self.column.addStretch(1)
        self.column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.finish)
        self.buttons.rejected.connect(self.reject)

    def event(self, event: QEvent) -> bool:
        """Grow when what stands in it needs more room: a line that says what is wrong."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return is_done

    def _grow(self) -> None:
        wraps = self.column.hasHeightForWidth()
        hint = self.column.totalSizeHint().height()
        needed = self.column.totalHeightForWidth(self.width()) if wraps else hint
        room = self.screen().availableGeometry().height() - TITLE_BAR
        if needed > self.height():
            self.resize(self.width(), max(self.height(), min(needed, room)))

    def take_room(self, width: int, height: int) -> None:
        """Be as large as asked, as far as the screen has room."""
        room = self.screen().availableGeometry().adjusted(0, 0, -EDGE, -TITLE_BAR)
        self.resize(min(width, room.width()), min(height, room.height()))

    def make_room(self) -> None:
        """Grow for lines that came in or wrap, that no field is squeezed by them."""
        self.column.activate()
        wanted = self.column.totalHeightForWidth(self.width())
        if wanted > self.height():
            self.take_room(self.width(), wanted)

    def add_row(self, caption: str, field: QWidget, *, is_required: bool = False) -> None:
        """A captioned field; what must be filled in bears (*)."""
        words = label(f"{caption} (*)" if is_required else caption, "soft")
        words.setBuddy(field)
        words.setMinimumHeight(FIELD_HEIGHT)
        field.setAccessibleName(caption)
        self.form.addRow(words, field)
        if not self._has_first:
            self._has_first = True
            field.setFocus()

    def add_hint(self, text: str) -> None:
        """A line of explanation under the field above."""
        hint = label(text, "caption", wraps=True)
        hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.form.addRow("", hint)

    def fault(self) -> str:
        """What keeps the form from being taken, empty when it is complete."""
        return ""

    def finish(self) -> None:
        """Take the form, or say what is missing."""
        fault = self.fault()
        if fault:
            self.notice.say(Tone.BAD, fault)
            self.make_room()
            return
        self.notice.hide()
        self.accept()
