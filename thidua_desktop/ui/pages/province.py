"""Báo cáo tỉnh: the summary workbook, seen before it is written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot

from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.province.summary_workbook import export_province, province_summary
from thidua_desktop.application.summary import (
    ColumnKind,
    ProvinceSummary,
    SummaryColumn,
    SummarySheet,
    SummaryValue,
)
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.wording import count, cycle_name, day, points

CHARACTER = 8
"""Pixels of one character of a column's width in the workbook."""
WIDEST = 360

Row = tuple[SummaryValue, ...]


class ProvincePage(CyclePage):
    """Each sheet of the workbook as a table; one button writes the file."""

    TITLE = "Báo cáo tỉnh"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Xuất Excel…", "table", self.export)
        self._summary: ProvinceSummary | None = None
        filters = self.add_filters("Tìm trong biểu")
        filters.add_choice("sheet", "Biểu", every="")
        self.heading = label("", "section", wraps=True)
        self.body.addWidget(self.heading)
        self.table = self._empty_table()
        self.body.addWidget(self.table, 1)
        filters.changed.connect(self._choose)

    def _empty_table(self) -> RecordTable:
        model: RecordTableModel[Row] = RecordTableModel([], self.icons, self)
        return RecordTable(model, self.icons, "dòng")

    def table_of(self) -> RecordTable:
        """The shown sheet."""
        return self.table

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Build the summary."""
        desk, texts = self.desk, self.texts
        self.ask(lambda: province_summary(desk, texts, cycle.id), self._show)

    def _show(self, summary: ProvinceSummary) -> None:
        self._summary = summary
        self.filters.set_choices("sheet", [(sheet.title, sheet.title) for sheet in summary.sheets])
        if self.cycle is not None:
            self.header.set_subtitle(
                f"{cycle_name(self.cycle)}: {len(summary.sheets)} biểu trong một tệp Excel."
            )
        self._choose()

    @Slot()
    def _choose(self) -> None:
        if self._summary is None:
            return
        chosen = self.filters.chosen("sheet")
        sheet = next((s for s in self._summary.sheets if s.title == chosen), None)
        if sheet is not None:
            self._show_sheet(sheet)
        self.table.model.set_filter(self.filters.text)

    def _show_sheet(self, sheet: SummarySheet) -> None:
        """A sheet has its own columns, so it gets its own table."""
        self.heading.setText(sheet.heading)
        model: RecordTableModel[Row] = RecordTableModel(_columns(sheet), self.icons, self)
        table = RecordTable(model, self.icons, "dòng")
        table.empty.say("table", "Biểu chưa có dòng nào", sheet.empty_note or "Chưa có số liệu.")
        total = sheet.total if len(sheet.total) == len(sheet.columns) else None
        rows = [row for row in sheet.rows if len(row) == len(sheet.columns)]
        model.set_records(rows, total if rows else None)
        self.body.replaceWidget(self.table, table)
        self.table.deleteLater()
        self.table = table

    @Slot()
    def export(self) -> None:
        """Write the workbook."""
        cycle, desk, texts = self.cycle, self.desk, self.texts
        if cycle is None:
            return
        name = f"{file_stem('bao-cao-tinh', cycle.id)}.xlsx"
        path = self.choose_new_file("Xuất báo cáo tỉnh", name, "Excel (*.xlsx)")
        if path is None:
            return

        def tell(made: tuple[Path, ...]) -> None:
            self.tell(
                Tone.GOOD,
                f"Đã viết {', '.join(file.name for file in made)}.",
                action=self.open_file_action(made[0], "Mở tệp"),
            )

        self.do(
            lambda _progress: export_province(desk, texts, cycle.id, path),
            tell,
            what="Đang viết báo cáo",
            changes=False,
        )


def _columns(sheet: SummarySheet) -> list[Column[Row]]:
    columns = list(enumerate(sheet.columns))
    if columns and columns[0][1].title in ("STT", "TT"):
        columns = columns[1:]
    texts = [place for place, column in columns if column.kind is ColumnKind.TEXT]
    filling = max(texts, key=lambda place: sheet.columns[place].width, default=None)
    total = sheet.total
    return [_column(place, column, total, fills=place == filling) for place, column in columns]


def _column(place: int, column: SummaryColumn, total: Row, *, fills: bool) -> Column[Row]:
    is_text = column.kind in (ColumnKind.TEXT, ColumnKind.DATE)

    def text(row: Row) -> str:
        return _words(column.kind, row[place])

    def key(row: Row) -> Any:
        return row[place]

    def mark(row: Row) -> Mark | None:
        return Mark(Tone.PLAIN, is_bold=True) if row is total else None

    return Column(
        column.title,
        text,
        0 if fills else min(WIDEST, max(84, column.width * CHARACTER)),
        Align.LEFT if is_text else Align.RIGHT,
        sort_key=None if is_text else key,
        mark=mark,
        title_tip=f"{column.over}: {column.title}" if column.over else "",
    )


def _words(kind: ColumnKind, value: SummaryValue) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, int):
        if kind is ColumnKind.POINTS:
            return points(value)
        return money_text(value) if kind is ColumnKind.MONEY else count(value)
    return value
