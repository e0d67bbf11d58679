"""Half-written files that a killed program left in an officer's folder: only surely ours go."""

from __future__ import annotations

import os
import platform
import re
import secrets
import time
import zlib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

_OURS = re.compile(r"\.~(?:([0-9a-f]{8})-([0-9a-f]+)-)?[0-9a-f]{12}\.[a-z]{2,5}")
_ABANDONED = 3600
"""Seconds without a write after which another machine's half-written file is nobody's."""
_PAUSE = 60
_QUERY, _NO_SUCH_PROCESS = 0x1000, 87


def beside(path: Path) -> Path:
    """A name beside a file for writing it, which says which machine and process writes there."""
    return path.with_name(f".~{_machine()}-{os.getpid():x}-{secrets.token_hex(6)}{path.suffix}")


def sweep(folder: Path) -> None:
    """Remove what processes that are gone left half-written; what can't be removed stays.

    A folder that gets hundreds of files is looked through once a minute.
    """
    _sweep(folder, int(time.monotonic() // _PAUSE))


@lru_cache(maxsize=64)
def _sweep(folder: Path, _minute: int) -> None:
    with suppress(OSError):
        for path in folder.glob(".~*"):
            ours = _OURS.fullmatch(path.name)
            if ours is not None and _is_abandoned(path, ours[1], ours[2]):
                with suppress(OSError):
                    path.unlink()


def _is_abandoned(path: Path, machine: str | None, process: str | None) -> bool:
    """Whether its process is gone; of another machine's, whether nobody wrote for long."""
    if machine == _machine() and process is not None:
        return not _runs(int(process, 16))
    return time.time() - path.stat().st_mtime > _ABANDONED


@lru_cache(maxsize=1)
def _machine() -> str:
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _runs(process: int) -> bool:
    """Whether a process of this machine is alive."""
    if os.name == "nt":
        return _runs_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _runs_on_windows(process: int) -> bool:
    """Asked of the system: there, a signal would end the process."""
    import ctypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(_QUERY, 0, process)
    if handle:
        kernel.CloseHandle(handle)
        return True
    return bool(ctypes.get_last_error() != _NO_SUCH_PROCESS)  # type: ignore[attr-defined]
