"""The filter line of a page: a search box and a few choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import button, label, named

FIELD_HEIGHT = 32
WIDEST_CHOICE = 560
PAUSE = 250
"""Milliseconds of quiet before a search: UniKey rewrites letters while it types."""

EVERY = ""


class FilterLine(QWidget):
    """Search and choices; tells once typing has rested."""

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.set_hint("Tìm")
        self.search.setFixedSize(260, FIELD_HEIGHT)
        self.search.addAction(
            QAction(icons.get("search", PALETTE.ink_soft), "", self.search),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._choices: dict[str, QComboBox] = {}
        self._captions: dict[str, QLabel] = {}
        self._clear = button(
            "Xóa lọc", "clearFilter", icon=icons.get("x", PALETTE.info), role="link"
        )
        self._clear.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.search)
        self._row.addWidget(self._clear)
        self._row.addStretch(1)
        self.search.textChanged.connect(self._wait)
        self._rest.timeout.connect(self._tell)
        self._clear.clicked.connect(self.clear)

    def set_hint(self, hint: str) -> None:
        """Say what is searched."""
        named(self.search, "search", hint)
        self.search.setPlaceholderText(f"{hint} (Ctrl+F)")

    def add_choice(self, key: str, caption: str, every: str = "Tất cả") -> QComboBox:
        """A choice; `every` is the word for «no filter», empty where one must be chosen."""
        box = QComboBox()
        named(box, f"filter_{key}", caption)
        box.setMinimumWidth(150)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(WIDEST_CHOICE)
        # Where the window is too narrow for the words, they can still be read in full.
        box.currentTextChanged.connect(box.setToolTip)
        if every:
            box.addItem(every, EVERY)
        caption_label = label(caption, "soft")
        caption_label.setBuddy(box)
        place = self._row.count() - 2
        self._row.insertWidget(place, caption_label)
        self._row.insertWidget(place + 1, box)
        self._choices[key] = box
        self._captions[key] = caption_label
        box.currentIndexChanged.connect(self._tell)
        return box

    def add_widget(self, widget: QWidget) -> None:
        """Something that stands at the right end of the line."""
        self._row.addWidget(widget)

    def set_choices(self, key: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (value, text) pairs, keeping what is chosen."""
        box = self._choices[key]
        chosen = box.currentData()
        blocker = QSignalBlocker(box)
        has_every = box.count() > 0 and box.itemData(0) == EVERY
        every = box.itemText(0) if has_every else ""
        box.clear()
        if has_every:
            box.addItem(every, EVERY)
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        blocker.unblock()
        box.setToolTip(box.currentText())

    def show_choice(self, key: str, *, is_shown: bool) -> None:
        """Show or hide a choice with its caption."""
        self._choices[key].setVisible(is_shown)
        self._captions[key].setVisible(is_shown)

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text()

    def chosen(self, key: str) -> str:
        """The chosen value, empty for every."""
        return str(self._choices[key].currentData() or EVERY)

    def choose(self, key: str, value: str) -> None:
        """Choose a value; one that is not offered is left alone."""
        place = self._choices[key].findData(value)
        if place >= 0:
            self._choices[key].setCurrentIndex(place)

    @Slot()
    def clear(self) -> None:
        """Show everything again."""
        for box in self._choices.values():
            if box.itemData(0) == EVERY:
                box.setCurrentIndex(0)
        self.search.clear()
        self._tell()

    @Slot()
    def _wait(self) -> None:
        self._rest.start()

    @Slot()
    def _tell(self) -> None:
        self._rest.stop()
        filters = [box for box in self._choices.values() if box.itemData(0) == EVERY]
        is_filtered = bool(self.text) or any(box.currentIndex() > 0 for box in filters)
        self._clear.setVisible(is_filtered)
        self.changed.emit()
