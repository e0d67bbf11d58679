"""Kiểm tra: every row of a list with its light, as typed and as understood."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.application.enrolling.list_import import ImportOutcome
from thidua_desktop.application.enrolling.list_workbooks import ListKind
from thidua_desktop.application.lists.columns_read import ColumnRead
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.import_columns import (
    FIELD_WORDS,
    CheckedRow,
    Light,
    PlaceName,
    checked_rows,
    column_columns,
    counted,
    deeds,
    hidden_words,
    note_columns,
    row_columns,
    understood_text,
    value_text,
)
from thidua_desktop.ui.severity import SEVERITIES
from thidua_desktop.ui.widgets.file_question import hidden_question, namesake_question
from thidua_desktop.ui.widgets.filter_line import FilterLine
from thidua_desktop.ui.widgets.labels import label, named
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.widgets.tab_line import tab_line
from thidua_desktop.ui.wording import capital


class ImportCheck(QWidget):
    """Built for one file; the panel tells about the selected row."""

    def __init__(
        self, outcome: ImportOutcome, kind: ListKind, naming: tuple[Texts, Icons, PlaceName]
    ) -> None:
        super().__init__()
        self._texts, icons, self._place_name = naming
        self._rows = checked_rows(outcome)
        several = len({row.sheet for row in outcome.rows}) > 1
        columns = row_columns(kind, self._place_name, several_sheets=several)
        model: RecordTableModel[CheckedRow] = RecordTableModel(columns, icons, self)
        self.rows = RecordTable(model, icons, "dòng", key=lambda checked: checked.row.cell)
        self.panel = SidePanel(icons, "Chọn một dòng để xem từng ô được hiểu thế nào.")
        self.filters = FilterLine(icons)
        self.filters.set_hint("Tìm trong danh sách")
        self.only_doubtful = QCheckBox("Chỉ dòng cần xem")
        named(self.only_doubtful, "onlyDoubtful", "Chỉ dòng cần xem")
        self.filters.add_widget(self.only_doubtful)
        self.tabs = tab_line("checkTabs", "Các phần của bản kiểm tra")
        self.question = hidden_question(icons)
        self.namesakes = namesake_question(icons)
        self._parts = QStackedWidget()
        self._lay_out(outcome, kind, icons)
        self.rows.selected.connect(self._show_row)
        self.filters.changed.connect(self._filter)
        self.only_doubtful.toggled.connect(self._filter)
        self.tabs.currentChanged.connect(self._parts.setCurrentIndex)
        model.set_records(self._rows)
        self.only_doubtful.setEnabled(any(row.light is not Light.GOOD for row in self._rows))
        self.rows.select_first()

    def _lay_out(self, outcome: ImportOutcome, kind: ListKind, icons: Icons) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        file = outcome.grid.name
        column.addWidget(label(f"{file} – {counted(self._rows)}.", "panelTitle", wraps=True))
        column.addWidget(label(f"{capital(deeds(outcome))}. Chưa lưu gì.", "soft", wraps=True))
        column.addWidget(self.question)
        self.question.ask(hidden_words(outcome, self._texts))
        column.addWidget(self.namesakes)
        asked = outcome.namesakes_asked
        words = self._texts.render("namesakes_question", {"count": asked}) if asked else ""
        self.namesakes.ask(words)
        general = tuple(outcome.issues_by_row()[None])
        unused = sum(not part.meaning for part in outcome.columns)
        self.tabs.addTab("Các dòng")
        self.tabs.addTab("Các cột" + (f" ({unused} cột không dùng đến)" if unused else ""))
        self.tabs.addTab(f"Ghi chú của tệp ({len(general)})")
        column.addWidget(self.tabs)
        column.addWidget(self._parts, 1)
        self._parts.addWidget(self._rows_part())
        columns: RecordTableModel[ColumnRead] = RecordTableModel(column_columns(kind), icons, self)
        self.columns = RecordTable(columns, icons, "cột")
        columns.set_records(outcome.columns)
        notes: RecordTableModel[Issue] = RecordTableModel(note_columns(self._texts), icons, self)
        self.notes = RecordTable(notes, icons, "ghi chú")
        self.notes.empty.say("check-circle", "Không có ghi chú nào", "Tệp đọc được trọn vẹn.", None)
        notes.set_records(general)
        self._parts.addWidget(self.columns)
        self._parts.addWidget(self.notes)

    def _rows_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("split")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(23)
        splitter.addWidget(self.rows)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([2800, 280])
        column.addWidget(splitter, 1)
        return part

    @Slot()
    def _filter(self) -> None:
        is_doubtful = self.only_doubtful.isChecked()
        self.rows.model.set_filter(
            self.filters.text,
            (lambda checked: checked.light is not Light.GOOD) if is_doubtful else None,
        )
        self.rows.select_first()

    @Slot(object)
    def _show_row(self, checked: CheckedRow | None) -> None:
        self.panel.clear()
        if checked is not None:
            self._fill_panel(checked)
        self.panel.end()

    def _fill_panel(self, checked: CheckedRow) -> None:
        panel, row = self.panel, checked.row
        panel.add_title(row.name or "Chưa có tên", f"Trang «{row.sheet}», ô {row.cell}")
        for issue in checked.issues:
            look = SEVERITIES[issue.severity].mark
            place = f"Ô {issue.cell}" if issue.cell != row.cell else ""
            panel.add_line(look.tone, look.icon, self._texts.issue(issue), place)
        panel.add_section("Trong tệp → được hiểu là")
        # Of a row that is refused nothing is taken, the cells without a fault no less.
        is_taken = any(understood_text(one, self._place_name) for one in row.fields)
        for found in row.fields:
            understood = understood_text(found, self._place_name)
            if not found.typed and not understood:
                continue
            if not found.typed:
                words = f"{understood} (tệp không ghi)"
            elif found.typed == understood:
                words = understood
            elif understood or is_taken:
                words = f"«{found.typed}» → {understood or 'chưa hiểu'}"
            else:
                words = found.typed
            if found.is_new_value:
                words += f"; đang lưu: {value_text(found.key, found.known, self._place_name)}"
            panel.add_text(f"{FIELD_WORDS[found.key]}: {words}")
