"""Mở minh chứng: a copy with its readable name, so that nobody writes into what is kept."""

from __future__ import annotations

import re
import shutil
import stat
import tempfile
from pathlib import Path

from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.domain.evidence import Evidence

_FOLDER = "thi-dua-minh-chung"
_NO_FILE_NAME = re.compile(r'[<>:"|?*\\/]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def copy_to_open(desk: Desk, evidence: Evidence) -> Path:
    """A read-only copy of a kept file in a folder for passing things.

    Raises:
        EnvironmentFault: the kept file is gone, or the copy can't be written.
    """
    source = desk.attachments.path(evidence.sha256)
    target = Path(tempfile.gettempdir()) / _FOLDER / evidence.sha256[:12] / _name(evidence.title)
    try:
        if not target.exists() or target.stat().st_size != source.stat().st_size:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        target.chmod(stat.S_IREAD)
    except OSError as error:
        raise EnvironmentFault("attachment_unreadable", file=evidence.title) from error
    return target


def _name(title: str) -> str:
    """A title as a file name that Windows takes too."""
    name = _NO_FILE_NAME.sub("-", title).rstrip(". ")
    return f"tep-{name}" if _DEVICES.match(name) or not name else name
