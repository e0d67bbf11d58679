"""Hoàn tác: what an undo would give back, before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from thidua_desktop.application.records import Operation, RowChange, UndoOutcome
from thidua_desktop.application.text import Texts
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.status_words import moment
from thidua_desktop.ui.widgets.labels import label, selectable
from thidua_desktop.ui.wording import capital


def operation_words(operation: Operation, texts: Texts) -> str:
    """What an operation did, as the journal says it."""
    return texts.render(f"action_{operation.action}", operation.data)


def change_lines(changes: Sequence[RowChange], texts: Texts) -> list[str]:
    """«12 phiếu tự chấm: bỏ phần đã thêm», one line for each kind of row and way of change."""
    counted = Counter((change.table, _way(change)) for change in changes)
    return [
        texts.render(way, {"count": number, "what": texts.render(f"table_{table}", {})})
        for (table, way), number in counted.items()
    ]


def _way(change: RowChange) -> str:
    if change.after is None:
        return "undo_removes"
    return "undo_puts_back" if change.before is None else "undo_restores"


class UndoDialog(Dialog):
    """Names the operation, lists what goes back and what is left alone."""

    def __init__(
        self,
        operation: Operation,
        preview: UndoOutcome,
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Hoàn tác", "Hoàn tác", icons, parent)
        words = operation_words(operation, texts)
        self.form.addRow(selectable(capital(words), "panelTitle"))
        done = f"{operation.actor}, {moment(operation.at)}"
        self.form.addRow(label(done, "caption"))
        restored = change_lines(preview.restored, texts)
        self.form.addRow(label("Sẽ trở lại như trước", "section"))
        self.form.addRow(selectable("\n".join(restored) or "Không có gì thay đổi."))
        if preview.conflicts:
            kept = change_lines(preview.conflicts, texts)
            self.form.addRow(label("Giữ nguyên vì đã sửa hoặc đang dùng sau đó", "section"))
            self.form.addRow(selectable("\n".join(kept)))
        self.form.addRow(
            label(
                "Việc hoàn tác cũng được ghi nhật ký và hoàn tác lại được.", "caption", wraps=True
            )
        )
        self.deed.setEnabled(bool(preview.restored))
