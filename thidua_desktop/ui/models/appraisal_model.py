"""The grid of units × criteria over an `AppraisalBoard`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon

from thidua_desktop.application.appraisal.appraising import (
    AS_PROPOSED,
    AppraisalBoard,
    AppraisalCell,
    AppraisalRow,
)
from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.vietnamese.folding import Query, fold
from thidua_desktop.ui.models.columns import Align, AskedReason
from thidua_desktop.ui.theme import PALETTE
from thidua_desktop.ui.wording import points, typed_points

Cell = tuple[str, str]
"""A cell by unit and criterion."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Given:
    """Points ×100 that were typed into one cell, with the reason that stood there before."""

    unit: str
    criterion: str
    points: int
    reason: str


class AppraisalModel(QAbstractTableModel):
    """Units down, criteria across; a cell reads «10» or «10 → 8,5»."""

    given = Signal(list)
    cell_rejected = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: AppraisalBoard | None = None
        self._rows: tuple[AppraisalRow, ...] = ()
        self._query = Query.of("")
        self._marks: Mapping[Cell, str] = {}
        self._mark: QIcon | None = None

    def set_marks(self, marks: Mapping[Cell, str], icon: QIcon) -> None:
        """What to look at twice, in words by cell."""
        self._marks, self._mark = marks, icon
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)

    def is_marked(self, column: int) -> bool:
        """Whether a cell of the column bears a mark."""
        code = self.criteria[column].code
        return any((row.unit, code) in self._marks for row in self._rows)

    def words_of(self, column: int) -> set[str]:
        """What stands in the cells of a column; hundreds of units share a few figures."""
        seen = {
            (row.has_report, cell.self_points, cell.appraised, cell.council): (row, cell)
            for row in self._rows
            for cell in (row.cells[column],)
        }
        return {_cell_words(row, cell) for row, cell in seen.values()}

    def set_board(self, board: AppraisalBoard | None) -> None:
        """Show another board."""
        self.beginResetModel()
        self._board = board
        self._filter_rows()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only units that are meant: words without marks, run together, or initials."""
        self.beginResetModel()
        self._query = Query.of(text)
        self._filter_rows()
        self.endResetModel()

    def _filter_rows(self) -> None:
        rows = self._board.rows if self._board else ()
        self._rows = tuple(row for row in rows if self._query.finds(fold(row.name)))

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The columns."""
        return self._board.criteria if self._board else ()

    @property
    def rows(self) -> tuple[AppraisalRow, ...]:
        """The units shown."""
        return self._rows

    def at(self, index: _Index) -> tuple[AppraisalRow, Criterion, AppraisalCell] | None:
        """Everything about one cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        return row, self.criteria[index.column()], row.cells[index.column()]

    def waiting(
        self, units: Collection[str] | None = None, criteria: Collection[str] | None = None
    ) -> int:
        """How many of these cells the ranking still waits for; of all that are shown for `None`."""
        return sum(
            cell.is_pending
            for row in self._rows
            if row.has_report and (units is None or row.unit in units)
            for cell in row.cells
            if criteria is None or cell.criterion in criteria
        )

    def unreasoned(self, many: Sequence[Given]) -> list[AskedReason]:
        """Which of these points differ from the units' own and bear no reason of the office."""
        wanted = {(one.unit, one.criterion): one for one in many}
        asked = []
        for row in self._rows:
            for cell in row.cells:
                given = wanted.get((row.unit, cell.criterion))
                if given is None or given.points == cell.self_points:
                    continue
                if not given.reason or given.reason == AS_PROPOSED:
                    words = f"{row.name}, {cell.criterion}: {points(cell.self_points)} → "
                    key = f"{row.unit} {cell.criterion}"
                    asked.append(AskedReason(key, words + points(given.points)))
        return asked

    # ---- What Qt asks

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Units."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Criteria."""
        return 0 if parent.isValid() else len(self.criteria)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Criteria by code and most points; units by number and name."""
        if orientation == Qt.Orientation.Horizontal and section < len(self.criteria):
            return _criterion_head(self.criteria[section], role)
        if orientation == Qt.Orientation.Vertical and section < len(self._rows):
            return _unit_head(section, self._rows[section], role)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Both points; what differs is bold, what is open is quiet."""
        found = self.at(index)
        if found is None:
            return None
        row, criterion, cell = found
        mark = self._marks.get((row.unit, criterion.code), "")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                said: Any = _cell_words(row, cell)
            case Qt.ItemDataRole.EditRole:
                given = cell.self_points if cell.appraised is None else cell.appraised
                said = points(given)
            case Qt.ItemDataRole.TextAlignmentRole:
                said = Align.RIGHT.value
            case Qt.ItemDataRole.ToolTipRole:
                said = mark or cell.council_reason or cell.reason or cell.explanation or None
            case Qt.ItemDataRole.DecorationRole:
                said = self._mark if mark else None
            case _:
                said = _look(cell, role)
        return said

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells of units with a report can be typed into."""
        found = self.at(index)
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if found and found[0].has_report else flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take one typed cell."""
        if role != Qt.ItemDataRole.EditRole or str(value).strip() == self.data(index, role):
            return False
        return self.paste(index, [[str(value)]])

    def paste(self, start: _Index, block: Sequence[Sequence[str]]) -> bool:
        """Take a block copied in Excel, all of it or none; empty cells are left alone."""
        many = []
        for down, texts in enumerate(block):
            for right, text in enumerate(texts):
                found = self.at(self.index(start.row() + down, start.column() + right))
                if found is None or not text.strip():
                    continue
                row, criterion, cell = found
                if not row.has_report:
                    self.cell_rejected.emit(f"{row.name} chưa có phiếu được nhận nên chưa chấm.")
                    return False
                read = typed_points(text)
                if read is None:
                    self.cell_rejected.emit(
                        f"{row.name}, tiêu chí {criterion.code}: «{text.strip()}» không phải điểm."
                    )
                    return False
                many.append(Given(row.unit, criterion.code, read, cell.reason))
        if many:
            self.given.emit(many)
        return bool(many)


_POOLS = {Role.BONUS: "Điểm thưởng", Role.PENALTY: "Điểm trừ"}


def _criterion_head(criterion: Criterion, role: int) -> Any:
    called = _POOLS.get(criterion.role, criterion.code)
    said: dict[int, Any] = {
        Qt.ItemDataRole.DisplayRole: f"{called}\ntối đa {points(criterion.max_points)}",
        Qt.ItemDataRole.ToolTipRole: criterion.text,
        Qt.ItemDataRole.TextAlignmentRole: Align.RIGHT.value,
    }
    return said.get(role)


def _unit_head(section: int, row: AppraisalRow, role: int) -> Any:
    said: dict[int, Any] = {
        Qt.ItemDataRole.DisplayRole: f"{section + 1}.  {row.name}",
        Qt.ItemDataRole.ToolTipRole: row.name,
        Qt.ItemDataRole.TextAlignmentRole: Align.LEFT.value,
    }
    return said.get(role)


def _look(cell: AppraisalCell, role: int) -> Any:
    if role == Qt.ItemDataRole.FontRole and cell.differs:
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font
    if role == Qt.ItemDataRole.ForegroundRole:
        if cell.appraised is None:
            return QColor(PALETTE.ink_soft)
        return QColor(PALETTE.warning if cell.differs else PALETTE.ink)
    return None


def _cell_words(row: AppraisalRow, cell: AppraisalCell) -> str:
    """«10» when agreed, «10 → 8,5» when not, «10 → ?» while open; the council's points come last.

    A dash stands for a unit without a report, and for bonus and penalty lines that nobody claims.
    """
    if not row.has_report and cell.appraised is None:
        return "–"
    if cell.appraised is None:
        return f"{points(cell.self_points)} → ?" if cell.is_pending else points(cell.self_points)
    figures = [cell.self_points, cell.appraised]
    figures += [] if cell.council is None else [cell.council]
    changed = [figure for figure, _ in groupby(figures)]
    return " → ".join(points(figure) for figure in changed)
