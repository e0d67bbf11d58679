"""Tra cứu, lưu: every unit and person with their years side by side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from thidua_desktop.application.award_forms import award_names
from thidua_desktop.application.cycles import list_cycles
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.ranking import RankedUnit, Ranking, rank_cycle
from thidua_desktop.application.registers import list_people, list_units
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.models.columns import Align, Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.award_columns import PROPOSAL_LOOKS
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import cycle_name, day, points

YEARS = 5
"""How many cycles of a unit stand side by side."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A unit or a person with everything that the cycles hold about it."""

    code: str
    name: str
    kind: str
    results: tuple[tuple[Cycle, RankedUnit], ...]
    proposals: tuple[Proposal, ...]

    @property
    def awards(self) -> int:
        """How many of its proposals were decided."""
        return sum(proposal.status is ProposalStatus.DECIDED for proposal in self.proposals)


@dataclass(frozen=True, slots=True)
class _Known:
    subjects: tuple[Subject, ...]
    award_names: dict[str, str]


def _read(desk: Desk) -> _Known:
    rankings = [rank_cycle(desk, cycle.id) for cycle in list_cycles(desk)[:YEARS]]
    with desk.store.read() as books:
        proposals = books.awards.proposals()
        groups = {group.code: group.name for group in books.plans.groups()}
    units = [
        Subject(
            u.code, u.name, groups.get(u.group, ""), _results(u, rankings), _of(u.code, proposals)
        )
        for u in list_units(desk)
    ]
    people = [
        Subject(p.code, p.full_name, p.position or "Cá nhân", (), _of(p.code, proposals))
        for p in list_people(desk)
    ]
    return _Known((*units, *people), award_names(desk))


def _results(unit: Unit, rankings: list[Ranking]) -> tuple[tuple[Cycle, RankedUnit], ...]:
    found = ((ranking.cycle, ranking.find(unit.code)) for ranking in rankings)
    return tuple((cycle, row) for cycle, row in found if row is not None)


def _of(code: str, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    return tuple(proposal for proposal in proposals if proposal.subject_code == code)


class ArchivePage(Page):
    """One search over everything; the panel tells the history of the found one."""

    TITLE = "Tra cứu, lưu"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.add_action("Sao lưu…", "hard-drive", lambda: self.go_to("journal"))
        self._awards: dict[str, str] = {}
        filters = self.add_filters("Tìm không cần dấu, cả chữ đầu")
        model: RecordTableModel[Subject] = RecordTableModel(
            [
                Column("Tên", lambda s: s.name, 0),
                Column("Nhóm, chức vụ", lambda s: s.kind, 230),
                Column(
                    "Số kỳ",
                    lambda s: str(len(s.results)),
                    76,
                    Align.RIGHT,
                    sort_key=lambda s: len(s.results),
                    is_searched=False,
                ),
                Column(
                    "Được khen",
                    lambda s: str(s.awards),
                    96,
                    Align.RIGHT,
                    sort_key=lambda s: s.awards,
                    is_searched=False,
                ),
            ],
            self.icons,
            self,
        )
        self.table = RecordTable(model, self.icons, "đơn vị, cá nhân", key=lambda s: s.code)
        self.panel = SidePanel(self.icons, "Chọn một dòng để xem quá trình qua các kỳ.")
        self.add_table_with_panel(self.table, self.panel)
        self.header.set_subtitle("Quá trình của từng đơn vị, cá nhân qua các kỳ.")
        filters.changed.connect(self._filter)
        self.table.selected.connect(self._show_subject)

    def refresh(self) -> None:
        """Read all cycles."""
        desk = self.desk
        self.ask(lambda: _read(desk), self._show)

    def _show(self, known: _Known) -> None:
        self._awards = known.award_names
        self.table.empty.say(
            "archive",
            "Chưa có gì để tra cứu",
            "Nhập danh sách đơn vị, cá nhân trước.",
            ("Đến trang Đơn vị, cá nhân", lambda: self.go_to("units")),
        )
        self.table.model.set_records(known.subjects)
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        self.table.model.set_filter(self.filters.text)

    @Slot(object)
    def _show_subject(self, subject: Subject | None) -> None:
        self.panel.clear()
        if subject is not None:
            self.panel.add_title(subject.name, subject.kind)
            for cycle, row in subject.results:
                self.panel.add_section(cycle_name(cycle))
                words = self.texts.render(f"classification_{row.classification}", {})
                self.panel.add_pairs(
                    [
                        ("Hạng", str(row.rank) if row.rank else "Chưa xếp hạng"),
                        ("Tổng điểm", points(row.total)),
                        ("Xếp loại", words),
                    ]
                )
            self._add_proposals(subject)
        self.panel.end()

    def _add_proposals(self, subject: Subject) -> None:
        if not subject.proposals:
            return
        self.panel.add_section("Khen thưởng")
        for proposal in subject.proposals:
            look = PROPOSAL_LOOKS[proposal.status]
            award = self._awards.get(proposal.award, proposal.award)
            under = f"{look.word}, thành tích đến {day(proposal.period_to)}"
            self.panel.add_line(look.mark.tone, look.mark.icon, award, under)
