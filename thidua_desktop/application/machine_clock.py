"""Đồng hồ máy: one that went back, as with a dead battery, is told; nothing is blocked."""

from __future__ import annotations

from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.reasons import Reason

_LOOKED_AT = 30
"""So many operations later nobody is told of a clock that once ran ahead."""


def clock_went_back(desk: Desk) -> Reason | None:
    """Today's day beside the latest in the journal's newest entries, where it lies before it.

    Practice data is made with days of its own, which may lie ahead of any clock.
    """
    with desk.store.read() as books:
        if books.dataset.is_practice:
            return None
    now = desk.clock.now()
    days = (one.at.astimezone(now.tzinfo).date() for one in desk.store.operations(_LOOKED_AT))
    latest = max(days, default=now.date())
    if latest <= now.date():
        return None
    return Reason("clock_went_back", {"today": now.date(), "latest": latest})
