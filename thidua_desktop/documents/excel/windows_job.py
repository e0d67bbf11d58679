"""Windows: a job object that ends the worker with the program and limits its memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _LIMIT_PROCESS_MEMORY = 0x100
    _KILL_ON_CLOSE = 0x2000
    _EXTENDED_LIMITS = 9
    _MAX_MEMORY = 1536 * 1024 * 1024

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("min_working_set", ctypes.c_size_t),
            ("max_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def confine(process: subprocess.Popen[bytes]) -> Callable[[], object]:
        """Put the worker into a job; what comes back closes it, and ends what runs in it."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        job = kernel.CreateJobObjectW(None, None)
        limits = _ExtendedLimits()
        limits.basic.flags = _LIMIT_PROCESS_MEMORY | _KILL_ON_CLOSE
        limits.process_memory = _MAX_MEMORY
        kernel.SetInformationJobObject(
            wintypes.HANDLE(job), _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        kernel.AssignProcessToJobObject(
            wintypes.HANDLE(job),
            wintypes.HANDLE(int(process._handle)),  # type: ignore[attr-defined] # noqa: SLF001
        )
        return lambda: kernel.CloseHandle(wintypes.HANDLE(job))

else:

    def confine(process: subprocess.Popen[bytes]) -> Callable[[], object]:
        """Elsewhere the worker limits itself, and there is nothing to close but it."""
        return process.kill
