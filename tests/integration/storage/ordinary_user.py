"""Being nobody in particular: rights mean nothing to an administrator, who runs many tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def without_rights_to(*paths: Path) -> Iterator[None]:
    """Take the right to write from the paths, and from this process the power to write anyway."""
    assert sys.platform != "win32"
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    passable = _open_the_way_to(paths[0])
    is_administrator = os.geteuid() == 0
    if is_administrator:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_administrator:
            os.seteuid(0)
        for path, mode in {**modes, **passable}.items():
            path.chmod(mode)


def _open_the_way_to(path: Path) -> dict[Path, int]:
    """Let anyone pass through our own folders above; gives their modes as they were."""
    mine = [above for above in path.parents if above.stat().st_uid == os.geteuid()]
    modes = {above: above.stat().st_mode for above in mine if above.stat().st_mode & 0o001 == 0}
    for above, mode in modes.items():
        above.chmod(mode | 0o011)
    return modes
