"""The panel beside a table: everything about the selected row, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.widgets.labels import label, picture, selectable

WIDTH = 280


class _Body(QWidget):
    """As tall as its wrapped words need at its width; a scroll area does not ask for that."""

    def event(self, event: QEvent) -> bool:
        """Fit anew when a part came or changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit(self.width())
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the width needs."""
        super().resizeEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Ask for the height that this width needs."""
        column = self.layout()
        if column is not None:
            self.setMinimumHeight(max(0, column.totalHeightForWidth(width)))


class SidePanel(QWidget):
    """A column of titled parts, built anew for each selected record."""

    def __init__(self, icons: Icons, hint: str) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(240)
        self._icons = icons
        self._hint = hint
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._area, 1)
        self.clear()
        self.end()

    def clear(self, hint: str = "") -> None:
        """Begin anew; without further parts the panel says what to select."""
        self._body = _Body()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 4, 8, 8)
        self._column.setSpacing(8)
        self._is_empty = True
        self._shown_hint = hint or self._hint

    def end(self) -> None:
        """Close the column."""
        if self._is_empty:
            self._column.addWidget(label(self._shown_hint, "soft", wraps=True))
        self._column.addStretch(1)
        self._area.setWidget(self._body)
        self._body.fit(self._area.viewport().width())

    def add_title(self, text: str, caption: str = "") -> None:
        """The record's name, and what kind of thing it is."""
        self.add(selectable(text, "panelTitle"))
        if caption:
            self.add(label(caption, "caption", wraps=True))

    def add_section(self, text: str) -> None:
        """The head of a part."""
        self._column.addSpacing(8)
        self.add(label(text, "section", wraps=True))

    def add_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Captions with their values, one below the other; empty values are left out."""
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for caption, value in pairs:
            if value:
                form.addRow(label(caption, "soft"), selectable(value))
        self._column.addLayout(form)
        self._is_empty = False

    def add_text(self, text: str, role: str = "") -> None:
        """A paragraph that can be copied."""
        self.add(selectable(text, role))

    def add_line(self, tone: Tone, icon: str, text: str, more: str = "") -> None:
        """A sentence with an icon that tells its weight, and what stands under it in small."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        tinted: QIcon = self._icons.get(icon, PALETTE.of(tone))
        line.addWidget(picture(tinted), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(selectable(text))
        if more:
            words.addWidget(selectable(more, "caption"))
        line.addLayout(words, 1)
        self.add(row)

    def add(self, widget: QWidget) -> None:
        """Any widget as the next part."""
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        widget.setSizePolicy(policy)
        self._column.addWidget(widget)
        self._is_empty = False

    def add_foot(self, widget: QWidget) -> None:
        """A widget that stays at the bottom whatever is shown above."""
        self._outer.addWidget(widget)
