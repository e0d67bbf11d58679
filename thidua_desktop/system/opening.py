"""Opens a file or folder with the person's own program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_with_system(path: Path) -> None:
    """Hand a path to the desktop; where there is none, nothing happens.

    The path is one of our own results, never a command, and no shell is in between.
    """
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606
        return
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is not None:
        subprocess.Popen([opener, str(path)], stderr=subprocess.DEVNULL)  # noqa: S603
