"""The head of a page: its title, what it is about, one main action and the others."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.elided_label import ElidedLabel
from thidua_desktop.ui.widgets.labels import ICON, button, icon_button, label

ON_ACCENT = "#FFFFFF"

Deed = Callable[[], object]


def _without_state(does: Deed) -> Callable[[bool], None]:
    """Qt tells a clicked button's state, which no deed wants to hear."""

    def call(_is_checked: bool) -> None:  # noqa: FBT001  Qt's own signature
        does()

    return call


class PageHeader(QWidget):
    """Title and subtitle left, actions right; the main action stands last."""

    def __init__(self, title: str, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.title = label(title)
        self.title.setObjectName("pageTitle")
        self.subtitle = ElidedLabel()
        self.subtitle.setObjectName("pageSubtitle")
        self.main = button("", "mainAction", role="main")
        self.main.hide()
        self._more: QToolButton | None = None
        self._others: list[QPushButton] = []
        self._icon_names: dict[QPushButton, str] = {}
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.main, 0, Qt.AlignmentFlag.AlignTop)

    def set_subtitle(self, text: str) -> None:
        """Say in one line what the page shows now."""
        self.subtitle.say(text)

    def set_main(self, text: str, icon: str, does: Deed) -> None:
        """The one main action, in the accent colour."""
        self.main.setIcon(self._icons.get(icon, ON_ACCENT))
        self.main.setIconSize(ICON)
        self._icon_names[self.main] = icon
        self.rename_main(text)
        self.main.clicked.connect(_without_state(does))
        self.main.show()

    def rename_main(self, text: str) -> None:
        """Give the main action other words; the space parts them from the icon."""
        self.main.setText(f" {text}")
        self.main.setAccessibleName(text)

    def add_action(self, text: str, icon: str, does: Deed) -> QPushButton:
        """A second action, before the main one."""
        made = button(text, "action_" + icon, icon=self._icons.get(icon))
        made.clicked.connect(_without_state(does))
        place = self._row.count() - (2 if self._more else 1)
        self._row.insertWidget(place, made, 0, Qt.AlignmentFlag.AlignTop)
        self._others.append(made)
        self._icon_names[made] = icon
        return made

    def let_lead(self, leading: QPushButton) -> None:
        """Give the accent to the action that comes next in the work."""
        for one, icon in self._icon_names.items():
            leads = one is leading
            one.setProperty("role", "main" if leads else "")
            one.setIcon(self._icons.get(icon, ON_ACCENT) if leads else self._icons.get(icon))
            one.style().polish(one)

    def order_tabs(self) -> None:
        """Let the Tab key go as the eye does: the main action stands and comes last."""
        line = [*self._others, *([self._more] if self._more else []), self.main]
        for before, after in pairwise(line):
            self.setTabOrder(before, after)

    def add_more(self, text: str, icon: str, does: Deed, key: str = "") -> QAction:
        """An action in the menu «Việc khác»; its key stands beside it."""
        if self._more is None:
            self._more = icon_button(self._icons.get("settings"), "Việc khác", "moreActions")
            self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            self._more.setMenu(QMenu(self._more))
            place = self._row.count() - 1
            self._row.insertWidget(place, self._more, 0, Qt.AlignmentFlag.AlignTop)
        action = QAction(self._icons.get(icon), text, self)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(_without_state(does))
        self._more.menu().addAction(action)
        return action
