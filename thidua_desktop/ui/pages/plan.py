"""Kế hoạch: criteria with their points, quotas, deadlines, duties, and the plan's facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.application.records import Office
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.application.setting_up.office import change_office, office_of
from thidua_desktop.application.setting_up.planning import set_points, set_scoring_way
from thidua_desktop.domain.plan import Audience, Duty, Plan, QuotaRule, ReportDuty
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion
from thidua_desktop.ui.dialogs.office_dialog import OfficeDialog
from thidua_desktop.ui.dialogs.scoring_way_dialog import ScoringWayDialog
from thidua_desktop.ui.models.columns import Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.pages.plan_columns import (
    criteria_columns,
    duty_columns,
    fact_columns,
    quota_columns,
    report_columns,
)
from thidua_desktop.ui.pages.plan_facts import Fact, facts_of
from thidua_desktop.ui.pages.plan_file_work import PlanFileWork
from thidua_desktop.ui.pages.plan_panel import PlanPanel
from thidua_desktop.ui.pages.quota_typing import QuotaTyping
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.tab_line import tab_line
from thidua_desktop.ui.wording import points

CRITERIA, QUOTAS = 0, 1
_TABS = (
    "Tiêu chí và điểm",
    "Số lượng khen thưởng",
    "Thời hạn báo cáo",
    "Nhiệm vụ",
    "Thông tin kế hoạch",
)


class PlanPage(Page):
    """The plan in force under five tabs; points and quotas can be typed over."""

    TITLE = "Kế hoạch"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.add_action("Thông tin cơ quan…", "building", self.edit_office)
        self.header.set_main("Lưu điểm", "save", self.save)
        self._plan: Plan | None = None
        self._awards: dict[str, str] = {}
        self._typed_points: dict[str, tuple[Criterion, ...]] = {}
        """What was typed and not saved yet, by audience; no refresh may lose it."""
        self.tabs = tab_line("planTabs", "Phần của kế hoạch", *_TABS)
        self.body.addWidget(self.tabs)
        filters = self.add_filters("Tìm trong kế hoạch")
        self.audience = filters.add_choice("audience", "Đối tượng", every="")
        self.total = label("", "section")
        self.total.setObjectName("pointsTotal")
        filters.add_widget(self.total)
        self._make_tables()
        self.lists = QStackedWidget()
        for table in self.tables:
            self.lists.addWidget(table)
        self.panel = PlanPanel(self.icons)
        self.add_table_with_panel(self.lists, self.panel)
        self.note = label("", "caption", wraps=True)
        self.note.setObjectName("pointsNote")
        self.body.addWidget(self.note)
        self._connect()
        self._suit_tab()

    def _make_tables(self) -> None:
        self.criteria: RecordTable = self._table(criteria_columns(self.texts), "tiêu chí")
        self.quotas: RecordTable = self._table(quota_columns(self.texts, self._award_name), "dòng")
        self.numbers = QuotaTyping(self, self.quotas, partial(self.tabs.setCurrentIndex, QUOTAS))
        self.header.add_more("Thêm dòng số lượng…", "plus", self.numbers.add)
        self.header.add_more("Bỏ dòng số lượng đang chọn", "x", self.numbers.drop)
        self.files = PlanFileWork(self)
        self.header.add_more("Lập từ văn bản Word…", "file-text", self.files.draft_from_text)
        self.header.add_more("Sửa cả kế hoạch bằng Excel…", "file-output", self.files.save_out)
        self.header.add_more("Nhận kế hoạch đã sửa…", "upload", self.files.take_back)
        self.reports: RecordTable = self._table(report_columns(self.texts), "mốc báo cáo")
        self.duties: RecordTable = self._table(duty_columns(self.texts), "nhiệm vụ")
        self.facts: RecordTable = self._table(fact_columns(), "mục")
        self.tables = (self.criteria, self.quotas, self.reports, self.duties, self.facts)
        self.criteria.select_by_cell()
        self.quotas.select_by_cell()

    def _table(self, columns: Sequence[Column[Any]], noun: str) -> RecordTable:
        model: RecordTableModel[Any] = RecordTableModel(columns, self.icons, self)
        return RecordTable(model, self.icons, noun, key=_key)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._suit_tab)
        self.filters.changed.connect(self._filter)
        self.audience.currentIndexChanged.connect(self._show_audience)
        for table in self.tables:
            table.selected.connect(self.panel.show_record)
            table.model.cell_rejected.connect(self._refuse)
        self.criteria.model.records_edited.connect(self._points_typed)
        self.panel.way_wanted.connect(self._change_way)
        self.quotas.model.records_edited.connect(self.numbers.take_typed)

    def _award_name(self, code: str) -> str:
        return self._awards.get(code, code)

    # ---- Show

    def refresh(self) -> None:
        """Show the plan that the window has read."""
        desk = self.desk
        self.ask(lambda: award_names(desk), self._show)

    def _show(self, awards: dict[str, str]) -> None:
        frame = self.state.frame
        if frame is None:
            return
        self._plan, self._awards = frame.plan, awards
        plan = frame.plan
        self.header.set_subtitle(plan.title)
        self.filters.set_choices(
            "audience", [(audience.code, audience.name) for audience in plan.audiences]
        )
        self.quotas.empty.say(
            "award",
            "Kế hoạch không giới hạn số lượng",
            "Kế hoạch này không nêu số lượng khen thưởng; danh sách đề nghị không bị giới hạn.",
            ("Thêm dòng số lượng…", self.numbers.add),
        )
        self.panel.set_plan(plan, self.texts, self._award_name)
        self.numbers.show(plan.quotas, awards)
        self.reports.model.set_records(plan.reports)
        self.duties.model.set_records(plan.duties)
        self.facts.model.set_records(facts_of(plan, self._award_name))
        self._show_audience()

    @property
    def _audience(self) -> Audience | None:
        code = self.audience.currentData()
        if self._plan is None or not code:
            return None
        return self._plan.audience(code)

    @Slot()
    def _show_audience(self) -> None:
        audience = self._audience
        if audience is not None:
            typed = self._typed_points.get(audience.code)
            self.criteria.model.set_records(typed or audience.criteria.criteria)
            self.criteria.select_first()
        self._tell_total()

    @Slot()
    def _suit_tab(self) -> None:
        tab = self.tabs.currentIndex()
        self.lists.setCurrentIndex(tab)
        is_criteria = tab == CRITERIA
        self.filters.show_choice("audience", is_shown=is_criteria)
        self.total.setVisible(is_criteria)
        self.note.setVisible(is_criteria)
        self.header.main.setVisible(tab in (CRITERIA, QUOTAS))
        self.header.rename_main("Lưu điểm" if is_criteria else "Lưu số lượng")
        self.tables[tab].select_first()
        self.panel.show_record(self.tables[tab].current)

    @Slot()
    def _filter(self) -> None:
        for table in self.tables:
            table.model.set_filter(self.filters.text)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.tell(Tone.BAD, sentence)

    # ---- The office

    def edit_office(self) -> None:
        """Ask who signs and what lateness costs."""
        desk = self.desk

        def ask(office: Office) -> None:
            dialog = OfficeDialog(office, self.icons, self)
            self.do_as_filled(
                dialog,
                dialog.office,
                lambda changed: change_office(desk, changed),
                lambda _nothing: self.tell(Tone.GOOD, "Đã lưu thông tin cơ quan."),
            )

        self.do(lambda _progress: office_of(desk), ask, changes=False)

    # ---- Points

    @Slot(object)
    def _change_way(self, criterion: Criterion) -> None:
        """Ask how a criterion is judged; points that are typed and not saved yet come first."""
        audience, desk = self._audience, self.desk
        if audience is None:
            return
        if audience.code in self._typed_points:
            self.tell(Tone.INFO, "Hãy lưu điểm đã sửa trước khi đổi cách chấm.")
            return
        dialog = ScoringWayDialog(criterion, self.texts, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.way,
            lambda way: set_scoring_way(desk, audience.code, criterion.code, way),
            lambda saved: self.tell(
                Tone.GOOD,
                f"Đã đổi cách chấm tiêu chí {saved.code}; dùng cho các kỳ mở từ nay.",
            ),
        )

    @Slot(list)
    def _points_typed(self, _edited: list[Criterion]) -> None:
        audience = self._audience
        if audience is None:
            return
        self._typed_points[audience.code] = tuple(self.criteria.model.everything)
        if self._typed_points[audience.code] == audience.criteria.criteria:
            del self._typed_points[audience.code]
        self._tell_total()

    def _tell_total(self) -> None:
        """The total that stands in the table now, said beside the 100 that it has to be."""
        audience = self._audience
        if audience is None or self._plan is None:
            return
        edited = replace(audience.criteria, criteria=tuple(self.criteria.model.everything))
        unsaved = ", chưa lưu" if audience.code in self._typed_points else ""
        self.total.setText(f"Tổng điểm chuẩn: {points(edited.standard_total)} / 100{unsaved}")
        caps = (
            f"Điểm thưởng tối đa {points(audience.criteria.bonus_cap)}, "
            f"điểm trừ tối đa {points(audience.criteria.penalty_cap)}."
        )
        self.note.setText(f"{self._plan.points_note} {caps} Điểm mới dùng cho các kỳ mở từ nay.")

    def unsaved(self) -> str:
        """Points of criteria that were typed and not saved."""
        return "Kế hoạch: điểm tiêu chí đã sửa" if self._typed_points else ""

    def save(self) -> None:
        """Save what was typed into the shown table (Ctrl+S)."""
        if self.tabs.currentIndex() == QUOTAS:
            self.numbers.save()
        elif self.tabs.currentIndex() == CRITERIA:
            self._save_points()

    def _save_points(self) -> None:
        audience, desk = self._audience, self.desk
        if audience is None:
            return
        given = {
            criterion.code: criterion.max_points for criterion in self.criteria.model.everything
        }
        self.do(
            lambda _progress: set_points(desk, audience.code, given),
            lambda saved: self._points_saved(audience.code, saved),
        )

    def _points_saved(self, audience: str, saved: CriteriaSet) -> None:
        """Say what was saved, and which audiences still wait."""
        self._typed_points.pop(audience, None)
        said = f"Đã lưu điểm, tổng điểm chuẩn {points(saved.standard_total)}."
        audiences = self._plan.audiences if self._plan else ()
        waiting = [one.name for one in audiences if one.code in self._typed_points]
        if waiting:
            said += f" Còn chưa lưu: {'; '.join(waiting)}."
        self.tell(Tone.WARNING if waiting else Tone.GOOD, said)


def _key(record: Criterion | QuotaRule | ReportDuty | Duty | Fact) -> object:
    if isinstance(record, Criterion):
        return record.code
    if isinstance(record, QuotaRule):
        return (record.kind, record.award, record.subject)
    return record
