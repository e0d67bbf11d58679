"""The pages of a paper as pictures, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.ui.widgets.labels import label, named

WIDTH = 400


class PaperPreview(QScrollArea):
    """Shows pages as they will be printed."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "paperPreview", "Xem trước văn bản")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(WIDTH + 24)
        self.show_pages(())

    def picture_width(self) -> int:
        """How wide pictures have to be to look sharp on this screen."""
        return round(WIDTH * self.devicePixelRatioF())

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show these PNG pictures."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(12)
        if not pages:
            column.addWidget(label("Chọn một văn bản để xem trước.", "soft", wraps=True))
        for number, page in enumerate(pages, start=1):
            column.addWidget(self._picture(page, number), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(body)

    def _picture(self, page: bytes, number: int) -> QLabel:
        picture = QPixmap()
        picture.loadFromData(page)
        picture = picture.scaledToWidth(
            self.picture_width(), Qt.TransformationMode.SmoothTransformation
        )
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        shown = QLabel()
        shown.setObjectName("paperPage")
        shown.setPixmap(picture)
        shown.setAccessibleName(f"Trang {number}")
        return shown
