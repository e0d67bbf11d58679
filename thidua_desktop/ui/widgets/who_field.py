"""A field for a unit or a person: type a part of the name, then choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.application.cases.subjects import Who
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.vietnamese.folding import Query, fold

WIDTH_IN_LETTERS = 34
NOBODY_YET = "Chưa chọn"


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
        self.choice.setPlaceholderText("Chọn trong danh sách")
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

    def someone(self) -> CaseSubject:
        """Whom was chosen, of a form that is not taken without.

        Raises:
            LookupError: nobody was.
        """
        who = self.who()
        if who is None:
            raise LookupError
        return who

    def choose(self, subject: CaseSubject) -> None:
        """Choose somebody who is known."""
        self.choice.setCurrentIndex(self._place_of(subject))

    def choose_unit(self, code: str) -> None:
        """Choose a unit that is known."""
        self.choose(CaseSubject(code, is_person=False))

    @Slot()
    def _offer(self) -> None:
        """Offer whom the search finds; the only one is chosen, of several nobody by itself."""
        kept = self.who()
        query = Query.of(self.search.text())
        found = [who for who, folded in self._everyone if query.finds(folded)]
        self.choice.clear()
        is_searched = bool(self.search.text().strip())
        if not is_searched:
            # Nobody until somebody is chosen: a matter noted of the wrong unit is not seen again.
            self.choice.addItem(NOBODY_YET, None)
        for who in found:
            words = f"{who.name} – {who.detail}" if who.detail else who.name
            self.choice.addItem(words, who)
            last = self.choice.count() - 1
            self.choice.setItemData(last, words, Qt.ItemDataRole.ToolTipRole)
        wanted = found[0].subject if is_searched and len(found) == 1 else kept
        self.choice.setCurrentIndex(self._place_of(wanted))

    def _place_of(self, subject: CaseSubject | None) -> int:
        """Where somebody stands among those offered, -1 for nobody."""
        offered: list[Who | None] = [
            self.choice.itemData(place) for place in range(self.choice.count())
        ]
        places = (place for place, who in enumerate(offered) if who and who.subject == subject)
        return next(places, -1)
