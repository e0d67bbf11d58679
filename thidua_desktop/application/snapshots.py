"""Chốt kỳ: what a closed cycle was ranked from, so that later edits leave its results alone.

Reports, points and criteria of a closed cycle can't change; its units and the office's rule for
lateness can, and are therefore kept with the ranking as it stood.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from thidua_desktop.application.ports import Books
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.scoring.policy import LatePenalty
from thidua_desktop.domain.units import Unit

_DAYS = ("valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Frozen:
    """The units of a closed cycle and its rule for lateness."""

    units: tuple[Unit, ...]
    late: LatePenalty


def snapshot_text(frozen: Frozen, results: Mapping[str, Any]) -> str:
    """The snapshot of a cycle as text: what it was ranked from, and the results for people."""
    values = {
        "units": [_plain_unit(unit) for unit in frozen.units],
        "late": asdict(frozen.late),
        "results": results,
    }
    return json.dumps(values, ensure_ascii=False)


def frozen_of(books: Books, cycle: Cycle) -> Frozen | None:
    """What a closed cycle is ranked from; `None` while it is open."""
    text = None if cycle.is_open else books.cycles.snapshot(cycle.id)
    if text is None:
        return None
    values = json.loads(text)
    return Frozen(tuple(_units(values["units"])), LatePenalty(**values["late"]))


def _plain_unit(unit: Unit) -> dict[str, Any]:
    days = {name: day.isoformat() if (day := getattr(unit, name)) else None for name in _DAYS}
    return {**asdict(unit), **days}


def _units(rows: Iterable[dict[str, Any]]) -> Iterable[Unit]:
    for row in rows:
        days = {name: dt.date.fromisoformat(row[name]) if row[name] else None for name in _DAYS}
        yield Unit(**{**row, "subject": SubjectKind(row["subject"]), **days})
