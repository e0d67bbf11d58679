"""Figures that become points, on every page where an appraiser sits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from thidua_desktop.application.appraisal.appraising import AppraisalCell, Points
from thidua_desktop.application.appraisal.measuring import appraise_by_figures
from thidua_desktop.domain.scoring.criterion import Criterion, Method
from thidua_desktop.ui.dialogs.figures_dialog import FiguresDialog
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.wording import points

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page


class FiguresWork:
    """Asks for the figures of one criterion of one unit, and saves what they are worth."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def button_of(self, unit: str, criterion: Criterion, cell: AppraisalCell) -> QPushButton | None:
        """What opens the form; nothing where the officer judges freely."""
        if criterion.method is Method.MANUAL:
            return None
        made = button(
            "Tính theo số liệu…", "byFigures", icon=self._page.icons.get("clipboard-list")
        )
        made.clicked.connect(lambda: self.ask(unit, criterion, cell))
        return made

    def ask(self, unit: str, criterion: Criterion, cell: AppraisalCell) -> None:
        """Ask for figures; how the points were found stands as their reason."""
        page, desk, cycle = self._page, self._page.desk, self._page.cycle
        if cycle is None:
            return
        dialog = FiguresDialog(
            criterion,
            page.texts,
            page.icons,
            page,
            has_evidence=bool(cell.evidence or cell.attached),
        )
        page.do_as_filled(
            dialog,
            lambda: (dialog.answer(), dialog.reason.text()),
            lambda filled: appraise_by_figures(
                desk,
                page.texts,
                cycle.id,
                Points(unit, criterion.code, 0, filled[1]),
                filled[0],
            ),
            lambda given: page.tell(Tone.GOOD, f"Đã lưu {points(given.points)} điểm theo số liệu."),
        )
