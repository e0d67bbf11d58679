"""Hướng dẫn: the manual that ships, at the page that is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from thidua_desktop.ui.widgets.labels import named

FOLDER = "help"
MARGIN = 20
_MISSING = (
    "<p>Bản cài đặt này không kèm tài liệu hướng dẫn.</p>"
    "<p>Phím tắt: Ctrl+1 … Ctrl+9 đến các bước, Ctrl+F tìm, Ctrl+N thêm, Ctrl+S lưu, "
    "Ctrl+P in, Ctrl+Z hoàn tác, F5 làm mới, Esc đóng.</p>"
)


class HelpDialog(QDialog):
    """Shows one help text; it stays open beside the work."""

    def __init__(self, resources: Path, page: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn")
        self.resize(760, 560)
        self.text = QTextBrowser()
        named(self.text, "helpText", "Hướng dẫn")
        self.text.setOpenExternalLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(MARGIN)
        self.text.document().setDefaultStyleSheet("p, li { line-height: 140%; }")
        self._show(resources / FOLDER, page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)

    def _show(self, folder: Path, page: str) -> None:
        for name in (f"{page}.md", "index.md"):
            file = folder / name
            if file.is_file():
                self.text.setSearchPaths([str(folder)])
                self.text.setSource(QUrl.fromLocalFile(str(file)))
                return
        self.text.setHtml(_MISSING)
