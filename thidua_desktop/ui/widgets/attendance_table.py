"""Điểm danh: who is present, absent or wrote, by the keys 1, 2, 3 or the buttons below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.application.council_words import PRESENCE_WORDS
from thidua_desktop.domain.council_members import AttendanceLine, Presence, SessionMode
from thidua_desktop.domain.vietnamese.folding import fold
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.models.columns import CellRejectedError, Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.record_table import RecordTable

_KEYS = {str(key): presence for key, presence in enumerate(Presence, start=1)}
_MARKS = {
    Presence.PRESENT: Mark(Tone.GOOD, "check"),
    Presence.ABSENT: Mark(Tone.WARNING, "x"),
    Presence.WRITTEN: Mark(Tone.INFO, "pencil"),
}


class AttendanceTable(QWidget):
    """The members of a session; presence and reason can be typed."""

    changed = Signal()
    rejected = Signal(str)

    def __init__(self, icons: Icons, lines: Sequence[AttendanceLine]) -> None:
        super().__init__()
        model: RecordTableModel[AttendanceLine] = RecordTableModel(
            [
                Column("Họ và tên", lambda line: line.name, 0),
                Column(
                    "Dự họp",
                    lambda line: PRESENCE_WORDS[line.presence],
                    180,
                    mark=lambda line: _MARKS[line.presence],
                    edit=_with_presence,
                ),
                Column(
                    "Lý do vắng",
                    lambda line: line.reason,
                    130,
                    edit=lambda line, text: replace(line, reason=text),
                ),
            ],
            icons,
            self,
        )
        self.table = RecordTable(model, icons, "thành viên", key=lambda line: line.member)
        self.table.select_by_cell()
        model.set_records(lines)
        # Set anew, so that the columns fit the longer words.
        model.records_edited.connect(self._set)
        model.cell_rejected.connect(self.rejected)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        for key, presence in _KEYS.items():
            made = button(f"{key}  {PRESENCE_WORDS[presence]}", f"presence_{presence}")
            made.clicked.connect(self._setter(presence))
            keys.addWidget(made)
        keys.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(keys)

    @property
    def lines(self) -> tuple[AttendanceLine, ...]:
        """The list as it stands."""
        return self.table.model.everything

    def show_mode(self, mode: SessionMode) -> None:
        """Nobody is in the room of a session in writing."""
        before, after = Presence.PRESENT, Presence.WRITTEN
        if mode is SessionMode.MEETING:
            before, after = after, before
        self._set([replace(line, presence=after) for line in self.lines if line.presence is before])

    def _setter(self, presence: Presence) -> Callable[[], None]:
        return lambda: self._set([replace(line, presence=presence) for line in self.table.chosen])

    def _set(self, changed: Sequence[AttendanceLine]) -> None:
        new = {line.member: line for line in changed}
        self.table.model.set_records([new.get(line.member, line) for line in self.lines])
        self.changed.emit()


def _with_presence(line: AttendanceLine, text: str) -> AttendanceLine:
    """The line with what was typed: the key's number, or the beginning of the word."""
    typed = fold(text)
    words = {fold(word): presence for presence, word in PRESENCE_WORDS.items()}
    found = [presence for word, presence in words.items() if typed and word.startswith(typed)]
    presence = _KEYS.get(typed) or next(iter(found), None)
    if presence is None:
        raise CellRejectedError("Gõ 1: có mặt, 2: vắng mặt, 3: ý kiến bằng văn bản.")
    return replace(line, presence=presence)
