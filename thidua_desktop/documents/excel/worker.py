"""The process that opens strangers' workbooks: what they break or swell is this process alone.

It has no database, no window and no network; it answers one JSON line for each JSON line, in
order, and ends with its standard input. A frozen program calls `worker_main` itself.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import stat
import sys
import time
from typing import Any

from thidua_desktop.documents.excel.cell_values import CellCleaner
from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.grid_reading import PlainWorkbook, read_workbook
from thidua_desktop.documents.excel.prescan import MAX_FILE_BYTES
from thidua_desktop.documents.excel.protocol import MAX_ANSWER_BYTES, READY

_HELD = (5, 32, 33)
"""Codes of Windows: access denied, sharing violation, lock violation. Antivirus programs, Zalo and
Excel hold a file so, mostly for less than a second."""

_FILES_BETWEEN_SWEEPS = 64
_PAUSES = (0.05, 0.1, 0.25, 0.5, 1.0)
_MAX_MEMORY = 1536 * 1024 * 1024


def worker_main() -> int:
    """Answer requests until the input ends; the exit code."""
    _limit_memory()
    # What a file leaves has no circles; looking for some is a tenth of the work.
    gc.disable()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    answers.write(READY)
    answers.flush()
    cleaner = CellCleaner()
    for number, line in enumerate(requests, start=1):
        if number % _FILES_BETWEEN_SWEEPS == 0:
            gc.collect()
        request = json.loads(line)
        _limit_time(request["seconds"])
        answers.write(_answer(request, cleaner))
        answers.flush()
    return 0


def _answer(request: dict[str, Any], cleaner: CellCleaner) -> bytes:
    """One file as one line."""
    path = request["path"]
    sha256 = ""
    try:
        data = _bytes(path)
        suffix = os.path.splitext(path)[1]  # noqa: PTH122
        sha256 = hashlib.sha256(data).hexdigest()
        workbook = read_workbook(data, suffix, cleaner, scan=request["scan"])
        line = _line(sha256, workbook)
        if len(line) < MAX_ANSWER_BYTES:
            return line
        remark = UnreadableWorkbook("workbook_too_heavy").remark
    except UnreadableWorkbook as error:
        remark = error.remark
    except MemoryError:
        remark = UnreadableWorkbook("workbook_too_heavy").remark
    return _line(sha256, PlainWorkbook([], [remark]))


def _line(sha256: str, workbook: PlainWorkbook) -> bytes:
    content = (sha256, workbook.remarks, workbook.sheets)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace") + b"\n"


def _bytes(path: str) -> bytes:
    """The file's bytes, read once: what is checked is what is opened.

    Without `pathlib`, whose import is a tenth of the worker's start.

    Raises:
        UnreadableWorkbook: it can't be read or is too large.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
        if stat.S_ISDIR(mode):
            raise UnreadableWorkbook("workbook_is_a_folder")
        if not stat.S_ISREG(mode):
            # A pipe or a device may never end.
            raise UnreadableWorkbook("workbook_no_file")
        data = _patiently_read(path)
    except FileNotFoundError as error:
        raise UnreadableWorkbook("workbook_missing") from error
    except PermissionError as error:
        raise UnreadableWorkbook("workbook_not_allowed") from error
    except OSError as error:
        raise UnreadableWorkbook("workbook_cut_off", detail=str(error)[:200]) from error
    except ValueError as error:
        raise UnreadableWorkbook("workbook_unreadable", detail=str(error)[:200]) from error
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableWorkbook("workbook_file_too_large", megabytes=MAX_FILE_BYTES >> 20)
    return data


def _patiently_read(path: str) -> bytes:
    """The bytes; a file that another program holds for a moment is asked for again."""
    for pause in _PAUSES:
        try:
            return _read(path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
    return _read(path)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read(MAX_FILE_BYTES + 1)


def _limit_memory() -> None:
    """Linux: let a hostile file fail here; Windows: the parent's job object does it."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Give the next file its own share of processor time."""
    if sys.platform != "win32":
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (used + seconds + 1, hard))


if __name__ == "__main__":
    sys.exit(worker_main())
