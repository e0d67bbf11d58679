"""Tra cứu, lưu: every unit and person with their years side by side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from thidua_desktop.application.history.histories import Subject, histories
from thidua_desktop.application.rewards.book import Reward
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.ui.models.columns import Align, Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.award_columns import PROPOSAL_LOOKS
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import cycle_name, day, points


@dataclass(frozen=True, slots=True)
class _Known:
    subjects: tuple[Subject, ...]
    award_names: dict[str, str]


class ArchivePage(Page):
    """One search over everything; the panel tells the history of the found one."""

    TITLE = "Tra cứu, lưu"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.add_action("Sao lưu…", "hard-drive", lambda: self.go_to("journal"))
        self._awards: dict[str, str] = {}
        filters = self.add_filters("Tìm không cần dấu, cả chữ đầu, tên cũ")
        model: RecordTableModel[Subject] = RecordTableModel(_columns(), self.icons, self)
        self.table = RecordTable(model, self.icons, "đơn vị, cá nhân", key=lambda s: s.code)
        self.panel = SidePanel(self.icons, "Chọn một dòng để xem quá trình qua các kỳ.")
        self.add_table_with_panel(self.table, self.panel)
        self.header.set_subtitle("Quá trình của từng đơn vị, cá nhân qua các kỳ.")
        filters.changed.connect(self._filter)
        self.table.selected.connect(self._show_subject)

    def refresh(self) -> None:
        """Read all cycles."""
        desk = self.desk
        self.ask(lambda: _Known(histories(desk), award_names(desk)), self._show)

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
            self.panel.add_title(subject.name, _kind(subject))
            if subject.former_names:
                self.panel.add_text(f"Tên cũ: {'; '.join(subject.former_names)}.", "caption")
            self._add_awards(subject)
            self._add_results(subject)
        self.panel.end()

    def _add_results(self, subject: Subject) -> None:
        for result in subject.results:
            row = result.row
            self.panel.add_section(cycle_name(result.cycle))
            words = self.texts.render(f"classification_{row.classification}", {})
            is_ranked = row.rank is not None
            self.panel.add_pairs(
                [
                    ("Tên khi đó", result.under),
                    ("Hạng", str(row.rank) if is_ranked else "Chưa xếp hạng"),
                    ("Tổng điểm", points(row.total) if is_ranked else ""),
                    ("Xếp loại", words if is_ranked else ""),
                ]
            )

    def _add_awards(self, subject: Subject) -> None:
        if not subject.rewards and not subject.proposals:
            return
        self.panel.add_section("Khen thưởng")
        for reward in subject.rewards:
            look = PROPOSAL_LOOKS[reward.proposal.status]
            self.panel.add_line(
                look.mark.tone, look.mark.icon, reward.award, f"{look.word}{_decided(reward)}."
            )
        for proposal in subject.proposals:
            look = PROPOSAL_LOOKS[proposal.status]
            award = self._awards.get(proposal.award, proposal.award)
            under = f"{look.word}, thành tích đến {day(proposal.period_to)}."
            self.panel.add_line(look.mark.tone, look.mark.icon, award, under)


def _decided(reward: Reward) -> str:
    """«, số 125/QĐ-UBND ngày 24/12/2026»; empty where nothing was decided."""
    if reward.decided_on is None:
        return ""
    number = f", số {reward.number}" if reward.number else ""
    return f"{number} ngày {day(reward.decided_on)}"


def _kind(subject: Subject) -> str:
    return subject.kind or ("Cá nhân" if subject.is_person else "")


def _columns() -> list[Column[Subject]]:
    return [
        Column("Tên", lambda s: s.name, 0, found_by=lambda s: "; ".join(s.former_names)),
        Column("Nhóm, chức vụ", _kind, 230),
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
    ]
