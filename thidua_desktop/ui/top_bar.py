"""The top line: whose office, which movement, which cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from thidua_desktop.application.papers.wording import movement_called
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.elided_label import ElidedLabel
from thidua_desktop.ui.widgets.labels import icon_button, label, named, picture

if TYPE_CHECKING:
    from thidua_desktop.ui.state import Frame

HEIGHT = 56
PRACTICE = "Dữ liệu tập dượt"


class TopBar(QFrame):
    """Commune and movement left, the cycle chooser and help right."""

    cycle_chosen = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self.commune = label("Thi đua, khen thưởng")
        self.commune.setObjectName("communeName")
        self.movement = ElidedLabel()
        self.movement.setObjectName("movementName")
        self.cycles = QComboBox()
        named(self.cycles, "cycleChooser", "Kỳ đang xem")
        self.cycles.setMinimumWidth(190)
        self.cycles.setEnabled(False)
        self.help = icon_button(icons.get("help-circle"), "Hướng dẫn (F1)", "help")
        self.practice = label(PRACTICE)
        self.practice.setObjectName("practiceBadge")
        self.practice.hide()
        self.more = icon_button(icons.get("folder-open"), "Mở dữ liệu khác", "dataMenu")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.hide()
        self._lay_out(icons)
        self.cycles.activated.connect(self._tell)

    def _lay_out(self, icons: Icons) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.commune)
        words.addWidget(self.movement)
        words.addStretch(1)
        caption = label("Kỳ", "soft")
        caption.setBuddy(self.cycles)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(picture(icons.get("award", PALETTE.accent), 24))
        row.addLayout(words, 1)
        row.addWidget(self.practice, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(caption)
        row.addWidget(self.cycles, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.more)
        row.addWidget(self.help)

    def show_frame(self, frame: Frame) -> None:
        """Show whose data this is and which cycles there are; practice bears another colour."""
        self.practice.setVisible(frame.is_practice)
        self.setProperty("practice", "true" if frame.is_practice else "false")
        self.style().polish(self)
        self.commune.setText(frame.commune)
        self.movement.say(movement_called(frame.plan.movement))
        self.cycles.clear()
        for key, words in frame.cycle_choices:
            self.cycles.addItem(words, key)
        if not frame.cycles:
            self.cycles.addItem("Chưa mở kỳ nào", "")
        if frame.today.cycle is not None:
            self.cycles.setCurrentIndex(self.cycles.findData(frame.today.cycle.id))
        self.cycles.setEnabled(bool(frame.cycles))

    @Slot()
    def _tell(self) -> None:
        chosen = self.cycles.currentData()
        if chosen:
            self.cycle_chosen.emit(chosen)
