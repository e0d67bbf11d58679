"""The tabs within a page: one line of words above what they show."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar

from thidua_desktop.ui.widgets.labels import named


def tab_line(name: str, caption: str, *words: str) -> QTabBar:
    """Tabs as wide as their words, without a line below.

    Args:
        name: the object's name, for the style and for tests.
        caption: what a screen reader calls the whole.
        words: what stands on each tab; more may be added.
    """
    tabs = QTabBar()
    named(tabs, name, caption)
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    for word in words:
        tabs.addTab(word)
    return tabs
