"""Kiến nghị, vướng mắc: what units ask for in their reports, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class RequestStatus(StrEnum):
    """Where a request stands."""

    OPEN = "open"  # chưa trả lời
    FORWARDED = "forwarded"  # đã chuyển cơ quan có thẩm quyền
    ANSWERED = "answered"  # đã trả lời


@dataclass(frozen=True, slots=True)
class RequestAnswer:
    """What the office did about one unit's requests of a cycle.

    Attributes:
        asked: what stood in the report when it was answered.
        answer: the answer, or to whom it was forwarded.
    """

    cycle: str
    unit: str
    status: RequestStatus
    asked: str
    answer: str
    changed_on: dt.date
