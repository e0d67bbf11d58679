"""Biểu đồ as content: lines over years; how they look is the drawer's matter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line: points ×100 by year, `None` where there is none."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class YearChart:
    """Lines over the same years; the first is the one that is told about."""

    years: tuple[int, ...]
    lines: tuple[ChartLine, ...]

    @property
    def has_values(self) -> bool:
        """Whether there is anything to draw."""
        return any(value is not None for line in self.lines for value in line.values)
