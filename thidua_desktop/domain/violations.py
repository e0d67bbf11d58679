"""Vi phạm làm hạ bậc xếp loại: what stands in the register against a unit's class."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.domain.scoring.policy import Violation


@dataclass(frozen=True, slots=True)
class UnitViolation:
    """One violation of one unit in one cycle.

    Attributes:
        document: the paper that says so (quyết định kỷ luật, kết luận thanh tra …).
        recorded_on: the day on which the office wrote it down.
    """

    cycle: str
    unit: str
    kind: Violation
    document: str
    recorded_on: dt.date
