"""Where this machine's scanner puts its files, in a file beside the machine's settings."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.domain.errors import EnvironmentFault

FILE = "thu-muc-quet.txt"


class ScanFolderFile:
    """Port `ScanFolder`."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def folder(self) -> Path | None:
        """The folder, `None` before one was chosen; a broken file gives none."""
        try:
            text = self._file.read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return None
        return Path(text) if text else None

    def remember(self, folder: Path) -> None:
        """Remember the folder.

        Raises:
            EnvironmentFault: the machine does not let it be written.
        """
        unfinished = self._file.with_suffix(".dang-ghi")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(str(folder), encoding="utf-8")
            unfinished.replace(self._file)
        except (OSError, UnicodeError) as error:
            raise EnvironmentFault("scan_folder_unsaved", file=self._file.name) from error
