"""Cách chấm in words: how a criterion's points are found, for whoever has to find them."""

from __future__ import annotations

from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.criterion import Criterion, Method

_TABLES = {Method.STEPS: "steps", Method.LEVEL: "levels"}


def how_scored(criterion: Criterion) -> tuple[Reason, ...]:
    """The method, then each row of its table; empty where the officer judges freely."""
    if criterion.method is Method.MANUAL:
        return ()
    data = {"maximum": criterion.max_points}
    numbers = {name: value for name, value in criterion.params.items() if isinstance(value, int)}
    head = Reason(f"method_{criterion.method}", {**data, **numbers})
    table = criterion.params.get(_TABLES.get(criterion.method, ""), ())
    rows = () if isinstance(table, int) else table
    return head, *(
        Reason(f"method_{criterion.method}_row", {"limit": limit, "points": points})
        for limit, points in rows
    )
