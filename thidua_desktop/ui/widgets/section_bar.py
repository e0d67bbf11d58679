"""The sections of a step as tabs above the page; hidden for a step that has only its page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thidua_desktop.ui.widgets.tab_line import tab_line

LEFT = 24
"""The margin of the page below, with which the words stand in line."""


class SectionBar(QWidget):
    """Tells which section was chosen by its page's key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tabs = tab_line("sectionBar", "Các phần của bước này")
        self.tabs.currentChanged.connect(self._tell)
        self._shown: tuple[tuple[str, str], ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 10, LEFT, 0)
        row.addWidget(self.tabs, 1)
        self.hide()

    def show_sections(self, sections: Sequence[tuple[str, str]], key: str) -> None:
        """Offer the sections of a step, each by its key and its words; this one is chosen."""
        with QSignalBlocker(self.tabs):
            if tuple(sections) != self._shown:
                self._fill(sections)
            self.tabs.setCurrentIndex([section for section, _ in sections].index(key))
        self.setVisible(len(sections) > 1)

    def _fill(self, sections: Sequence[tuple[str, str]]) -> None:
        while self.tabs.count():
            self.tabs.removeTab(0)
        for _, words in sections:
            self.tabs.addTab(words)
        self._shown = tuple(sections)

    @Slot(int)
    def _tell(self, index: int) -> None:
        if 0 <= index < len(self._shown):
            self.chosen.emit(self._shown[index][0])
