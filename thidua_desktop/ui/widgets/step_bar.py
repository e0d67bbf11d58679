"""The steps of a long dialog in one line: done, under way, to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import ICON, label

_DONE, _NOW, _TO_COME = "check-circle", "circle-dot", "circle"


class StepBar(QWidget):
    """Icon and word of each step; the one under way in bold."""

    def __init__(self, steps: Sequence[str], icons: Icons) -> None:
        super().__init__()
        self.setObjectName("stepBar")
        self._steps = tuple(steps)
        self._icons = icons
        self._marks: list[QLabel] = []
        self._words: list[QLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, step in enumerate(self._steps, start=1):
            mark, words = QLabel(), label(f"{number}. {step}")
            mark.setFixedWidth(ICON.width())
            self._marks.append(mark)
            self._words.append(words)
            row.addWidget(mark)
            row.addWidget(words)
            row.addSpacing(20)
        row.addStretch(1)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Show which step is under way."""
        for number, (mark, words) in enumerate(zip(self._marks, self._words, strict=True)):
            is_now = number == step
            icon = _NOW if is_now else _DONE if number < step else _TO_COME
            colour = PALETTE.accent if is_now else PALETTE.ink_soft
            mark.setPixmap(self._icons.get(icon, colour).pixmap(ICON))
            words.setProperty("role", "section" if is_now else "soft")
            words.style().polish(words)
        total = len(self._steps)
        self.setAccessibleName(f"Bước {step + 1} trong {total}: {self._steps[step]}")
