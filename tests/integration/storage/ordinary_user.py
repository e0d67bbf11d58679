"""Being nobody in particular: rights mean nothing to an administrator, who runs many tests."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def without_rights_to(*paths: Path) -> Iterator[None]:
    """Take the right to write from the paths, and from this process the power to write anyway."""
    assert sys.platform != "win32"
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    is_administrator = os.geteuid() == 0
    if is_administrator:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_administrator:
            os.seteuid(0)
        for path, mode in modes.items():
            path.chmod(mode)


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that anyone may enter; pytest's own folders are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        if any(not above.stat().st_mode & 0o001 for above in folder.resolve().parents):
            pytest.skip("the folder for temporary files is closed to others")
        yield folder
