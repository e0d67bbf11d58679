"""What a unit's form says of how points are found."""

from __future__ import annotations

import pytest

from thidua_desktop.application.forms.way_words import way_words
from thidua_desktop.domain.scoring.criterion import Criterion, Method

TABLE = ((80_00, 15_00), (95_00, 20_00))


@pytest.mark.parametrize(
    ("method", "params", "said"),
    [
        (Method.MANUAL, {}, ""),
        (Method.BINARY, {}, "Cách tính: có thực hiện 20 điểm, không thì 0 điểm."),
        (Method.RATIO, {}, "Cách tính: tỷ lệ đạt được nhân 20 điểm."),
        (
            Method.COUNT_CAP,
            {"points_each": 2_50},
            "Cách tính: mỗi kết quả 2,5 điểm, nhiều nhất 20 điểm.",
        ),
        (
            Method.STEPS,
            {"steps": TABLE},
            "Cách tính: từ 80% được 15 điểm; từ 95% được 20 điểm.",
        ),
        (Method.LEVEL, {"levels": ((1, 5_00),)}, "Cách tính: mức 1 được 5 điểm."),
        (
            Method.SAMPLE,
            {"size": 10, "points_each": 2_00},
            "Cách tính: chọn 10 người, mỗi người đạt yêu cầu 2 điểm.",
        ),
    ],
)
def test_each_way_says_how_points_are_found(
    method: Method, params: dict[str, int | tuple[tuple[int, int], ...]], said: str
) -> None:
    criterion = Criterion("A1", "Lời", 20_00, method=method, params=params)
    assert way_words(criterion) == said
