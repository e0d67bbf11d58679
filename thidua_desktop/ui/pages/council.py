"""Hội đồng: the session, the votes on each proposal, and the decision that follows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QPushButton

from thidua_desktop.application.council.keyed_ballots import keep_ballots, keyed_ballots
from thidua_desktop.application.council.session_board import CouncilBoard, council_board
from thidua_desktop.application.council.sessions import (
    count_round,
    hold_session,
    open_session,
    vote,
)
from thidua_desktop.application.council.vote_judging import VoteOutcome
from thidua_desktop.application.decisions.deciding import DecisionMade, issue_decision
from thidua_desktop.domain.council import BY_INTERESTED, VoteCount
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.proposals import CouncilSession, ProposalStatus
from thidua_desktop.domain.vietnamese.numerals import money_text
from thidua_desktop.domain.voting import BallotSheet
from thidua_desktop.ui.dialogs.count_dialog import CountDialog, CountTask
from thidua_desktop.ui.dialogs.session_dialog import (
    DecisionDialog,
    MemberSessionDialog,
    SessionDialog,
)
from thidua_desktop.ui.failure_words import failure_words
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.council_columns import (
    attendance_words,
    count_task,
    look_of,
    matter_columns,
    matters_of,
)
from thidua_desktop.ui.pages.session_deeds import SessionDeeds
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.vote_panel import Matter, VotePanel
from thidua_desktop.ui.wording import cycle_name, day, points


class CouncilPage(SessionDeeds):
    """The proposals of the cycle with their votes in one session."""

    TITLE = "Hội đồng"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._opened = ""
        self._add_deeds()
        filters = self.add_filters("Tìm đề nghị")
        self.session_box = filters.add_choice("session", "Phiên họp", every="")
        self.attendance = label("", "soft")
        filters.add_widget(self.attendance)
        model: RecordTableModel[Matter] = RecordTableModel(matter_columns(), self.icons, self)
        self.table = RecordTable(model, self.icons, "đề nghị", key=lambda m: m.proposal.id)
        self.panel = VotePanel(self.icons, self.texts)
        self.add_table_with_panel(self.table, self.panel)
        filters.changed.connect(self._choose)
        self.table.selected.connect(self._show_matter)
        self.panel.counted.connect(self._record)

    def _add_deeds(self) -> None:
        self.header.set_main("Mở phiên họp…", "users", self.add_new)
        self.count = self.header.add_action("Kiểm phiếu…", "vote", self.count_ballots)
        self.decide = self.header.add_action("Lập quyết định…", "gavel", self.issue)
        more = self.header.add_more
        self.big = more("Chiếu kết quả lên màn hình lớn", "eye", self.project, "F11")
        self.places = more("Lấy theo số phiếu", "trophy", self.take_places)
        self.again = more("Điểm danh lại…", "users", self.call_again)
        self.minutes = more("Nội dung biên bản…", "pencil", self.note_minutes)
        more("Quy định biểu quyết…", "settings", self.set_rules)

    def table_of(self) -> RecordTable:
        """The proposals."""
        return self.table

    # ---- Show

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Read sessions, proposals and ballots."""
        desk = self.desk
        self.ask(lambda: council_board(desk, cycle.id), self._show)

    def _show(self, known: CouncilBoard) -> None:
        self._known = known
        self.filters.set_choices(
            "session",
            [
                (one.session.id, f"Phiên {number}, ngày {day(one.session.held_on)}")
                for number, one in enumerate(known.sessions, start=1)
            ],
        )
        newest = known.sessions[-1].session.id if known.sessions else ""
        if self._opened or self.board is None:
            self.filters.choose("session", self._opened or newest)
        self._opened = ""
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

    @Slot()
    def _choose(self) -> None:
        known, board = self._known, self.board
        if known is None:
            return
        matters = matters_of(known, board)
        if matters != self.table.model.everything:
            self.table.model.set_records(matters)
        self.table.model.set_filter(self.filters.text)
        self.header.let_lead(self._next_deed(matters))
        for deed in (self.decide, self.count, self.big, self.places, self.again, self.minutes):
            deed.setEnabled(board is not None)
        self.attendance.setText(attendance_words(board) if board else "Chưa mở phiên họp")
        self._show_matter(self.table.current)

    def _next_deed(self, matters: tuple[Matter, ...]) -> QPushButton:
        """What comes next in the shown session: to vote, to decide, else to meet again."""
        going_on = (matter for matter in matters if not matter.is_held)
        states = {matter.proposal.status for matter in going_on} if self.board else set()
        if ProposalStatus.PROPOSED in states:
            return self.count
        return self.decide if ProposalStatus.PASSED in states else self.header.main

    @Slot(object)
    def _show_matter(self, matter: Matter | None) -> None:
        if matter is None:
            self.panel.show_nothing()
            return
        status = matter.proposal.status
        is_open = self.session is not None and not status.is_settled
        self.panel.show_matter(matter, look_of(matter), is_open=is_open)

    # ---- Meet

    def add_new(self) -> None:
        """Open a session: with its members where they are registered, else with numbers."""
        cycle, desk, known = self.cycle, self.desk, self._known
        if cycle is None or known is None:
            return
        today = desk.clock.today()
        if known.council.members:
            dialog = MemberSessionDialog(known.council, today, self.icons, self)
            self.do_as_filled(
                dialog,
                dialog.order,
                lambda order: hold_session(desk, cycle.id, order),
                self._tell_opened,
            )
            return
        plain = SessionDialog(today, self.icons, self)
        self.do_as_filled(
            plain,
            lambda: (plain.held_on(), plain.attendance()),
            lambda told: open_session(desk, cycle.id, *told),
            self._tell_opened,
        )

    def _tell_opened(self, session: CouncilSession) -> None:
        self._opened = session.id
        self.tell(
            Tone.GOOD,
            f"Đã mở phiên họp ngày {day(session.held_on)}.",
            action=("In phiếu bầu", lambda: self.go_to("papers")),
        )

    # ---- Vote

    def count_ballots(self) -> None:
        """Count the award of the selected proposal, ballot by ballot or by numbers."""
        known, board, matter, desk = self._known, self.board, self.table.current, self.desk
        if known is None or board is None or matter is None:
            return
        task = count_task(known, board, matter.proposal.award)
        dialog = CountDialog(task, self.icons, self)
        dialog.pile_changed.connect(partial(self._keep_pile, task, dialog))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            order = dialog.order()
            self.do(lambda _progress: count_round(desk, order), self._tell_count)
        else:
            self._tell_broken_off(task)
        dialog.projector.close()

    def _keep_pile(
        self, task: CountTask, dialog: CountDialog, sheets: tuple[BallotSheet, ...]
    ) -> None:
        desk, texts = self.desk, self.texts
        self.state.services.tasks.run(
            lambda _progress: keep_ballots(desk, task.session, task.award, sheets),
            lambda _kept: None,
            lambda error: dialog.tell_unkept(failure_words(texts, error)[0]),
        )

    def _tell_broken_off(self, task: CountTask) -> None:
        """Say what is kept of a count that was left, and show it the next time."""
        desk = self.desk

        def tell(kept: tuple[BallotSheet, ...]) -> None:
            if kept:
                told = f"Đã giữ {len(kept)} phiếu nhập dở. Bấm Kiểm phiếu để nhập tiếp."
                self.tell(Tone.WARNING, told)

        self.do(lambda _progress: keyed_ballots(desk, task.session, task.award), tell)

    def _tell_count(self, outcomes: tuple[VoteOutcome, ...]) -> None:
        passed, doubts = sum(outcome.passed for outcome in outcomes), self._doubts(outcomes)
        self.tell(
            Tone.GOOD if passed == len(outcomes) and not doubts else Tone.WARNING,
            f"Đã ghi kết quả kiểm phiếu: {passed}/{len(outcomes)} trường hợp được thông qua.",
            action=("Lập văn bản", lambda: self.go_to("papers")),
            details=doubts,
        )

    def _doubts(self, outcomes: tuple[VoteOutcome, ...]) -> list[str]:
        """Where somebody may have voted on their own: it should be mended before the minutes."""
        known = self._known
        names = {one.id: known.names[one.subject_code] for one in known.proposals} if known else {}
        return [
            f"{names.get(outcome.proposal, '')}: {self.texts.reason(reason)}"
            for outcome in outcomes
            for reason in outcome.reasons
            if reason.code == BY_INTERESTED
        ]

    @Slot(object, object)
    def _record(self, counted: VoteCount, chair: bool | None) -> None:  # noqa: FBT001  a signal's
        matter: Matter | None = self.table.current
        session, desk = self.session, self.desk
        if matter is None or session is None:
            return
        number = matter.proposal.id
        self.do(
            lambda _progress: vote(desk, session.id, number, counted, chair=chair),
            self._tell_vote,
        )

    def _tell_vote(self, outcome: VoteOutcome) -> None:
        self.tell(
            Tone.GOOD if outcome.passed else Tone.WARNING,
            f"{'Được' if outcome.passed else 'Không được'} Hội đồng thông qua, "
            f"tỷ lệ đồng ý {points(outcome.share_x100)}% tổng số thành viên.",
            details=self.texts.reasons(outcome.reasons),
        )

    # ---- Decide

    def issue(self) -> None:
        """Make the decision on what passed."""
        session, desk = self.session, self.desk
        if session is None:
            return
        passed = [
            one.name
            for one in self.table.model.everything
            if one.proposal.status is ProposalStatus.PASSED and one.ballot is not None
        ]
        dialog = DecisionDialog(desk.clock.today(), passed, self.icons, self)
        self.do_as_filled(
            dialog,
            lambda: (dialog.decided_on(), dialog.number_text()),
            lambda told: issue_decision(desk, session.id, *told),
            self._tell_decision,
            what="Đang sao lưu và lập quyết định",
        )

    def _tell_decision(self, made: DecisionMade) -> None:
        more = f" {len(made.submitted)} đề nghị trình cấp trên." if made.submitted else ""
        if made.held:
            names = ", ".join(one.subject_name for one in made.held)
            more += f" Đang tạm dừng xét nên chưa quyết định: {names}."
        self.tell(
            Tone.GOOD,
            f"Đã lập quyết định cho {len(made.awards)} trường hợp, "
            f"tổng tiền thưởng {money_text(made.total)}.{more}",
            action=("Lập văn bản", lambda: self.go_to("papers")),
        )
