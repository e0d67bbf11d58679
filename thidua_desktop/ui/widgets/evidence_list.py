"""The files that prove one criterion: dropped here, opened, taken off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.drop_area import DropFrame
from thidua_desktop.ui.widgets.labels import button, icon_button, label, selectable
from thidua_desktop.ui.wording import file_size


class EvidenceList(DropFrame):
    """One line a file; below, where more come from."""

    open_wanted = Signal(object)
    remove_wanted = Signal(object)
    choose_wanted = Signal()
    scans_wanted = Signal()

    def __init__(self, icons: Icons, files: Sequence[Evidence]) -> None:
        super().__init__()
        self._icons = icons
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(4)
        for file in files:
            column.addLayout(self._line(file))
        if not files:
            column.addWidget(label("Chưa có tệp. Thả tệp vào đây.", "caption", wraps=True))
        foot = QHBoxLayout()
        foot.setSpacing(6)
        add = button("Thêm tệp…", "addEvidence", icon=icons.get("plus"))
        add.clicked.connect(self.choose_wanted)
        scans = icon_button(icons.get("inbox"), "Lấy tệp mới trong thư mục quét", "takeScans")
        scans.clicked.connect(self.scans_wanted)
        foot.addWidget(add, 1)
        foot.addWidget(scans)
        column.addLayout(foot)

    def _line(self, file: Evidence) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        title = selectable(file.title)
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        title.setToolTip(f"{file.title} ({file_size(file.size)})")
        opens = icon_button(self._icons.get("eye"), f"Mở {file.title}", "openEvidence")
        opens.clicked.connect(lambda: self.open_wanted.emit(file))
        removes = icon_button(self._icons.get("x"), f"Gỡ {file.title}", "removeEvidence")
        removes.clicked.connect(lambda: self.remove_wanted.emit(file))
        line.addWidget(title, 1)
        line.addWidget(opens, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(removes, 0, Qt.AlignmentFlag.AlignTop)
        return line
