"""How far a long command is, on one line of the terminal."""

from __future__ import annotations

import sys

from thidua_desktop.application.progress import Progress


def progress_line(*, quiet: bool) -> Progress | None:
    """Tells a person at a terminal how far a long command is; machines hear nothing."""
    if quiet or not sys.stderr.isatty():
        return None

    def tell(done: int, total: int, label: str = "") -> None:
        end = "\n" if done >= total else ""
        print(f"\r{done}/{total} {label[:50]:<50}", end=end, file=sys.stderr)

    return tell
