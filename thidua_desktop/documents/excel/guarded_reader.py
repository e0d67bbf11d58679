"""Reads strangers' spreadsheets without ever opening them in this process."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import cast

from thidua_desktop.application.grids import CellFault, CellValue, SheetGrid, WorkbookGrid
from thidua_desktop.application.ports import Progress
from thidua_desktop.documents.excel.protocol import Answer, SheetFields
from thidua_desktop.documents.excel.worker_process import WorkerDied, WorkerProcess
from thidua_desktop.domain.reasons import Issue, Severity

_SECONDS_PER_FILE = 60.0
_AHEAD = 4
"""Requests under way at once, so that the worker never waits for us."""


class GuardedWorkbookReader:
    """Reads workbooks in a worker process; a file that breaks the worker costs only itself.

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

    def read(
        self, paths: Sequence[Path], progress: Progress | None = None
    ) -> Iterator[WorkbookGrid]:
        """The files in order; a file that can't be read bears its issues instead of sheets.

        Raises:
            EnvironmentFault: the worker can't be started at all.
        """
        waiting = deque(Path(path) for path in paths)
        total, done = len(waiting), 0
        while waiting:
            with closing(self._read_until_death(waiting)) as grids:
                for grid in grids:
                    waiting.popleft()
                    done += 1
                    if progress is not None:
                        progress(done, total, grid.path.name)
                    yield grid

    def _read_until_death(self, waiting: deque[Path]) -> Generator[WorkbookGrid]:
        """Read on with a fresh worker until all is read or it dies over a file."""
        paths = tuple(waiting)
        with WorkerProcess() as worker:
            for path in paths[:_AHEAD]:
                worker.ask(path, self._seconds, scan=self._scan)
            for index, path in enumerate(paths):
                try:
                    answer = worker.answer(self._seconds)
                except WorkerDied as death:
                    code = "workbook_too_heavy" if death.is_too_heavy else "workbook_unreadable"
                    yield WorkbookGrid(path, "", issues=(Issue(code, file=path.name),))
                    return
                if index + _AHEAD < len(paths):
                    worker.ask(paths[index + _AHEAD], self._seconds, scan=self._scan)
                yield _grid(path, answer)


def _grid(path: Path, answer: Answer) -> WorkbookGrid:
    """The worker's answer as values."""
    sha256, remarks, sheets = answer
    return WorkbookGrid(
        path,
        sha256,
        tuple(_sheet(sheet) for sheet in sheets),
        tuple(
            Issue(code, Severity(severity), path.name, sheet, cell, data)
            for code, severity, sheet, cell, data in remarks
        ),
    )


def _sheet(fields: SheetFields) -> SheetGrid:
    title, visible, plain_rows, specials, merged, hidden_rows = fields
    rows = cast("list[list[CellValue]]", plain_rows)
    for row, column, kind, text in specials:
        rows[row][column] = _special(kind, text)
    return SheetGrid(
        title,
        visible,
        tuple(map(tuple, rows)),
        tuple((top, left, bottom, right) for top, left, bottom, right in merged),
        frozenset(hidden_rows),
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
