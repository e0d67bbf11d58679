"""Loads the pages' modules while nobody waits, so that the first look at a page is quick."""

from __future__ import annotations

import logging
from collections import deque
from importlib import import_module

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.pages.registry import PAGES, PageSpec
from thidua_desktop.ui.tasks import TaskRunner

FIRST_PAUSE, PAUSE = 1500, 60
"""Milliseconds before the first module, and between two; what the officer asks for goes between."""

_logger = logging.getLogger(__name__)


class PageLoader(QTimer):
    """One module after the other, away from the window, as long as it is open."""

    def __init__(self, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._waiting: deque[PageSpec] = deque(PAGES)
        self.setSingleShot(True)
        self.timeout.connect(self.load_next)
        self.start(FIRST_PAUSE)

    @Slot()
    def load_next(self) -> None:
        """Load one module, then wait for the next."""
        if not self._waiting or not self._window.isVisible():
            return
        spec = self._waiting.popleft()
        self._tasks.run(
            lambda _progress: import_module(spec.module), lambda _module: self.start(PAUSE), _note
        )


def _note(error: Exception) -> None:
    """Whoever opens the page is told; before that nobody misses it."""
    _logger.warning("page not loaded ahead: %s", error)
