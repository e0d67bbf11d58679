"""Xếp hạng, xếp loại: by group and by khối; ties explained, never silent."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from thidua_desktop.application.results.ranked_units import RankedGroup, RankedUnit, Ranking
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.results.violations import (
    record_violation,
    remove_violation,
    violations_of,
)
from thidua_desktop.application.setting_up.class_levels import class_levels, set_class_levels
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.violations import UnitViolation
from thidua_desktop.ui.dialogs.class_levels_dialog import ClassLevelsDialog
from thidua_desktop.ui.dialogs.violation_dialog import ViolationDialog
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import PanelPage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.widgets.tab_line import tab_line
from thidua_desktop.ui.wording import NOTHING, cycle_name, points

GROUPS, CLUSTERS = 0, 1
_CLASS_MARKS = {
    Classification.EXCELLENT: Mark(Tone.GOOD, "award"),
    Classification.GOOD: Mark(Tone.GOOD, "check-circle"),
    Classification.COMPLETED: Mark(Tone.PLAIN, "check"),
    Classification.NOT_COMPLETED: Mark(Tone.BAD, "alert-circle"),
}

_AFTER_TIE = "Hội đồng biểu quyết xong thì ghi bằng điểm Hội đồng ở trang Từng đơn vị."


class RankingPage(PanelPage):
    """One group at a time; the panel answers «Vì sao?»."""

    TITLE = "Xếp hạng, xếp loại"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Đề nghị khen thưởng", "award", lambda: self.go_to("awards"))
        self.header.add_more("Mức xếp loại…", "settings", self.set_levels)
        self._ranking: Ranking | None = None
        self._violations: tuple[UnitViolation, ...] = ()
        self.tabs = tab_line(
            "rankingTabs", "Cách xếp hạng", "Theo nhóm đơn vị", "Theo khối thi đua"
        )
        self.body.addWidget(self.tabs)
        filters = self.add_filters("Tìm đơn vị")
        filters.add_choice("group", "Nhóm", every="")
        model: RecordTableModel[RankedUnit] = RecordTableModel(self._columns(), self.icons, self)
        self.table = RecordTable(model, self.icons, "đơn vị", key=lambda row: row.unit.code)
        self.panel = SidePanel(self.icons, "Chọn một đơn vị để xem vì sao có thứ hạng này.")
        self.add_table_with_panel(self.table, self.panel)
        filters.changed.connect(self._choose)
        self.tabs.currentChanged.connect(self._switch)
        self.table.selected.connect(self.show_record)

    def _columns(self) -> list[Column[RankedUnit]]:
        return [
            Column(
                "Hạng",
                _rank_words,
                116,
                Align.RIGHT,
                sort_key=lambda row: row.rank,
                mark=_rank_mark,
            ),
            Column("Đơn vị", lambda row: row.unit.name, 0),
            Column(
                "Tự chấm",
                lambda row: points(row.self_points),
                74,
                Align.RIGHT,
                sort_key=lambda row: row.self_points,
            ),
            Column(
                "Thẩm định",
                lambda row: points(row.appraised),
                86,
                Align.RIGHT,
                sort_key=lambda row: row.appraised,
            ),
            Column(
                "Tổng điểm",
                lambda row: points(row.total),
                86,
                Align.RIGHT,
                sort_key=lambda row: row.total,
                mark=_total_mark,
            ),
            Column(
                "Xếp loại",
                self._class_words,
                176,
                sort_key=lambda row: list(Classification).index(row.classification),
                mark=lambda row: _CLASS_MARKS[row.classification],
            ),
        ]

    def _class_words(self, row: RankedUnit) -> str:
        return self.texts.render(f"classification_{row.classification}", {})

    def table_of(self) -> RecordTable:
        """The ranked list."""
        return self.table

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Rank anew."""
        desk = self.desk
        self.ask(lambda: (rank_cycle(desk, cycle.id), violations_of(desk, cycle.id)), self._show)

    def _show(self, known: tuple[Ranking, tuple[UnitViolation, ...]]) -> None:
        ranking, self._violations = known
        self._ranking = ranking
        waiting = sum(row.pending > 0 for row in ranking.rows)
        state = (
            "kết quả đầy đủ"
            if ranking.is_final
            else f"kết quả tạm tính, {waiting} đơn vị còn tiêu chí chưa thẩm định"
        )
        self.header.set_subtitle(f"{cycle_name(ranking.cycle)}: {state}.")
        self.table.empty.say(
            "trophy",
            "Chưa có đơn vị để xếp hạng",
            "Thu phiếu và thẩm định trước; thứ hạng được tính ngay, không cần bấm gì thêm.",
            ("Đến trang Thu phiếu", lambda: self.go_to("collecting")),
        )
        self._offer()

    @property
    def _groups(self) -> tuple[RankedGroup, ...]:
        if self._ranking is None:
            return ()
        is_by_group = self.tabs.currentIndex() == GROUPS
        return self._ranking.groups if is_by_group else self._ranking.clusters

    def _offer(self) -> None:
        self.filters.set_choices("group", [(group.code, group.name) for group in self._groups])
        self._choose()
        self.table.select_first()

    @Slot(int)
    def _switch(self, _tab: int) -> None:
        self._offer()

    @Slot()
    def _choose(self) -> None:
        chosen = self.filters.chosen("group")
        rows = next((group.rows for group in self._groups if group.code == chosen), ())
        if tuple(rows) != tuple(self.table.model.shown):
            self.table.model.set_records(rows)
        self.table.model.set_filter(self.filters.text)

    def fill_panel(self, record: RankedUnit) -> None:
        """Every step that made total, class and rank."""
        rank = f"Hạng {record.rank}" if record.rank else "Chưa xếp hạng"
        self.panel.add_title(record.unit.name, f"{rank}, {points(record.total)} điểm")
        mark = _CLASS_MARKS[record.classification]
        self.panel.add_line(mark.tone, mark.icon, self._class_words(record))
        if record.tied:
            self.panel.add_line(Tone.WARNING, "alert-triangle", "Bằng nhau ở mọi điều kiện")
        if record.pending:
            self.panel.add_line(Tone.INFO, "info", f"Còn {record.pending} tiêu chí chưa thẩm định")
        self.panel.add_section("Vì sao?")
        for sentence in self.texts.reasons(record.why):
            self.panel.add_text(sentence)
        if record.tied:
            self.panel.add_text(_AFTER_TIE, "caption")
        if self.cycle is not None and self.cycle.is_open:
            self._add_violations(record)

    def _add_violations(self, record: RankedUnit) -> None:
        """What brings the class down, and the way to write it down."""
        self.panel.add_section("Vi phạm làm hạ bậc")
        mine = [one for one in self._violations if one.unit == record.unit.code]
        for one in mine:
            words = self.texts.render(f"violation_{one.kind}", {})
            self.panel.add_line(Tone.WARNING, "alert-triangle", words, one.document)
            gone = button("Xóa dòng ghi nhầm", f"remove_{one.kind}", icon=self.icons.get("x"))
            gone.clicked.connect(partial(self._remove, one))
            self.panel.add(gone)
        add = button("Ghi vi phạm…", "addViolation", icon=self.icons.get("plus"))
        add.clicked.connect(partial(self._record, record))
        self.panel.add(add)

    def _record(self, record: RankedUnit) -> None:
        cycle, desk, unit = self.cycle, self.desk, record.unit
        dialog = ViolationDialog(unit.name, self.texts, self.icons, self)
        if cycle is None:
            return
        self.do_as_filled(
            dialog,
            lambda: (dialog.kind, dialog.document.text()),
            lambda told: record_violation(desk, cycle.id, unit.code, *told),
            lambda _made: self.tell(Tone.GOOD, f"Đã ghi vi phạm của «{unit.name}»."),
        )

    def set_levels(self) -> None:
        """From how many points each class begins; the ranking follows at once."""
        desk = self.desk
        dialog = ClassLevelsDialog(class_levels(desk), self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.levels,
            lambda levels: set_class_levels(desk, levels),
            lambda _nothing: self.tell(Tone.GOOD, "Đã lưu mức xếp loại."),
        )

    def _remove(self, one: UnitViolation) -> None:
        desk = self.desk
        self.do(
            lambda _progress: remove_violation(desk, one.cycle, one.unit, one.kind),
            lambda _nothing: self.tell(Tone.GOOD, "Đã xóa vi phạm ghi nhầm."),
        )


def _rank_words(row: RankedUnit) -> str:
    if row.rank is None:
        return NOTHING
    return f"đồng hạng {row.rank}" if row.tied else str(row.rank)


def _rank_mark(row: RankedUnit) -> Mark | None:
    return Mark(Tone.WARNING, is_bold=True) if row.tied else Mark(Tone.PLAIN, is_bold=True)


def _total_mark(row: RankedUnit) -> Mark | None:
    return Mark(Tone.PLAIN, is_bold=True) if row.pending == 0 else Mark(Tone.QUIET)
