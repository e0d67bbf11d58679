"""The answer line: what came of an action, in the window and not in a box to click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.widgets.labels import ICON, button, icon_button, label

_ICONS = {
    Tone.GOOD: "check-circle",
    Tone.WARNING: "alert-triangle",
    Tone.BAD: "alert-circle",
    Tone.INFO: "info",
}
_WORDS = {
    Tone.GOOD: "Xong.",
    Tone.WARNING: "Lưu ý.",
    Tone.BAD: "Chưa được.",
    Tone.INFO: "",
}
_MOST_DETAILS = 6


class NoticeLine(QFrame):
    """Icon, word, sentence, and at most one thing to do about it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("noticeLine")
        self._icons = icons
        self._icon = QLabel()
        self._icon.setFixedWidth(ICON.width())
        self.text = label("", wraps=True)
        self.text.setObjectName("noticeText")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = label("", wraps=True)
        self.details.setObjectName("noticeDetails")
        self.action = button("", "noticeAction", role="link")
        self._does: Callable[[], object] | None = None
        close = icon_button(icons.get("x"), "Đóng dòng thông báo", "noticeClose")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.text)
        words.addWidget(self.details)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.action)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.action.clicked.connect(self._act)
        close.clicked.connect(self.hide)
        self.hide()

    def say(
        self,
        tone: Tone,
        sentence: str,
        *,
        details: Sequence[str] = (),
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a sentence; its tone is said by icon and word as well as by colour."""
        self.setProperty("tone", tone.value)
        self.style().polish(self)
        self._icon.setPixmap(self._icons.get(_ICONS[tone], PALETTE.of(tone)).pixmap(ICON))
        self.text.setText(f"{_WORDS[tone]} {sentence}".strip())
        more = len(details) - _MOST_DETAILS
        lines = [*details[:_MOST_DETAILS], *([f"… và {more} điều khác."] if more > 0 else [])]
        self.details.setText("\n".join(lines))
        self.details.setVisible(bool(lines))
        self.action.setVisible(action is not None)
        if action is not None:
            self.action.setText(action[0])
            self._does = action[1]
        self.setAccessibleName(self.text.text())
        self.show()

    @Slot()
    def _act(self) -> None:
        self.hide()
        if self._does is not None:
            self._does()
