"""A place where files are dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.widgets.labels import button, label, picture


def dropped_paths(event: QDropEvent) -> list[Path]:
    """The files and folders that a drop brings."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class DropFrame(QFrame):
    """A frame that warms up under files and hands on their paths."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dropArea")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders only."""
        if event.mimeData().hasUrls():
            self._heat(is_hot=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Cool down."""
        self._heat(is_hot=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the paths on."""
        self._heat(is_hot=False)
        paths = dropped_paths(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _heat(self, *, is_hot: bool) -> None:
        self.setProperty("hot", "true" if is_hot else "false")
        self.style().polish(self)


class DropArea(DropFrame):
    """One line tall: it says what may be dropped, and offers the same by button."""

    def __init__(self, icons: Icons, sentence: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 10, 10, 10)
        self._row.setSpacing(12)
        self._row.addWidget(picture(icons.get("upload", PALETTE.ink_soft), 20))
        self._row.addWidget(label(sentence, "soft", wraps=True), 1)
        self.choose_folder = button("Chọn thư mục…", "chooseFolder", icon=icons.get("folder-open"))
        self._row.addWidget(self.choose_folder, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_field(self, caption: str, field: QWidget) -> None:
        """Something to set before files are dropped; it stands before the button."""
        named = label(caption, "soft")
        named.setBuddy(field)
        place = self._row.count() - 1
        self._row.insertWidget(place, named)
        self._row.insertWidget(place + 1, field)
