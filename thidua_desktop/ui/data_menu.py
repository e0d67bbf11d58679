"""Mở dữ liệu khác, khôi phục, tạo dữ liệu tập dượt: each in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from thidua_desktop.application.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from thidua_desktop.ui.state import WindowState


class DataMenu(QObject):
    """Three deeds behind one button; data that is open stays as it is."""

    def __init__(self, window: QWidget, button: QToolButton, state: WindowState) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        menu = QMenu(button)
        self.other = menu.addAction("Mở dữ liệu khác…")
        self.backup = menu.addAction("Khôi phục từ bản sao lưu…")
        self.backup.triggered.connect(self.restore_backup)
        self.practice = menu.addAction("Tạo dữ liệu tập dượt…")
        self.other.triggered.connect(self.open_other)
        self.practice.triggered.connect(self.make_practice)
        button.setMenu(menu)
        button.setVisible(state.services.open_data is not None)

    def open_other(self) -> None:
        """Close this window and open another data folder."""
        folder = self.choose_folder("Chọn thư mục dữ liệu cần mở")
        if folder is not None and folder != self._state.services.desk.store.folder:
            self._go_to(folder)

    def restore_backup(self) -> None:
        """Put a backup into a new folder beside what there is, and open it."""
        backup, restore = self.choose_backup(), self._state.services.restore
        if backup is None or restore is None:
            return
        folder = self.choose_folder("Chọn nơi đặt thư mục dữ liệu khôi phục")
        if folder is None:
            return
        new = _free(folder / "Du lieu khoi phuc")

        def work(_progress: Progress) -> object:
            return restore(backup, new)

        self._state.services.tasks.run(work, lambda _made: self._go_to(new), self._fail)

    def make_practice(self) -> None:
        """Make practice data with this office's plan in a new folder, and open it."""
        folder = self.choose_folder("Chọn nơi đặt thư mục dữ liệu tập dượt")
        make = self._state.services.make_practice
        if folder is None or make is None:
            return
        new = _free(folder / "Du lieu tap duot")

        def work(_progress: Progress) -> object:
            return make(new)

        self._state.services.tasks.run(work, lambda _made: self._go_to(new), self._fail)

    def choose_folder(self, caption: str) -> Path | None:
        """Ask for a folder; apart, so that tests can stand in for a person."""
        chosen = QFileDialog.getExistingDirectory(self._window, caption)
        return Path(chosen) if chosen else None

    def choose_backup(self) -> Path | None:
        """Ask for a backup; apart, so that tests can stand in for a person."""
        kinds = "Bản sao lưu (*.zip)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Chọn bản sao lưu", filter=kinds)
        return Path(chosen) if chosen else None

    def _go_to(self, folder: Path) -> None:
        """Only once this window agreed to close: it may hold points that are not saved."""
        open_data: Callable[[Path], None] | None = self._state.services.open_data
        if open_data is not None and self._window.close():
            open_data(folder)

    def _fail(self, error: Exception) -> None:
        self._state.failed.emit(error)


def _free(folder: Path) -> Path:
    """The folder, or the first of this name with a number that is not there yet."""
    found, number = folder, 1
    while found.exists():
        number += 1
        found = folder.with_name(f"{folder.name} {number}")
    return found
