"""A field for a unit or a person: type a part of the name, then choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.application.cases import Who
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.vietnamese.folding import Query, fold

WIDTH_IN_LETTERS = 34


class WhoField(QWidget):
    """The search stands apart from the list, so that nothing is completed under UniKey."""

    def __init__(self, everyone: Sequence[Who]) -> None:
        super().__init__()
        self._everyone = [(who, fold(f"{who.name} {who.detail}")) for who in everyone]
        self.search = QLineEdit()
        self.search.setObjectName("whoSearch")
        self.search.setAccessibleName("Tìm đơn vị, cá nhân")
        self.search.setPlaceholderText("Gõ một phần tên để tìm")
        self.choice = QComboBox()
        self.choice.setObjectName("who")
        self.choice.setAccessibleName("Đơn vị, cá nhân")
        self.choice.setMinimumContentsLength(WIDTH_IN_LETTERS)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.choice)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._offer)
        self._offer()

    def who(self) -> CaseSubject | None:
        """Whom was chosen; nobody where nothing is found."""
        found: Who | None = self.choice.currentData()
        return found.subject if found else None

    @Slot()
    def _offer(self) -> None:
        kept = self.who()
        query = Query.of(self.search.text())
        self.choice.clear()
        for who, folded in self._everyone:
            if query.finds(folded):
                words = f"{who.name} – {who.detail}" if who.detail else who.name
                self.choice.addItem(words, who)
                place = self.choice.count() - 1
                self.choice.setItemData(place, words, Qt.ItemDataRole.ToolTipRole)
                if who.subject == kept:
                    self.choice.setCurrentIndex(place)
