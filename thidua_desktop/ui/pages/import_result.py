"""Kết quả: what an import did, with its undo at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.application.enrolling.list_import import ImportOutcome
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.pages.import_columns import deeds
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.widgets.labels import button, label, picture
from thidua_desktop.ui.wording import capital


class ImportResult(QWidget):
    """One sentence of what was done, one of what was not, and the way back."""

    def __init__(self, outcome: ImportOutcome, icons: Icons) -> None:
        super().__init__()
        tone = Tone.WARNING if outcome.rejected else Tone.GOOD
        icon = "alert-triangle" if outcome.rejected else "check-circle"
        self.undo = button("Hoàn tác…", "undoImport", icon=icons.get("undo"))
        self.undo.setEnabled(outcome.operation is not None)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(picture(icons.get(icon, PALETTE.of(tone)), 28))
        head.addWidget(label(f"Đã nhập xong tệp {outcome.grid.name}", "panelTitle"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(label(f"{capital(deeds(outcome))}."))
        if outcome.rejected:
            column.addWidget(
                label(
                    f"{outcome.rejected} dòng chưa nhập được. Bấm «Lưu tệp có ghi chú…» để có bản "
                    "Excel tô màu đúng ô sai kèm lời giải thích, gửi lại người lập danh sách; "
                    "sửa xong thì nhập lại cả tệp, dòng đã có không bị thêm lần nữa.",
                    wraps=True,
                )
            )
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            label(
                "Cả lần nhập là một thao tác: hoàn tác được ngay tại đây, hoặc nhiều ngày sau ở "
                "trang «Nhật ký, sao lưu».",
                "soft",
                wraps=True,
            )
        )
        column.addStretch(1)
