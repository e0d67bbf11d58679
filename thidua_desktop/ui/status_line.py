"""The status bar: where the data lies, and how safe it is, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStatusBar, QWidget

from thidua_desktop.ui.status_words import moment, place
from thidua_desktop.ui.widgets.elided_label import ElidedLabel
from thidua_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from thidua_desktop.ui.state import Frame


class StatusLine(QStatusBar):
    """Data place, last verified backup, and the mark of practice data."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.place = ElidedLabel("Đang mở dữ liệu…")
        self.place.setObjectName("dataPlace")
        self.backup = label("")
        self.backup.setObjectName("lastBackup")
        self.practice = label("Dữ liệu tập dượt")
        self.practice.setObjectName("practiceMark")
        self.practice.hide()
        self.addWidget(self.place, 1)
        self.addPermanentWidget(self.practice)
        self.addPermanentWidget(self.backup)

    def show_frame(self, frame: Frame) -> None:
        """Say where the data lies and when it was last copied."""
        self.place.say(f"Dữ liệu: {place(frame.folder)}")
        if frame.last_backup is None:
            self.backup.setText("Chưa có bản sao lưu")
        else:
            self.backup.setText(f"Bản sao lưu gần nhất: {moment(frame.last_backup)}, đã kiểm tra")
        self.practice.setVisible(frame.is_practice)

    def tell(self, sentence: str) -> None:
        """Say something while no page is there to say it."""
        self.place.say(sentence)
