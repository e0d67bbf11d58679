"""What is done about one session beside its votes: minutes, rules, the big screen, places."""

from __future__ import annotations

from thidua_desktop.application.council.by_votes import PlacesTaken, take_by_votes
from thidua_desktop.application.council.session_board import CouncilBoard, SessionBoard
from thidua_desktop.application.council.sessions import correct_attendance, note_session
from thidua_desktop.application.council.vote_rules import (
    reset_quorum,
    reset_vote_rule,
    set_quorum,
    set_vote_rule,
    voting_rules,
)
from thidua_desktop.domain.council_members import SessionRecord
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.ui.dialogs.session_dialog import AttendanceDialog, MinutesDialog
from thidua_desktop.ui.dialogs.vote_rule_dialog import RuleWish, VoteRuleDialog
from thidua_desktop.ui.pages.council_columns import matters_of, projected
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.projector import Projector


class SessionDeeds(CyclePage):
    """A page that shows one session; which one, its filter says."""

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._known: CouncilBoard | None = None
        self.projector = Projector(self)

    @property
    def board(self) -> SessionBoard | None:
        """The session that is shown, with its votes."""
        sessions = self._known.sessions if self._known else ()
        chosen = self.filters.chosen("session")
        return next((one for one in sessions if one.session.id == chosen), None)

    @property
    def session(self) -> CouncilSession | None:
        """The session that is shown."""
        return self.board.session if self.board else None

    def call_again(self) -> None:
        """Correct who came, or why somebody did not."""
        board, desk = self.board, self.desk
        if board is None or not board.lines:
            self.tell(Tone.INFO, "Phiên này không có danh sách thành viên để điểm danh.")
            return
        dialog = AttendanceDialog(board.lines, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.lines,
            lambda lines: correct_attendance(desk, board.session.id, lines),
            lambda _session: self.tell(Tone.GOOD, "Đã điểm danh lại."),
        )

    def note_minutes(self) -> None:
        """Write what the minutes tell beside names and votes."""
        board, desk = self.board, self.desk
        if board is None:
            return
        known = board.record or SessionRecord(board.session.id)
        dialog = MinutesDialog(known, self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.record,
            lambda record: note_session(desk, record),
            lambda _nothing: self.tell(Tone.GOOD, "Đã lưu nội dung biên bản."),
        )

    def set_rules(self) -> None:
        """Show what holds, and let the province's own hold in its place."""
        desk = self.desk
        dialog = VoteRuleDialog(voting_rules(desk), self.icons, self)
        self.do_as_filled(
            dialog,
            dialog.wish,
            self._let_hold,
            lambda _nothing: self.tell(Tone.GOOD, "Đã lưu quy định biểu quyết."),
        )

    def _let_hold(self, wish: RuleWish) -> None:
        if wish.rule is not None:
            set_vote_rule(self.desk, wish.award, wish.rule)
        elif wish.quorum is not None:
            set_quorum(self.desk, wish.quorum)
        elif wish.award:
            reset_vote_rule(self.desk, wish.award)
        else:
            reset_quorum(self.desk)

    def project(self) -> None:
        """Show the session's results to the room (F11)."""
        board, known = self.board, self._known
        if board is not None and known is not None:
            matters = matters_of(known, board)
            title, caption, lines = projected(board, matters)
            self.projector.show_lines(title, caption, lines)
            self.projector.open_full()

    def take_places(self) -> None:
        """Let those with the most votes go on where places are too few."""
        session, desk = self.session, self.desk
        if session is not None:
            self.do(lambda _progress: take_by_votes(desk, session.id), self._tell_places)

    def _tell_places(self, places: PlacesTaken) -> None:
        left = ", ".join(one.subject_name for one in places.left)
        tied = ", ".join(one.subject_name for one in places.tied)
        more = f" Ngang phiếu, cần biểu quyết lại: {tied}." if tied else ""
        self.tell(
            Tone.WARNING if tied else Tone.GOOD,
            f"Lấy theo số phiếu từ cao xuống thấp. Để lại vì hết số lượng: {left}.{more}",
        )
