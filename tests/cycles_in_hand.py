"""A cycle of one calendar year, as most tests need it."""

from __future__ import annotations

import datetime as dt

from thidua_desktop.domain.cycles import Cycle, cycle_id
from thidua_desktop.domain.kinds import CycleKind


def year_cycle(
    opened_on: dt.date,
    due_on: dt.date | None = None,
    *,
    year: int = 2026,
    kind: CycleKind = CycleKind.ANNUAL,
) -> Cycle:
    """The open cycle of a year, with the achievements of that year."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return Cycle(
        cycle_id(kind, year),
        kind,
        year,
        opened_on,
        due_on,
        achievement_from=first,
        achievement_to=last,
    )
