"""What is done about blanks and printers: positions, pictures of blanks, measuring a printer."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from thidua_desktop.application.certificates.layouts import (
    copy_layout,
    keep_scan,
    reset_layout,
    save_layout,
    worded,
)
from thidua_desktop.application.certificates.printing import print_trial_sheet
from thidua_desktop.domain.certificates.layout import (
    NO_OFFSET,
    BlankLayout,
    PrinterOffset,
    layout_remarks,
)
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.dialogs.certificate_dialogs import LayoutNameDialog, PrinterDialog
from thidua_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page

LAYOUT, PRINTER = "layout", "printer"
"""The two choices of the filter line."""

_PICTURES = "Ảnh phôi (*.png *.jpg *.jpeg *.pdf)"


class BlankWork:
    """The layouts and printers of the page of the giấy khen, with what is not saved yet."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._layouts: Sequence[BlankLayout] = ()
        self._printers: Mapping[str, PrinterOffset] = {}
        self.draft: BlankLayout | None = None

    def show(self, layouts: Sequence[BlankLayout], printers: Mapping[str, PrinterOffset]) -> None:
        """Offer these; at first the printer that was measured last."""
        is_first = not self._layouts
        self._layouts, self._printers = layouts, printers
        filters = self._page.filters
        filters.set_choices(LAYOUT, [(one.code, one.name) for one in layouts])
        filters.set_choices(PRINTER, [(name, name) for name in printers])
        if is_first and printers:
            filters.choose(PRINTER, list(printers)[-1])

    @property
    def saved(self) -> BlankLayout | None:
        """The chosen layout as it is kept."""
        chosen = self._page.filters.chosen(LAYOUT)
        return next((one for one in self._layouts if one.code == chosen), None)

    @property
    def blank(self) -> BlankLayout | None:
        """The chosen layout with what was moved on it and is not saved yet."""
        saved = self.saved
        if saved and self.draft and self.draft.code == saved.code:
            return self.draft
        return saved

    @property
    def is_edited(self) -> bool:
        """Whether something was moved that is not saved."""
        return self.blank != self.saved

    @property
    def offset(self) -> PrinterOffset:
        """What the chosen printer needs."""
        return self._printers.get(self._page.filters.chosen(PRINTER), NO_OFFSET)

    # ---- Layouts

    def save(self) -> None:
        """Keep the positions as the office's own."""
        draft, desk = self.draft, self._page.desk
        if draft is not None and self.is_edited:
            self._change(
                lambda: save_layout(desk, draft),
                f"Đã lưu vị trí in trên mẫu phôi «{draft.name}».",
                layout_remarks(draft, self.offset),
            )

    def reset(self) -> None:
        """Give the shipped positions back."""
        saved, desk = self.saved, self._page.desk
        if saved is not None:
            self._change(
                lambda: reset_layout(desk, saved.code),
                f"Mẫu phôi «{saved.name}» đã về vị trí ban đầu.",
            )

    def add(self) -> None:
        """A further layout, begun from the one that is shown."""
        blank, page = self.blank, self._page
        if blank is None:
            return
        dialog = LayoutNameDialog(blank.name, page.icons, page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            name = dialog.name.text()
            self._change(lambda: copy_layout(page.desk, blank, name), f"Đã thêm mẫu phôi «{name}».")

    def choose_scan(self) -> None:
        """Keep a picture of the blank, to look at."""
        blank, desk = self.blank, self._page.desk
        if blank is None:
            return
        chosen = self._page.choose_files("Chọn ảnh quét của phôi", _PICTURES)
        if chosen:
            self._change(
                lambda: keep_scan(desk, blank, chosen[0]),
                "Đã lưu ảnh phôi. Ảnh chỉ để xem, không in ra.",
            )

    def _change(self, work: Callable[[], object], said: str, remarks: Sequence[Issue] = ()) -> None:
        """Do something to the layouts, after which nothing is unsaved; tell what to look at."""
        texts = self._page.texts
        details = [texts.issue(worded(one, texts)) for one in remarks]
        more = f" Có {len(details)} điều cần xem trước khi in." if details else ""

        def done(_made: object) -> None:
            self.draft = None
            tone = Tone.WARNING if details else Tone.GOOD
            self._page.tell(tone, f"{said}{more}", details=details)

        self._page.do(lambda _progress: work(), done)

    # ---- Printers

    def print_trial(self) -> None:
        """Write the test sheet and open it in the person's own reader, which prints it."""
        blank, page, offset = self.blank, self._page, self.offset
        if blank is None:
            return
        path = Path(tempfile.mkdtemp(prefix="trang-thu-")) / "trang-thu.pdf"
        page.do(
            lambda _progress: print_trial_sheet(page.desk, page.texts, blank, offset, path),
            page.state.services.open_path,
            changes=False,
        )

    def measure(self) -> None:
        """Take what was measured on the test sheet."""
        page, printers = self._page, self._page.desk.printers
        chosen = page.filters.chosen(PRINTER)
        dialog = PrinterDialog(chosen, self.offset, page.icons, page)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        printer, offset = dialog.printer(), dialog.offset()

        def save() -> Mapping[str, PrinterOffset]:
            printers.save(printer, offset)
            return printers.all()

        def done(known: Mapping[str, PrinterOffset]) -> None:
            self.show(self._layouts, known)
            page.filters.choose(PRINTER, printer)
            page.tell(Tone.GOOD, f"Đã lưu độ lệch của máy in «{printer}» trên máy tính này.")

        page.do(lambda _progress: save(), done, changes=False)
