"""What Excel itself checks while a unit types its points, in Vietnamese."""

from __future__ import annotations

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.datavalidation import DataValidation

from thidua_desktop.domain.vietnamese.numerals import points_text

_TITLE = "Điểm tự chấm"
_ERROR_TITLE = "Điểm chưa đúng"


class PointsValidations:
    """One rule for all cells that share a maximum and last year's points: files stay small."""

    def __init__(self) -> None:
        self._rules: dict[tuple[int, int | None], DataValidation] = {}

    def add(self, cell: Cell | MergedCell, maximum: int, last_points: int | None) -> None:
        """Let this cell take numbers from 0 to the maximum (×100)."""
        rule = self._rules.get((maximum, last_points))
        if rule is None:
            rule = self._rules[maximum, last_points] = _rule(maximum, last_points)
        rule.add(cell)

    def made(self) -> tuple[DataValidation, ...]:
        """All rules, to be put into the sheet."""
        return tuple(self._rules.values())


def _rule(maximum: int, last_points: int | None) -> DataValidation:
    most = points_text(maximum)
    last = "" if last_points is None else f"\nNăm trước: {points_text(last_points)}."
    return DataValidation(
        type="decimal",
        operator="between",
        formula1="0",
        formula2=f"{maximum // 100}.{maximum % 100:02d}",
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle=_ERROR_TITLE,
        error=f"Điểm tự chấm là số từ 0 đến {most}. Nếu máy không nhận 8,5 thì gõ 8.5.",
        promptTitle=_TITLE,
        prompt=f"Số từ 0 đến {most}.{last}",
    )
