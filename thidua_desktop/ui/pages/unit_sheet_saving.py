"""What was typed into a unit's sheet: the reasons that it needs, and its saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from thidua_desktop.application.appraisal.appraising import AS_PROPOSED, Points
from thidua_desktop.application.appraisal.sheet_points import SheetPoints, save_sheet_points
from thidua_desktop.application.appraisal.unit_sheet import SheetLine, UnitSheet
from thidua_desktop.application.naming import criterion_mark
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
                f"Thẩm định {criterion_mark(one.criterion.code)}: {points(one.cell.self_points)} → "
                f"{points(one.cell.appraised)}",
                "" if one.cell.reason == AS_PROPOSED else one.cell.reason,
            )
            for one in appraised
            if one.cell.differs
        ]
        asked += [
            AskedReason(
                f"c{one.criterion.code}",
                f"Hội đồng {criterion_mark(one.criterion.code)}: {points(one.cell.appraised)} → "
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
        desk, unit = self._page.desk, sheet.unit.code
        typed = SheetPoints(
            unit,
            appraised=[
                Points(unit, code, given, reasons.get(f"a{code}", ""))
                for code, given in ((one.criterion.code, one.cell.appraised) for one in appraised)
                if given is not None
            ],
            council=[
                Points(unit, code, given, reasons.get(f"c{code}", ""))
                for code, given in ((one.criterion.code, one.cell.council) for one in council)
                if given is not None
            ],
            withdrawn=[one.criterion.code for one in council if one.cell.council is None],
        )
        self._page.do(
            lambda _progress: save_sheet_points(desk, sheet.cycle.id, typed),
            lambda count: self._page.tell(
                Tone.GOOD, f"Đã lưu {count} điểm của «{sheet.unit.name}»."
            ),
        )
