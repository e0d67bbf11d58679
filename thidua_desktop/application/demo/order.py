"""What is asked of a practice year, and what it leaves behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """One practice year.

    Attributes:
        out: the folder that receives everything; an earlier practice year in it is replaced.
        units: how many units, `None` for a usual commune.
        seed: the same seed gives the same year.
    """

    out: Path
    plan: str
    units: int | None
    seed: int
    year: int = 2026

    @property
    def first_day(self) -> dt.date:
        """The day on which the year is set up."""
        return dt.date(self.year, 10, 5)


@dataclass(frozen=True, slots=True)
class DemoMade:
    """What the practice year left.

    Attributes:
        places: title and folder of each kind of result, for people.
    """

    commune: str
    data: Path
    files: tuple[Path, ...]
    places: tuple[tuple[str, Path], ...]
