"""Beside the plan's tables: the whole words of the selected line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot

from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.kinds import Basis
from thidua_desktop.domain.plan import Audience, Duty, Plan, QuotaRule, ReportDuty
from thidua_desktop.domain.scoring.criterion import Criterion
from thidua_desktop.domain.scoring.method_words import how_scored
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.pages.plan_facts import Fact
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import button
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import points


class PlanPanel(SidePanel):
    """Knows how to tell each kind of line."""

    way_wanted = Signal(object)
    """The way in which a criterion is judged shall be changed."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, "Chọn một dòng để xem đủ lời của kế hoạch.")
        self._plan: Plan | None = None
        self._texts: Texts | None = None
        self._award_name: Callable[[str], str] = str

    def set_plan(self, plan: Plan, texts: Texts, award_name: Callable[[str], str]) -> None:
        """The plan whose lines are told."""
        self._plan, self._texts, self._award_name = plan, texts, award_name

    @Slot(object)
    def show_record(self, record: object) -> None:
        """Tell one line."""
        self.clear()
        if isinstance(record, Criterion):
            self._tell_criterion(record)
        elif isinstance(record, QuotaRule):
            self.add_title(self._award_name(record.award))
            self.add_section("Kế hoạch viết")
            self.add_text(record.text or "Kế hoạch không nêu số lượng.")
        elif isinstance(record, ReportDuty):
            self.add_title(record.recipient)
            self.add_section("Kế hoạch viết")
            self.add_text(record.text)
        elif isinstance(record, Duty):
            self.add_title(record.holder)
            self.add_section("Kế hoạch viết")
            self.add_text(record.text)
        elif isinstance(record, Fact):
            self.add_title(record.caption)
            self.add_text(record.value)
        self.end()

    def _tell_criterion(self, criterion: Criterion) -> None:
        self.add_title(
            f"Tiêu chí {criterion_mark(criterion.code)}",
            f"Tối đa {points(criterion.max_points)} điểm",
        )
        self.add_text(criterion.text)
        self._tell_method(criterion)
        if criterion.requires_evidence:
            self.add_line(Tone.INFO, "info", "Cần có minh chứng, thiếu thì tính 0 điểm.")
        audience = self._audience_of(criterion)
        if audience is not None:
            self.add_section("Đối tượng")
            self.add_text(f"{audience.label} {audience.name}".strip())
            if audience.basis is Basis.PROPOSAL and audience.note:
                self.add_line(Tone.INFO, "lightbulb", audience.note)

    def _tell_method(self, criterion: Criterion) -> None:
        if self._texts is None:
            return
        self.add_section("Cách chấm")
        steps = self._texts.reasons(how_scored(criterion))
        name = self._texts.render(f"method_name_{criterion.method}", {})
        for sentence in steps or [f"{name}."]:
            self.add_text(sentence)
        changes = button("Đổi cách chấm…", "changeWay", icon=self._icons.get("pencil"))
        changes.clicked.connect(lambda: self.way_wanted.emit(criterion))
        self.add(changes)

    def _audience_of(self, criterion: Criterion) -> Audience | None:
        audiences = self._plan.audiences if self._plan else ()
        return next((a for a in audiences if a.criteria.find(criterion.code) == criterion), None)
