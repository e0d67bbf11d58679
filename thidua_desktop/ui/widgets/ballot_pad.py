"""Nhập phiếu: one paper ballot after another with the number keys, with running totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.ballot_keying import BallotKey, Keying
from thidua_desktop.domain.voting import BallotSheet
from thidua_desktop.domain.voting import Mark as Choice
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button, label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.wording import NOTHING

_WORDS = {Choice.YES: "Đồng ý", Choice.NO: "Không đồng ý", Choice.BLANK: "Để trống"}
_MARKS = {
    Choice.YES: Mark(Tone.GOOD, "check"),
    Choice.NO: Mark(Tone.BAD, "x"),
    Choice.BLANK: Mark(Tone.WARNING, "circle"),
}
_KEYS = {
    Qt.Key.Key_1: BallotKey.YES,
    Qt.Key.Key_2: BallotKey.NO,
    Qt.Key.Key_0: BallotKey.BLANK,
    Qt.Key.Key_3: BallotKey.REST_YES,
    Qt.Key.Key_X: BallotKey.VOID,
    Qt.Key.Key_Asterisk: BallotKey.VOID,
    Qt.Key.Key_Backspace: BallotKey.BACK,
    Qt.Key.Key_Return: BallotKey.NEXT,
    Qt.Key.Key_Enter: BallotKey.NEXT,
    Qt.Key.Key_Minus: BallotKey.UNDO,
}
_LEGEND = (
    "1 đồng ý · 2 không đồng ý · 0 để trống · 3 đồng ý các dòng còn lại\n"
    "Enter phiếu tiếp theo · X phiếu không hợp lệ · Backspace lùi một dòng · Ctrl+Z lấy lại phiếu"
)


@dataclass(frozen=True, slots=True)
class BallotLine:
    """One nominee on the ballot at hand, with what all ballots so far say."""

    proposal: int
    name: str
    mark: Choice | None
    yes: int
    no: int
    blank: int


class BallotPad(QWidget):
    """Takes the keys; the table only shows."""

    keyed = Signal()
    """The pile or the ballot at hand changed."""

    def __init__(self, names: Sequence[tuple[int, str]], keying: Keying, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("ballotPad")
        self.setAccessibleName("Nhập phiếu bầu bằng phím số")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._names = tuple(names)
        self.keying = keying
        model: RecordTableModel[BallotLine] = RecordTableModel(_columns(), icons, self)
        self.table = RecordTable(model, icons, "dòng trên phiếu", key=lambda line: line.proposal)
        self.table.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.view.clicked.connect(self._go_to)
        self.told = label("", "section")
        self.told.setObjectName("ballotTold")
        self.hint = label("", "caption", wraps=True)
        self._build(icons)
        self._show()

    def _build(self, icons: Icons) -> None:
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self.told, 1)
        for words, icon, key in (
            ("Phiếu không hợp lệ", "x", BallotKey.VOID),
            ("Lấy lại phiếu trước", "undo", BallotKey.UNDO),
            ("Phiếu tiếp theo", "check", BallotKey.NEXT),
        ):
            made = button(words, f"ballot_{key}", icon=icons.get(icon))
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(self._presser(key))
            deeds.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(deeds)
        column.addWidget(self.table, 1)
        column.addWidget(label(_LEGEND, "caption", wraps=True))
        column.addWidget(self.hint)

    def expect(self, ballots: int) -> None:
        """Another number of ballots was given out."""
        self.keying = replace(self.keying, most=ballots)
        self._show()

    def restart(self, sheets: tuple[BallotSheet, ...]) -> None:
        """Begin anew with another pile."""
        keying = self.keying
        self.keying = Keying(keying.nominees, keying.most, sheets)
        self.hint.setText("")
        self._show()
        self.keyed.emit()

    def press(self, *keys: BallotKey) -> None:
        """Take keys as if they were pressed."""
        before = self.keying
        self.keying = before.after(*keys)
        self.hint.setText(self._hint(keys[-1]) if self.keying == before else "")
        self._show()
        self.keyed.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z from the window, which would take back a whole operation."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(_is_undo(event))
            return event.isAccepted() or super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the trade; all others as ever."""
        key = BallotKey.UNDO if _is_undo(event) else _KEYS.get(Qt.Key(event.key()))
        if key is not None:
            self.press(key)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(self.keying.place + (1 if event.key() == Qt.Key.Key_Down else -1))
        else:
            super().keyPressEvent(event)

    def _presser(self, key: BallotKey) -> Callable[[], None]:
        return lambda: self.press(key)

    def _go_to(self, index: QModelIndex) -> None:
        self._move(index.row())

    def _move(self, place: int) -> None:
        self.keying = self.keying.at(place)
        self._show()

    def _hint(self, key: BallotKey) -> str:
        if self.keying.is_full:
            return "Đã nhập đủ số phiếu phát ra."
        if key is BallotKey.NEXT:
            return "Phiếu chưa đánh dấu: gõ 0 nếu để trống, X nếu không hợp lệ, rồi Enter."
        if self.keying.place >= len(self._names):
            return "Đã hết các dòng của phiếu này: Enter sang phiếu tiếp theo."
        return ""

    def _show(self) -> None:
        keying = self.keying
        counted = keying.tally
        valid = counted.returned - counted.void
        self.table.model.set_records(
            [
                BallotLine(
                    number,
                    name,
                    keying.marks.get(number),
                    counted.counts[number].yes,
                    counted.counts[number].no,
                    valid - counted.counts[number].yes - counted.counts[number].no,
                )
                for number, name in self._names
            ]
        )
        blocker = QSignalBlocker(self.table)
        if keying.place < len(self._names):
            self.table.view.selectRow(keying.place)
        else:
            self.table.view.clearSelection()
        blocker.unblock()
        self.told.setText(self._told())

    def _told(self) -> str:
        done, most = len(self.keying.done), self.keying.most
        void = self.keying.tally.void
        counted = f"Đã nhập {done}/{most} phiếu, {void} không hợp lệ."
        if self.keying.is_full:
            return f"{counted} Đã đủ."
        state = " – KHÔNG HỢP LỆ" if self.keying.is_void else ""
        return f"Phiếu thứ {done + 1}{state}. {counted}"


_CONTROL = Qt.KeyboardModifier.ControlModifier


def _is_undo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Z and event.modifiers() == _CONTROL


def _columns() -> list[Column[BallotLine]]:
    return [
        Column("Tên", lambda line: line.name, 0),
        Column(
            "Phiếu này",
            lambda line: _WORDS[line.mark] if line.mark else NOTHING,
            140,
            mark=lambda line: _MARKS[line.mark] if line.mark else None,
        ),
        Column("Đồng ý", lambda line: str(line.yes), 80, Align.RIGHT),
        Column("Không đồng ý", lambda line: str(line.no), 80, Align.RIGHT),
        Column("Để trống", lambda line: str(line.blank), 80, Align.RIGHT),
    ]
