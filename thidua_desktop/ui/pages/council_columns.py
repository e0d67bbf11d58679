"""What the council's page shows of a session: its matters, their columns, the big screen."""

from __future__ import annotations

from thidua_desktop.application.council.session_board import CouncilBoard, SessionBoard
from thidua_desktop.application.council_words import MODE_WORDS
from thidua_desktop.application.papers.wording import short_name
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.council import votes_needed
from thidua_desktop.domain.council_members import SessionMode
from thidua_desktop.ui.dialogs.count_dialog import CountTask
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.pages.award_columns import PROPOSAL_LOOKS
from thidua_desktop.ui.severity import Look
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.projector import ProjectedLine
from thidua_desktop.ui.widgets.vote_panel import Matter
from thidua_desktop.ui.wording import NOTHING, day

_HELD = Look("Tạm dừng xét", Mark(Tone.WARNING, "alert-triangle"))


def matters_of(known: CouncilBoard, board: SessionBoard | None) -> tuple[Matter, ...]:
    """The proposals with their votes in a session."""
    names = known.names
    if board is None:
        return tuple(
            Matter(one, names[one.subject_code], known.awards.get(one.award, one.award))
            for one in known.proposals
        )
    made = []
    for one in known.proposals:
        rule = board.rules.get(one.award)
        made.append(
            Matter(
                one,
                names[one.subject_code],
                known.awards.get(one.award, one.award),
                board.ballots.get(one.id),
                _asked(rule, board) if rule else "",
                board.abstaining(one),
                asks_chair=rule is not None and rule.chair_breaks_tie,
                chair=board.chair.get(one.id),
                is_held=one.id in board.held and not one.status.is_settled,
                why=board.why.get(one.id, ()),
            )
        )
    return tuple(made)


def _asked(rule: VoteRule, board: SessionBoard) -> str:
    total = board.session.members_total
    needed = votes_needed(total, rule.threshold_percent)
    way = ", bỏ phiếu kín" if rule.ballot_required else ""
    return f"từ {needed}/{total} phiếu đồng ý{way}"


def matter_columns() -> list[Column[Matter]]:
    """Whom, for what, with which votes and what came of it."""
    return [
        Column("Tên", lambda m: m.name, 0),
        _votes("yes"),
        _votes("no"),
        Column(
            "Kết quả",
            lambda m: look_of(m).word,
            196,
            mark=lambda m: look_of(m).mark,
        ),
        Column("Hình thức", lambda m: short_name(m.award), 110, tooltip=lambda m: m.award),
    ]


def look_of(matter: Matter) -> Look:
    """How far it came, or that a pending matter keeps it back."""
    return _HELD if matter.is_held else PROPOSAL_LOOKS[matter.proposal.status]


def _votes(which: str) -> Column[Matter]:
    titles = {"yes": "Đồng ý", "no": "Không đồng ý"}

    def text(matter: Matter) -> str:
        return NOTHING if matter.ballot is None else str(getattr(matter.ballot, which))

    return Column(titles[which], text, 84, Align.RIGHT, is_searched=False)


def attendance_words(board: SessionBoard) -> str:
    """«Có mặt 8 / 9 thành viên», and who wrote."""
    session = board.session
    if board.record is not None and board.record.mode is SessionMode.IN_WRITING:
        way = MODE_WORDS[SessionMode.IN_WRITING]
        return f"{way}: {session.written} / {session.members_total} thành viên trả lời"
    written = f", {session.written} gửi ý kiến" if session.written else ""
    return f"Có mặt {session.present} / {session.members_total} thành viên{written}"


def count_task(known: CouncilBoard, board: SessionBoard, award: str) -> CountTask:
    """What is to be counted of one award."""
    on_ballot, names = known.on_ballot(award, board), known.names
    return CountTask(
        session=board.session.id,
        award=award,
        award_name=known.awards.get(award, award),
        names=tuple((one.id, names[one.subject_code]) for one in on_ballot),
        members=board.session.members_total,
        voters=board.attendance.voters,
        rule=board.rules[award],
        ballots=tuple(board.ballots[one.id] for one in on_ballot if one.id in board.ballots),
        held=board.rounds.get(award),
        sheets=board.sheets.get(award, ()),
        keyed=board.keyed.get(award, ()),
        abstaining=tuple(
            (names[one.subject_code], who) for one in on_ballot if (who := board.abstaining(one))
        ),
    )


def projected(
    board: SessionBoard, matters: tuple[Matter, ...]
) -> tuple[str, str, list[ProjectedLine]]:
    """A session for the big screen: its title, what it counts on, its lines."""
    lines = [
        ProjectedLine(
            matter.name,
            str(matter.ballot.yes) if matter.ballot else "",
            str(matter.ballot.no) if matter.ballot else "",
            _word(matter),
            Tone.GOOD if matter.ballot and matter.ballot.passed else Tone.WARNING,
        )
        for matter in matters
    ]
    title = f"Hội đồng Thi đua - Khen thưởng, phiên họp ngày {day(board.session.held_on)}"
    total = board.session.members_total
    return title, f"Tỷ lệ tính trên tổng số {total} thành viên Hội đồng", lines


def _word(matter: Matter) -> str:
    if matter.ballot is None:
        return _HELD.word if matter.is_held else ""
    return "Đạt" if matter.ballot.passed else "Không đạt"
