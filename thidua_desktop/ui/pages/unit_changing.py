"""Asks for a change of units, does it, and tells what is to be done after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thidua_desktop.application.enrolling.unit_changes import (
    UnitChange,
    end_unit,
    merge_units,
    rename_unit,
    split_unit,
)
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.dialogs.unit_change_dialog import (
    EndUnitDialog,
    MergeUnitsDialog,
    RenameUnitDialog,
    SplitUnitDialog,
)
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page


class UnitChanging:
    """The four changes for the page of the registers."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def rename(self, unit: Unit) -> None:
        """Đổi tên."""
        dialog, desk = RenameUnitDialog(unit, *self._setting()), self._page.desk
        self._ask(
            dialog,
            lambda: partial(rename_unit, desk, unit.code, dialog.name.text(), dialog.day()),
            lambda: f"Đã đổi tên «{unit.name}».",
        )

    def merge(self, units: Sequence[Unit], chosen: Sequence[Unit]) -> None:
        """Sáp nhập."""
        dialog, desk = MergeUnitsDialog(units, chosen, *self._setting()), self._page.desk
        self._ask(
            dialog,
            lambda: partial(merge_units, desk, dialog.codes(), dialog.unit(), dialog.day()),
            lambda: f"Đã sáp nhập {len(dialog.codes())} đơn vị thành «{dialog.unit().name}».",
        )

    def split(self, unit: Unit) -> None:
        """Tách."""
        dialog, desk = SplitUnitDialog(unit, *self._setting()), self._page.desk
        self._ask(
            dialog,
            lambda: partial(split_unit, desk, unit.code, dialog.units(), dialog.day()),
            lambda: f"Đã tách «{unit.name}» thành {len(dialog.units())} đơn vị.",
        )

    def end(self, unit: Unit) -> None:
        """Giải thể."""
        dialog, desk = EndUnitDialog(unit, *self._setting()), self._page.desk
        self._ask(
            dialog,
            lambda: partial(end_unit, desk, unit.code, dialog.day()),
            lambda: f"Đã ghi nhận giải thể «{unit.name}».",
        )

    def _setting(self) -> tuple[dt.date, Icons, QWidget]:
        return self._page.desk.clock.today(), self._page.icons, self._page

    def _ask(
        self,
        dialog: Dialog,
        read: Callable[[], Callable[[], UnitChange]],
        done: Callable[[], str],
    ) -> None:
        self._page.do_as_filled(
            dialog, read, lambda work: work(), lambda change: self._tell(change, done())
        )

    def _tell(self, change: UnitChange, done: str) -> None:
        told = [done]
        if change.people_moved:
            told.append(f"{change.people_moved} người trong danh sách đã chuyển theo.")
        if change.people_left:
            told.append(f"{change.people_left} người cần được xếp vào đơn vị mới.")
        if change.open_reports:
            told.append(
                f"{change.open_reports} phiếu đã thu của đơn vị cũ trong kỳ đang mở vẫn giữ, "
                "nhưng không xếp hạng; hãy phát phiếu cho đơn vị mới."
            )
        has_more = change.people_left or change.open_reports
        self._page.tell(Tone.WARNING if has_more else Tone.GOOD, " ".join(told))
