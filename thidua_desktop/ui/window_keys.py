"""The keys of the whole window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.dialogs.help_dialog import HelpDialog
from thidua_desktop.ui.pages.registry import HOME, STEPS

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page
    from thidua_desktop.ui.rail import Rail
    from thidua_desktop.ui.state import WindowState
    from thidua_desktop.ui.undoing import Undoing

WITH_DIGITS = 9
"""How many steps have a digit of their own."""


class ShownPages(Protocol):
    """What the keys need of the window."""

    rail: Rail

    @property
    def current(self) -> Page | None:
        """The page that is shown."""
        ...

    @property
    def current_key(self) -> str:
        """Its key, empty before the first."""
        ...

    def show_page(self, key: str) -> None:
        """Go to a page."""
        ...


class WindowKeys(QObject):
    """F1 help, F5 refresh, Ctrl+digit a step, Ctrl+N, S, F, P, Z, Y, Esc."""

    def __init__(
        self, window: QWidget, pages: ShownPages, state: WindowState, undoing: Undoing
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._state = state
        self._undoing = undoing
        for keys, does in self._deeds():
            QShortcut(QKeySequence(keys), window).activated.connect(does)

    def _deeds(self) -> list[tuple[str, Callable[[], object]]]:
        steps = [
            (f"Ctrl+{spec.step}", partial(self._pages.show_page, spec.key))
            for spec in STEPS[:WITH_DIGITS]
        ]
        return [
            ("F1", self.help),
            ("F5", self._state.reload),
            ("Ctrl+F", partial(self._on_page, "focus_search")),
            ("Ctrl+N", partial(self._on_page, "add_new")),
            ("Ctrl+S", partial(self._on_page, "save")),
            ("Ctrl+P", partial(self._on_page, "print_page")),
            ("Ctrl+Z", self._undoing.undo_newest),
            ("Ctrl+Y", self._undoing.redo_newest),
            ("Esc", self.escape),
            ("Ctrl+0", partial(self._pages.show_page, HOME.key)),
            *steps,
        ]

    def _on_page(self, deed: str) -> None:
        if self._pages.current is not None:
            getattr(self._pages.current, deed)()

    @Slot()
    def help(self) -> None:
        """Show the help of the page."""
        HelpDialog(self._state.services.resources, self._pages.current_key, self._window).show()

    @Slot()
    def escape(self) -> None:
        """Close the answer line, then empty the search, then go back to the rail."""
        page = self._pages.current
        if page is not None and page.notice.isVisible():
            page.notice.hide()
        elif page is not None and page.filters.text:
            page.filters.clear()
        else:
            self._pages.rail.setFocus(Qt.FocusReason.ShortcutFocusReason)
