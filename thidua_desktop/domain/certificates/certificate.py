"""Giấy khen as a thing on paper: its number in the golden register, and wording of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is kept of one giấy khen beside its decision.

    Attributes:
        golden_number: số sổ vàng, `None` while none was given.
        golden_year: the year that its number belongs to.
        recipient: the name as it shall stand on this sheet; empty for the usual one, and so are
            the two below.
    """

    decision: int
    proposal: int
    golden_number: int | None = None
    golden_year: int | None = None
    recipient: str = ""
    address: str = ""
    achievement: str = ""
