"""Bảng điểm cần xem lại: every finding with the words and texts that a reader needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua_desktop.application.results.last_year import LastYear
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.findings.finding import Finding, FindingKey, FindingReview
from thidua_desktop.domain.findings.likeness import AnswerField, Span
from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Quoted:
    """One text with the passages to mark in it.

    Attributes:
        heading: whose it is, with the year where it is not this one's.
        year: the year where it is an earlier one's.
        criterion: the code that it speaks of, or empty.
    """

    heading: str
    text: str
    marks: tuple[Span, ...] = ()
    year: int | None = None
    field: AnswerField = AnswerField.EXPLANATION
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two texts beside each other; `percent` where they are alike."""

    first: Quoted
    second: Quoted
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One finding with the words that a reader needs.

    Attributes:
        groups: the groups of the unit and of the other one that it concerns.
        unit_name: the unit's name, or the person's whose text it is.
        units: the names of all that it concerns, the first of them first.
        criteria: the codes of the criteria that it concerns.
        review: the officer's word, also one on what was told before.
    """

    finding: Finding
    unit_name: str
    group: str
    group_name: str
    groups: tuple[str, ...]
    units: tuple[str, ...]
    criteria: tuple[str, ...]
    beside: tuple[SideBySide, ...]
    review: FindingReview | None

    @property
    def is_open(self) -> bool:
        """Whether nobody has said anything of what it tells now."""
        return self.review is None or self.review.seen != self.finding.fingerprint

    def why_for(self, unit: str) -> Reason:
        """The sentence as it stands beside this unit: the other one is told by name."""
        why = self.finding.why
        if unit != self.finding.other or unit == self.finding.key.unit:
            return why
        return replace(why, data={**why.data, "other": self.unit_name})

    @property
    def has_changed(self) -> bool:
        """Whether it tells otherwise than when it was looked at."""
        return self.review is not None and self.is_open


@dataclass(frozen=True, slots=True)
class FindingsBoard:
    """All findings of a cycle, by kind and unit, with the thresholds behind them.

    Attributes:
        past: last year's figures, with the cycle that is compared with.
    """

    cycle: Cycle
    past: LastYear
    limits: FindingLimits
    lines: tuple[FoundLine, ...]

    @property
    def before(self) -> Cycle | None:
        """The cycle that is compared with, `None` in the first year."""
        return self.past.cycle

    @property
    def open(self) -> int:
        """How many wait to be looked at."""
        return sum(line.is_open for line in self.lines)

    def find(self, key: FindingKey) -> FoundLine | None:
        """The line of this key."""
        return next((line for line in self.lines if line.finding.key == key), None)

    def of_cells(self) -> Mapping[tuple[str, str], tuple[FoundLine, ...]]:
        """The findings by cell of the appraisal grid: unit and criterion."""
        cells: dict[tuple[str, str], list[FoundLine]] = {}
        for line in self.lines:
            for cell in line.finding.cells:
                cells.setdefault(cell, []).append(line)
        return {cell: tuple(lines) for cell, lines in cells.items()}
