"""Lưu phiếu thẩm định của một đơn vị: all figures typed into one sheet, kept at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.application.appraisal.appraising import Points, appraise_in
from thidua_desktop.application.appraisal.council_figures import (
    give_council_in,
    withdraw_council_in,
)
from thidua_desktop.application.ports import Desk


@dataclass(frozen=True, slots=True)
class SheetPoints:
    """What was typed into the sheet of one unit.

    Attributes:
        appraised: the office's points.
        council: the council's points; they may stand on lines appraised by the same sheet.
        withdrawn: criteria for which the council's points are taken back.
    """

    unit: str
    appraised: Sequence[Points] = ()
    council: Sequence[Points] = ()
    withdrawn: Sequence[str] = ()

    @property
    def count(self) -> int:
        """How many figures change."""
        return len(self.appraised) + len(self.council) + len(self.withdrawn)


def save_sheet_points(desk: Desk, cycle_id: str, typed: SheetPoints) -> int:
    """Keep all figures of a sheet or none, as one operation.

    Returns:
        How many figures were kept.

    Raises:
        NotFound: no such cycle, unit or criterion, or no council's points to take back.
        RuleViolation: the cycle is closed, a reason is missing, or the council gives points for a
            line that is not appraised.
        InputError: points below zero or over the maximum.
    """
    if not typed.count:
        return 0
    with desk.store.read() as books:
        name = books.units.get(typed.unit).name
    with desk.store.write(
        "sheet_points_saved", cycle=cycle_id, unit=name, count=typed.count
    ) as books:
        appraise_in(books, desk, cycle_id, typed.appraised)
        give_council_in(books, desk, cycle_id, typed.council)
        for criterion in typed.withdrawn:
            withdraw_council_in(books, cycle_id, typed.unit, criterion)
    return typed.count
