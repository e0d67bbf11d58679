"""What was typed into a unit's sheet: the reasons that it needs, and its saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from thidua_desktop.application.appraising import AS_PROPOSED, Points, appraise_many
from thidua_desktop.application.council_figures import (
    give_council_points,
    withdraw_council_points,
)
from thidua_desktop.application.unit_sheet import SheetLine, UnitSheet
from thidua_desktop.ui.dialogs.reasons_dialog import ReasonsDialog
from thidua_desktop.ui.models.columns import AskedReason
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import points

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page


class SheetSaving:
    """Takes typed lines for a page; `read` gives the sheet that is shown."""

    def __init__(self, page: Page, read: Callable[[], UnitSheet | None]) -> None:
        self._page = page
        self._read = read

    def take(self, typed: Sequence[SheetLine]) -> None:
        """What was typed or pasted: appraised points, council's points, or both."""
        sheet = self._read()
        if sheet is None:
            return
        known = {line.criterion.code: line for line in sheet.lines}
        appraised = [
            one for one in typed if one.cell.appraised != known[one.criterion.code].cell.appraised
        ]
        council = [
            one for one in typed if one.cell.council != known[one.criterion.code].cell.council
        ]
        reasons = self._reasons(appraised, council)
        if reasons is None:
            self._page.refresh()
            return
        self._save(sheet, appraised, council, reasons)

    def _reasons(
        self, appraised: Sequence[SheetLine], council: Sequence[SheetLine]
    ) -> dict[str, str] | None:
        """A reason for each figure that differs; `None` when the officer gives none."""
        asked = [
            AskedReason(
                f"a{one.criterion.code}",
                f"Thẩm định {one.criterion.code}: {points(one.cell.self_points)} → "
                f"{points(one.cell.appraised)}",
                "" if one.cell.reason == AS_PROPOSED else one.cell.reason,
            )
            for one in appraised
            if one.cell.differs
        ]
        asked += [
            AskedReason(
                f"c{one.criterion.code}",
                f"Hội đồng {one.criterion.code}: {points(one.cell.appraised)} → "
                f"{points(one.cell.council)}",
                one.cell.council_reason,
            )
            for one in council
            if one.cell.council is not None and one.cell.council != one.cell.appraised
        ]
        if not asked:
            return {}
        dialog = ReasonsDialog("Lý do điểm khác nhau", asked, self._page.icons, self._page)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return dict(dialog.reasons())

    def _save(
        self,
        sheet: UnitSheet,
        appraised: Sequence[SheetLine],
        council: Sequence[SheetLine],
        reasons: dict[str, str],
    ) -> None:
        desk, cycle, unit = self._page.desk, sheet.cycle.id, sheet.unit.code
        orders = [
            Points(
                unit,
                one.criterion.code,
                one.cell.appraised,
                reasons.get(f"a{one.criterion.code}", ""),
            )
            for one in appraised
            if one.cell.appraised is not None
        ]
        figures = [
            Points(
                unit,
                one.criterion.code,
                one.cell.council,
                reasons.get(f"c{one.criterion.code}", ""),
            )
            for one in council
            if one.cell.council is not None
        ]
        gone = [one.criterion.code for one in council if one.cell.council is None]

        def save() -> int:
            if orders:
                appraise_many(desk, cycle, orders)
            if figures:
                give_council_points(desk, cycle, figures)
            for criterion in gone:
                withdraw_council_points(desk, cycle, unit, criterion)
            return len(orders) + len(figures) + len(gone)

        self._page.do(
            lambda _progress: save(),
            lambda count: self._page.tell(
                Tone.GOOD, f"Đã lưu {count} điểm của «{sheet.unit.name}»."
            ),
        )
