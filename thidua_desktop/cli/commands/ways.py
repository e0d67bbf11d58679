"""plan method."""

from __future__ import annotations

import argparse

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import ScoringWay, set_scoring_way
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, points_json
from thidua_desktop.domain.scoring.criterion import Method
from thidua_desktop.domain.scoring.method_table import read_table
from thidua_desktop.domain.scoring.method_words import how_scored

_TABLES = {Method.STEPS: "steps", Method.LEVEL: "levels"}


def set_way(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """How a criterion is judged in the cycles that are opened from now on."""
    method = Method(arguments.method)
    params: dict[str, int | tuple[tuple[int, int], ...]] = {
        name: value
        for name, value in (("points_each", arguments.points_each), ("size", arguments.size))
        if value is not None
    }
    if method in _TABLES and arguments.table:
        params[_TABLES[method]] = read_table(method, arguments.table)
    way = ScoringWay(method, params, requires_evidence=arguments.needs_evidence)
    changed = set_scoring_way(desk, arguments.audience, arguments.criterion, way)
    data = {
        "audience": arguments.audience,
        "criterion": changed.code,
        "method": changed.method.value,
        "maximum": points_json(changed.max_points),
        "needs_evidence": changed.requires_evidence,
    }
    name = texts.render(f"method_name_{changed.method}", {})
    told = [f"{changed.code}: {name}. Dùng cho các kỳ mở từ nay."]
    return Answer(data, told + texts.reasons(how_scored(changed)))
