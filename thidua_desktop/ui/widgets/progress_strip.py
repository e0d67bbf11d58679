"""The progress of a long task, with the one button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from thidua_desktop.ui.tasks import Advance, Task
from thidua_desktop.ui.widgets.labels import button, label, named


class ProgressStrip(QWidget):
    """Shown while a task runs."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        self._what = ""
        self._words = label("")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar = QProgressBar()
        named(self._bar, "progress", "Tiến độ")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self.stop = button("Dừng", "stopTask")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self.stop)
        self.stop.clicked.connect(self._cancel)
        self.hide()

    def begin(self, what: str) -> None:
        """Show that something is under way."""
        self._what = what
        self._words.setText(f"{what}…")
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()

    def follow(self, task: Task) -> None:
        """Let the button stop this task."""
        self._task = task

    def hear(self, advance: Advance) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(1, advance.total))
        self._bar.setValue(advance.done)
        counted = f"{self._what}: {advance.done} / {advance.total}"
        self._words.setText(f"{counted} – {advance.label}" if advance.label else counted)

    def end(self) -> None:
        """Nothing is under way any more."""
        self._task = None
        self.hide()

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._words.setText("Đang dừng…")
            self.stop.setEnabled(False)
