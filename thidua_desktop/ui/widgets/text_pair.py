"""Two texts beside each other, with the passages marked that stand in both."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from thidua_desktop.domain.findings.likeness import Span
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import label, selectable

BESIDE = 340
"""From this width on the texts stand beside each other, below it one under the other."""
_MARK = f"background-color:{PALETTE.warning_tint}; font-weight:600;"
_NONE = "Không ghi."


def marked(text: str, marks: Sequence[Span]) -> str:
    """The text as HTML with some passages marked; whatever stands in it stays plain text."""
    parts, done = [], 0
    for begin, end in marks:
        parts.append(escape(text[done:begin]))
        parts.append(f'<span style="{_MARK}">{escape(text[begin:end])}</span>')
        done = end
    parts.append(escape(text[done:]))
    return "".join(parts).replace("\n", "<br>")


class TextPair(QWidget):
    """Each text under its own heading; where it is narrow one stands below the other."""

    def __init__(
        self, first: tuple[str, str, Sequence[Span]], second: tuple[str, str, Sequence[Span]]
    ) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        for heading, text, marks in (first, second):
            self._row.addWidget(_side(heading, text, marks), 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or below."""
        super().resizeEvent(event)
        is_wide = self.width() >= BESIDE
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)


def _side(heading: str, text: str, marks: Sequence[Span]) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(heading, "caption", wraps=True))
    words = selectable("")
    if text:
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setText(marked(text, marks))
    else:
        words.setText(_NONE)
    words.setAccessibleName(f"{heading}: {text or _NONE}")
    column.addWidget(words)
    column.addStretch(1)
    return side
