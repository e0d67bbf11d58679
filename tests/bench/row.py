"""One measured figure beside its floor: the least that the same work can take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BenchRow:
    """A measurement.

    Attributes:
        name: what was done, in words.
        floor: seconds of the floor.
        ours: seconds of our code, measured in turns with the floor.
        limit: the highest ratio that we promise.
    """

    name: str
    floor: float
    ours: float
    limit: float

    @property
    def ratio(self) -> float:
        """How many times the floor our code takes."""
        return self.ours / self.floor

    @property
    def is_within(self) -> bool:
        """Whether the promise holds."""
        return self.ratio <= self.limit
