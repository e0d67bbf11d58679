"""Cách chấm in a unit's form: so that the unit scores itself as the office will."""

from __future__ import annotations

from thidua_desktop.domain.scoring.criterion import Criterion, Method
from thidua_desktop.domain.vietnamese.numerals import points_text


def way_words(criterion: Criterion) -> str:
    """How the points are found, in a clause; empty where the officer judges freely."""
    params = criterion.params
    most, each = points_text(criterion.max_points), _each(criterion)
    match criterion.method:
        case Method.BINARY:
            said = f"có thực hiện {most} điểm, không thì 0 điểm"
        case Method.RATIO:
            said = f"tỷ lệ đạt được nhân {most} điểm"
        case Method.COUNT_CAP:
            said = f"mỗi kết quả {each} điểm, nhiều nhất {most} điểm"
        case Method.SAMPLE:
            said = f"chọn {params.get('size')} người, mỗi người đạt yêu cầu {each} điểm"
        case Method.STEPS | Method.LEVEL:
            said = _rows(criterion)
        case _:
            return ""
    return f"Cách tính: {said}."


def _each(criterion: Criterion) -> str:
    value = criterion.params.get("points_each")
    return points_text(value) if isinstance(value, int) else ""


def _rows(criterion: Criterion) -> str:
    is_share = criterion.method is Method.STEPS
    table = criterion.params.get("steps" if is_share else "levels", ())
    rows = () if isinstance(table, int) else table
    return "; ".join(
        f"từ {points_text(limit)}% được {points_text(given)} điểm"
        if is_share
        else f"mức {limit} được {points_text(given)} điểm"
        for limit, given in rows
    )
