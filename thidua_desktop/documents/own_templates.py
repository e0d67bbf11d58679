"""The office's own Word templates: copies of those that ship, to be changed in Word."""

from __future__ import annotations

import shutil
from pathlib import Path

from thidua_desktop.domain.errors import EnvironmentFault

_COPIED = ("*.docx", "kieu-trinh-bay.toml", "huong-dan.txt")


def copy_templates(shipped: Path, own: Path) -> None:
    """Copy what the office's folder lacks; what it has changed stays.

    Raises:
        EnvironmentFault: the folder can't be written.
    """
    try:
        own.mkdir(parents=True, exist_ok=True)
        for pattern in _COPIED:
            for file in sorted(shipped.glob(pattern)):
                if not (own / file.name).exists():
                    shutil.copyfile(file, own / file.name)
    except OSError as error:
        raise EnvironmentFault("folder_read_only", folder=str(own), detail=str(error)) from error
