"""The plan as a file: written out for editing, taken back in place of the old."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from thidua_desktop.application.plan_texts.drafting import draft_plan
from thidua_desktop.application.setting_up.plan_renewal import (
    PlanRenewal,
    look_at_plan,
    renew_plan,
    save_plan,
)
from thidua_desktop.ui.dialogs.plan_renewal_dialog import PlanRenewalDialog
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page

_WORKBOOK, _WORKBOOKS = "ke-hoach.xlsx", "Excel (*.xlsx)"
_FILES = "Tệp kế hoạch (*.xlsx *.xls *.ods *.toml)"


class PlanFileWork:
    """What the plan's page does with files."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def save_out(self) -> None:
        """Write the plan in force as a workbook to edit."""
        page, desk = self._page, self._page.desk
        path = page.choose_new_file("Ghi kế hoạch ra Excel", _WORKBOOK, _WORKBOOKS)
        if path is None:
            return
        page.do(
            lambda _progress: save_plan(desk, path),
            lambda file: page.tell(
                Tone.GOOD,
                f"Đã ghi kế hoạch ra «{file.name}». Sửa xong thì bấm «Nhận kế hoạch đã sửa…».",
                action=page.open_file_action(file, "Mở tệp"),
            ),
            changes=False,
        )

    def draft_from_text(self) -> None:
        """Make a workbook to check from the plan's own text."""
        page, desk = self._page, self._page.desk
        chosen = page.choose_files("Chọn văn bản kế hoạch", "Văn bản (*.docx *.txt)")
        if not chosen:
            return
        out = page.choose_new_file("Ghi bản nháp ra Excel", _WORKBOOK, _WORKBOOKS)
        if out is None:
            return
        page.do(
            lambda _progress: draft_plan(desk, chosen[0], out),
            lambda made: page.tell(
                Tone.GOOD,
                " ".join(page.texts.reasons(made.told)),
                action=page.open_file_action(out, "Mở tệp"),
            ),
            what="Đang đọc văn bản",
            changes=False,
        )

    def take_back(self) -> None:
        """Ask for an edited plan and look at it; it is taken once its changes were agreed to."""
        page, desk = self._page, self._page.desk
        chosen = page.choose_files("Chọn tệp kế hoạch đã sửa", _FILES)
        if chosen:
            page.do(
                lambda _progress: look_at_plan(desk, chosen[0]),
                lambda renewal: self._agree(chosen[0], renewal),
                what="Đang đọc kế hoạch",
                changes=False,
            )

    def _agree(self, file: Path, renewal: PlanRenewal) -> None:
        page, desk = self._page, self._page.desk
        if not renewal.changes:
            page.tell(Tone.INFO, f"Kế hoạch trong «{file.name}» không có gì thay đổi.")
            return
        changes = page.texts.reasons(renewal.changes)
        dialog = PlanRenewalDialog(file.name, changes, page.icons, page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            page.do(
                lambda _progress: renew_plan(desk, renewal),
                lambda _nothing: page.tell(Tone.GOOD, "Đã nhận kế hoạch đã sửa."),
            )
