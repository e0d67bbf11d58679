"""A list of things that only the officer can confirm, each with its box."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QWidget

from thidua_desktop.ui.widgets.labels import label

HEIGHT = 176
TEXT_DROP = 5
"""Pixels that bring the first line of the words to the middle of the box."""


class ConfirmList(QScrollArea):
    """Boxes with wrapped words; a plain check box can't wrap its own.

    What can be denied has a second box, «Không đạt»; one of the two at most is marked.
    """

    changed = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        chosen: Sequence[str],
        deniable: Collection[str] = (),
        denied: Collection[str] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("confirmList")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(HEIGHT)
        self._boxes: dict[str, QCheckBox] = {}
        self._denials: dict[str, QCheckBox] = {}
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
            box.toggled.connect(self.changed)
            if code in deniable:
                self._add_denial(grid, row, code, is_denied=code in denied)
        grid.setRowStretch(len(choices), 1)
        self.setWidget(body)

    def chosen(self) -> tuple[str, ...]:
        """The codes of what is confirmed."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    def denied(self) -> tuple[str, ...]:
        """The codes of what is not met."""
        return tuple(code for code, box in self._denials.items() if box.isChecked())

    def _add_denial(self, grid: QGridLayout, row: int, code: str, *, is_denied: bool) -> None:
        met, denial = self._boxes[code], QCheckBox("Không đạt")
        denial.setObjectName(f"deny_{code}")
        denial.setAccessibleName(f"Không đạt: {met.accessibleName()}")
        denial.setChecked(is_denied)
        _exclude(met, denial)
        _exclude(denial, met)
        denial.toggled.connect(self.changed)
        grid.addWidget(denial, row, 2, Qt.AlignmentFlag.AlignTop)
        self._denials[code] = denial


def _exclude(box: QCheckBox, other: QCheckBox) -> None:
    """Marking one box clears the other."""

    def clear(is_on: bool) -> None:  # noqa: FBT001 - a signal's
        if is_on:
            other.setChecked(False)

    box.toggled.connect(clear)
