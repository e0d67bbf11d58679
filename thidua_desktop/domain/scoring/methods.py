"""Cách chấm: how an answer to one criterion becomes points.

Integers only: points are ×100 and every division is floored towards 0, so a unit never gets a
hundredth that it did not reach. Whatever is answered, the points stay within 0 and the maximum,
and a higher answer or added evidence never lowers them.

Params by method (`Criterion.params`), and what `Answer.amount` and `Answer.base` mean:

| method    | params                                       | amount             | base |
|-----------|----------------------------------------------|--------------------|------|
| manual    | –                                            | points ×100        | –    |
| binary    | –                                            | 1 yes, 0 no        | –    |
| ratio     | –                                            | a                  | b    |
| steps     | `steps`: (percent ×100 from which, points)…  | a                  | b    |
| count_cap | `points_each`                                | how many           | –    |
| level     | `levels`: (level, points)…                   | the level          | –    |
| sample    | `size`, `points_each`                        | how many meet it   | –    |

A step is reached at its percentage (≥); a table that grows «trên 95 % đến dưới 100 %» is written
as a step at 9500 and one at 10000. Steps and levels rise, in the answer and in points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue, Reason
from thidua_desktop.domain.scoring.criterion import Criterion, Method, Role

WHOLE = 100_00
"""100 % in hundredths of a percent."""

_WITH_BASE = frozenset({Method.RATIO, Method.STEPS})
_COUNT_PARAMS = {
    Method.COUNT_CAP: ("points_each",),
    Method.SAMPLE: ("size", "points_each"),
}
_TABLE_PARAMS = {Method.STEPS: "steps", Method.LEVEL: "levels"}

Table = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known about one criterion of one unit; the module says what the figures mean.

    Attributes:
        amount: the figure that the method asks for.
        base: the whole that the amount is a part of (mẫu số), where the method has one.
        has_evidence: whether any minh chứng is named.
    """

    amount: int
    base: int = 0
    has_evidence: bool = False


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The points ×100 that an answer gets, and why.

    Attributes:
        not_applicable: nothing fell under the criterion (b = 0): no figure says what it deserves.
    """

    points: int
    reasons: tuple[Reason, ...]
    not_applicable: bool = False


def evaluate(criterion: Criterion, answer: Answer) -> Evaluation:
    """The points of an answer.

    The gate comes first: where evidence is required, even «nothing to do» has to be shown. A
    penalty has no gate, or a violation would be forgiven for want of its proof.

    Raises:
        InputError: the criterion's params are broken; `check_criterion` names them.
    """
    issues = check_criterion(criterion)
    if issues:
        raise InputError("criterion_broken", issues, criterion=criterion.code)
    if is_gated(criterion, has_evidence=answer.has_evidence):
        return Evaluation(0, (Reason("score_no_evidence", {"maximum": criterion.max_points}),))
    if criterion.method in _WITH_BASE and answer.base <= 0:
        return _without_base(criterion)
    points = within(_POINTS[criterion.method](criterion, answer), criterion.max_points)
    return Evaluation(points, (_reason(criterion, answer, points),))


def is_gated(criterion: Criterion, *, has_evidence: bool) -> bool:
    """Whether missing evidence makes the criterion count 0."""
    return criterion.requires_evidence and criterion.role is not Role.PENALTY and not has_evidence


def within(points: int, maximum: int) -> int:
    """The points, kept between 0 and the maximum."""
    return max(0, min(points, maximum))


def _without_base(criterion: Criterion) -> Evaluation:
    """Of a pool nothing was done, so there is nothing to reward or to take off."""
    reason = Reason("score_without_base", {"maximum": criterion.max_points})
    return Evaluation(0, (reason,), not_applicable=criterion.role is Role.STANDARD)


def _manual(_criterion: Criterion, answer: Answer) -> int:
    return answer.amount


def _binary(criterion: Criterion, answer: Answer) -> int:
    return criterion.max_points if answer.amount > 0 else 0


def _ratio(criterion: Criterion, answer: Answer) -> int:
    part = within(answer.amount, answer.base)
    return part * criterion.max_points // answer.base


def _steps(criterion: Criterion, answer: Answer) -> int:
    part = within(answer.amount, answer.base)
    # Multiplied out, so that 1/3 never meets a rounded threshold.
    return _highest(
        points
        for percent, points in _table(criterion, "steps")
        if part * WHOLE >= percent * answer.base
    )


def _count_cap(criterion: Criterion, answer: Answer) -> int:
    return answer.amount * _whole(criterion, "points_each")


def _level(criterion: Criterion, answer: Answer) -> int:
    return _highest(
        points for level, points in _table(criterion, "levels") if answer.amount >= level
    )


def _sample(criterion: Criterion, answer: Answer) -> int:
    met = within(answer.amount, _whole(criterion, "size"))
    return met * _whole(criterion, "points_each")


_POINTS: dict[Method, Callable[[Criterion, Answer], int]] = {
    Method.MANUAL: _manual,
    Method.BINARY: _binary,
    Method.RATIO: _ratio,
    Method.STEPS: _steps,
    Method.COUNT_CAP: _count_cap,
    Method.LEVEL: _level,
    Method.SAMPLE: _sample,
}


def _reason(criterion: Criterion, answer: Answer, points: int) -> Reason:
    method = criterion.method
    data = {"points": points, "maximum": criterion.max_points}
    if method is Method.BINARY:
        return Reason("score_binary_yes" if answer.amount > 0 else "score_binary_no", data)
    if method is not Method.MANUAL:
        data["amount"] = answer.amount
    if method in _WITH_BASE:
        data["base"] = answer.base
    for name in _COUNT_PARAMS.get(method, ()):
        data[name] = _whole(criterion, name)
    return Reason(f"score_{method}", data)


def check_criterion(criterion: Criterion) -> tuple[Issue, ...]:
    """What is wrong with a criterion; empty when `evaluate` can use it."""
    codes = []
    if not criterion.code:
        codes.append("criterion_code_missing")
    if criterion.max_points <= 0:
        codes.append("criterion_maximum_not_positive")
    if criterion.role is Role.PENALTY and criterion.requires_evidence:
        codes.append("criterion_penalty_gated")
    codes.extend(
        f"criterion_{name}_missing"
        for name in _COUNT_PARAMS.get(criterion.method, ())
        if _whole(criterion, name) <= 0
    )
    if criterion.method in _TABLE_PARAMS:
        codes.extend(_check_table(criterion, _TABLE_PARAMS[criterion.method]))
    return tuple(Issue(code, data={"criterion": criterion.code}) for code in codes)


def _check_table(criterion: Criterion, name: str) -> list[str]:
    table = _table(criterion, name)
    if not table:
        return [f"criterion_{name}_missing"]
    codes = []
    if any(low[0] >= high[0] or low[1] > high[1] for low, high in pairwise(table)):
        codes.append(f"criterion_{name}_not_rising")
    if any(not 0 <= points <= criterion.max_points for _, points in table):
        codes.append(f"criterion_{name}_over_maximum")
    if name == "steps" and any(not 0 <= percent <= WHOLE for percent, _ in table):
        codes.append("criterion_steps_over_whole")
    return codes


def _table(criterion: Criterion, name: str) -> Table:
    value = criterion.params.get(name, ())
    return () if isinstance(value, int) else value


def _whole(criterion: Criterion, name: str) -> int:
    value = criterion.params.get(name, 0)
    return value if isinstance(value, int) else 0


def _highest(points: Iterable[int]) -> int:
    return max(points, default=0)
