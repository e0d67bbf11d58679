"""What stands where a table would be empty: what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import button, label, picture

WIDTH = 440


class EmptyState(QWidget):
    """An icon, a title, one sentence and, where there is something to do, its button."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("emptyState")
        self._icons = icons
        self._does: Callable[[], object] | None = None
        self._picture = picture(icons.get("inbox", PALETTE.line_strong), 40)
        self.title = label("", "panelTitle")
        self.sentence = label("", "soft", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sentence.setFixedWidth(WIDTH)
        self.action = button("", "emptyAction")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._picture, self.title, self.sentence):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.action.clicked.connect(self._act)
        self.action.hide()

    def say(
        self,
        icon: str,
        title: str,
        sentence: str,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show what is missing and what to do about it."""
        self._picture.setPixmap(self._icons.get(icon, PALETTE.line_strong).pixmap(40, 40))
        self._picture.setFixedWidth(40)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setFixedHeight(self.sentence.heightForWidth(WIDTH))
        self.action.setVisible(action is not None)
        if action is not None:
            self.action.setText(action[0])
            self._does = action[1]

    @Slot()
    def _act(self) -> None:
        if self._does is not None:
            self._does()
