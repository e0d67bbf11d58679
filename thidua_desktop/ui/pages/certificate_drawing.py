"""Draws the selected giấy khen over its blank, away from the GUI thread."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage

from thidua_desktop.application.certificates.listing import DecidedCertificate
from thidua_desktop.application.certificates.printing import PrintOrder, preview_certificate
from thidua_desktop.domain.certificates.layout import BlankLayout
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.widgets.certificate_panel import CertificatePanel

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page

T = TypeVar("T")

WIDTH = 1100
"""Pixels of the pictures: sharp at every width of the panel."""

_PDF = b"%PDF-"


class CertificateDrawing:
    """The very pages that would be printed, as pictures; what comes too late is dropped."""

    def __init__(self, page: Page, panel: CertificatePanel) -> None:
        self._page = page
        self._panel = panel
        self._drawn = 0
        self._scanned = ""

    def draw(self, blank: BlankLayout, one: DecidedCertificate) -> None:
        """Draw one sheet as it stands on the blank: a printer's offset is none of its business."""
        self._drawn += 1
        number = self._drawn
        desk, texts = self._page.desk, self._page.texts
        pictures = self._page.state.services.picture_pages

        def draw() -> tuple[QImage, tuple[Issue, ...]]:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "giay-khen.pdf"
                issues = preview_certificate(desk, texts, PrintOrder(blank, (one,)), path)
                return QImage.fromData(pictures(path.read_bytes(), WIDTH, 0, 1)[0]), issues

        def show(drawn: tuple[QImage, tuple[Issue, ...]]) -> None:
            if number == self._drawn:
                self._panel.preview.show_text(drawn[0])
                self._panel.show_faults([texts.issue(issue) for issue in drawn[1]])

        self._run(draw, show)

    def clear(self) -> None:
        """Show the blank without a text."""
        self._drawn += 1
        self._panel.preview.show_text(QImage())
        self._panel.show_faults(())

    def load_scan(self, blank: BlankLayout) -> None:
        """Show the picture of the blank below the text."""
        if blank.scan == self._scanned:
            return
        self._scanned = blank.scan
        if not blank.scan:
            self._panel.preview.show_scan(QImage())
            return
        path = self._page.desk.attachments.path(blank.scan)
        pictures = self._page.state.services.picture_pages

        def load() -> QImage:
            content = path.read_bytes()
            if content.startswith(_PDF):
                return QImage.fromData(pictures(content, WIDTH, 0, 1)[0])
            picture = QImage.fromData(content)
            return picture if picture.isNull() else picture.scaledToWidth(WIDTH)

        def show(picture: QImage) -> None:
            if blank.scan == self._scanned:
                self._panel.preview.show_scan(picture)

        self._run(load, show)

    def _run(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        tasks = self._page.state.services.tasks
        tasks.run(lambda _progress: work(), show, self._page.tell_failure)
