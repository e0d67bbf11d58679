"""A table over immutable records, in the order and with the filter of its own list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont

from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.columns import Align, CellRejectedError, Column, Record
from thidua_desktop.ui.models.record_list import RecordList
from thidua_desktop.ui.theme import PALETTE

RecordRole = Qt.ItemDataRole.UserRole + 1
SortRole = Qt.ItemDataRole.UserRole + 2
NUMBER_TITLE = "STT"
NUMBER_WIDTH = 46
AT_ONCE = 1000
"""Records that are made ready for the search in one go: some 20 ms."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RecordTableModel(QAbstractTableModel, Generic[Record]):
    """Records as rows; the first column counts them as they stand."""

    records_edited = Signal(list)
    """The edited records, new state, of one typing or one pasting."""
    cell_rejected = Signal(str)
    filled = Signal()
    """Other records are shown; a filter or an order tells nothing."""

    def __init__(
        self, columns: Sequence[Column[Record]], icons: Icons, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._records: RecordList[Record] = RecordList(columns)
        self._icons = icons
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)

    # ---- What the table holds

    @property
    def columns(self) -> tuple[Column[Record], ...]:
        """The columns after the number."""
        return self._records.columns

    @property
    def total(self) -> int:
        """Records, filtered out ones included."""
        return len(self._records.everything)

    @property
    def shown(self) -> tuple[Record, ...]:
        """The records as they stand, top to bottom."""
        return tuple(self._records.shown)

    @property
    def everything(self) -> tuple[Record, ...]:
        """All records in their own order, filtered out ones included."""
        return tuple(self._records.everything)

    @property
    def footer(self) -> Record | None:
        """The row of sums under the records, `None` for none."""
        return self._records.footer

    def set_records(self, records: Sequence[Record], footer: Record | None = None) -> None:
        """Show other records, in the order and with the filter that are set."""
        self.beginResetModel()
        self._records.take(records, footer)
        self.endResetModel()
        self.filled.emit()
        if len(records) > AT_ONCE:
            self._idle.start()

    @Slot()
    def _prepare(self) -> None:
        """Get ready for a search while nothing else is to be done: the first letter is quick."""
        if not self._records.prepare(AT_ONCE):
            self._idle.stop()

    def set_filter(self, text: str, accepts: Callable[[Record], bool] | None = None) -> None:
        """Show only records that hold every word of the text and that `accepts` takes."""
        self.beginResetModel()
        self._records.filter(text, accepts)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the number's column gives the records' own order back."""
        self.beginResetModel()
        declared = column - 1 if 1 <= column <= len(self.columns) else None
        self._records.sort(declared, is_descending=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    # ---- What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else len(self._records.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns, the number's included."""
        return 0 if parent.isValid() else len(self.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles, standing as their columns do."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= len(self.columns):
            return None
        column = self.columns[section - 1] if section else None
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title if column else NUMBER_TITLE
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (column.align if column else Align.RIGHT).value
        if role == Qt.ItemDataRole.ToolTipRole and column:
            return column.title_tip or None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's text, stand, colour and icon; the record under `RecordRole`."""
        if not index.isValid() or index.row() >= len(self._records.shown):
            return None
        record = self._records.shown[index.row()]
        if role == RecordRole:
            return record
        if index.column() == 0:
            return None if record is self.footer else self._number(index.row(), role)
        column = self.columns[index.column() - 1]
        return self._said(column, record, role)

    def _said(self, column: Column[Record], record: Record, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                said: Any = column.text(record)
            case Qt.ItemDataRole.TextAlignmentRole:
                said = column.align.value
            case Qt.ItemDataRole.ToolTipRole:
                said = column.tooltip(record) if column.tooltip else column.text(record)
            case _ if role == SortRole:
                said = self._records.key_of(self.columns.index(column), record)
            case _:
                said = self._marked(column, record, role)
        return said

    @staticmethod
    def _number(row: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, SortRole):
            return str(row + 1) if role == Qt.ItemDataRole.DisplayRole else row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Align.RIGHT.value
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(PALETTE.ink_soft)
        return None

    def _marked(self, column: Column[Record], record: Record, role: int) -> Any:
        mark = column.mark(record) if column.mark else None
        if mark is None:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(PALETTE.of(mark.tone))
        if role == Qt.ItemDataRole.DecorationRole and mark.icon:
            return self._icons.get(mark.icon, PALETTE.of(mark.tone))
        if role == Qt.ItemDataRole.FontRole and mark.is_bold:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    # ---- Editing

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Columns with an `edit` can be typed into."""
        flags = super().flags(index)
        if index.isValid() and index.column() and self.columns[index.column() - 1].edit:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into one cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() == 0:
            return False
        if str(value) == self.data(index):
            return False
        return self.paste(index, [[str(value)]])

    def paste(self, start: Index, block: Sequence[Sequence[str]]) -> bool:
        """Take a block of cells, all of it or none; what can't be taken is told."""
        edited: dict[int, Record] = {}
        try:
            for down, texts in enumerate(block):
                row = start.row() + down
                if row >= len(self._records.shown):
                    break
                edited[row] = self._edited(row, start.column(), texts)
        except CellRejectedError as refusal:
            self.cell_rejected.emit(str(refusal))
            return False
        changed = {row: new for row, new in edited.items() if new != self._records.shown[row]}
        for row, new in changed.items():
            self._records.replace(row, new)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns)))
        if changed:
            self.records_edited.emit(list(changed.values()))
        return bool(changed)

    def _edited(self, row: int, first: int, texts: Sequence[str]) -> Record:
        record = self._records.shown[row]
        for column, text in enumerate(texts, start=first):
            if not 1 <= column <= len(self.columns):
                continue
            edit = self.columns[column - 1].edit
            if edit is None:
                raise CellRejectedError(
                    f"Cột «{self.columns[column - 1].title}» không sửa được tại đây."
                )
            record = edit(record, text.strip())
        return record
