"""Saving through the store, against plain SQLite with the same settings on the same disk.

Ours records who did what, writes each row into the journal by triggers, and chains the hash.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.row import BenchRow
from tests.integration.storage.data_folder import CYCLE, DAY, add_units, new_store
from thidua_desktop.application.records import Intake, IntakeStatus
from thidua_desktop.domain.self_reports import Appraisal, SelfReport
from thidua_desktop.storage.connection import new_file
from thidua_desktop.storage.store import SqliteStore

UNITS, LINES = 400, 25
COMMITS = 30
PAIRS = 9

COMMIT_LIMIT = 6.0

BULK_LIMIT = 9.0
"""Not 3: each row is written a second time, as JSON in the journal with two indexes, and read once
more for the hash. The triggers alone take 4.5 times the floor, most of it for putting the JSON
together from plain functions (JSON functions may not be called from a trigger in every version of
SQLite that we run on). Measured: 5.3 to 6.1. An import of 80 forms waits 40 milliseconds for it."""

BARE = """
CREATE TABLE appraisal (cycle TEXT NOT NULL, unit TEXT NOT NULL, criterion TEXT NOT NULL,
    points INTEGER NOT NULL, reason TEXT NOT NULL, appraised_on TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, criterion)) STRICT;
CREATE TABLE line (cycle TEXT NOT NULL, unit TEXT NOT NULL, criterion TEXT NOT NULL,
    position INTEGER NOT NULL, points INTEGER, explanation TEXT NOT NULL, evidence TEXT NOT NULL,
    PRIMARY KEY (cycle, unit, criterion)) STRICT;
"""

Line = tuple[str, str, str, int, int, str, str]


def run() -> list[BenchRow]:
    """The median of several pairs, each floor measured right beside ours."""
    with tempfile.TemporaryDirectory() as name:
        store = new_store(Path(name) / "data")
        try:
            add_units(store, *range(1, UNITS + 1))
            with new_file(Path(name) / "bare.db") as bare:
                bare.executescript(BARE)
                return [_saving(store, bare), _bulk(store, bare)]
        finally:
            store.close()


def _saving(store: SqliteStore, bare: sqlite3.Connection) -> BenchRow:
    """One appraisal, on the disk when the call returns."""
    pairs = []
    for pair in range(PAIRS):
        codes = [f"{pair}.{number}" for number in range(COMMITS)]
        floor = _seconds(partial(_save_bare, bare, codes))
        ours = _seconds(partial(_save_ours, store, codes))
        pairs.append((floor / COMMITS, ours / COMMITS))
    return _median("save one appraisal", pairs, COMMIT_LIMIT)


def _save_bare(bare: sqlite3.Connection, codes: list[str]) -> None:
    for code in codes:
        row = (CYCLE, "DV001", code, 300, "thiếu một báo cáo", DAY.isoformat())
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO appraisal VALUES (?, ?, ?, ?, ?, ?)", row)
        bare.execute("COMMIT")


def _save_ours(store: SqliteStore, codes: list[str]) -> None:
    for code in codes:
        with store.write("appraised", cycle=CYCLE, count=1) as books:
            books.appraisals.save(Appraisal(CYCLE, "DV001", code, 300, "thiếu một báo cáo", DAY))


def _bulk(store: SqliteStore, bare: sqlite3.Connection) -> BenchRow:
    """The lines of many forms in one operation."""
    _take_empty_reports(store)
    pairs = []
    for pair in range(PAIRS):
        lines = _lines(pair)
        floor = _seconds(partial(_bulk_bare, bare, lines))
        pairs.append((floor, _seconds(partial(_bulk_ours, store, lines))))
    return _median(f"take {UNITS * LINES} report lines", pairs, BULK_LIMIT)


def _take_empty_reports(store: SqliteStore) -> None:
    with store.write("forms_collected", cycle=CYCLE, count=UNITS) as books:
        for number in range(1, UNITS + 1):
            code = f"DV{number:03}"
            taken = Intake(0, CYCLE, "p.xlsx", "", "", DAY, code, IntakeStatus.ACCEPTED, ())
            intake = books.collecting.add_intake(taken)
            books.collecting.accept(SelfReport(CYCLE, code, DAY, "p.xlsx", ()), intake)


def _lines(pair: int) -> list[Line]:
    return [
        (
            CYCLE,
            f"DV{unit:03}",
            f"{pair}.{place}",
            place,
            100,
            f"Đơn vị đã tổ chức {place + 2} buổi, {unit + place} lượt người tham gia.",
            f"Báo cáo số {unit + place}/BC ngày 20/11/2026",
        )
        for unit in range(1, UNITS + 1)
        for place in range(LINES)
    ]


def _bulk_bare(bare: sqlite3.Connection, lines: list[Line]) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?)", lines)
    bare.execute("COMMIT")


def _bulk_ours(store: SqliteStore, lines: list[Line]) -> None:
    columns = ("cycle", "unit", "criterion", "position", "points", "explanation", "evidence")
    with store.write("forms_collected", cycle=CYCLE, count=UNITS) as books:
        books.collecting._rows.insert_many("self_report_line", columns, lines)  # type: ignore[attr-defined]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _median(name: str, pairs: list[tuple[float, float]], limit: float) -> BenchRow:
    floor, ours = sorted(pairs, key=lambda pair: pair[1] / pair[0])[len(pairs) // 2]
    return BenchRow(name, floor, ours, limit)
