"""Time and person, as the machine says them."""

from __future__ import annotations

import datetime as dt
import getpass
import time

import pytest

from thidua_desktop.system.clock import FixedClock, SystemClock
from thidua_desktop.system.who import actor


def test_the_moment_bears_the_time_zone_of_the_machine() -> None:
    before = time.time()
    now = SystemClock().now()
    assert before <= now.timestamp() <= time.time()
    if hasattr(time, "tzset"):  # the tests stand in Viet Nam where the system lets them
        assert now.utcoffset() == dt.timedelta(hours=7)


def test_the_day_is_that_of_the_machine_and_not_of_greenwich(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moment = dt.datetime(2026, 12, 31, 20, tzinfo=dt.UTC)
    local = moment.astimezone(dt.timezone(dt.timedelta(hours=7)))
    monkeypatch.setattr(SystemClock, "now", lambda _self: local)
    assert SystemClock().today() == dt.date(2027, 1, 1)


def test_a_fixed_clock_stands_until_it_is_set() -> None:
    clock = FixedClock(dt.date(2026, 1, 5))
    assert (clock.today(), clock.now()) == (dt.date(2026, 1, 5), clock.now())
    clock.set(dt.date(2026, 6, 30))
    assert clock.today() == clock.now().date() == dt.date(2026, 6, 30)
    assert clock.now().tzinfo is not None


def test_who_works_is_the_user_at_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "chi.lan")
    user, _, machine = actor().partition("@")
    assert user == "chi.lan"
    assert machine


@pytest.mark.parametrize("error", [KeyError, OSError, ModuleNotFoundError])
def test_a_system_that_names_nobody_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def nobody() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert actor().startswith("?@")
