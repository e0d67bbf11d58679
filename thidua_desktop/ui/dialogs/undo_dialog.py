"""Hoàn tác: what an undo would give back, before it is done."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from thidua_desktop.application.journal.undo_words import change_lines, named_lines
from thidua_desktop.application.records import Operation, UndoOutcome
from thidua_desktop.application.text import Texts
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.status_words import moment
from thidua_desktop.ui.widgets.labels import label, named, selectable
from thidua_desktop.ui.wording import capital

_MOST_LINES = 8
_AROUND = 20


def operation_words(operation: Operation, texts: Texts) -> str:
    """What an operation did, as the journal says it."""
    return texts.render(f"action_{operation.action}", operation.data)


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
        self._what = label("Sẽ trở lại như trước", "section")
        self.form.addRow(self._what)
        self.form.addRow(selectable("\n".join(restored) or "Không có gì thay đổi."))
        if preview.conflicts:
            kept = change_lines(preview.conflicts, texts, are_kept=True)
            self.form.addRow(label("Giữ nguyên vì đã sửa hoặc đang dùng sau đó", "section"))
            self.form.addRow(selectable("\n".join(kept)))
        self._add_rests(preview, texts)
        self._add_rows(preview, texts)
        self.form.addRow(
            label(
                "Việc hoàn tác cũng được ghi nhật ký và hoàn tác lại được.", "caption", wraps=True
            )
        )
        self.deed.setEnabled(bool(preview.restored))

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as its sentences, which wrap, as far as the screen has room."""
        super().showEvent(event)
        self.make_room()

    def say_redo(self) -> None:
        """It is done again, not taken back."""
        self.setWindowTitle("Làm lại")
        self.deed.setText("Làm lại")
        self._what.setText("Sẽ làm lại")

    def _add_rests(self, preview: UndoOutcome, texts: Texts) -> None:
        """What was built on it since; told in so many words, for it stays."""
        if not preview.rests:
            return
        self.form.addRow(label("Đã có việc làm trên kết quả này", "section"))
        for sentence in texts.reasons(preview.rests):
            self.form.addRow(label(sentence, wraps=True))

    def _add_rows(self, preview: UndoOutcome, texts: Texts) -> None:
        """Every row that has a name, one a line; long lists scroll."""
        rows = named_lines(preview.restored, texts, preview.unit_names)
        kept = named_lines(preview.conflicts, texts, preview.unit_names, are_kept=True)
        rows += [f"Giữ nguyên: {line}" for line in kept]
        if not rows:
            return
        self.rows = QPlainTextEdit("\n".join(rows))
        self.rows.setReadOnly(True)
        self.rows.setTabChangesFocus(True)
        named(self.rows, "undoRows", "Từng dòng")
        lines = min(len(rows), _MOST_LINES)
        self.rows.setFixedHeight(lines * self.rows.fontMetrics().lineSpacing() + _AROUND)
        self.form.addRow(label("Từng dòng", "section"))
        self.form.addRow(self.rows)
