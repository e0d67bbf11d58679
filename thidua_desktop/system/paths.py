"""Where the program's own files lie: beside the source, or inside the frozen program."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

PORTABLE_FOLDER = "data"
"""A folder of this name beside the program wins over every other choice."""


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders that ship with the program.

    Attributes:
        root: holds ``resources`` and ``db``.
        program: the folder of the program itself, where a portable ``data`` may stand.
    """

    root: Path
    program: Path

    @classmethod
    def detect(cls) -> AppPaths:
        """Find the folders; the only code that knows how the program was frozen."""
        bundle = getattr(sys, "_MEIPASS", None)
        if bundle is not None:
            return cls(Path(bundle), Path(sys.executable).parent)
        root = Path(__file__).resolve().parents[2]
        return cls(root, root)

    @property
    def resources(self) -> Path:
        """Plans, rule packs, texts, fonts, icons, help."""
        return self.root / "resources"

    @property
    def migrations(self) -> Path:
        """The numbered SQL files."""
        return self.root / "db" / "migrations"

    @property
    def portable_data(self) -> Path:
        """The data folder beside the program."""
        return self.program / PORTABLE_FOLDER


def suggested_data_folder() -> Path:
    """Where a new data folder would best lie: on a drive that a new Windows leaves alone."""
    for drive in ("D:/", "E:/"):
        if sys.platform == "win32" and Path(drive).is_dir():
            return Path(drive) / "ThiDua"
    return Path.home() / "ThiDua"
