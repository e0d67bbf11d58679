"""Where time comes from."""

from __future__ import annotations

import datetime as dt


class SystemClock:
    """Port `Clock`: the machine's own time."""

    def today(self) -> dt.date:
        """The day by the machine's time zone."""
        return self.now().date()

    def now(self) -> dt.datetime:
        """The moment, in the machine's time zone."""
        # The one place that asks the machine: everything else takes its time from the port.
        return dt.datetime.now(dt.UTC).astimezone()  # noqa: TID251


class FixedClock:
    """Port `Clock`: stands still until it is set; the demo walks through a year with it."""

    def __init__(self, day: dt.date) -> None:
        self._day = day

    def set(self, day: dt.date) -> None:
        """Go to another day."""
        self._day = day

    def today(self) -> dt.date:
        """The day that was set."""
        return self._day

    def now(self) -> dt.datetime:
        """Nine in the morning of that day."""
        return dt.datetime.combine(self._day, dt.time(9, 0), dt.UTC)
