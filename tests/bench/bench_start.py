"""The start of the window against an empty PySide6 window, each in a fresh process."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.row import BenchRow

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 2.0
ROUNDS = 9

FLOOR = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, lambda: os._exit(0))
app.exec()
"""

OURS = """
import os
from dataclasses import replace
from pathlib import Path
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.ui.app import run_app
launch = Joiner.detect().launch(None)
leave = lambda folder, tasks: os._exit(0)
run_app(["bench"], replace(launch, data_folder=Path("data"), open_services=leave))
"""
"""Leaves where the data would be opened: the window stands by then."""


def seconds(script: str) -> float:
    """How long a fresh process takes to run a script."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    # An installed program has its bytecode; without it every start would compile the sources.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], env=environment, check=True, cwd=ROOT)
    return time.perf_counter() - begun


def run() -> BenchRow:
    """Medians of interleaved pairs; the first pair only warms the disk."""
    pairs = [(seconds(FLOOR), seconds(OURS)) for _ in range(ROUNDS + 1)][1:]
    floor = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    return BenchRow("start of the window", floor, ours, LIMIT)
