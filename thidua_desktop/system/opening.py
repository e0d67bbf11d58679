"""Opens a file or folder with the person's own program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from thidua_desktop.domain.errors import EnvironmentFault

_BY_MODULE = [sys.executable, "-m", "thidua_desktop"]


def open_with_system(path: Path) -> None:
    """Hand a path to the desktop.

    The path is one of our own results, never a command, and no shell is in between.

    Raises:
        EnvironmentFault: no program of this machine opens such a file.
    """
    try:
        _open(path)
    except OSError as error:
        raise EnvironmentFault("nothing_opens_it", file=path.name, detail=str(error)) from error


def _open(path: Path) -> None:
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    program = shutil.which(opener)
    if program is None:
        raise FileNotFoundError(opener)
    subprocess.Popen([program, str(path)], stderr=subprocess.DEVNULL)  # noqa: S603


def start_on(folder: Path) -> None:
    """Start this program once more, on a data folder; each folder has a window of its own.

    Raises:
        EnvironmentFault: the program can't be started.
    """
    itself = [sys.executable] if getattr(sys, "frozen", False) else _BY_MODULE
    try:
        subprocess.Popen([*itself, "--data", str(folder)])  # noqa: S603
    except OSError as error:
        raise EnvironmentFault("nothing_opens_it", file=folder.name, detail=str(error)) from error
