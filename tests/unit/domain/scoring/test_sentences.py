"""Every code that scoring can give has a sentence, and no sentence is left without its code."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from string import Formatter

from thidua_desktop.domain.reasons import Issue, Reason
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Method, Role
from thidua_desktop.domain.scoring.explanation import explain
from thidua_desktop.domain.scoring.method_words import how_scored
from thidua_desktop.domain.scoring.methods import Answer, check_criterion, evaluate
from thidua_desktop.domain.scoring.policy import (
    DEFAULT_POLICY,
    Band,
    Classification,
    LatePenalty,
    ScoringPolicy,
    Violation,
    check_policy,
)
from thidua_desktop.domain.scoring.ranking import rank_group
from thidua_desktop.domain.scoring.score import ScoreLine, UnitStanding, explain_line

FILE = Path(__file__).parents[4] / "resources" / "text" / "reasons_scoring.toml"
SENTENCES: dict[str, str] = tomllib.loads(FILE.read_text(encoding="utf-8"))["texts"]

Params = Mapping[str, int | tuple[tuple[int, int], ...]]

CRITERIA = CriteriaSet("a", (Criterion("1", "Một", 5000), Criterion("2", "Hai", 5000)), 300, 300)
PARAMS: Params = {"points_each": 10, "size": 5, "steps": ((1, 1),), "levels": ((1, 1),)}


def of_methods() -> Iterator[Reason]:
    for method, gated in product(Method, (True, False)):
        item = Criterion("1", "Một", 100, method, requires_evidence=gated, params=PARAMS)
        for amount, base in ((0, 0), (1, 2)):
            yield from evaluate(item, Answer(amount, base)).reasons
        yield from how_scored(item)


def of_lines() -> Iterator[Reason]:
    gated = Criterion("1", "Một", 100, requires_evidence=True)
    for self_points, appraised, reason in product((None, 50), (None, 40, 50), ("", "Lý do")):
        line = ScoreLine("1", self_points, appraised, reason)
        yield from explain_line(gated, line)
        if appraised is not None:
            yield from explain_line(gated, replace(line, council=30, council_reason="Ý kiến"))


def standings() -> Iterator[UnitStanding]:
    for points in product((0, 2500, 3750, 4250, 5000), repeat=2):
        yield UnitStanding("", points)
        yield UnitStanding("", points, has_women_priority=True)
    full = UnitStanding("", (5000, 5000), pending=2)
    for given, days in product((100, 900), (1, 90)):
        pools = full._replace(bonus=100, penalty=100, bonus_given=given, penalty_given=given)
        yield pools._replace(late_days=days)
    yield UnitStanding("", (0, 0), penalty=300, late_days=2)
    yield full._replace(has_report=False)
    for violation in Violation:
        yield full._replace(violations=(violation,))
        yield UnitStanding("", (100, 100), violations=(violation,))


def of_rows() -> Iterator[Reason]:
    group = [item._replace(unit=f"DV{place}") for place, item in enumerate(standings())]
    group += [item._replace(unit=item.unit + "b") for item in group]
    bands = tuple(band._replace(needs_no_zero=True) for band in DEFAULT_POLICY.bands)
    lowered = tuple(band._replace(min_points=band.min_points // 2) for band in bands)
    for some_bands in (bands, lowered):
        policy = replace(DEFAULT_POLICY, bands=some_bands)
        for row in rank_group(group, policy, (0,)):
            yield from explain(row, CRITERIA, policy)


def of_checks() -> Iterator[Issue]:
    broken = replace(DEFAULT_POLICY, late=LatePenalty(-1, 0))
    bands = (Band(Classification.NOT_COMPLETED, 1, False), Band(Classification.GOOD, 2, False))
    for policy in (broken, ScoringPolicy(bands=()), ScoringPolicy(bands=bands)):
        yield from check_policy(policy)
    yield from check_criterion(Criterion("", "", 0, role=Role.PENALTY, requires_evidence=True))
    falling = ((20_000, 300), (10_000, 200))
    for method, table in product(Method, ((), falling)):
        params = {"steps": table, "levels": table}
        yield from check_criterion(Criterion("1", "Một", 100, method, params=params))


def given() -> list[Reason | Issue]:
    return [*of_methods(), *of_lines(), *of_rows(), *of_checks()]


def test_every_field_of_every_sentence_is_given() -> None:
    kinds = {"points": int, "count": int, "list": tuple, "": str}
    for told in given():
        for _, name, spec, _ in Formatter().parse(SENTENCES[told.code]):
            if name is None:
                continue
            value = told.data[name]
            unknown_self_points = name == "self_points" and value is None
            assert unknown_self_points or isinstance(value, kinds[spec or ""]), told


def test_no_sentence_is_left_over() -> None:
    labels = {f"classification_{code}" for code in Classification}
    told = {item.code for item in given()} | labels | {"criterion_broken"}
    assert told == set(SENTENCES)
