"""score set, score council, rank."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.appraisal.appraising import Points, appraise
from thidua_desktop.application.appraisal.council_figures import (
    give_council_points,
    withdraw_council_points,
)
from thidua_desktop.application.appraisal.measuring import appraise_by_figures
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranked_units import RankedGroup, RankedUnit
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, points_json
from thidua_desktop.domain.scoring.methods import Answer as Figures
from thidua_desktop.domain.vietnamese.numerals import points_text


def score_set(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The office's points for one criterion of one unit."""
    given = Points(arguments.unit, arguments.criterion, arguments.points or 0, arguments.reason)
    if arguments.amount is None:
        appraise(desk, arguments.cycle, given)
    else:
        figures = Figures(arguments.amount, arguments.base)
        given = appraise_by_figures(desk, texts, arguments.cycle, given, figures)
    data = {
        "cycle": arguments.cycle,
        "unit": given.unit,
        "criterion": given.criterion,
        "points": points_json(given.points),
        "reason": given.reason,
    }
    return Answer(data, [f"{given.unit} {given.criterion}: {points_text(given.points)} điểm."])


def score_council(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The council's points for one criterion of one unit, or that it gives none."""
    del texts
    cycle, unit, criterion = arguments.cycle, arguments.unit, arguments.criterion
    where = {"cycle": cycle, "unit": unit, "criterion": criterion}
    if arguments.withdraw:
        withdraw_council_points(desk, cycle, unit, criterion)
        return Answer({**where, "points": None}, ["Đã bỏ điểm Hội đồng."])
    given = Points(unit, criterion, arguments.points, arguments.reason)
    give_council_points(desk, cycle, [given])
    data = {**where, "points": points_json(given.points), "reason": given.reason}
    told = f"{unit} {criterion}: Hội đồng cho {points_text(given.points)} điểm."
    return Answer(data, [told])


def rank(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The ranking of a cycle."""
    ranking = rank_cycle(desk, arguments.cycle)
    data = {
        "cycle": ranking.cycle.id,
        "final": ranking.is_final,
        "groups": [_group_json(group, texts) for group in ranking.groups],
        "clusters": [_group_json(group, texts) for group in ranking.clusters],
    }
    lines = [line for group in ranking.groups for line in _group_lines(group, texts)]
    return Answer(data, lines)


def _group_json(group: RankedGroup, texts: Texts) -> dict[str, Any]:
    return {
        "group": group.code,
        "name": group.name,
        "rows": [_row_json(row, texts) for row in group.rows],
    }


def _row_json(row: RankedUnit, texts: Texts) -> dict[str, Any]:
    return {
        "rank": row.rank,
        "unit": row.unit.code,
        "name": row.unit.name,
        "self": points_json(row.self_points),
        "appraised": points_json(row.appraised),
        "council": points_json(row.council),
        "total": points_json(row.total),
        "class": row.classification.value,
        "class_name": texts.render(f"classification_{row.classification.value}", {}),
        "tied": row.tied,
        "pending": row.pending,
        "why": texts.reasons(row.why),
    }


def _group_lines(group: RankedGroup, texts: Texts) -> list[str]:
    lines = [group.name]
    for row in group.rows:
        place = f"{row.rank}." if row.rank is not None else "–"
        verdict = texts.render(f"classification_{row.classification.value}", {})
        told = [f"{row.unit.name}: {points_text(row.total)} điểm", verdict, *_open_matters(row)]
        lines.append(f"  {place:<4} {', '.join(told)}")
    return lines


def _open_matters(row: RankedUnit) -> list[str]:
    """What a reader must know before taking the line for settled."""
    pending = [f"còn {row.pending} nội dung chưa thẩm định"] if row.pending else []
    return [*pending, *(["bằng điểm, cần xét thêm"] if row.tied else [])]
