"""The home page of 120 units, and the ranking of 3,321 units beside that of 120."""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.row import BenchRow
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Intake, IntakeStatus
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.application.today import today_board
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.self_reports import Appraisal, ReportLine, SelfReport
from thidua_desktop.domain.units import Unit
from thidua_desktop.system.clock import FixedClock

COMMUNE, PROVINCE = 120, 3_321
"""Units of a large commune, and as many as there are communes in the whole country."""

CYCLE = "2026-annual"
PAIRS = 9
HOME_LIMIT = 6.0
LINEAR_LIMIT = 1.5
DAY = dt.date(2026, 12, 8)


def run() -> list[BenchRow]:
    """Both figures; the floor of the second is the small ranking, scaled to the large one."""
    with tempfile.TemporaryDirectory() as folder:
        joiner = Joiner.detect(FixedClock(DAY))
        small, large = (_office(joiner, Path(folder), units) for units in (COMMUNE, PROVINCE))
        with joiner.open_desk(small) as few, joiner.open_desk(large) as many:
            return [_home(few), _linear(few, many)]


def _home(desk: Desk) -> BenchRow:
    floor, ours = _median(lambda: _bare(desk), lambda: today_board(desk, CYCLE))
    return BenchRow(f"home page of {COMMUNE} units, over reading its rows", floor, ours, HOME_LIMIT)


def _linear(few: Desk, many: Desk) -> BenchRow:
    small, large = _median(lambda: rank_cycle(few, CYCLE), lambda: rank_cycle(many, CYCLE))
    scaled = small * PROVINCE / COMMUNE
    name = f"rank {PROVINCE} units, over {COMMUNE} units scaled"
    return BenchRow(name, scaled, large, LINEAR_LIMIT)


def _bare(desk: Desk) -> None:
    """The same rows, once each and without a thought."""
    with desk.store.read() as books:
        books.units.all()
        books.plans.criteria_sets(CYCLE)
        books.collecting.reports(CYCLE)
        books.collecting.intakes(CYCLE)
        books.appraisals.of_cycle(CYCLE)
        books.awards.proposals(CYCLE)


def _median(floor: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """The median of several pairs by their ratio, each floor measured right beside ours."""
    pairs = [(_seconds(floor), _seconds(ours)) for _ in range(PAIRS)]
    return sorted(pairs, key=lambda pair: pair[1] / pair[0])[PAIRS // 2]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _office(joiner: Joiner, folder: Path, count: int) -> Path:
    """A data folder in the middle of December: every report there, half of it appraised."""
    data = folder / str(count)
    joiner.start_office(data, NewOffice("xuan-hung", is_practice=True))
    with joiner.open_desk(data) as desk:
        _fill(desk, open_cycle(desk, CycleKind.ANNUAL, 2026).id, count)
    return data


def _fill(desk: Desk, cycle: str, count: int) -> None:
    with desk.store.write("units_imported") as books:
        criteria = books.plans.criteria_sets(cycle)
        groups = [group for group in books.plans.groups() if group.reports]
        for number in range(count):
            group = groups[number % len(groups)]
            asked = criteria[group.audience].criteria
            unit = Unit(f"DV{number:04}", f"Đơn vị {number}", group.code, group.subject)
            books.units.add(unit)
            lines = tuple(
                ReportLine(c.code, c.max_points * (5 + number % 5) // 10, "Đã làm", "BC 05")
                for c in asked
            )
            report = SelfReport(cycle, unit.code, DAY, f"{number}.xlsx", lines)
            taken = (f"{number}.xlsx", f"{number:064x}", DAY.isoformat(), DAY, unit.code)
            intake = Intake(0, cycle, *taken, IntakeStatus.ACCEPTED, ())
            books.collecting.accept(report, books.collecting.add_intake(intake))
            for criterion in asked[: len(asked) // 2]:
                points = criterion.max_points // 2
                books.appraisals.save(
                    Appraisal(cycle, unit.code, criterion.code, points, "Đã kiểm tra.", DAY)
                )
