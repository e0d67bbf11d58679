"""Quá khứ của một đối tượng: all that the office knows of units and people, read once for many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua_desktop.application.awarding.quotas import STANDING
from thidua_desktop.application.books import Books
from thidua_desktop.domain.awards.cases import (
    CaseSubject,
    DisciplineRecord,
    EarlierAward,
    HoldRecord,
    Initiative,
    RecipientWord,
)
from thidua_desktop.domain.awards.facts import (
    Achievement,
    AwardState,
    Discipline,
    Hold,
    PreviousAward,
)
from thidua_desktop.domain.awards.recipients import NameLikeness, nearest
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.lineage import NamedUnit, UnitEvent, line_of, past_names
from thidua_desktop.domain.proposals import Proposal, ProposalStatus

_STATES = {
    **dict.fromkeys(STANDING, AwardState.PROPOSED),
    ProposalStatus.DECIDED: AwardState.DECIDED,
    ProposalStatus.CANCELLED: AwardState.CANCELLED,
}
"""Proposals that say something of an achievement; what was refused or withdrawn does not."""


@dataclass(frozen=True, slots=True)
class Given:
    """When and under which number an award was decided."""

    on: dt.date | None
    number: str


@dataclass(frozen=True, slots=True)
class Past:
    """The registers of cases beside the proposals, as they stand in one reading.

    Attributes:
        given: what was decided, by proposal.
        uses: the sáng kiến of each proposal.
    """

    events: tuple[UnitEvent, ...]
    holds: tuple[HoldRecord, ...]
    disciplines: tuple[DisciplineRecord, ...]
    earlier: tuple[EarlierAward, ...]
    words: tuple[RecipientWord, ...]
    initiatives: tuple[Initiative, ...]
    uses: Mapping[int, frozenset[int]]
    proposals: tuple[Proposal, ...]
    cycles: Mapping[str, Cycle]
    given: Mapping[int, Given]

    @classmethod
    def read(cls, books: Books) -> Past:
        """Read everything once."""
        return cls(
            events=books.lineage.events(),
            holds=books.cases.holds(),
            disciplines=books.cases.disciplines(),
            earlier=books.earlier_awards.all(),
            words=books.earlier_awards.words(),
            initiatives=books.initiatives.all(),
            uses=books.initiatives.uses(),
            proposals=books.awards.proposals(),
            cycles={cycle.id: cycle for cycle in books.cycles.all()},
            given=_given(books),
        )

    def line(self, subject: CaseSubject) -> frozenset[str]:
        """The codes whose past is this one's: a unit's through renames, mergers and splits."""
        if subject.is_person:
            return frozenset({subject.code})
        return line_of(subject.code, self.events)

    def names(self, subject: CaseSubject, name: str) -> tuple[str, ...]:
        """The name of today, and those that the unit and its forebears bore."""
        if subject.is_person:
            return (name,)
        return (name, *past_names(NamedUnit(subject.code, name), self.events))

    def holds_of(self, subject: CaseSubject) -> tuple[Hold, ...]:
        """What is or was pending."""
        line = self.line(subject)
        return tuple(one.hold for one in self.holds if _concerns(one.subject, subject, line))

    def discipline_records_of(self, subject: CaseSubject) -> tuple[DisciplineRecord, ...]:
        """Every discipline with its document."""
        line = self.line(subject)
        return tuple(one for one in self.disciplines if _concerns(one.subject, subject, line))

    def disciplines_of(self, subject: CaseSubject) -> tuple[Discipline, ...]:
        """Every discipline."""
        return tuple(one.discipline for one in self.discipline_records_of(subject))

    def history(
        self,
        subject: CaseSubject,
        name: str,
        movement: str,
        award_names: Mapping[str, str],
        cited: Iterable[str] = (),
    ) -> tuple[PreviousAward, ...]:
        """Every award of the line: proposed or decided here, given elsewhere or before."""
        line, named = self.line(subject), frozenset(cited)
        ours = [
            self._own(proposal, movement, award_names, named)
            for proposal in self.proposals
            if proposal.status in _STATES
            and _concerns(CaseSubject(proposal.subject_code, proposal.is_person), subject, line)
        ]
        names = self.names(subject, name)
        told = [(one, self.is_recipient(one, subject, names)) for one in self.earlier]
        return (
            *ours,
            *(_from_paper(one, named, is_sure=sure) for one, sure in told if sure is not False),
        )

    def is_recipient(
        self, award: EarlierAward, subject: CaseSubject, names: Iterable[str]
    ) -> bool | None:
        """Whether an earlier award is this one's; `None` where the names only look alike."""
        if award.owner is not None:
            return _concerns(award.owner, subject, self.line(subject))
        if award.is_person != subject.is_person:
            return False
        said = self.word(award, subject)
        if said is not None:
            return said
        likeness = nearest(award.recipient, names, is_person=subject.is_person)
        return False if likeness is NameLikeness.OTHER else None

    def word(self, award: EarlierAward, subject: CaseSubject) -> bool | None:
        """«Cùng người», «khác người», or nothing said.

        What was given to one forebear is the line's, so any «cùng» counts. «Khác» closes the
        question only for the one of whom it was said: the award may be another forebear's.
        """
        line = self.line(subject)
        said = {
            word.subject: word.is_same
            for word in self.words
            if word.earlier_award == award.id and _concerns(word.subject, subject, line)
        }
        return True if any(said.values()) else said.get(subject)

    def initiatives_of(self, subject: CaseSubject) -> tuple[Initiative, ...]:
        """The sáng kiến of the line."""
        line = self.line(subject)
        return tuple(one for one in self.initiatives if _concerns(one.subject, subject, line))

    def users(self, initiative: Initiative) -> tuple[Proposal, ...]:
        """The proposals that rest on a sáng kiến, entered under whatever number."""
        same = {one.id for one in self.initiatives if one.is_same_as(initiative)}
        return tuple(
            proposal
            for proposal in self.proposals
            if proposal.status in STANDING and same & self.uses.get(proposal.id, frozenset())
        )

    def _own(
        self,
        proposal: Proposal,
        movement: str,
        award_names: Mapping[str, str],
        cited: frozenset[str],
    ) -> PreviousAward:
        key = f"proposal:{proposal.id}"
        given = self.given.get(proposal.id)
        return PreviousAward(
            award=proposal.award,
            name=award_names.get(proposal.award, proposal.award),
            achievement=Achievement(
                movement,
                proposal.cycle,
                proposal.period_from,
                proposal.period_to,
                proposal.achievement,
            ),
            state=_STATES[proposal.status],
            commendation=proposal.commendation,
            decided_on=given.on if given else None,
            is_cited=key in cited,
            number=given.number if given else "",
            key=key,
        )


def _from_paper(
    award: EarlierAward, cited: frozenset[str], *, is_sure: bool | None
) -> PreviousAward:
    return PreviousAward(
        award=award.award,
        name=award.name,
        achievement=award.achievement,
        state=AwardState.DECIDED,
        level=award.level,
        commendation=award.commendation,
        decided_on=award.decided_on,
        is_cited=award.key in cited,
        namesake="" if is_sure else award.recipient,
        number=award.number,
        key=award.key,
    )


def _concerns(one: CaseSubject, subject: CaseSubject, line: frozenset[str]) -> bool:
    return one.is_person == subject.is_person and one.code in line


def _given(books: Books) -> Mapping[int, Given]:
    given = {
        award.proposal: Given(decision.decided_on, decision.number)
        for decision in books.awards.decisions()
        for award in books.awards.decided_awards(decision.id)
    }
    above = books.outcomes.referrals()
    return given | {key: Given(one.decided_on, one.number) for key, one in above.items()}
