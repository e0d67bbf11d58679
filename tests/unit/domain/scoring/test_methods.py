"""Points by method: the real tables of the field, and what must hold for any answer (F1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.scoring.criterion import Criterion, Method, Role
from thidua_desktop.domain.scoring.methods import Answer, check_criterion, evaluate

EXAMPLES = max(400, settings().max_examples)

Params = Mapping[str, int | tuple[tuple[int, int], ...]]

# Bonus 5.2 of Cần Thơ KH 157/KH-UBND: 88–90: 2 · 90–95: 3 · 95–<100: 4 · 100: 5.
CAN_THO_STEPS: Params = {"steps": ((88_00, 200), (90_00, 300), (95_00, 400), (100_00, 500))}
LEVELS: Params = {"levels": ((0, 0), (1, 200), (3, 700), (5, 1000))}
SAMPLE: Params = {"size": 50, "points_each": 40}


def criterion(method: Method, maximum: int = 1000, params: Params | None = None) -> Criterion:
    return Criterion("1.1", "Tiêu chí thử", maximum, method, params=params or {})


@pytest.mark.parametrize(
    ("method", "maximum", "params", "amount", "base", "points"),
    [
        (Method.MANUAL, 1000, {}, 725, 0, 725),
        (Method.MANUAL, 1000, {}, 1001, 0, 1000),
        (Method.MANUAL, 1000, {}, -5, 0, 0),
        (Method.BINARY, 500, {}, 1, 0, 500),
        (Method.BINARY, 500, {}, 0, 0, 0),
        (Method.RATIO, 4000, {}, 30, 40, 3000),
        (Method.RATIO, 2000, {}, 1, 3, 666),  # floored, never 667
        (Method.RATIO, 2000, {}, 2, 3, 1333),
        (Method.RATIO, 2000, {}, 50, 40, 2000),
        (Method.RATIO, 2000, {}, -3, 40, 0),
        (Method.STEPS, 500, CAN_THO_STEPS, 8799, 10000, 0),
        (Method.STEPS, 500, CAN_THO_STEPS, 88, 100, 200),
        (Method.STEPS, 500, CAN_THO_STEPS, 90, 100, 300),
        (Method.STEPS, 500, CAN_THO_STEPS, 99999, 100000, 400),
        (Method.STEPS, 500, CAN_THO_STEPS, 7, 7, 500),
        (Method.STEPS, 500, {"steps": ((33_34, 500),)}, 1, 3, 0),
        (Method.STEPS, 500, {"steps": ((33_33, 500),)}, 1, 3, 500),
        (Method.COUNT_CAP, 2000, {"points_each": 500}, 3, 0, 1500),
        (Method.COUNT_CAP, 2000, {"points_each": 500}, 9, 0, 2000),
        (Method.LEVEL, 1000, LEVELS, 0, 0, 0),
        (Method.LEVEL, 1000, LEVELS, 2, 0, 200),
        (Method.LEVEL, 1000, LEVELS, 9, 0, 1000),
        (Method.LEVEL, 1000, LEVELS, -1, 0, 0),
        (Method.SAMPLE, 2000, SAMPLE, 50, 0, 2000),
        (Method.SAMPLE, 2000, SAMPLE, 37, 0, 1480),
        (Method.SAMPLE, 4000, SAMPLE, 99, 0, 2000),
    ],
)
def test_points_by_method(
    method: Method, maximum: int, params: Params, amount: int, base: int, points: int
) -> None:
    found = evaluate(criterion(method, maximum, params), Answer(amount, base))
    assert found.points == points
    assert not found.not_applicable
    assert [reason.data["points"] for reason in found.reasons] == [points]


def test_the_gate_comes_before_everything() -> None:
    gated = replace(criterion(Method.RATIO), requires_evidence=True)
    assert evaluate(gated, Answer(5, 10)).points == 0
    assert evaluate(gated, Answer(5, 10)).reasons[0].code == "score_no_evidence"
    assert evaluate(gated, Answer(5, 10, has_evidence=True)).points == 500
    assert not evaluate(gated, Answer(0, 0)).not_applicable
    assert evaluate(gated, Answer(0, 0, has_evidence=True)).not_applicable


@pytest.mark.parametrize("method", [Method.RATIO, Method.STEPS])
def test_where_there_was_nothing_to_do_no_figure_decides(method: Method) -> None:
    params = CAN_THO_STEPS if method is Method.STEPS else {}
    found = evaluate(criterion(method, 500, params), Answer(3, 0))
    assert (found.points, found.not_applicable) == (0, True)
    assert found.reasons[0].code == "score_without_base"


@pytest.mark.parametrize("role", [Role.BONUS, Role.PENALTY])
def test_nothing_to_do_is_neither_rewarded_nor_punished(role: Role) -> None:
    pool = replace(criterion(Method.RATIO), role=role)
    found = evaluate(pool, Answer(0, 0))
    assert (found.points, found.not_applicable) == (0, False)


@pytest.mark.parametrize(
    ("broken", "codes"),
    [
        (replace(criterion(Method.MANUAL), code=""), ["criterion_code_missing"]),
        (criterion(Method.MANUAL, 0), ["criterion_maximum_not_positive"]),
        (
            replace(criterion(Method.MANUAL), role=Role.PENALTY, requires_evidence=True),
            ["criterion_penalty_gated"],
        ),
        (criterion(Method.COUNT_CAP), ["criterion_points_each_missing"]),
        (
            criterion(Method.COUNT_CAP, params={"points_each": ((1, 2),)}),
            ["criterion_points_each_missing"],
        ),
        (criterion(Method.SAMPLE), ["criterion_size_missing", "criterion_points_each_missing"]),
        (criterion(Method.STEPS), ["criterion_steps_missing"]),
        (criterion(Method.LEVEL, params={"levels": 3}), ["criterion_levels_missing"]),
        (
            criterion(Method.STEPS, params={"steps": ((50_00, 100), (50_00, 200))}),
            ["criterion_steps_not_rising"],
        ),
        (
            criterion(Method.LEVEL, params={"levels": ((1, 300), (2, 200))}),
            ["criterion_levels_not_rising"],
        ),
        (
            criterion(Method.STEPS, params={"steps": ((50_00, 1001),)}),
            ["criterion_steps_over_maximum"],
        ),
        (criterion(Method.LEVEL, params={"levels": ((1, -1),)}), ["criterion_levels_over_maximum"]),
        (
            criterion(Method.STEPS, params={"steps": ((100_01, 100),)}),
            ["criterion_steps_over_whole"],
        ),
    ],
)
def test_broken_criteria_are_named_and_not_evaluated(broken: Criterion, codes: list[str]) -> None:
    assert [issue.code for issue in check_criterion(broken)] == codes
    with pytest.raises(InputError) as caught:
        evaluate(broken, Answer(1, 1))
    assert [issue.code for issue in caught.value.issues] == codes


@pytest.mark.parametrize("method", Method)
def test_a_sound_criterion_has_no_issues(method: Method) -> None:
    params: Params = {"points_each": 10, "size": 5, "steps": ((1, 1),), "levels": ((1, 1),)}
    assert check_criterion(criterion(method, params=params)) == ()


@st.composite
def criteria(draw: st.DrawFn) -> Criterion:
    maximum = draw(st.integers(1, 100_00))
    rising = st.lists(st.integers(0, 100_00), min_size=1, max_size=6, unique=True).map(sorted)
    froms = draw(rising)
    gains = sorted(draw(st.integers(0, maximum)) for _ in froms)
    table = tuple(zip(froms, gains, strict=True))
    return Criterion(
        "1.1",
        "Tiêu chí thử",
        maximum,
        draw(st.sampled_from(Method)),
        draw(st.sampled_from((Role.STANDARD, Role.BONUS))),
        requires_evidence=draw(st.booleans()),
        params={
            "points_each": draw(st.integers(1, 5000)),
            "size": draw(st.integers(1, 100)),
            "steps": table,
            "levels": table,
        },
    )


AMOUNTS = st.integers(-10, 20_000)
BASES = st.integers(0, 15_000)


@settings(max_examples=EXAMPLES)
@given(criteria(), AMOUNTS, BASES, st.booleans())
def test_f1_points_stay_between_zero_and_the_maximum(
    item: Criterion, amount: int, base: int, has_evidence: bool
) -> None:
    found = evaluate(item, Answer(amount, base, has_evidence))
    assert 0 <= found.points <= item.max_points


@settings(max_examples=EXAMPLES)
@given(criteria(), AMOUNTS, st.integers(0, 500), BASES, st.booleans())
def test_f1_a_higher_answer_never_lowers(
    item: Criterion, amount: int, more: int, base: int, has_evidence: bool
) -> None:
    less = evaluate(item, Answer(amount, base, has_evidence))
    better = evaluate(item, Answer(amount + more, base, has_evidence))
    assert better.points >= less.points


@settings(max_examples=EXAMPLES)
@given(criteria(), AMOUNTS, BASES)
def test_f1_evidence_never_lowers(item: Criterion, amount: int, base: int) -> None:
    without = evaluate(item, Answer(amount, base))
    assert evaluate(item, Answer(amount, base, has_evidence=True)).points >= without.points


@settings(max_examples=EXAMPLES)
@given(st.integers(1, 100_00), st.integers(0, 10_000), st.integers(1, 10_000))
def test_f1_a_ratio_is_floored_to_the_hundredth(maximum: int, part: int, whole: int) -> None:
    points = evaluate(criterion(Method.RATIO, maximum), Answer(part, whole)).points
    exact = min(part, whole) * maximum
    assert points * whole <= exact < (points + 1) * whole
