"""Đôn đốc from the page of collecting: the message to all, to each, and the letter."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from thidua_desktop.application.collecting.reminding import UnitReminder, reminder, unit_reminders
from thidua_desktop.application.dossiers.writing import plan_papers
from thidua_desktop.application.paper_kinds.unit_papers import REMINDER
from thidua_desktop.application.papers.formats import PaperFormat
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page


class Reminding:
    """Three ways to ask for what has not come; the page shows the messages to each."""

    def __init__(self, page: Page, show: Callable[[tuple[UnitReminder, ...]], None]) -> None:
        self._page = page
        self._show = show

    def copy(self) -> None:
        """Put the message to the missing units on the clipboard, for Zalo."""
        page, cycle = self._page, self._page.cycle
        desk, texts = page.desk, page.texts
        if cycle is None:
            return

        def copy(message: str) -> None:
            if not message:
                page.tell(Tone.INFO, "Các đơn vị đều đã gửi phiếu, không cần đôn đốc.")
                return
            QGuiApplication.clipboard().setText(message)
            page.tell(Tone.GOOD, "Đã chép tin đôn đốc; mở Zalo rồi dán (Ctrl+V).")

        page.do(lambda _progress: reminder(desk, texts, cycle.id), copy, changes=False)

    def show(self) -> None:
        """A message of its own for each unit that is waited for."""
        page, cycle = self._page, self._page.cycle
        desk, texts = page.desk, page.texts
        if cycle is None:
            return

        def show(reminders: tuple[UnitReminder, ...]) -> None:
            self._show(reminders)
            if not reminders:
                page.tell(Tone.INFO, "Các đơn vị đều đã gửi phiếu, không cần đôn đốc.")

        page.do(lambda _progress: unit_reminders(desk, texts, cycle.id), show, changes=False)

    def copy_for(self, unit: str) -> None:
        """Put the message to one unit on the clipboard."""
        page, cycle = self._page, self._page.cycle
        desk, texts = page.desk, page.texts
        if cycle is None:
            return

        def copy(reminders: tuple[UnitReminder, ...]) -> None:
            for one in reminders:
                if one.unit == unit:
                    QGuiApplication.clipboard().setText(one.message)
                    told = f"Đã chép tin nhắc {one.unit_name}; mở Zalo rồi dán (Ctrl+V)."
                    page.tell(Tone.GOOD, told)

        page.do(lambda _progress: unit_reminders(desk, texts, cycle.id), copy, changes=False)

    def write_letter(self) -> None:
        """Draw up the letter to the units that are waited for, and open it."""
        page, cycle = self._page, self._page.cycle
        desk, texts = page.desk, page.texts
        if cycle is None:
            return
        open_path = page.state.services.open_path

        def write_and_open() -> bool:
            letter = next(
                (p for p in plan_papers(desk, texts, cycle.id) if p.kind == REMINDER.code), None
            )
            if letter is None:
                return False
            path = Path(tempfile.mkdtemp(prefix="van-ban-")) / f"{letter.stem}.{PaperFormat.WORD}"
            desk.papers.write(letter.paper, path)
            open_path(path)
            return True

        def tell(is_written: bool) -> None:  # noqa: FBT001  an answer of the work above
            if not is_written:
                page.tell(Tone.INFO, "Không có đơn vị nào cần đôn đốc, nên không lập công văn.")
                return
            page.tell(
                Tone.GOOD,
                "Đã lập công văn đôn đốc và mở bằng Word. Bản PDF để ký ở trang Văn bản.",
                action=("Đến trang Văn bản", lambda: page.go_to("papers")),
            )

        page.do(lambda _progress: write_and_open(), tell, what="Đang lập công văn", changes=False)
