"""A sheet as it is printed: texts and strokes by their places, nothing left to compute."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.certificates.placing import PlacedText


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin straight line between two points, in tenths of a millimetre."""

    x: int
    y: int
    to_x: int
    to_y: int
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page; only a test sheet has strokes, for the frame of a giấy khen is the blank's.

    Attributes:
        is_practice: made from practice data, so that it says so across the sheet.
    """

    width: int
    height: int
    texts: tuple[PlacedText, ...]
    strokes: tuple[Stroke, ...] = ()
    name: str = ""
    is_practice: bool = False
