"""A file that breaks the worker costs only itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import codes, number_cell, workbook
from thidua_desktop.application.grids import WorkbookGrid
from thidua_desktop.application.progress import Cancelled
from thidua_desktop.documents.excel import worker_process
from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
from thidua_desktop.domain.errors import EnvironmentFault

GOOD = workbook(f'<row r="1">{number_cell("A1", "1")}</row>')
FAR = workbook(
    f'<row r="1">{number_cell("A1", "1")}</row>'
    f'<row r="1048576">{number_cell("XFD1048576", "1")}</row>'
)
"""Without the look before, calamine asks for 550 GB over this one and the process aborts."""


def files(folder: Path, *contents: bytes) -> list[Path]:
    paths = [folder / f"{number:02}.xlsx" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def faults(grids: Iterable[WorkbookGrid]) -> list[list[str]]:
    """The codes that keep each file from being read."""
    return [[issue.code for issue in grid.issues if issue.stops] for grid in grids]


def test_the_rest_is_read_after_the_worker_died(tmp_path: Path) -> None:
    paths = files(tmp_path, GOOD, FAR, GOOD, FAR, FAR, GOOD)
    grids = list(GuardedWorkbookReader(scan=False).read(paths))
    assert [grid.path for grid in grids] == paths
    heavy = ["workbook_too_heavy"]
    assert faults(grids) == [[], heavy, [], heavy, heavy, []]


def test_many_files_come_in_order_from_two_lanes(tmp_path: Path) -> None:
    contents = [
        FAR if n % 7 == 3 else workbook(f'<row r="1">{number_cell("A1", str(n))}</row>')
        for n in range(40)
    ]
    paths = files(tmp_path, *contents)
    told: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, label: str = "") -> None:
        told.append((done, total, label))

    grids = list(GuardedWorkbookReader(scan=False).read(paths, progress))
    assert [grid.path for grid in grids] == paths
    seen = [grid.sheets[0].rows[0][0] if grid.sheets else None for grid in grids]
    assert seen == [None if n % 7 == 3 else n for n in range(40)]
    assert told == [(n + 1, 40, path.name) for n, path in enumerate(paths)]


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}">{"".join(number_cell(f"{c}{row}", "1.5") for c in "ABCDEFGHIJ")}</row>'
        for row in range(1, 60_000)
    )
    paths = files(tmp_path, workbook(rows), GOOD)
    slow, good = GuardedWorkbookReader(seconds_per_file=0.05).read(paths)
    assert codes(slow) == ["workbook_too_heavy"]
    assert good.path == paths[1]


def test_cancelling_stops_the_worker(tmp_path: Path) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[call-overload]
            started.append(self)

    def cancel(done: int, total: int, label: str = "") -> None:
        assert (done, total, label) == (1, 2, "00.xlsx")
        raise Cancelled

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("subprocess.Popen", Watched)
        with pytest.raises(Cancelled):
            list(GuardedWorkbookReader().read(files(tmp_path, GOOD, GOOD), cancel))
    assert len(started) == 1
    assert started[0].poll() is not None


def test_a_worker_that_cannot_start_is_an_environment_fault(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "executable", str(tmp_path / "không có"))
        with pytest.raises(EnvironmentFault) as caught:
            list(GuardedWorkbookReader().read(files(tmp_path, GOOD)))
    assert caught.value.code == "workbook_reader_not_started"


def test_a_worker_that_falls_over_at_once_is_an_environment_fault(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            worker_process, "_command", lambda: [sys.executable, "-c", "raise SystemExit"]
        )
        with pytest.raises(EnvironmentFault) as caught:
            list(GuardedWorkbookReader().read(files(tmp_path, GOOD)))
    assert caught.value.code == "workbook_reader_not_started"


def test_a_frozen_program_starts_itself() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "frozen", True, raising=False)
        assert worker_process._command() == [sys.executable, "--read-workbooks"]


def test_no_files_need_no_worker() -> None:
    assert list(GuardedWorkbookReader().read([])) == []
