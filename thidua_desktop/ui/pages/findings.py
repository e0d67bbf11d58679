"""Điểm cần xem lại: what an appraiser should look at twice, with the texts side by side."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox

from thidua_desktop.application.findings.board import FindingsBoard, FoundLine
from thidua_desktop.application.findings.gathering import (
    finding_limits,
    findings,
    reopen_finding,
    review_finding,
    set_finding_limits,
)
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.findings.finding import FindingKind
from thidua_desktop.ui.dialogs.finding_dialogs import LimitsDialog, ReviewDialog
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.finding_columns import (
    CHANGED,
    KIND_LOOKS,
    STATES,
    change_pairs,
    finding_columns,
    heading,
    kind_words,
    limit_words,
    pair_title,
    state_of,
)
from thidua_desktop.ui.pages.page import PanelPage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.widgets.text_pair import TextPair
from thidua_desktop.ui.wording import cycle_name, day

SHARES = (660, 390)
"""Table and panel: two texts stand beside each other in it."""
TWO = 2
GROUP_WIDTH = 190
"""The groups' names are long; the list that opens shows them whole."""


class FindingsPage(PanelPage):
    """One line for each finding; several can be said to be seen at once."""

    TITLE = "Điểm cần xem lại"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Ghi đã xem…", "check", self.review)
        self.header.add_action("Mở ô thẩm định", "clipboard-check", self.open_cell)
        self.header.add_action("Ngưỡng…", "settings", self.set_limits)
        filters = self.add_filters("Tìm đơn vị, nội dung")
        filters.add_choice("kind", "Loại")
        filters.add_choice("group", "Nhóm").setMaximumWidth(GROUP_WIDTH)
        self.open_only = QCheckBox("Chưa xem")
        self.open_only.setObjectName("openOnly")
        filters.add_widget(self.open_only)
        filters.set_choices("kind", [(k.value, kind_words(self.texts, k)) for k in FindingKind])
        model: RecordTableModel[FoundLine] = RecordTableModel(
            finding_columns(self.texts), self.icons, self
        )
        self.table = RecordTable(
            model, self.icons, "điểm cần xem lại", key=lambda one: one.finding.key
        )
        self.panel = SidePanel(self.icons, "Chọn một dòng để xem hai bên đối chiếu.")
        split = self.add_table_with_panel(self.table, self.panel)
        split.setSizes(list(SHARES))
        again = QAction(self.icons.get("undo"), "Bỏ ghi đã xem", self)
        again.triggered.connect(self.reopen)
        self.table.add_menu_action(again)
        filters.changed.connect(self._filter)
        self.open_only.toggled.connect(self._filter)
        self.table.selected.connect(self._show_first_pair)
        self.table.opened.connect(self.open_cell)
        self._board: FindingsBoard | None = None
        self._pair = 0

    def table_of(self) -> RecordTable:
        """The findings."""
        return self.table

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Look for everything anew."""
        desk = self.desk
        self.ask(lambda: findings(desk, cycle.id), self._show)

    def _show(self, board: FindingsBoard) -> None:
        self._board = board
        self.table.empty.say(
            "eye",
            "Không có điểm nào cần xem lại",
            "Khi nhận phiếu, các nội dung giống nhau, điểm tăng giảm nhiều so với năm trước và "
            "đơn vị sát ranh giới được nêu ở đây.",
            ("Đến trang Thu phiếu", lambda: self.go_to("collecting")),
        )
        groups = dict(sorted({(one.group, one.group_name) for one in board.lines}))
        self.filters.set_choices("group", list(groups.items()))
        self.table.model.set_records(board.lines)
        against = f"so với {cycle_name(board.before)}" if board.before else "chưa có năm trước"
        self.header.set_subtitle(
            f"{cycle_name(board.cycle)}: {len(board.lines)} điểm, {board.open} chưa xem; {against}."
            " Đây là gợi ý để xem kỹ, không phải kết luận."
        )
        self._filter()
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        kind, group = (self.filters.chosen(key) for key in ("kind", "group"))
        is_open_only = self.open_only.isChecked()

        def is_wanted(line: FoundLine) -> bool:
            return (
                (not kind or line.finding.key.kind == kind)
                and (not group or group in line.groups)
                and (line.is_open or not is_open_only)
            )

        self.table.model.set_filter(self.filters.text, is_wanted)

    @Slot(object)
    def _show_first_pair(self, record: object) -> None:
        self._pair = 0
        self.show_record(record)

    def fill_panel(self, record: FoundLine) -> None:
        """The sentence, the officer's word, both texts."""
        panel, kind = self.panel, record.finding.key.kind
        look, board = KIND_LOOKS[kind], self._board
        panel.add_title(record.unit_name, record.group_name)
        panel.add_line(
            look.tone,
            look.icon,
            kind_words(self.texts, kind),
            self.texts.reason(record.finding.why),
        )
        self._tell_review(record)
        if record.beside:
            self._tell_pair(record)
        if record.finding.changes:
            panel.add_section("Tiêu chí chênh lệch nhiều nhất")
            panel.add_pairs(change_pairs(record))
        if len(record.units) > TWO:
            panel.add_section(f"{len(record.units)} đơn vị")
            panel.add_text("\n".join(record.units))
        if board is not None:
            panel.add_section("Vì sao được nêu")
            panel.add_text(limit_words(self.texts, kind, board.limits), "caption")

    def _tell_pair(self, record: FoundLine) -> None:
        """One pair of texts at a time: laying out many long ones would hold the window up."""
        pairs, panel = record.beside, self.panel
        self._pair = self._pair % len(pairs)
        pair = pairs[self._pair]
        panel.add_section(pair_title(self.texts, pair))
        first, second = (
            (heading(side), side.text, side.marks) for side in (pair.first, pair.second)
        )
        panel.add(TextPair(first, second))
        if len(pairs) > 1:
            following = button(
                f"Nội dung tiếp ({self._pair + 1} trong {len(pairs)})",
                "nextPair",
                icon=self.icons.get("copy"),
            )
            following.clicked.connect(lambda: self._turn(record))
            panel.add(following)

    def _turn(self, record: FoundLine) -> None:
        self._pair += 1
        self.show_record(record)

    def _tell_review(self, record: FoundLine) -> None:
        review = record.review
        if review is None:
            return
        state = state_of(record)
        words, look = STATES[state]
        said = f"{words}, ghi ngày {day(review.reviewed_on)}"
        if state == CHANGED:
            said = f"Đã xem ngày {day(review.reviewed_on)}, sau đó số liệu thay đổi: cần xem lại"
        self.panel.add_line(look.tone, look.icon, said, review.note)

    # ---- Do

    def _chosen(self) -> list[FoundLine]:
        chosen: list[FoundLine] = self.table.chosen
        if not chosen:
            self.tell(Tone.INFO, "Hãy chọn một hoặc nhiều dòng trong danh sách trước.")
        return chosen

    @Slot()
    def review(self) -> None:
        """Đã xem: of all selected lines, with one note."""
        chosen, cycle, desk = self._chosen(), self.cycle, self.desk
        if not chosen or cycle is None:
            return
        first = chosen[0]
        about = f"{first.unit_name}: {self.texts.reason(first.finding.why)}"
        if len(chosen) > 1:
            about = f"{len(chosen)} điểm đã chọn."
        note = first.review.note if first.review and len(chosen) == 1 else ""
        dialog = ReviewDialog(about, note, self.icons, self)
        keys = [line.finding.key for line in chosen]
        self.do_as_filled(
            dialog,
            lambda: dialog.note,
            lambda said: review_finding(desk, cycle.id, keys, said),
            lambda number: self.tell(Tone.GOOD, f"Đã ghi đã xem {number} điểm."),
        )

    @Slot()
    def reopen(self) -> None:
        """Take «đã xem» back."""
        chosen, cycle, desk = self._chosen(), self.cycle, self.desk
        keys = [line.finding.key for line in chosen if line.review is not None]
        if cycle is None or not chosen:
            return
        if not keys:
            self.tell(Tone.INFO, "Các dòng đã chọn chưa được ghi đã xem.")
            return
        self.do(
            lambda _progress: reopen_finding(desk, cycle.id, keys),
            lambda _nothing: self.tell(Tone.GOOD, f"Đã bỏ ghi đã xem {len(keys)} điểm."),
        )

    @Slot()
    def open_cell(self) -> None:
        """Mở ô thẩm định: the cell whose text is shown, where points can be given."""
        line = self.table.current
        if not isinstance(line, FoundLine):
            self.tell(Tone.INFO, "Hãy chọn một dòng trong danh sách trước.")
            return
        criterion = line.finding.key.criterion
        if line.finding.changes:
            criterion = line.finding.changes[0].criterion
        if line.beside:
            criterion = line.beside[self._pair % len(line.beside)].first.criterion
        self.go_to("appraisal")
        self.state.cell_wanted.emit(line.group, line.finding.key.unit, criterion)

    @Slot()
    def set_limits(self) -> None:
        """From where on something is told."""
        desk = self.desk
        dialog = LimitsDialog(finding_limits(desk), self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.limits,
            lambda limits: set_finding_limits(desk, limits),
            lambda _nothing: self.tell(Tone.GOOD, "Đã lưu ngưỡng xem lại."),
        )
