"""Ngưỡng xem lại: from where on something is worth a second look.

No source sets such figures: all are the program's proposal, shown beside the findings, and the
office may change them.
"""

from __future__ import annotations

from dataclasses import dataclass

ALL = 100
"""Percent."""


@dataclass(frozen=True, slots=True)
class FindingLimits:
    """The thresholds; points are ×100.

    Attributes:
        like_words: so many common words (tiếng) at least; shorter answers prove nothing.
        like_percent: the least share of the shorter text that the common words are.
        like_run: a passage of so many words in one piece is told whatever its share.
        common_units: what more units than this write is a commonplace, not one unit's copy.
        jump_total: the least change of a unit's total against last year, on a scale of 100.
        jump_percent: the least change of a criterion, in percent of its maximum.
        jump_points: the least change of a criterion in points.
        overrated: the least sum that the office took off a unit's own points.
        near_tie: how close is close, at the top, the quota line and the classes.
    """

    like_words: int = 20
    like_percent: int = 60
    like_run: int = 40
    common_units: int = 8
    jump_total: int = 15_00
    jump_percent: int = 50
    jump_points: int = 3_00
    overrated: int = 8_00
    near_tie: int = 50

    @property
    def is_sound(self) -> bool:
        """Whether every threshold can be one: shares up to all, none that everything passes."""
        shares = (self.like_percent, self.jump_percent)
        counts = (self.like_words, self.like_run, self.common_units)
        points = (self.jump_total, self.jump_points, self.overrated)
        return (
            all(1 <= share <= ALL for share in shares)
            and min(*counts, *points) >= 1
            and self.near_tie >= 0
        )


PROPOSED_LIMITS = FindingLimits()
