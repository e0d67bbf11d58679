"""Đề nghị khen thưởng, council results and decisions as records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.award_forms import CommendationType
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.vietnamese.names import NamedSubject, names_told_apart


class ProposalStatus(StrEnum):
    """Where a proposal stands on its way."""

    PROPOSED = "proposed"  # đã đề nghị
    PASSED = "passed"  # Hội đồng đồng ý
    NOT_PASSED = "not_passed"  # Hội đồng không đồng ý
    DECIDED = "decided"  # đã có quyết định
    WITHDRAWN = "withdrawn"  # rút
    SUBMITTED = "submitted"  # đã gửi cấp trên
    REFUSED = "refused"  # cấp trên không khen
    CANCELLED = "cancelled"  # quyết định khen đã bị hủy bỏ

    @property
    def is_settled(self) -> bool:
        """Whether neither a vote nor a withdrawal can change it any more."""
        return self in (self.DECIDED, self.SUBMITTED, self.REFUSED, self.CANCELLED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Đề nghị khen thưởng for one unit, person or household.

    Attributes:
        id: its number in the office's register.
        subject_code: the unit's or person's code.
        subject_name: the name on the day it was proposed.
        detail: post and unit of a person; empty for units.
        achievement: the praise text that papers print.
        period_from: first day of the achievement (NĐ 152/2025/NĐ-CP Điều 33.7).
        override_reason: why a blocking check was overridden; empty where none was.
        confirmed: what the officer confirmed, by the codes of `awards.confirming`.
        denied: what the officer said is not met, by the same codes.
        commendation: loại hình khen thưởng (Điều 8 Luật Thi đua, khen thưởng).
        cited: keys of the earlier awards that the dossier names as its basis.
        took_maternity_leave: counted as working time (NĐ 152/2025/NĐ-CP Điều 4.5).
    """

    id: int
    cycle: str
    award: str
    subject: SubjectKind
    subject_code: str
    subject_name: str
    detail: str
    achievement: str
    period_from: dt.date
    period_to: dt.date
    received_on: dt.date
    override_reason: str = ""
    status: ProposalStatus = ProposalStatus.PROPOSED
    confirmed: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    commendation: CommendationType = CommendationType.PHONG_TRAO
    cited: tuple[str, ...] = ()
    took_maternity_leave: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the subject stands in the register of people rather than of units."""
        return self.subject.is_person


def names_of_proposed(proposals: Iterable[Proposal]) -> dict[str, str]:
    """What the proposed are called in one list, by their codes, namesakes told apart."""
    return names_told_apart(
        NamedSubject(one.subject_code, one.subject_name, one.detail) for one in proposals
    )


@dataclass(frozen=True, slots=True)
class CouncilSession:
    """Phiên họp Hội đồng Thi đua - Khen thưởng of one cycle.

    Attributes:
        id: key such as ``2026-annual-1``.
        members_total: members by the decision that set up the council; shares count on it.
        present: members at the session.
        written: absent members who gave their opinion in writing.
    """

    id: str
    cycle: str
    held_on: dt.date
    members_total: int
    present: int
    written: int = 0


@dataclass(frozen=True, slots=True)
class Ballot:
    """Kết quả biểu quyết on one proposal."""

    session: str
    proposal: int
    yes: int
    no: int
    invalid: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """Quyết định khen thưởng of the commune's chair.

    Attributes:
        number: số, empty until the văn thư gives it (NĐ 30/2020/NĐ-CP Điều 15).
        rule_pack: the rules it was made under.
        base_salary: lương cơ sở on its date, đồng.
    """

    id: int
    session: str
    decided_on: dt.date
    number: str
    rule_pack: str
    base_salary: int


@dataclass(frozen=True, slots=True)
class DecidedAward:
    """One award of a decision: coefficient ×100 and money in đồng."""

    decision: int
    proposal: int
    coefficient: int
    amount: int
