"""Ctrl+Z and Ctrl+Y: undo, and do again, after it was shown and agreed to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from thidua_desktop.application.journal.taking_back import (
    newest_redoable,
    newest_undoable,
    take_back,
    undone_by_it,
)
from thidua_desktop.application.records import Operation, UndoOutcome
from thidua_desktop.ui.dialogs.undo_dialog import UndoDialog
from thidua_desktop.ui.state import WindowState


class Undoing(QObject):
    """Previews, asks, undoes, and tells."""

    undone = Signal(object)
    """The `UndoOutcome`."""
    nothing_to_undo = Signal()
    nothing_to_redo = Signal()
    failed = Signal(object)

    def __init__(self, state: WindowState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._window = parent

    def undo_newest(self) -> None:
        """Preview the newest operation's undo."""
        desk = self._state.services.desk

        def look() -> tuple[Operation, UndoOutcome] | None:
            operation = newest_undoable(desk)
            if operation is None:
                return None
            return operation, take_back(desk, operation.id, preview=True)

        self._state.services.tasks.run(lambda _progress: look(), self._show, self._fail)

    def redo_newest(self) -> None:
        """Preview doing again what was undone last."""
        desk = self._state.services.desk

        def look() -> tuple[Operation, UndoOutcome, Operation] | None:
            undo = newest_redoable(desk)
            if undo is None:
                return None
            return undo, take_back(desk, undo.id, preview=True), undone_by_it(desk, undo)

        def show(found: tuple[Operation, UndoOutcome, Operation] | None) -> None:
            if found is None:
                self.nothing_to_redo.emit()
                return
            undo, preview, done_before = found
            if self.agree(done_before, preview, is_redo=True):
                self._take_back(undo)

        self._state.services.tasks.run(lambda _progress: look(), show, self._fail)

    def undo(self, operation: Operation) -> None:
        """Preview the undo of an operation of the journal."""
        desk = self._state.services.desk
        self._state.services.tasks.run(
            lambda _progress: (operation, take_back(desk, operation.id, preview=True)),
            self._show,
            self._fail,
        )

    def offer(self, number: int | None) -> tuple[str, Callable[[], object]] | None:
        """A notice's button that shows at once what undoing this very operation would change."""
        if number is None:
            return None
        return "Hoàn tác…", lambda: self.undo_number(number)

    def undo_number(self, number: int) -> None:
        """Preview the undo of the operation with this number."""
        desk = self._state.services.desk

        def look() -> tuple[Operation, UndoOutcome] | None:
            found = next((o for o in desk.store.operations(-1) if o.id == number), None)
            return (found, take_back(desk, number, preview=True)) if found else None

        self._state.services.tasks.run(lambda _progress: look(), self._show, self._fail)

    def _show(self, found: tuple[Operation, UndoOutcome] | None) -> None:
        if found is None:
            self.nothing_to_undo.emit()
            return
        operation, preview = found
        if self.agree(operation, preview):
            self._take_back(operation)

    def _take_back(self, operation: Operation) -> None:
        desk = self._state.services.desk
        self._state.services.tasks.run(
            lambda _progress: take_back(desk, operation.id), self._settle, self._fail
        )

    def agree(self, operation: Operation, preview: UndoOutcome, *, is_redo: bool = False) -> bool:
        """Ask the person; apart, so that tests can stand in."""
        services = self._state.services
        dialog = UndoDialog(operation, preview, services.texts, self._state.icons, self._window)
        if is_redo:
            dialog.say_redo()
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _settle(self, outcome: UndoOutcome) -> None:
        self.undone.emit(outcome)
        self._state.reload()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
