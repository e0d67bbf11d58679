"""Words of the status line, which stands before anything heavy is loaded."""

from __future__ import annotations

import datetime as dt
from pathlib import Path


def moment(value: dt.datetime) -> str:
    """«16:20 ngày 05/12/2026», in the clock of this machine."""
    return f"{value.astimezone():%H:%M ngày %d/%m/%Y}"


def place(path: Path) -> str:
    """A path as the person's system writes it."""
    return str(path)
