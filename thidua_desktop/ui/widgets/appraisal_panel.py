"""Beside the appraisal grid: what the unit said, the office's points, the criterion's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.application.appraisal.appraising import (
    AS_PROPOSED,
    AppraisalCell,
    AppraisalRow,
    Points,
)
from thidua_desktop.application.evidence.linking import EvidencePlace
from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.scoring.criterion import Criterion
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.criterion_parts import add_answer, add_criterion
from thidua_desktop.ui.widgets.evidence_list import EvidenceList
from thidua_desktop.ui.widgets.labels import button, label, named
from thidua_desktop.ui.widgets.second_look import SecondLook
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import points, typed_points

REASON_HEIGHT = 48


class AppraisalPanel(SidePanel):
    """Tells about one cell above; below, points and reason are typed and saved."""

    saved = Signal()

    def __init__(
        self,
        icons: Icons,
        look: SecondLook,
        files: Callable[[EvidencePlace, Sequence[Evidence]], EvidenceList],
        counts: Callable[[str, Criterion, AppraisalCell], QPushButton | None],
    ) -> None:
        self._look = look
        super().__init__(icons, "Chọn một ô để xem tiêu chí, thuyết minh và minh chứng.")
        self._files = files
        self._counts = counts
        self._evidence: EvidenceList | None = None
        self.setAcceptDrops(True)
        self._shown: tuple[AppraisalRow, Criterion, AppraisalCell] | None = None
        self.points = QLineEdit()
        named(self.points, "appraisedPoints", "Điểm thẩm định")
        self.points.setFixedWidth(96)
        self.reason = QPlainTextEdit()
        named(self.reason, "appraisalReason", "Lý do")
        self.reason.setFixedHeight(REASON_HEIGHT)
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText("Cần ghi khi khác điểm tự chấm")
        self.points.textEdited.connect(self._drop_taken_over)
        self.deed = button("Lưu điểm", "savePoints", icon=icons.get("save"))
        self.deed.setToolTip("Ctrl+S")
        self.deed.clicked.connect(self._save)
        self._form = self._make_form()
        self.add_foot(self._form)
        self._form.setEnabled(False)

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 8, 8, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        caption = label("Điểm thẩm định", "section")
        caption.setBuddy(self.points)
        row.addWidget(caption, 1)
        row.addWidget(self.points)
        column.addLayout(row)
        reason = label("Lý do", "soft")
        reason.setBuddy(self.reason)
        column.addWidget(reason)
        column.addWidget(self.reason)
        column.addWidget(self.deed)
        return form

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self._shown = None
        self._evidence = None
        self._form.setEnabled(False)
        self.points.clear()
        self.reason.clear()
        self.clear()
        self.end()

    def show_cell(self, row: AppraisalRow, criterion: Criterion, cell: AppraisalCell) -> None:
        """Tell everything about one cell."""
        self._shown = (row, criterion, cell)
        self.clear()
        self.add_title(
            row.name,
            f"Tiêu chí {criterion_mark(criterion.code)}, "
            f"tối đa {points(criterion.max_points)} điểm",
        )
        counts = self._counts(row.unit, criterion, cell)
        if counts is not None:
            self.add(counts)
        if row.has_report:
            given = [f"tự chấm {points(cell.self_points)}", f"thẩm định {points(cell.appraised)}"]
            given += [] if cell.council is None else [f"Hội đồng {points(cell.council)}"]
            self.add_pairs(
                [
                    ("Điểm", ", ".join(given)),
                    ("Lý do của Hội đồng", cell.council_reason),
                    *self._look.figures(row.unit, criterion),
                ]
            )
            add_answer(self, criterion, cell)
        else:
            self.add_line(Tone.WARNING, "alert-triangle", "Đơn vị chưa có phiếu được nhận.")
            self.add_pairs(self._look.figures(row.unit, criterion))
        self._evidence = self._files(EvidencePlace(row.unit, criterion.code), cell.attached)
        self.add(self._evidence)
        self._look.tell(self, row.unit, criterion.code)
        add_criterion(self, criterion)
        self.end()
        self._form.setEnabled(True)
        known = cell.appraised if cell.appraised is not None else cell.self_points
        self.points.setText("" if known is None else points(known))
        self.reason.setPlainText(cell.reason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files that are dropped anywhere on the criterion are its evidence."""
        if self._evidence is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def attach(self, paths: list[Path]) -> None:
        """Tie files to the criterion that is shown."""
        if self._evidence is not None:
            self._evidence.dropped.emit(paths)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files to the list."""
        if self._evidence is not None:
            self._evidence.dropEvent(event)

    def ask_reason(self, typed: int) -> None:
        """Points were typed that need a reason."""
        self.points.setText(points(typed))
        self._drop_taken_over()
        self.reason.setFocus()

    @Slot()
    def _drop_taken_over(self) -> None:
        """«Nhận theo điểm tự chấm» is no reason for other points than the unit's own."""
        if self._shown is None or self.reason.toPlainText() != AS_PROPOSED:
            return
        if typed_points(self.points.text()) != self._shown[2].self_points:
            self.reason.clear()

    def order(self) -> Points | None:
        """What the form says, `None` while it is no number."""
        typed = typed_points(self.points.text())
        if self._shown is None or typed is None:
            return None
        row, criterion, _cell = self._shown
        return Points(row.unit, criterion.code, typed, self.reason.toPlainText().strip())

    def unsaved(self) -> str:
        """Which cell's points or reason stand here unsaved; empty where none do."""
        if self._shown is None:
            return ""
        row, criterion, cell = self._shown
        known = cell.appraised if cell.appraised is not None else cell.self_points
        same_points = self.points.text() == ("" if known is None else points(known))
        if same_points and self.reason.toPlainText() == cell.reason:
            return ""
        return f"Thẩm định: {row.name}, tiêu chí {criterion_mark(criterion.code)}"

    @Slot()
    def _save(self) -> None:
        self.saved.emit()
