"""A list of things that only the officer can confirm, each with its box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QWidget

from thidua_desktop.ui.widgets.labels import label

HEIGHT = 170
TEXT_DROP = 5
"""Pixels that bring the first line of the words to the middle of the box."""


class ConfirmList(QScrollArea):
    """Boxes with wrapped words; a plain check box can't wrap its own."""

    def __init__(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("confirmList")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(HEIGHT)
        self._boxes: dict[str, QCheckBox] = {}
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (code, words) in enumerate(choices):
            box = QCheckBox()
            box.setObjectName(f"confirm_{code}")
            box.setAccessibleName(words)
            box.setChecked(code in chosen)
            said = label(words, wraps=True)
            said.setBuddy(box)
            said.setContentsMargins(0, TEXT_DROP, 0, 0)
            grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)
            self._boxes[code] = box
        grid.setRowStretch(len(choices), 1)
        self.setWidget(body)

    def chosen(self) -> tuple[str, ...]:
        """The codes of what is confirmed."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())
