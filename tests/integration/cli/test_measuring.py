"""plan method, score set --amount: the office says how figures become points."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.integration.cli.office import UNITS
from thidua_desktop.system.clock import FixedClock

CYCLE = "2026-annual"
WHERE = ("score", "set", "--cycle", CYCLE, "--unit", "DV001", "--criterion")


WAYS = {
    "A1": ("ratio",),
    "A2": ("steps", "--table", "100%=15; 50%=5"),
    "A3": ("count_cap", "--points-each", "5"),
}


def way_of(criterion: str, method: str, *more: object) -> tuple[object, ...]:
    where = ("--audience", "office", "--criterion", criterion)
    return ("plan", "method", *where, "--method", method, *more)


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """An office that counts A1 by a share, A2 by steps and A3 by pieces."""
    units = tmp_path / "don-vi.csv"
    units.write_text(UNITS, encoding="utf-8-sig")
    made = CommandLine(tmp_path / "data", FixedClock(dt.date(2026, 11, 2)))
    made.ask("init", "--plan", "xuan-hung")
    made.ask("unit", "import", units)
    for criterion, way in WAYS.items():
        told = made.ask(*way_of(criterion, *way))
        assert (told["criterion"], told["method"]) == (criterion, way[0])
    made.ask("cycle", "open", "--kind", "annual", "--year", 2026)
    return made


@pytest.mark.parametrize(
    ("way", "error"),
    [
        (way_of("A2", "steps", "--table", "nhiều"), "method_row_unreadable"),
        (way_of("A2", "steps"), "scoring_way_wrong"),
        (way_of("A3", "sample", "--points-each", 5), "scoring_way_wrong"),
        (way_of("Z9", "ratio"), "criterion_unknown"),
    ],
)
def test_a_way_that_cannot_be_used_is_refused(
    line: CommandLine, way: tuple[object, ...], error: str
) -> None:
    ran = line("--json", *way)
    assert (ran.code, ran.error) == (1, error)


@pytest.mark.parametrize(
    ("criterion", "figures", "points", "reason"),
    [
        ("A1", ("--amount", "30", "--base", "40"), 18.75, "Đạt 30 trên 40"),
        ("A2", ("--amount", "3", "--base", "4"), 5, "tính theo mức tỷ lệ"),
        ("A3", ("--amount", "9"), 20, "9 kết quả, mỗi kết quả 5 điểm"),
    ],
)
def test_figures_become_points_and_tell_how(
    line: CommandLine, criterion: str, figures: tuple[str, ...], points: float, reason: str
) -> None:
    made = line.ask(*WHERE, criterion, *figures, "--reason", "Theo sổ theo dõi.")
    assert made["points"] == points
    assert made["reason"].startswith(reason) or reason in made["reason"]
    assert made["reason"].endswith("Theo sổ theo dõi.")


@pytest.mark.parametrize(
    ("criterion", "figures", "error"),
    [
        ("A4", ("--amount", "3"), "criterion_not_counted"),
        ("A1", ("--amount", "0", "--base", "0"), "figures_without_base"),
        ("A1", ("--amount", "41", "--base", "40"), "figures_over_whole"),
        ("Z9", ("--amount", "3"), "criterion_unknown"),
    ],
)
def test_figures_that_say_nothing_are_refused(
    line: CommandLine, criterion: str, figures: tuple[str, ...], error: str
) -> None:
    ran = line("--json", *WHERE, criterion, *figures)
    assert (ran.code, ran.error) == (1, error)


def test_points_and_figures_are_not_given_together(line: CommandLine) -> None:
    assert line(*WHERE, "A1", "--points", "5", "--amount", "3").code == 2
    assert line(*WHERE, "A1").code == 2
