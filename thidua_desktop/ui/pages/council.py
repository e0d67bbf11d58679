"""Hội đồng: the session, the votes on each proposal, and the decision that follows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog

from thidua_desktop.application.award_forms import award_names
from thidua_desktop.application.council import open_session, vote
from thidua_desktop.application.deciding import DecisionMade, issue_decision
from thidua_desktop.application.vote_judging import VoteOutcome
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.proposals import Ballot, CouncilSession, Proposal, ProposalStatus
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.ui.dialogs.session_dialog import DecisionDialog, SessionDialog
from thidua_desktop.ui.models.columns import Align, Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.award_columns import PROPOSAL_LOOKS
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.vote_panel import VotePanel
from thidua_desktop.ui.wording import NOTHING, cycle_name, day, points


@dataclass(frozen=True, slots=True)
class Matter:
    """One proposal before the council, with its ballot in the shown session."""

    proposal: Proposal
    award: str
    ballot: Ballot | None


@dataclass(frozen=True, slots=True)
class _Known:
    sessions: tuple[CouncilSession, ...]
    proposals: tuple[Proposal, ...]
    ballots: dict[str, tuple[Ballot, ...]]
    awards: dict[str, str]


def _votes(which: str) -> Column[Matter]:
    titles = {"yes": "Đồng ý", "no": "Không đồng ý", "invalid": "Không hợp lệ"}

    def text(matter: Matter) -> str:
        return NOTHING if matter.ballot is None else str(getattr(matter.ballot, which))

    return Column(titles[which], text, 84, Align.RIGHT, is_searched=False)


class CouncilPage(CyclePage):
    """The proposals of the cycle with their votes in one session."""

    TITLE = "Hội đồng"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.header.set_main("Mở phiên họp…", "users", self.add_new)
        self.decide = self.header.add_action("Lập quyết định…", "gavel", self.issue)
        self._known: _Known | None = None
        filters = self.add_filters("Tìm đề nghị")
        self.session_box = filters.add_choice("session", "Phiên họp", every="")
        self.attendance = label("", "soft")
        filters.add_widget(self.attendance)
        model: RecordTableModel[Matter] = RecordTableModel(
            [
                Column("Tên", lambda m: m.proposal.subject_name, 0),
                _votes("yes"),
                _votes("no"),
                Column(
                    "Kết quả",
                    lambda m: PROPOSAL_LOOKS[m.proposal.status].word,
                    196,
                    mark=lambda m: PROPOSAL_LOOKS[m.proposal.status].mark,
                ),
            ],
            self.icons,
            self,
        )
        self.table = RecordTable(model, self.icons, "đề nghị", key=lambda m: m.proposal.id)
        self.panel = VotePanel(self.icons)
        self.add_table_with_panel(self.table, self.panel)
        filters.changed.connect(self._choose)
        self.table.selected.connect(self._show_matter)
        self.panel.counted.connect(self._record)

    def table_of(self) -> RecordTable:
        """The proposals."""
        return self.table

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read sessions, proposals and ballots."""
        desk = self.desk

        def read() -> _Known:
            with desk.store.read() as books:
                sessions = books.awards.sessions(cycle.id)
                return _Known(
                    sessions,
                    books.awards.proposals(cycle.id),
                    {session.id: books.awards.ballots(session.id) for session in sessions},
                    award_names(desk),
                )

        self.ask(read, self._show)

    def _show(self, known: _Known) -> None:
        self._known = known
        self.filters.set_choices(
            "session",
            [
                (session.id, f"Phiên {number}, ngày {day(session.held_on)}")
                for number, session in enumerate(known.sessions, start=1)
            ],
        )
        if self.session is None and known.sessions:
            self.filters.choose("session", known.sessions[-1].id)
        self.table.empty.say(
            "award",
            "Chưa có đề nghị nào để họp",
            "Lập danh sách đề nghị khen thưởng trước, rồi mở phiên họp Hội đồng.",
            ("Đến trang Đề nghị khen thưởng", lambda: self.go_to("awards")),
        )
        if self.cycle is not None:
            waiting = sum(p.status is ProposalStatus.PROPOSED for p in known.proposals)
            self.header.set_subtitle(
                f"{cycle_name(self.cycle)}: {len(known.sessions)} phiên họp, "
                f"{waiting} đề nghị chờ biểu quyết."
            )
        self._choose()
        self.table.select_first()

    @property
    def session(self) -> CouncilSession | None:
        """The session that is shown."""
        sessions = self._known.sessions if self._known else ()
        chosen = self.session_box.currentData()
        return next((session for session in sessions if session.id == chosen), None)

    @Slot()
    def _choose(self) -> None:
        known, session = self._known, self.session
        if known is None:
            return
        ballots = {b.proposal: b for b in known.ballots.get(session.id, ())} if session else {}
        matters = [
            Matter(p, known.awards.get(p.award, p.award), ballots.get(p.id))
            for p in known.proposals
            if p.status is not ProposalStatus.WITHDRAWN
        ]
        if tuple(matters) != self.table.model.everything:
            self.table.model.set_records(matters)
        self.table.model.set_filter(self.filters.text)
        self.decide.setEnabled(session is not None)
        self.attendance.setText(
            f"Có mặt {session.present} / {session.members_total} thành viên"
            if session
            else "Chưa mở phiên họp"
        )
        self._show_matter(self.table.current)

    @Slot(object)
    def _show_matter(self, matter: Matter | None) -> None:
        if matter is None:
            self.panel.show_nothing()
            return
        proposal = matter.proposal
        is_open = self.session is not None and not proposal.status.is_settled
        look = PROPOSAL_LOOKS[proposal.status]
        self.panel.show_matter(proposal, matter.award, look, matter.ballot, is_open=is_open)

    # ---- Meet

    def add_new(self) -> None:
        """Open a session."""
        cycle, desk = self.cycle, self.desk
        if cycle is None:
            return
        dialog = SessionDialog(desk.clock.today(), self.icons, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            held_on, attendance = dialog.held_on(), dialog.attendance()
            self.do(
                lambda _progress: open_session(desk, cycle.id, held_on, attendance),
                lambda session: self.tell(
                    Tone.GOOD, f"Đã mở phiên họp ngày {day(session.held_on)}."
                ),
            )

    @Slot(object)
    def _record(self, counted: VoteCount) -> None:
        matter: Matter | None = self.table.current
        session, desk = self.session, self.desk
        if matter is None or session is None:
            return
        number = matter.proposal.id
        self.do(lambda _progress: vote(desk, session.id, number, counted), self._tell_vote)

    def _tell_vote(self, outcome: VoteOutcome) -> None:
        self.tell(
            Tone.GOOD if outcome.passed else Tone.WARNING,
            f"{'Được' if outcome.passed else 'Không được'} Hội đồng thông qua, "
            f"tỷ lệ đồng ý {points(outcome.share_x100)}% tổng số thành viên.",
            details=self.texts.reasons(outcome.reasons),
        )

    def issue(self) -> None:
        """Make the decision on what passed."""
        session, desk = self.session, self.desk
        if session is None:
            return
        dialog = DecisionDialog(desk.clock.today(), self.icons, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            decided_on, number = dialog.decided_on(), dialog.number_text()
            self.do(
                lambda _progress: issue_decision(desk, session.id, decided_on, number),
                self._tell_decision,
                what="Đang sao lưu và lập quyết định",
            )

    def _tell_decision(self, made: DecisionMade) -> None:
        more = f" {len(made.submitted)} đề nghị trình cấp trên." if made.submitted else ""
        self.tell(
            Tone.GOOD,
            f"Đã lập quyết định cho {len(made.awards)} trường hợp, "
            f"tổng tiền thưởng {money_text(made.total)}.{more}",
            action=("Lập văn bản", lambda: self.go_to("papers")),
        )
