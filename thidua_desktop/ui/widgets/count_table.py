"""Nhập số phiếu: the count of an award as plain numbers, typed or pasted into the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.council import VoteCount
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.columns import Align, CellRejectedError, Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.wording import NOTHING


@dataclass(frozen=True, slots=True)
class CountLine:
    """One nominee; `None` where nothing is typed yet."""

    proposal: int
    name: str
    yes: int | None = None
    no: int | None = None


class CountTable(QWidget):
    """Votes for and against, by nominee."""

    changed = Signal()
    rejected = Signal(str)

    def __init__(self, lines: Sequence[CountLine], icons: Icons) -> None:
        super().__init__()
        columns: list[Column[CountLine]] = [
            Column("Tên", lambda line: line.name, 0),
            Column(
                "Đồng ý",
                lambda line: _text(line.yes),
                100,
                Align.RIGHT,
                edit=lambda line, text: replace(line, yes=_number(text)),
            ),
            Column(
                "Không đồng ý",
                lambda line: _text(line.no),
                100,
                Align.RIGHT,
                edit=lambda line, text: replace(line, no=_number(text)),
            ),
        ]
        model: RecordTableModel[CountLine] = RecordTableModel(columns, icons, self)
        self.table = RecordTable(model, icons, "dòng trên phiếu", key=lambda line: line.proposal)
        self.table.select_by_cell()
        model.set_records(lines)
        model.records_edited.connect(lambda _lines: self.changed.emit())
        model.cell_rejected.connect(self.rejected)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(
            label("Gõ số vào ô, hoặc dán cả cột chép từ Excel (Ctrl+V).", "caption", wraps=True)
        )

    @property
    def lines(self) -> tuple[CountLine, ...]:
        """The lines as they stand."""
        return self.table.model.everything

    def counts(self, void: int) -> dict[int, VoteCount]:
        """What was typed; lines without a number are left out."""
        return {
            line.proposal: VoteCount(line.yes or 0, line.no or 0, void)
            for line in self.lines
            if line.yes is not None or line.no is not None
        }


def _text(number: int | None) -> str:
    return NOTHING if number is None else str(number)


def _number(text: str) -> int | None:
    if text in ("", NOTHING):
        return None
    if not (text.isascii() and text.isdecimal()):
        raise CellRejectedError("Số phiếu là số nguyên không âm.")
    return int(text)
