"""Nhập danh sách: every row and every doubt, before anything is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thidua_desktop.application.list_import import ImportedRow, ImportOutcome
from thidua_desktop.application.lists.reading import RowStatus
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.severity import SEVERITIES
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.record_table import RecordTable

Naming = tuple[Texts, Icons, Callable[[str], str]]

_STATES = {
    RowStatus.NEW: ("Thêm mới", Mark(Tone.GOOD, "plus")),
    RowStatus.CHANGED: ("Cập nhật", Mark(Tone.INFO, "pencil")),
    RowStatus.SAME: ("Đã có", Mark(Tone.QUIET, "check")),
    RowStatus.REJECTED: ("Chưa nhận được", Mark(Tone.BAD, "alert-circle")),
}


class ImportDialog(Dialog):
    """The preview of an import: rows above, issues by cell below."""

    def __init__(
        self, preview: ImportOutcome, file_name: str, naming: Naming, parent: QWidget | None
    ) -> None:
        texts, icons, place_name = naming
        super().__init__("Nhập danh sách", f"Nhận {preview.accepted} dòng", icons, parent)
        self.resize(900, 600)
        told = f"Tệp {file_name}: nhận được {preview.accepted} dòng"
        if preview.rejected:
            told += f", {preview.rejected} dòng chưa nhận được"
        self.form.addRow(label(f"{told}.", "panelTitle", wraps=True))
        rows: RecordTableModel[ImportedRow] = RecordTableModel(
            [
                Column("Ô", lambda row: ", ".join(filter(None, (row.sheet, row.cell))), 120),
                Column("Tên", lambda row: row.name, 0),
                Column("Nhóm, đơn vị", lambda row: place_name(row.group), 240),
                Column(
                    "Kết quả",
                    lambda row: _STATES[row.status][0],
                    160,
                    mark=lambda row: _STATES[row.status][1],
                ),
            ],
            icons,
            self,
        )
        rows.set_records(preview.rows)
        self.rows = RecordTable(rows, icons, "dòng")
        self.column.insertWidget(2, self.rows, 3)
        if preview.issues:
            self.column.insertWidget(3, self._issues(preview.issues, texts, icons), 2)
        self.column.setStretch(self.column.count() - 2, 0)
        self.deed.setEnabled(preview.accepted > 0)

    def _issues(self, issues: tuple[Issue, ...], texts: Texts, icons: Icons) -> RecordTable:
        model: RecordTableModel[Issue] = RecordTableModel(
            [
                Column(
                    "Mức",
                    lambda issue: SEVERITIES[issue.severity].word,
                    110,
                    mark=lambda issue: SEVERITIES[issue.severity].mark,
                ),
                Column("Chỗ", texts.place, 190),
                Column("Nội dung", texts.issue, 0),
            ],
            icons,
            self,
        )
        model.set_records(issues)
        self.issues = RecordTable(model, icons, "chỗ cần xem")
        return self.issues
