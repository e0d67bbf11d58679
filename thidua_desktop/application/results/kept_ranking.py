"""Kết quả lúc chốt: the ranking of a closed cycle as plain values, and read back from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thidua_desktop.application.cycles.snapshots import Frozen
from thidua_desktop.application.results.ranked_units import RankedGroup, RankedUnit, Ranking
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.units import Unit


def results_of(ranking: Ranking) -> dict[str, Any]:
    """The ranking as plain values, to be kept when the cycle closes."""
    return {
        "groups": [_plain_group(group) for group in ranking.groups],
        "clusters": [_plain_group(cluster) for cluster in ranking.clusters],
    }


def _plain_group(group: RankedGroup) -> dict[str, Any]:
    return {"code": group.code, "name": group.name, "rows": [_plain(row) for row in group.rows]}


def _plain(row: RankedUnit) -> dict[str, Any]:
    return {
        "rank": row.rank,
        "unit": row.unit.code,
        "name": row.unit.name,
        "self": row.self_points,
        "appraised": row.appraised,
        "council": row.council,
        "total": row.total,
        "class": row.classification.value,
        "tied": row.tied,
        "pending": row.pending,
        "why": [[reason.code, dict(reason.data)] for reason in row.why],
    }


def kept_ranking(frozen: Frozen, cycle: Cycle) -> Ranking:
    """The ranking as it stood when the cycle was closed."""
    units = {unit.code: unit for unit in frozen.units}
    groups, clusters = (
        tuple(
            RankedGroup(g["code"], g["name"], tuple(_thawed(row, units) for row in g["rows"]))
            for g in frozen.results[kind]
        )
        for kind in ("groups", "clusters")
    )
    return Ranking(cycle, groups, clusters)


def _thawed(row: Mapping[str, Any], units: Mapping[str, Unit]) -> RankedUnit:
    return RankedUnit(
        rank=row["rank"],
        unit=units[row["unit"]],
        self_points=row["self"],
        appraised=row["appraised"],
        council=row.get("council"),
        total=row["total"],
        classification=Classification(row["class"]),
        tied=row["tied"],
        pending=row["pending"],
        why=tuple(
            Reason(code, {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()})
            for code, data in row["why"]
        ),
    )
