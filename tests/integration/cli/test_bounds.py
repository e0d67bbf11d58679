"""Numbers and days that no office has: refused in words, with nothing written."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.command_line import CommandLine
from tests.integration.cli.office import CYCLE, Office
from thidua_desktop.application.enrolling.registers import add_unit
from thidua_desktop.application.today import today_board
from thidua_desktop.bootstrap import Joiner
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.units import Unit
from thidua_desktop.system.clock import FixedClock

MEETING = ("council", "open", "--cycle", CYCLE, "--date", "2026-12-18")
SCORE = ("score", "set", "--cycle", CYCLE, "--unit", "DV001")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("cycle", "open", "--kind", "annual", "--year", "2027", "--due", "9999-12-31"), "2100"),
        ((*MEETING[:-1], "9999-01-01", "--members", "9", "--present", "9"), "2100"),
        (
            ("score", "set", "--cycle", CYCLE, "--unit", "DV001", "--points", "1000000000000"),
            "10.000",
        ),
        (("fund", "set", "--year", "2026", "--budget", "9" * 14), "999.999.999.999"),
        (("demo", "--out", "x", "--units", "1000000000"), "2000"),
    ],
)
def test_beyond_all_reason_is_wrong_usage(
    ranked: Office, words: tuple[str, ...], told: str
) -> None:
    ran = ranked.line(*words)
    assert ran.code == 2
    assert told in ran.told


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ((*MEETING, "--members", 10**9, "--present", 10**9), "attendance_wrong"),
        (("cycle", "open", "--kind", "annual", "--year", 9999), "year_outside_plan"),
    ],
)
def test_what_can_not_be_is_refused(
    ranked: Office, words: tuple[str | int, ...], error: str
) -> None:
    ran = ranked.line("--json", *words)
    assert (ran.code, ran.error) == (1, error)


def test_a_clock_that_went_back_is_told_beside_the_answer(ranked: Office) -> None:
    line = CommandLine(ranked.line.data, FixedClock(dt.date(2020, 1, 1)))
    ran = line("--json", "unit", "list")
    assert (ran.code, bool(ran.answer["units"])) == (0, True)
    assert "Đồng hồ máy đang là 01/01/2020" in ran.err


def test_a_clock_that_went_back_is_the_first_thing_to_do_and_blocks_nothing(
    ranked: Office,
) -> None:
    clock = FixedClock(dt.date(2020, 1, 1))
    with Joiner.detect(clock).open_desk(ranked.line.data) as desk:
        first = today_board(desk, CYCLE).sentences[0].reason
        assert (first.code, first.data["today"]) == ("clock_went_back", dt.date(2020, 1, 1))
        add_unit(desk, Unit("", "Xóm 99", "hamlet", SubjectKind.COLLECTIVE))
        clock.set(dt.date(2026, 12, 31))
        codes = {one.reason.code for one in today_board(desk, CYCLE).sentences}
        assert "clock_went_back" not in codes
