"""Đề nghị khen thưởng: candidates, the quota, and every condition in three states."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.application.awarding.proposing import (
    AwardCheck,
    AwardLine,
    AwardList,
    AwardRequest,
    Proposed,
    check,
    list_awards,
    propose,
    withdraw,
)
from thidua_desktop.application.enrolling.registers import list_people, list_units
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranked_units import Ranking
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.proposals import Proposal, names_of_proposed
from thidua_desktop.ui.dialogs.propose_dialog import ProposeDialog
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.award_columns import (
    Candidate,
    PeopleOfUnits,
    candidate_columns,
    candidates_of,
    proposal_columns,
)
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.award_panel import AwardPanel
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.tab_line import tab_line
from thidua_desktop.ui.wording import cycle_name

CANDIDATES, PROPOSALS = 0, 1


@dataclass(frozen=True, slots=True)
class _Known:
    awards: AwardList
    ranking: Ranking
    register: PeopleOfUnits
    award_names: dict[str, str]
    names: dict[str, str]


def _read(desk: Desk, cycle_id: str) -> _Known:
    awards = list_awards(desk, cycle_id)
    units = {unit.code: unit.name for unit in list_units(desk)}
    return _Known(
        awards,
        rank_cycle(desk, cycle_id),
        PeopleOfUnits(list_people(desk), units),
        award_names(desk),
        names_of_proposed(awards.proposals),
    )


class AwardsPage(CyclePage):
    """Candidates for one award at a time, and what is proposed."""

    TITLE = "Đề nghị khen thưởng"
    CHANGES_CYCLE = True

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Đề nghị…", "award", self.propose_chosen)
        self._known: _Known | None = None
        self.tabs = tab_line("awardTabs", "Danh sách", "Ứng viên", "Đã đề nghị")
        self.body.addWidget(self.tabs)
        filters = self.add_filters("Tìm ứng viên")
        self.award = filters.add_choice("award", "Hình thức", every="")
        self.quota = label("", "section")
        self.quota.setObjectName("quotaLine")
        filters.add_widget(self.quota)
        candidates: RecordTableModel[Candidate] = RecordTableModel(
            candidate_columns(self.texts), self.icons, self
        )
        proposals: RecordTableModel[Proposal] = RecordTableModel(
            proposal_columns(self._award_name, self._called), self.icons, self
        )
        self.candidates = RecordTable(candidates, self.icons, "ứng viên", key=lambda c: c.code)
        self.proposals = RecordTable(proposals, self.icons, "đề nghị", key=lambda p: p.id)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.candidates)
        self.lists.addWidget(self.proposals)
        self.panel = AwardPanel(self.icons, self.texts)
        self.add_table_with_panel(self.lists, self.panel)
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self._choose)
        self.tabs.currentChanged.connect(self._switch)
        self.candidates.selected.connect(self._check)
        self.candidates.opened.connect(self.propose_chosen)
        self.proposals.selected.connect(self._show_proposal)
        self.panel.withdrawn.connect(self._withdraw)

    def table_of(self) -> RecordTable:
        """The candidates."""
        return self.candidates

    def _award_name(self, code: str) -> str:
        return self._known.award_names.get(code, code) if self._known else code

    def _called(self, proposal: Proposal) -> str:
        known = self._known.names if self._known else {}
        return known.get(proposal.subject_code, proposal.subject_name)

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read awards, ranking and registers."""
        desk = self.desk
        self.ask(lambda: _read(desk, cycle.id), self._show)

    def _show(self, known: _Known) -> None:
        self._known = known
        self.filters.set_choices(
            "award", [(_line_key(line), self._line_words(line)) for line in known.awards.lines]
        )
        self.candidates.empty.say(
            "users",
            "Chưa có ứng viên",
            "Ứng viên là đơn vị đã xếp hạng, hoặc cá nhân, hộ gia đình trong danh sách.",
            ("Đến trang Đơn vị, cá nhân", lambda: self.go_to("units")),
        )
        self.proposals.empty.say(
            "award", "Chưa đề nghị ai", "Chọn ứng viên, xem điều kiện rồi bấm «Đề nghị…»."
        )
        self.proposals.model.set_records(known.awards.proposals)
        self.header.set_subtitle(
            f"{cycle_name(known.awards.cycle)}: {len(known.awards.proposals)} đề nghị. "
            "Điều kiện có ba trạng thái: đạt, không đạt, chưa có dữ liệu."
        )
        self._choose()

    def _line_words(self, line: AwardLine) -> str:
        return f"{self.texts.render(f'subject_{line.subject}', {})} – {line.form.name}"

    @property
    def line(self) -> AwardLine | None:
        """The chosen award for one kind of subject."""
        lines = self._known.awards.lines if self._known else ()
        chosen = self.award.currentData()
        return next((line for line in lines if _line_key(line) == chosen), None)

    @Slot()
    def _choose(self) -> None:
        line, known = self.line, self._known
        if line is None or known is None:
            return
        quota = line.quota
        told = "không giới hạn" if quota.maximum is None else f"{quota.used} / {quota.maximum}"
        word = "Số lượng chung" if quota.shared_with else "Số lượng"
        self.quota.setText(
            f"Đã đề nghị: {quota.used}" if quota.maximum is None else f"{word}: {told}"
        )
        others = [self.texts.render(f"subject_{kind}", {}) for kind in quota.shared_with]
        self.quota.setToolTip(f"Chung một số với: {', '.join(others)}" if others else "")
        found = candidates_of(line, known.ranking, known.register, known.awards.proposals)
        if tuple(found) != self.candidates.model.everything:
            self.candidates.model.set_records(found)
        self.candidates.model.set_filter(self.filters.text)
        self.proposals.model.set_filter(self.filters.text)
        self.candidates.select_first()
        self._check(self.candidates.current)

    @Slot(int)
    def _switch(self, tab: int) -> None:
        self.lists.setCurrentIndex(tab)
        self.header.main.setVisible(tab == CANDIDATES)
        self.award.setEnabled(tab == CANDIDATES)
        self.quota.setVisible(tab == CANDIDATES)
        if tab == CANDIDATES:
            self._check(self.candidates.current)
        else:
            self.proposals.select_first()
            self._show_proposal(self.proposals.current)

    @Slot(object)
    def _check(self, candidate: Candidate | None) -> None:
        request = self._request(candidate)
        if request is None or candidate is None:
            self.panel.show_nothing()
            return
        desk = self.desk
        self.state.services.tasks.run(
            lambda _progress: check(desk, request),
            lambda checked: self._show_check(candidate, checked),
            self.tell_failure,
        )

    def _show_check(self, candidate: Candidate, checked: AwardCheck) -> None:
        if self.candidates.current == candidate and self.tabs.currentIndex() == CANDIDATES:
            self.panel.show_check(candidate.name, candidate.detail, checked)

    @Slot(object)
    def _show_proposal(self, proposal: Proposal | None) -> None:
        if proposal is None:
            self.panel.show_nothing()
        else:
            self.panel.show_proposal(proposal, self._award_name(proposal.award))

    # ---- Propose

    def _request(self, candidate: Candidate | None) -> AwardRequest | None:
        line, cycle = self.line, self.cycle
        if candidate is None or line is None or cycle is None:
            return None
        return AwardRequest(
            cycle.id,
            line.form.code,
            unit="" if candidate.is_person else candidate.code,
            person=candidate.code if candidate.is_person else "",
        )

    def propose_chosen(self) -> None:
        """Ask for the achievement, then propose."""
        candidate: Candidate | None = self.candidates.current
        request, line, desk = self._request(candidate), self.line, self.desk
        if candidate is None or request is None or line is None:
            self.tell(Tone.INFO, "Chọn một ứng viên trước.")
            return

        def ask(checked: AwardCheck) -> None:
            dialog = ProposeDialog(
                line.form.name, checked, desk.clock.today(), self.texts, self.icons, self
            )

            def filled() -> tuple[AwardRequest, str, str]:
                order = replace(request, confirmed=dialog.confirmed(), dossier=dialog.dossier())
                return order, dialog.achievement_text(), dialog.override_text()

            self.do_as_filled(
                dialog, filled, lambda told: propose(desk, *told), self._tell_proposed
            )

        self.do(lambda _progress: check(desk, request, is_new=True), ask, changes=False)

    def _tell_proposed(self, proposed: Proposed) -> None:
        name = proposed.check.subject_name
        if proposed.proposal is None:
            self.tell(Tone.BAD, f"Chưa đề nghị được «{name}»: còn điều kiện chặn, cần ghi lý do.")
        else:
            self.tell(Tone.GOOD, f"Đã đề nghị khen thưởng «{name}».")

    @Slot(int)
    def _withdraw(self, proposal: int) -> None:
        desk = self.desk
        self.do(
            lambda _progress: withdraw(desk, proposal),
            lambda _nothing: self.tell(Tone.GOOD, "Đã rút đề nghị."),
        )


def _line_key(line: AwardLine) -> str:
    return f"{line.form.code}/{line.subject}"
