"""Folders that results go into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.domain.errors import EnvironmentFault


@contextmanager
def ready_folder(folder: Path) -> Iterator[Path]:
    """Make a folder where it is missing; what was made goes again if nothing came into it.

    Raises:
        EnvironmentFault: the machine does not let it be made.
    """
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault("folder_read_only", folder=str(folder)) from error
    try:
        yield folder
    finally:
        remove_empty(made)


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove folders, the innermost first, as far as they hold nothing."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return
