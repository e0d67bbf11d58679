"""Vụ việc, kỷ luật, khen thưởng trước đây, sáng kiến: what the office keeps of a candidate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from thidua_desktop.domain.award_forms import AwardLevel, CommendationType
from thidua_desktop.domain.awards.facts import Achievement, Discipline, Hold
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.vietnamese.folding import fold


@dataclass(frozen=True, slots=True)
class CaseSubject:
    """Whom a record concerns: a unit or a person of the registers."""

    code: str
    is_person: bool


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """Tạm dừng xét in the register (NĐ 152/2025/NĐ-CP Điều 4.4).

    Attributes:
        hold: with the document that it rests on; `to_day` is the day of the conclusion.
        conclusion: the concluding document; empty while the matter is pending.
    """

    id: int
    subject: CaseSubject
    hold: Hold
    conclusion: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing concludes it yet."""
        return self.hold.to_day is None


@dataclass(frozen=True, slots=True)
class DisciplineRecord:
    """Kỷ luật in the register.

    Attributes:
        form: hình thức, such as «Khiển trách».
        document: the decision's number and date.
    """

    id: int
    subject: CaseSubject
    form: str
    discipline: Discipline
    document: str


@dataclass(frozen=True, slots=True)
class EarlierAward:
    """An award that the program did not see: on paper, elsewhere, or before it was used.

    Attributes:
        recipient: the name as the decision writes it.
        subject: what kind of recipient it is.
        owner: who that is in our registers; `None` where only the name is known.
        award: the form's code, empty for one that no rule pack knows.
        name: the form in words.
        level: `None` where neither record nor rule pack says.
        achievement: with its movement and period as far as they are known.
    """

    id: int
    recipient: str
    subject: SubjectKind
    owner: CaseSubject | None
    award: str
    name: str
    level: AwardLevel | None = None
    commendation: CommendationType | None = None
    number: str = ""
    decided_on: dt.date | None = None
    achievement: Achievement = field(default_factory=Achievement)

    @property
    def key(self) -> str:
        """What a dossier cites it by."""
        return f"earlier:{self.id}"

    @property
    def is_person(self) -> bool:
        """Whether its recipient is a person or the head of a household."""
        return self.subject.is_person


@dataclass(frozen=True, slots=True)
class RecipientWord:
    """«Cùng người» or «khác người», as the officer said of one earlier award."""

    earlier_award: int
    subject: CaseSubject
    is_same: bool


@dataclass(frozen=True, slots=True)
class Initiative:
    """Sáng kiến with its recognition; each serves one proposal (P11)."""

    id: int
    subject: CaseSubject
    name: str
    recognised_by: str = ""
    number: str = ""
    recognised_on: dt.date | None = None

    def is_same_as(self, other: Initiative) -> bool:
        """Whether two entries are one sáng kiến: entered twice, or by two of its authors."""
        if self.id == other.id:
            return True
        if fold(self.name) != fold(other.name):
            return False
        same_number = bool(self.number) and fold(self.number) == fold(other.number)
        return same_number or self.subject == other.subject


def known_holds(
    recorded: Iterable[Hold], on: dt.date, *, is_confirmed: bool
) -> tuple[Hold, ...] | None:
    """What is known of pending matters: a recorded one wins over any confirmation.

    `None` where nothing is pending in the register and nobody confirmed that nothing is.
    """
    holds = tuple(recorded)
    return holds if is_confirmed or any(hold.is_active(on) for hold in holds) else None


def known_disciplines(
    recorded: Iterable[Discipline], on: dt.date, begin: dt.date | None, *, is_confirmed: bool
) -> tuple[Discipline, ...] | None:
    """What is known of discipline; `None` where nothing recorded weighs and nobody confirmed."""
    found = tuple(recorded)
    weighs = any(one.weighs_on(on, begin) for one in found)
    return found if is_confirmed or weighs else None
