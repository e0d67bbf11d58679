"""Asks for files and folders; apart, so that tests can stand in for a person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class FileChoosing(QWidget):
    """What can ask for files, with the system's own dialogs."""

    def choose_folder(self, caption: str) -> Path | None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(self, caption)
        return Path(chosen) if chosen else None

    def choose_files(self, caption: str, kinds: str) -> list[Path]:
        """Ask for files to read."""
        chosen, _ = QFileDialog.getOpenFileNames(self, caption, "", kinds)
        return [Path(file) for file in chosen]

    def choose_new_file(self, caption: str, name: str, kinds: str) -> Path | None:
        """Ask where to write a file."""
        chosen, _ = QFileDialog.getSaveFileName(self, caption, name, kinds)
        return Path(chosen) if chosen else None
