"""Typing into the search box over 100,000 rows, repaint included, against the promise of 100 ms."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.row import BenchRow

ROWS = 100_000
PROMISE = 0.1
TYPED = ("t", "tt", "ttp", "ttph", "", "truong", "truong tieu", "duong 77", "khong thay")
_WORDS = ("Trường Tiểu học", "Trung tâm Phục vụ hành chính công", "Xóm Đường", "Hợp tác xã", "Đội")


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    head: str
    code: str


def run() -> list[BenchRow]:
    """The slowest and the middle of many typings, each with the table painted anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from thidua_desktop.system.paths import AppPaths
    from thidua_desktop.ui.app import create_application
    from thidua_desktop.ui.models.columns import Column
    from thidua_desktop.ui.models.table_model import RecordTableModel
    from thidua_desktop.ui.theme import make_icons, window_sheet
    from thidua_desktop.ui.widgets.record_table import RecordTable

    resources: Path = AppPaths.detect().resources
    create_application(["bench"], resources)
    icons = make_icons(resources)
    model: RecordTableModel[_Row] = RecordTableModel(
        [
            Column("Tên", lambda row: row.name, 0),
            Column("Người đứng đầu", lambda row: row.head, 200),
            Column("Mã", lambda row: row.code, 100),
        ],
        icons,
    )
    table = RecordTable(model, icons, "dòng")
    table.setStyleSheet(window_sheet(resources))
    table.resize(1100, 700)
    table.show()
    model.set_records(_rows())
    while model._idle.isActive():
        QApplication.processEvents()
    seconds = []
    for typed in TYPED * 3:
        begun = time.perf_counter()
        model.set_filter(typed)
        table.repaint()
        QApplication.processEvents()
        seconds.append(time.perf_counter() - begun)
    seconds.sort()
    table.close()
    return [
        BenchRow(f"filter {ROWS} rows, the middle", PROMISE, seconds[len(seconds) // 2], 1.0),
        BenchRow(f"filter {ROWS} rows, the slowest", PROMISE, seconds[-1], 1.0),
    ]


def _rows() -> list[_Row]:
    dice = random.Random(2026)  # noqa: S311 - the same rows each time, nothing secret
    return [
        _Row(f"{dice.choice(_WORDS)} số {number % 900}", "Người đứng đầu", f"DV{number:06}")
        for number in range(ROWS)
    ]
