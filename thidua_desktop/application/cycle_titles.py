"""What a cycle is called; light, for the window asks for it before the data is open."""

from __future__ import annotations

from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import CycleKind

_CYCLE_TITLES = {
    CycleKind.HALF_YEAR: "6 tháng đầu năm {year}",
    CycleKind.ANNUAL: "năm {year}",
    CycleKind.MID_TERM: "sơ kết năm {year}",
    CycleKind.FINAL: "tổng kết năm {year}",
}


def cycle_title(cycle: Cycle) -> str:
    """«năm 2026», «6 tháng đầu năm 2026», «sơ kết năm 2027»."""
    return _CYCLE_TITLES[cycle.kind].format(year=cycle.year)
