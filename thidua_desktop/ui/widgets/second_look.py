"""Beside the appraisal: marks on the cells to look at twice, and last year's figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from thidua_desktop.application.findings.board import FindingsBoard, FoundLine
from thidua_desktop.application.findings.gathering import findings
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.scoring.criterion import Criterion
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import PALETTE, Tone
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import points

ShowMarks = Callable[[Mapping[tuple[str, str], str], QIcon], None]
"""Takes the words for each cell, by unit and criterion, with the icon that marks it."""

PAUSE = 1500
"""Milliseconds without a change before everything is looked through again."""


class SecondLook(QObject):
    """Looks through a cycle away from the window: at once the first time, then in pauses."""

    told = Signal(int)
    """The findings are new: how many wait to be looked at."""

    def __init__(self, state: WindowState, table: QWidget, show_marks: ShowMarks) -> None:
        super().__init__(table)
        self._state = state
        self._table = table
        self._show_marks = show_marks
        self._texts = state.services.texts
        self._board: FindingsBoard | None = None
        self._lines: dict[tuple[str, str], tuple[FoundLine, ...]] = {}
        self._cycle: Cycle | None = None
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(PAUSE)
        self.rest.timeout.connect(self._look_if_seen)

    def ask(self, cycle: Cycle) -> None:
        """Look through this cycle, as it stands by now."""
        is_new = self._cycle is None or self._cycle.id != cycle.id
        self._cycle = cycle
        if is_new:
            self._look()
        else:
            self.rest.start()

    @Slot()
    def _look_if_seen(self) -> None:
        """A page that nobody sees, or a closed window, asks for nothing."""
        if self._table.isVisible():
            self._look()

    def _look(self) -> None:
        cycle, desk = self._cycle, self._state.services.desk
        if cycle is not None:
            self._state.services.tasks.run(
                lambda _progress: findings(desk, cycle.id), self._take, self._state.failed.emit
            )

    def _take(self, board: FindingsBoard) -> None:
        if self._cycle is None or board.cycle.id != self._cycle.id:
            return
        self._board = board
        self._lines = dict(board.of_cells())
        marks = {
            cell: "\n".join(self._words(line, cell[0]) for line in waiting)
            for cell, lines in self._lines.items()
            if (waiting := [line for line in lines if line.is_open])
        }
        icon = self._state.icons.get("eye", PALETTE.of(Tone.WARNING))
        self._show_marks(marks, icon)
        self.told.emit(board.open)

    def _words(self, line: FoundLine, unit: str) -> str:
        kind = self._texts.render(f"finding_kind_{line.finding.key.kind.value}", {})
        return f"{kind}: {self._texts.reason(line.why_for(unit))}"

    def figures(self, unit: str, criterion: Criterion) -> list[tuple[str, str]]:
        """Last year's points of a cell, with the maximum where it was another; none without."""
        board = self._board
        past = board.past.line(unit, criterion.code) if board else None
        if board is None or board.before is None or past is None:
            return []
        told = [f"tự chấm {points(past.own)}", f"được {points(past.final)}"]
        if past.criterion.max_points != criterion.max_points:
            told.append(f"tối đa {points(past.criterion.max_points)}")
        return [(f"Năm {board.before.year}", ", ".join(told))]

    def tell(self, panel: SidePanel, unit: str, criterion: str) -> None:
        """What is found about a cell."""
        lines = self._lines.get((unit, criterion), ())
        if lines:
            panel.add_section("Điểm cần xem lại")
        for line in lines:
            looked_at = "" if line.is_open else "Đã xem."
            note = line.review.note if line.review else ""
            tone = Tone.WARNING if line.is_open else Tone.QUIET
            panel.add_line(tone, "eye", self._words(line, unit), note or looked_at)
