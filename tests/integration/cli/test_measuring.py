"""score set --amount: an office's own plan tells how figures become points."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.integration.cli.office import UNITS
from thidua_desktop.system.clock import FixedClock

PLAN = Path(__file__).parents[3] / "resources" / "plans" / "xuan-hung.toml"
CYCLE = "2026-annual"
WHERE = ("score", "set", "--cycle", CYCLE, "--unit", "DV001", "--criterion")


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """An office whose plan counts A1 by a share, A2 by steps and A3 by pieces."""
    text = PLAN.read_text(encoding="utf-8")
    for code, method in {
        "A1": 'method = "ratio"',
        "A2": 'method = "steps"\nsteps = [[50, 5], [100, 15]]',
        "A3": 'method = "count_cap"\npoints_each = 5',
    }.items():
        text = text.replace(f'code = "{code}"', f'code = "{code}"\n{method}', 1)
    plan = tmp_path / "ke-hoach-rieng.toml"
    plan.write_text(text, encoding="utf-8")
    units = tmp_path / "don-vi.csv"
    units.write_text(UNITS, encoding="utf-8-sig")
    made = CommandLine(tmp_path / "data", FixedClock(dt.date(2026, 11, 2)))
    made.ask("init", "--plan", plan)
    made.ask("unit", "import", units)
    made.ask("cycle", "open", "--kind", "annual", "--year", 2026)
    return made


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
