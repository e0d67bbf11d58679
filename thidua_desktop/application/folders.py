"""Folders that results go into."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.domain.errors import EnvironmentFault


def ready_folder(folder: Path) -> None:
    """Make a folder where it is missing.

    Raises:
        EnvironmentFault: the machine does not let it be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault("folder_read_only", folder=str(folder)) from error
