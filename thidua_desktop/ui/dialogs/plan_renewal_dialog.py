"""Nhận kế hoạch đã sửa: what the edited plan changes, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import label

_MOST = 14


class PlanRenewalDialog(Dialog):
    """The changes in sentences; agreeing takes the plan."""

    def __init__(
        self, file: str, changes: Sequence[str], icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Nhận kế hoạch đã sửa", "Nhận kế hoạch", icons, parent)
        self.form.addRow(label(f"Tệp «{file}» thay đổi:", "section"))
        more = len(changes) - _MOST
        told = [*changes[:_MOST], *([f"… và {more} thay đổi khác."] if more > 0 else [])]
        self.form.addRow(label("\n".join(f"•  {one}" for one in told), wraps=True))
        self.form.addRow(
            label(
                "Kỳ đã mở giữ nguyên tiêu chí và điểm cũ. Nhận nhầm thì hoàn tác được.",
                "caption",
                wraps=True,
            )
        )
