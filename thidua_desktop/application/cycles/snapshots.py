"""Chốt kỳ: the units and the ranking of a closed cycle, so that nothing later moves its results."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from thidua_desktop.application.books import Books
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.units import Unit

_DAYS = ("valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Frozen:
    """The units of a closed cycle as of then, and its ranking as plain values."""

    units: tuple[Unit, ...]
    results: Mapping[str, Any]


def snapshot_text(frozen: Frozen) -> str:
    """The snapshot of a cycle as text."""
    units = [_plain_unit(unit) for unit in frozen.units]
    values = {"units": units, "results": frozen.results}
    return json.dumps(values, ensure_ascii=False)


def frozen_of(books: Books, cycle: Cycle) -> Frozen | None:
    """What was frozen of a closed cycle; `None` while it is open."""
    text = None if cycle.is_open else books.cycles.snapshot(cycle.id)
    if text is None:
        return None
    values = json.loads(text)
    return Frozen(tuple(_units(values["units"])), values["results"])


def _plain_unit(unit: Unit) -> dict[str, Any]:
    days = {name: day.isoformat() if (day := getattr(unit, name)) else None for name in _DAYS}
    return {**asdict(unit), **days}


def _units(rows: Iterable[dict[str, Any]]) -> Iterable[Unit]:
    for row in rows:
        days = {name: dt.date.fromisoformat(row[name]) if row[name] else None for name in _DAYS}
        yield Unit(**{**row, "subject": SubjectKind(row["subject"]), **days})
