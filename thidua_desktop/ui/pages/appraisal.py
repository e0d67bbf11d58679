"""Thẩm định: units × criteria, the unit's own points beside the office's."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QDialog

from thidua_desktop.application.appraisal.appraising import (
    AppraisalBoard,
    Points,
    accept_as_proposed,
    appraisal_board,
    appraise,
    appraise_many,
    left_for_evidence,
)
from thidua_desktop.application.enrolling.registers import list_groups
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.plan import UnitGroup
from thidua_desktop.ui.dialogs.reasons_dialog import ReasonsDialog
from thidua_desktop.ui.models.appraisal_model import AppraisalModel, Given
from thidua_desktop.ui.pages.evidence_work import EvidenceWork
from thidua_desktop.ui.pages.figures_work import FiguresWork
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.appraisal_grid import AppraisalGrid
from thidua_desktop.ui.widgets.appraisal_panel import AppraisalPanel
from thidua_desktop.ui.widgets.second_look import SecondLook
from thidua_desktop.ui.wording import cycle_name, points

REASON_MISSING = "reason_missing"


class AppraisalPage(CyclePage):
    """One group at a time; the panel tells everything about the current cell."""

    TITLE = "Thẩm định"
    CHANGES_CYCLE = True

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Nhận theo đề xuất", "check", self.accept_chosen)
        self.header.add_more("Nhận theo đề xuất cả nhóm", "check", self.accept_group)
        filters = self.add_filters("Tìm đơn vị")
        filters.add_choice("group", "Nhóm", every="")
        self.model = AppraisalModel(self)
        self.grid = AppraisalGrid(self.model, self.icons)
        self.look = SecondLook(state, self.grid, self.grid.show_marks)
        self.panel = AppraisalPanel(
            self.icons, self.look, EvidenceWork(self).list_of, FiguresWork(self).button_of
        )
        self.add_table_with_panel(self.grid, self.panel)
        self._board: AppraisalBoard | None = None
        self._wanted: tuple[str, str, str] | None = None
        state.cell_wanted.connect(self.go_to_cell)
        filters.changed.connect(self._filter)
        self.grid.cell_chosen.connect(self._show_cell)
        self.grid.view.dropped.connect(self.panel.attach)
        self.grid.unit_opened.connect(self.state.open_sheet)
        self.model.given.connect(self._take)
        self.model.cell_rejected.connect(self._refuse)
        self.panel.saved.connect(self.save)
        self.look.told.connect(self._show_look)
        self.look_again = self.header.add_action(
            "Điểm cần xem lại", "eye", lambda: self.go_to("findings")
        )

    def show_without_cycle(self) -> None:
        """The grid says itself that a cycle is missing."""
        self.grid.show_nothing("Chưa mở kỳ nào", "Mở kỳ và thu phiếu trước khi thẩm định.")

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read the groups, then the board of the chosen one."""
        chosen, desk = self.filters.chosen("group"), self.desk
        chosen = self._wanted[0] if self._wanted else chosen

        def read() -> tuple[tuple[UnitGroup, ...], AppraisalBoard | None]:
            used = _groups_with_units(desk)
            groups = tuple(group for group in list_groups(desk) if group.code in used)
            group = chosen or (groups[0].code if groups else "")
            return groups, appraisal_board(desk, cycle.id, group) if group else None

        self.ask(read, self._show)

    def _show(self, known: tuple[tuple[UnitGroup, ...], AppraisalBoard | None]) -> None:
        groups, board = known
        self.filters.set_choices("group", [(group.code, group.name) for group in groups])
        self._board = board
        if board is None:
            self.grid.show_nothing(
                "Chưa có đơn vị nào", "Nhập danh sách đơn vị và thu phiếu trước."
            )
            return
        self.filters.choose("group", board.group)
        kept = self.grid.place()
        self.model.set_board(board)
        self.grid.show_board(self._wanted_place(board) or kept)
        self.look.ask(board.cycle)
        names = {group.code: group.name for group in groups}
        waiting = sum(row.pending > 0 for row in board.rows)
        without = sum(not row.has_report for row in board.rows)
        told = [f"{waiting} đơn vị còn tiêu chí chưa thẩm định" if waiting else "đã thẩm định xong"]
        told += [f"{without} đơn vị chưa có phiếu"] if without else []
        told += [] if board.cycle.is_open else ["kỳ đã chốt, chỉ xem"]
        self.header.set_subtitle(
            f"{cycle_name(board.cycle)}, {names[board.group]}: {', '.join(told)}."
        )

    @Slot(str, str, str)
    def go_to_cell(self, group: str, unit: str, criterion: str) -> None:
        """Show the group with this cell current; the first of the unit without a criterion."""
        self._wanted = (group, unit, criterion)
        self.filters.search.clear()
        self.model.set_filter("")
        self.refresh()

    def _wanted_place(self, board: AppraisalBoard) -> tuple[int, int] | None:
        """Row and column of the cell that was asked for, once its group is shown."""
        if self._wanted is None or self._wanted[0] != board.group:
            return None
        _, unit, criterion = self._wanted
        self._wanted = None
        units = [row.unit for row in self.model.rows]
        codes = [one.code for one in self.model.criteria]
        if unit not in units:
            return None
        return units.index(unit), codes.index(criterion) if criterion in codes else 0

    @Slot()
    def _filter(self) -> None:
        if self._board is not None and self.filters.chosen("group") != self._board.group:
            self.refresh()
        else:
            self.model.set_filter(self.filters.text)

    @Slot(QModelIndex)
    def _show_cell(self, index: QModelIndex) -> None:
        found = self.model.at(index)
        if found is None:
            self.panel.show_nothing()
        else:
            self.panel.show_cell(*found)

    @Slot(int)
    def _show_look(self, number: int) -> None:
        """What needs a second look has come: tell it of the cell, unless something is typed."""
        self.look_again.setText(f" Điểm cần xem lại ({number})" if number else " Điểm cần xem lại")
        if not self.panel.unsaved():
            self._show_cell(self.grid.view.currentIndex())

    # ---- Give points

    @Slot(list)
    def _take(self, many: list[Given]) -> None:
        """What was typed or pasted into cells."""
        cycle, desk = self.cycle, self.desk
        if cycle is None:
            return
        orders = [Points(g.unit, g.criterion, g.points, g.reason) for g in many]
        self.state.services.tasks.run(
            lambda _progress: appraise_many(desk, cycle.id, orders),
            lambda _nothing: self._given(len(orders)),
            lambda error: self._ask_reason(error, many),
        )

    def _given(self, number: int) -> None:
        self.tell(Tone.GOOD, f"Đã lưu {number} điểm thẩm định.")
        self.state.reload()

    def _ask_reason(self, error: Exception, many: list[Given]) -> None:
        """Points that differ need a reason: it is typed in the panel, where the rest stands."""
        if isinstance(error, RuleViolation) and error.code == REASON_MISSING and len(many) == 1:
            self.panel.ask_reason(many[0].points)
            self.tell(Tone.INFO, self.texts.error(error))
            return
        if isinstance(error, RuleViolation) and error.code == REASON_MISSING:
            self._ask_reasons(many)
            return
        self.tell_failure(error)

    def _ask_reasons(self, many: list[Given]) -> None:
        """A block was pasted: every reason that is missing is asked for at once."""
        asked = self.model.unreasoned(many)
        dialog = ReasonsDialog("Lý do điểm khác nhau", asked, self.icons, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self.tell(Tone.INFO, "Chưa lưu điểm nào. Dán lại khi đã có lý do.")
            return
        said = dialog.reasons()
        given = [(one, said.get(f"{one.unit} {one.criterion}")) for one in many]
        self._take([replace(one, reason=reason) if reason else one for one, reason in given])

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.tell(Tone.BAD, sentence)

    def unsaved(self) -> str:
        """Points typed in the panel, or a reason, that were not saved."""
        return self.panel.unsaved()

    def save(self) -> None:
        """Save the panel's points with its reason (Ctrl+S)."""
        cycle, desk, order = self.cycle, self.desk, self.panel.order()
        if cycle is None or order is None:
            return
        self.do(
            lambda _progress: appraise(desk, cycle.id, order),
            lambda _nothing: self.tell(Tone.GOOD, f"Đã lưu {points(order.points)} điểm."),
        )

    def accept_chosen(self) -> None:
        """Nhận theo đề xuất: the selected cells, or whole rows where rows are selected."""
        units, criteria = self.grid.chosen()
        if self.cycle is not None and not units:
            self.tell(Tone.INFO, "Chọn các ô hoặc các đơn vị cần nhận theo điểm tự chấm.")
            return
        self._accept(units, criteria)

    def accept_group(self) -> None:
        """Nhận theo đề xuất: every unit of the group that is shown."""
        codes = [criterion.code for criterion in self.model.criteria]
        self._accept([row.unit for row in self.model.rows], codes)

    def _accept(self, units: list[str], criteria: list[str]) -> None:
        cycle, desk = self.cycle, self.desk
        if cycle is None:
            return
        elsewhere = self.model.waiting() - self.model.waiting(units, criteria)

        def work(_progress: Progress) -> tuple[int, int]:
            taken = accept_as_proposed(desk, cycle.id, units, criteria)
            return taken, left_for_evidence(desk, cycle.id, units, criteria)

        self.do(work, lambda done: self._tell_accepted(*done, elsewhere))

    def _tell_accepted(self, taken: int, left: int, elsewhere: int) -> None:
        """Say what was taken, what was left and why, and how to take the rest."""
        looked = f" Còn {left} ô thiếu minh chứng bắt buộc: thẩm định từng ô." if left > 0 else ""
        if not taken:
            self.tell(
                Tone.INFO,
                looked.strip() or "Các ô đã chọn đều thẩm định rồi hoặc chưa có phiếu.",
            )
            return
        offer = ("Nhận cả nhóm", self.accept_group) if elsewhere and not left else None
        self.tell(Tone.GOOD, f"Đã nhận {taken} điểm theo điểm tự chấm.{looked}", action=offer)


def _groups_with_units(desk: Desk) -> set[str]:
    with desk.store.read() as books:
        return {unit.group for unit in books.units.all()}
