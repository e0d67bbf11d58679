"""The worker seen from the program: started, asked, timed, and stopped."""

from __future__ import annotations

import json
import logging
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import cast

from thidua_desktop.documents.excel.protocol import MAX_ANSWER_BYTES, READY, Answer
from thidua_desktop.documents.excel.windows_job import confine
from thidua_desktop.domain.errors import EnvironmentFault

FROZEN_SWITCH = "--read-workbooks"
"""A frozen program can't start a module; it starts itself with this switch."""

_START_SECONDS = 30.0
_logger = logging.getLogger(__name__)


class WorkerDied(Exception):
    """The worker gave no answer.

    Attributes:
        is_too_heavy: it ran out of time or memory, rather than falling over broken bytes.
    """

    def __init__(self, *, is_too_heavy: bool) -> None:
        super().__init__(is_too_heavy)
        self.is_too_heavy = is_too_heavy


class WorkerProcess:
    """One running worker, to be stopped by whoever started it."""

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise EnvironmentFault("workbook_reader_not_started", detail=str(error)) from error
        self._release = confine(self._process)
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._is_ready = False

    def ask(self, path: Path, seconds: float, *, scan: bool) -> None:
        """Send one file's request; its answer comes in turn."""
        request = {"path": str(path), "seconds": int(seconds) + 1, "scan": scan}
        stdin = self._process.stdin
        try:
            if stdin is not None:
                stdin.write(json.dumps(request).encode() + b"\n")
                stdin.flush()
        except OSError:
            # The worker is gone; `answer` finds out and says for which file.
            _logger.info("worker closed its input")

    def answer(self, seconds: float) -> Answer:
        """The next answer.

        Raises:
            WorkerDied: there is none, or not in time.
            EnvironmentFault: the worker didn't even start.
        """
        self._await_start()
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise WorkerDied(is_too_heavy=True) from None
        if not line.endswith(b"\n"):
            raise WorkerDied(is_too_heavy=bool(line) or self._ran_out())
        return cast("Answer", json.loads(line))

    def _await_start(self) -> None:
        """Take the greeting; requests may wait in the pipe meanwhile."""
        if self._is_ready:
            return
        try:
            self._is_ready = self._lines.get(timeout=_START_SECONDS) == READY
        except queue.Empty:
            self._is_ready = False
        if not self._is_ready:
            raise EnvironmentFault("workbook_reader_not_started", detail="no answer")

    def _ran_out(self) -> bool:
        """Whether the system ended it for its memory or processor time."""
        code = self._process.wait()
        _logger.info("worker ended with %s", code)
        return code in _OUT_OF_RESOURCES

    def _listen(self) -> None:
        """Pass lines on until the worker ends; the empty line at the end tells that it did."""
        stdout = self._process.stdout
        line = b"\n"
        while stdout is not None and line.endswith(b"\n"):
            line = stdout.readline(MAX_ANSWER_BYTES + 1)
            self._lines.put(line)

    def stop(self) -> None:
        """End the worker whatever it is doing."""
        self._process.kill()
        self._release()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    # A request that was never read can't be flushed any more.
                    _logger.debug("request lost with the worker")


_SIGABRT, _SIGKILL, _SIGXCPU = -6, -9, -24
_WINDOWS_FAST_FAIL = 0xC0000409
_OUT_OF_RESOURCES = frozenset({_SIGABRT, _SIGKILL, _SIGXCPU, _WINDOWS_FAST_FAIL})


def _command() -> list[str]:
    """How this program starts the worker; without `site`, which the worker doesn't need."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_SWITCH]
    return [sys.executable, "-S", "-P", "-m", "thidua_desktop.documents.excel.worker"]


def _environment() -> dict[str, str]:
    """The worker finds exactly the modules that this program finds."""
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    return environment
