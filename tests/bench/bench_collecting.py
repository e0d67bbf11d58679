"""Collecting 300 forms: from the drop to the preview, and by the command that an office types.

The drop is what happens in an open window: the program runs, its data is open. The command has to
start the program first, which is more than a third of its time.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.bench_reading import FLOOR
from tests.bench.row import BenchRow
from thidua_desktop.application.collecting.giving_forms import forms_of_cycle, give_forms
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.forms.unit_form import ReturnSlip
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.self_reports import ReportLine
from thidua_desktop.domain.units import Unit

ROOT = Path(__file__).resolve().parents[2]
UNITS = 300
PAIRS = 7
LIMIT = 4.0
COMMAND_LIMIT = 5.0
CYCLE = "2026-annual"


DROP = """
import sys, time
from pathlib import Path
from thidua_desktop.application.collecting.taking import CollectOrder, rehearse_forms
from thidua_desktop.bootstrap import Joiner
with Joiner.detect().open_desk(Path(sys.argv[1])) as desk:
    start = time.perf_counter()
    seen = rehearse_forms(desk, sys.argv[3], CollectOrder([Path(sys.argv[2])])).seen
    print(time.perf_counter() - start)
assert all(file.report for file in seen.files), seen.files
"""


def run() -> list[BenchRow]:
    """The median of several pairs, each floor measured right beside ours."""
    with tempfile.TemporaryDirectory() as folder:
        data, returned = Path(folder) / "data", Path(folder) / "returned"
        _prepare(data, returned)
        floor = ["-c", FLOOR, str(returned)]
        command = ["form", "import", str(returned), "--cycle", CYCLE, "--dry-run"]
        typed = ["-m", "thidua_desktop", *command, "--data", str(data), "--json"]
        drops = [(_seconds(floor), _told(data, returned)) for _ in range(PAIRS)]
        commands = [(_seconds(floor), _seconds(typed)) for _ in range(PAIRS)]
    return [
        BenchRow(f"{UNITS} forms, drop to preview", *_median(drops), LIMIT),
        BenchRow(f"{UNITS} forms, whole command", *_median(commands), COMMAND_LIMIT),
    ]


def _median(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    return sorted(pairs, key=lambda pair: pair[1] / pair[0])[PAIRS // 2]


def _told(data: Path, returned: Path) -> float:
    """What a program that is open already needs, by its own clock."""
    words = [sys.executable, "-c", DROP, str(data), str(returned), CYCLE]
    done = subprocess.run(
        words, env=_environment(), cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _environment() -> dict[str, str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # An installed program has its bytecode; without it every start would compile the sources.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _seconds(words: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *words],
        env=_environment(),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, words
    return time.perf_counter() - start


def _prepare(data: Path, returned: Path) -> None:
    """An office with its units, forms given out, every form filled in."""
    joiner = Joiner.detect()
    joiner.start_office(data, NewOffice("xuan-hung", is_practice=True))
    with joiner.open_desk(data) as desk:
        with desk.store.write("units_imported", file="bench", count=UNITS) as books:
            for number in range(1, UNITS + 1):
                code, name = f"DV{number:03d}", f"Xóm {number}"
                books.units.add(Unit(code, name, "office", SubjectKind.COLLECTIVE))
        open_cycle(desk, CycleKind.ANNUAL, 2026, dt.date(2026, 12, 10))
        give_forms(desk, CYCLE, returned)
        _fill(desk, returned)


def _fill(desk: Desk, returned: Path) -> None:
    by_unit = {path.name.split("_")[2]: path for path in returned.iterdir()}
    for number, form in enumerate(forms_of_cycle(desk, CYCLE)):
        answers = {
            criterion.code: ReportLine(
                criterion.code,
                criterion.max_points // 2,
                f"Đơn vị {number} đã tổ chức {place + 2} buổi, có báo cáo.",
                f"Báo cáo số {number + place}/BC ngày 20/11/2026",
            )
            for place, criterion in enumerate(form.criteria.criteria)
        }
        slip = ReturnSlip(form, answers, {}, f"Kiến nghị {number}", "", {}, ())
        desk.forms.write_slip(slip, by_unit[form.identity.unit])
