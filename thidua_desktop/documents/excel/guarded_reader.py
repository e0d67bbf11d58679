"""Reads strangers' spreadsheets without ever opening them in this process."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from thidua_desktop.application.grids import (
    CellFault,
    CellValue,
    SheetGrid,
    WorkbookGrid,
    file_name,
)
from thidua_desktop.documents.excel.protocol import Answer, SheetFields
from thidua_desktop.documents.excel.worker_process import WorkerDied, WorkerProcess
from thidua_desktop.domain.reasons import Issue, Severity

_Told = Callable[[int, int, str], None]
"""Hears how many of how many files are read, and the last one's name; `Progress` is one."""

_SECONDS_PER_FILE = 60.0
_AHEAD = 4
"""Requests under way at once in a lane, so that its worker never waits for us."""

_LANES = 2
_FILES_FOR_LANES = 16
"""So few files are read before a second worker has started."""


class GuardedWorkbookReader:
    """Reads workbooks in worker processes; a file that breaks a worker costs only itself.

    Fulfils the port `WorkbookReader`.
    """

    def __init__(self, *, seconds_per_file: float = _SECONDS_PER_FILE, scan: bool = True) -> None:
        """Make a reader.

        Args:
            seconds_per_file: how long one file may take.
            scan: `False` leaves out the look before the library opens a file; only for tests
                that prove the second line of defence.
        """
        self._seconds = seconds_per_file
        self._scan = scan

    def read(self, paths: Sequence[Path], progress: _Told | None = None) -> Iterator[WorkbookGrid]:
        """The files in order; a file that can't be read bears its issues instead of sheets.

        The workers start at once, so that they read while the caller still gets ready.

        Raises:
            EnvironmentFault: the worker can't be started at all.
        """
        grids = self._grids(paths, progress)
        next(grids)
        return grids

    def _grids(self, paths: Sequence[Path], progress: _Told | None) -> Iterator[WorkbookGrid]:
        """As `read`, behind an empty grid that says that the workers were started."""
        count = _LANES if len(paths) >= _FILES_FOR_LANES else 1
        with ExitStack() as stack:
            lanes = [
                stack.enter_context(_Lane(paths[number::count], self._seconds, scan=self._scan))
                for number in range(count)
            ]
            yield WorkbookGrid(Path(), "")
            for done in range(len(paths)):
                grid = lanes[done % count].next()
                if progress is not None:
                    progress(done + 1, len(paths), grid.name)
                yield grid


class _Lane:
    """A queue of files and the worker that reads them; a worker that dies is replaced."""

    def __init__(self, paths: Sequence[Path], seconds: float, *, scan: bool) -> None:
        self._seconds = seconds
        self._scan = scan
        self._waiting = deque(paths)
        self._asked: deque[Path] = deque()
        self._worker: WorkerProcess | None = None

    def __enter__(self) -> Self:
        self._ask_ahead()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._drop_worker()

    def next(self) -> WorkbookGrid:
        """The next file of this lane."""
        worker = self._ask_ahead()
        path = self._asked.popleft()
        try:
            return _grid(path, worker.answer(self._seconds))
        except WorkerDied as death:
            self._drop_worker()
            code = "workbook_too_heavy" if death.is_too_heavy else "workbook_unreadable"
            return WorkbookGrid(path, "", issues=(Issue(code, file=file_name(path)),))

    def _ask_ahead(self) -> WorkerProcess:
        """Have a worker, and the next files asked of it."""
        if self._worker is None:
            self._worker = WorkerProcess()
        while self._waiting and len(self._asked) < _AHEAD:
            path = self._waiting.popleft()
            self._worker.ask(path, self._seconds, scan=self._scan)
            self._asked.append(path)
        return self._worker

    def _drop_worker(self) -> None:
        """Stop the worker; what it was asked and didn't answer waits again."""
        self._waiting.extendleft(reversed(self._asked))
        self._asked.clear()
        if self._worker is not None:
            self._worker.stop()
            self._worker = None


def _grid(path: Path, answer: Answer) -> WorkbookGrid:
    """The worker's answer as values."""
    sha256, remarks, sheets = answer
    name = file_name(path)
    return WorkbookGrid(
        path,
        sha256,
        tuple(_sheet(sheet) for sheet in sheets),
        tuple(
            Issue(code, Severity(severity), name, sheet, cell, data)
            for code, severity, sheet, cell, data in remarks
        ),
    )


def _sheet(fields: SheetFields) -> SheetGrid:
    title, visible, plain_rows, specials, merged, hidden_rows, hidden_columns = fields
    rows = cast("list[list[CellValue]]", plain_rows)
    for row, column, kind, text in specials:
        rows[row][column] = _special(kind, text)
    return SheetGrid(
        title,
        visible,
        tuple(map(tuple, rows)),
        tuple((top, left, bottom, right) for top, left, bottom, right in merged),
        frozenset(hidden_rows),
        frozenset(hidden_columns),
    )


def _special(kind: str, text: str) -> CellValue:
    """A value that JSON has no word for."""
    match kind:
        case "date":
            return dt.date.fromisoformat(text)
        case "datetime":
            return dt.datetime.fromisoformat(text)
        case "time":
            return dt.time.fromisoformat(text)
        case "fault":
            return CellFault(text)
    return text
