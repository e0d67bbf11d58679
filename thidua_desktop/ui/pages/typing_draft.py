"""What is typed of a paper form: kept as a draft whenever a row is left or the keys rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from thidua_desktop.application.collecting.typing_in import judge_typed, keep_draft
from thidua_desktop.application.forms.typed_form import TypedForm
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.tasks import TaskRunner

REST = 1500
"""Milliseconds without a key after which what is typed is kept."""


class TypingDraft(QObject):
    """Knows whether there is something to keep, and keeps it away from the GUI thread.

    `read` gives the form as it stands on the screen, `None` where none is shown.
    """

    kept = Signal(object, tuple)
    """The `TypedForm` that was kept, and what the judging says of it."""
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: TaskRunner,
        read: Callable[[], TypedForm | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._read = read
        self.is_new = False
        """Whether something was typed that is not kept yet."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.keep)

    def note(self) -> None:
        """Something was typed."""
        self.is_new = True
        self._rest.start()

    def forget(self) -> None:
        """What was typed shall not be kept."""
        self.is_new = False
        self._rest.stop()

    @Slot()
    def keep(self) -> None:
        """Keep what was typed, and judge it."""
        form, desk = self._read(), self._desk
        if not self.is_new or form is None:
            return
        self.forget()

        def work() -> tuple[TypedForm, tuple[Issue, ...]]:
            return keep_draft(desk, form), judge_typed(desk, form)

        self._tasks.run(lambda _progress: work(), lambda kept: self.kept.emit(*kept), self._fail)

    def _fail(self, error: Exception) -> None:
        self.is_new = True
        self.failed.emit(error)
