"""Mức xếp loại: the office's own points from which a class begins."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.kinds import Basis
from thidua_desktop.domain.scoring.policy import (
    CAN_THO_BANDS,
    DEFAULT_POLICY,
    Band,
    Classification,
    LatePenalty,
    ScoringPolicy,
)

_EXCELLENT, _GOOD, _COMPLETED = (band.min_points for band in CAN_THO_BANDS)


@dataclass(frozen=True, slots=True)
class ClassLevels:
    """From how many points (×100) each class begins.

    Attributes:
        zero_bars: whether one standard criterion at 0 keeps a unit from the two upper classes.
        document: the paper in which the office set them; a proposal while empty.
        tie_order: codes of the criteria that part units with equal totals, first things first.
    """

    excellent: int = _EXCELLENT
    good: int = _GOOD
    completed: int = _COMPLETED
    zero_bars: bool = True
    document: str = ""
    tie_order: tuple[str, ...] = ()

    @property
    def is_proposal(self) -> bool:
        """Whether no paper of the office stands behind them."""
        return not self.document

    @property
    def source(self) -> str:
        """Where they come from, in the words that people read."""
        return DEFAULT_POLICY.source if self.is_proposal else self.document

    def policy(self, late: LatePenalty) -> ScoringPolicy:
        """Everything that turns points into a class, with these levels."""
        return ScoringPolicy(
            bands=(
                Band(Classification.EXCELLENT, self.excellent, needs_no_zero=self.zero_bars),
                Band(Classification.GOOD, self.good, needs_no_zero=self.zero_bars),
                Band(Classification.COMPLETED, self.completed, needs_no_zero=False),
            ),
            late=late,
            tie_order=self.tie_order,
            basis=Basis.PROPOSAL if self.is_proposal else Basis.PLAN,
            source=self.source,
        )
