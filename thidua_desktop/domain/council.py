"""Hội đồng Thi đua - Khen thưởng: quorum, ballot counts and thresholds.

Shares count on all members by the decision that set up the council, not on those present
(NĐ 152/2025/NĐ-CP Điều 33.5), and are compared as whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.reasons import Issue, Reason, Value
from thidua_desktop.domain.rule_pack import Quorum
from thidua_desktop.domain.vietnamese.numerals import percent_x100

_WHOLE = 100
ABSTAINING = "vote_abstaining"
BY_INTERESTED = "vote_by_interested"
"""More votes than members who have no part in the matter: told, not refused."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who takes part in one session.

    Attributes:
        members_total: members by the decision that set up the council.
        present: members in the room.
        written: absent members who gave their opinion in writing (ý kiến bằng văn bản); they
            vote, but do not make the quorum.
        in_writing: whether nobody met and all were asked in writing; the answers then make
            the quorum.
    """

    members_total: int
    present: int
    written: int = 0
    in_writing: bool = False

    @property
    def voters(self) -> int:
        """How many can have voted."""
        return self.present + self.written

    @property
    def for_quorum(self) -> int:
        """How many make the quorum."""
        return self.voters if self.in_writing else self.present


@dataclass(frozen=True, slots=True)
class QuorumCheck:
    """Whether a session may decide, and why.

    Attributes:
        needed: the fewest members who must be present.
    """

    is_met: bool
    needed: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class VoteCount:
    """Kết quả kiểm phiếu on one proposal; who did not vote is in none of the three."""

    yes: int
    no: int
    invalid: int = 0


@dataclass(frozen=True, slots=True)
class VoteResult:
    """What the council decided on one proposal.

    Attributes:
        share_x100: percent of all members ×100, as papers print it.
        threshold_percent: `None` is the majority.
    """

    passed: bool
    share_x100: int
    threshold_percent: int | None
    reasons: tuple[Reason, ...]


MOST_MEMBERS = 999
"""Far more than any council has; a greater number was mistyped."""


def attendance_faults(attendance: Attendance) -> tuple[Issue, ...]:
    """What can't be right in the numbers of a session; empty when all can."""
    faults = []
    if attendance.members_total < 1:
        faults.append(Issue("council_members_missing"))
    if attendance.members_total > MOST_MEMBERS:
        data: dict[str, Value] = {"total": attendance.members_total, "most": MOST_MEMBERS}
        faults.append(Issue("council_too_large", data=data))
    if attendance.present < 0 or attendance.written < 0:
        faults.append(Issue("council_attendance_negative"))
    if attendance.voters > attendance.members_total:
        data = {"voters": attendance.voters, "total": attendance.members_total}
        faults.append(Issue("council_more_than_members", data=data))
    return tuple(faults)


def check_quorum(attendance: Attendance, quorum: Quorum) -> QuorumCheck:
    """Whether enough members are present."""
    total, present = attendance.members_total, attendance.for_quorum
    is_met = present * quorum.of >= quorum.parts * total
    needed = -(-quorum.parts * total // quorum.of)
    told = Reason(
        "quorum_met" if is_met else "quorum_not_met",
        {
            "present": present,
            "total": total,
            "needed": needed,
            "parts": quorum.parts,
            "of": quorum.of,
            "source": quorum.source.citation,
        },
    )
    return QuorumCheck(is_met, needed, (told,))


def count_faults(count: VoteCount, attendance: Attendance) -> tuple[Issue, ...]:
    """What can't be right in a ballot count; empty when all can."""
    faults = []
    if min(count.yes, count.no, count.invalid) < 0:
        faults.append(Issue("votes_negative"))
    cast = count.yes + count.no + count.invalid
    if cast > attendance.voters:
        data = {"cast": cast, "voters": attendance.voters}
        faults.append(Issue("votes_more_than_voters", data=data))
    return tuple(faults)


def passes(yes: int, total: int, threshold_percent: int | None) -> bool:
    """Whether the votes reach the threshold on all members; `None` asks for more than half."""
    if threshold_percent is None:
        return yes * 2 > total
    return yes * _WHOLE >= threshold_percent * total


def votes_needed(total: int, threshold_percent: int | None) -> int:
    """The fewest votes that pass."""
    if threshold_percent is None:
        return total // 2 + 1
    return -(-threshold_percent * total // _WHOLE)


def is_tied(yes: int, total: int, rule: VoteRule) -> bool:
    """Whether exactly half of all members agree where more than half are asked for."""
    return rule.threshold_percent is None and yes * 2 == total


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What bears on one vote beside its numbers.

    Attributes:
        abstaining: who takes part and does not vote on this proposal, for it is their own; the
            share counts on all members as ever.
        chair: how the chair voted where the votes are even, `None` where nobody asked.
    """

    abstaining: int = 0
    chair: bool | None = None


USUAL = Circumstances()


def decide(
    count: VoteCount,
    attendance: Attendance,
    rule: VoteRule,
    quorum: Quorum,
    around: Circumstances = USUAL,
) -> VoteResult:
    """The council's result on one proposal.

    Raises:
        InputError: the numbers can't be right; every fault is listed.
        RuleViolation: the session lacks its quorum.
    """
    faults = (*attendance_faults(attendance), *count_faults(count, attendance))
    if faults:
        raise InputError("votes_wrong", faults)
    at_quorum = check_quorum(attendance, quorum)
    if not at_quorum.is_met:
        raise RuleViolation("no_quorum", quorum.source.citation, **at_quorum.reasons[0].data)
    total = attendance.members_total
    by_chair = _chair_reason(count, total, rule, around)
    passed = passes(count.yes, total, rule.threshold_percent)
    passed = passed or (by_chair is not None and by_chair.code == "vote_tie_chair_yes")
    share = percent_x100(count.yes, total)
    reasons = (
        *at_quorum.reasons,
        Reason("vote_share", {"yes": count.yes, "total": total, "share": share}),
        *_abstaining_reasons(count, attendance, around),
        by_chair or _verdict(rule, total, passed=passed),
    )
    return VoteResult(passed, share, rule.threshold_percent, reasons)


def _abstaining_reasons(
    count: VoteCount, attendance: Attendance, around: Circumstances
) -> tuple[Reason, ...]:
    """No law read so far forbids them to vote, so that too many votes are told, not refused."""
    if not around.abstaining:
        return ()
    told = Reason(ABSTAINING, {"abstaining": around.abstaining})
    may_vote, cast = attendance.voters - around.abstaining, count.yes + count.no
    if cast <= may_vote:
        return (told,)
    return (told, Reason(BY_INTERESTED, {"cast": cast, "voters": may_vote}))


def _chair_reason(
    count: VoteCount, total: int, rule: VoteRule, around: Circumstances
) -> Reason | None:
    """Even votes pass by the chair's only where the rule says so; `None` where they are not."""
    if not is_tied(count.yes, total, rule):
        return None
    data: dict[str, Value] = {"yes": count.yes, "total": total, "source": rule.source.citation}
    if not rule.chair_breaks_tie:
        return Reason("vote_tie_no_rule", data)
    if around.chair is None:
        return Reason("vote_tie_chair_open", data)
    return Reason("vote_tie_chair_yes" if around.chair else "vote_tie_chair_no", data)


def _verdict(rule: VoteRule, total: int, *, passed: bool) -> Reason:
    code = "vote_passed" if passed else "vote_not_passed"
    data: dict[str, Value] = {
        "needed": votes_needed(total, rule.threshold_percent),
        "total": total,
        "source": rule.source.citation,
    }
    if rule.threshold_percent is None:
        return Reason(f"{code}_majority", data)
    return Reason(code, {**data, "percent": rule.threshold_percent})
