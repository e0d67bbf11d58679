"""Asks for files and folders; apart, so that tests can stand in for a person."""

from __future__ import annotations

import re
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
        return with_ending(Path(chosen), name, kinds) if chosen else None


def with_ending(chosen: Path, name: str, kinds: str) -> Path:
    """A chosen path with an ending of its kinds, by itself that of `name`.

    Windows adds it, other systems do not.
    """
    is_whole = chosen.suffix.lower() in re.findall(r"\*(\.\w+)", kinds)
    return chosen if is_whole else chosen.with_name(chosen.name + Path(name).suffix)
