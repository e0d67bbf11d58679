"""What is known of the council at one session, and how papers word it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from thidua_desktop.application.council_words import PRESENCE_WORDS, ROLE_WORDS
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.context import DOTS
from thidua_desktop.application.papers.model import Align, Table, TableColumn
from thidua_desktop.domain.award_forms import Sure, VoteRule
from thidua_desktop.domain.council import votes_needed
from thidua_desktop.domain.council_members import (
    AttendanceLine,
    CouncilRole,
    Presence,
    SessionMode,
    SessionRecord,
    interested,
)
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.domain.vietnamese.numerals import two_digit_count
from thidua_desktop.domain.voting import VoteMethod, VoteRound

_COLUMNS = (
    TableColumn("STT", 7, Align.CENTRE),
    TableColumn("Họ và tên", 32),
    TableColumn("Chức vụ", 38),
    TableColumn("Trong Hội đồng", 26),
    TableColumn("Dự họp", 34),
)

_AWAY = (Presence.ABSENT, Presence.WRITTEN)


@dataclass(frozen=True, slots=True)
class CouncilAtSession:
    """One session beside its votes; empty for one opened with plain numbers.

    Attributes:
        record: `None` where nothing was noted.
        lines: the members by name, as they were.
        rounds: how each award was voted on, by award.
        rules: how each award is voted on, by award.
        chair: how the chair voted where the votes were even, by proposal.
    """

    record: SessionRecord | None = None
    lines: tuple[AttendanceLine, ...] = ()
    rounds: Mapping[str, VoteRound] = field(default_factory=dict)
    rules: Mapping[str, VoteRule] = field(default_factory=dict)
    chair: Mapping[int, bool] = field(default_factory=dict)

    @property
    def in_writing(self) -> bool:
        """Whether nobody met and all were asked in writing."""
        return self.record is not None and self.record.mode is SessionMode.IN_WRITING

    @property
    def decision(self) -> str:
        """«Quyết định số 15/QĐ-UBND ngày …», with dots where it is not known."""
        return (self.record.council if self.record else "") or f"Quyết định số {DOTS}"

    def head(self, role: CouncilRole, noted: str) -> tuple[str, str]:
        """Name and role of who presided or wrote: as noted, else who holds the role."""
        by_role = next((line for line in self.lines if line.role is role), None)
        line = next((line for line in self.lines if line.name == noted), by_role)
        if line is None or (noted and line.name != noted):
            return noted, ""
        return line.name, f"{ROLE_WORDS[line.role]} Hội đồng"

    def table(self) -> Table:
        """The members by name with how they took part."""
        rows = tuple(
            (str(place), line.name, line.post, ROLE_WORDS[line.role], _presence_text(line))
            for place, line in enumerate(self.lines, start=1)
        )
        return Table(_COLUMNS, rows)

    def absences(self, *kinds: Presence) -> str:
        """Who was not in the room, with why: «Vũ Thị Mô Phỏng: nghỉ ốm»."""
        away = [line for line in self.lines if line.presence in (kinds or _AWAY)]
        return "; ".join(f"{line.name}: {_reason(line)}" for line in away)

    def silent(self, count: int) -> str:
        """Who did not vote, where that is known: those absent without a written opinion."""
        absent = [line for line in self.lines if line.presence is Presence.ABSENT]
        return self.absences(Presence.ABSENT) if len(absent) == count else ""

    def abstentions(self, proposals: Iterable[Proposal]) -> list[str]:
        """Who does not vote on whom, each pair once: «Đỗ Văn Tập Dượt đối với Trường …»."""
        said = [
            f"{line.name} đối với {proposal.subject_name}"
            for proposal in proposals
            for line in interested(self.lines, proposal)
        ]
        return list(dict.fromkeys(said))


def threshold_text(rule: VoteRule, members: int) -> str:
    """«ít nhất 80% tổng số thành viên (08/09 phiếu), theo …»."""
    needed = two_digit_count(votes_needed(members, rule.threshold_percent))
    share = f"ít nhất {rule.threshold_percent}%" if rule.threshold_percent else "quá nửa"
    told = f"{share} tổng số thành viên Hội đồng, tức từ {needed} phiếu đồng ý"
    if rule.source.sure is Sure.PROPOSED:
        # The program's own proposal is no law that minutes could name.
        return told
    return f"{told} ({wording.article_text(rule.source.citation).rstrip('.')})"


def round_text(held: VoteRound) -> str:
    """How an award was voted on, with the numbers of its ballots."""
    if held.method is VoteMethod.HANDS:
        return f"giơ tay biểu quyết, {two_digit_count(held.returned)} thành viên biểu quyết"
    issued, returned, valid, void = map(
        two_digit_count, (held.issued, held.returned, held.valid, held.void)
    )
    return (
        f"bỏ phiếu kín; phát ra {issued} phiếu, thu vào {returned} phiếu, hợp lệ {valid} phiếu, "
        f"không hợp lệ {void} phiếu (có biên bản kiểm phiếu kèm theo)"
    )


def clock_words(time: str) -> str:
    """«08 giờ 30 phút» of «08:30»; anything else as it was typed; dots for nothing."""
    hours, colon, minutes = time.partition(":")
    if colon and hours.isdecimal() and minutes.isdecimal():
        return f"{two_digit_count(int(hours))} giờ {int(minutes):02d} phút"
    return time or f"{DOTS} giờ {DOTS} phút"


def _reason(line: AttendanceLine) -> str:
    written = "có ý kiến bằng văn bản" if line.presence is Presence.WRITTEN else ""
    return ", ".join(filter(None, (line.reason or DOTS * 3, written)))


def _presence_text(line: AttendanceLine) -> str:
    if line.presence is Presence.PRESENT:
        return PRESENCE_WORDS[line.presence]
    return ": ".join(filter(None, (PRESENCE_WORDS[line.presence], line.reason)))
