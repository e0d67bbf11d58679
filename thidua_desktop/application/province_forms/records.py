"""The rows that a province's form is filled with, each with everything known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thidua_desktop.application.paper_kinds.draft import TO_SUBMIT, Draft
from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.papers.subjects import sections
from thidua_desktop.application.province_workbooks.profile import FormArea, RowsOf
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Ballot, DecidedAward, Decision, ProposalStatus
from thidua_desktop.domain.units import Person, Unit

_ALIVE = (ProposalStatus.PROPOSED, *TO_SUBMIT)
_STATUSES = {
    RowsOf.PROPOSALS: _ALIVE,
    RowsOf.PASSED: TO_SUBMIT,
    RowsOf.DECIDED: (ProposalStatus.DECIDED,),
}


@dataclass(frozen=True, slots=True)
class FormRecord:
    """One row.

    Attributes:
        number: its place, from 1.
        unit: the unit itself, or the one that the person belongs to.
        members: members of the council that voted, on which shares are counted.
    """

    draft: Draft
    number: int
    subject: SubjectKind
    name: str
    nominee: Nominee | None = None
    person: Person | None = None
    unit: Unit | None = None
    ranked: RankedUnit | None = None
    members: int | None = None
    decision: Decision | None = None

    @property
    def is_person(self) -> bool:
        """Whether it stands in the register of people."""
        return self.subject.is_person


def records_of(draft: Draft, area: FormArea) -> tuple[FormRecord, ...]:
    """The rows of an area, collectives first, then households, then individuals."""
    if area.rows_of is RowsOf.UNITS:
        found = _units(draft)
    elif area.rows_of is RowsOf.PEOPLE:
        found = _people(draft)
    else:
        found = _proposals(draft, area)
    wanted = [record for record in found if not area.subjects or record.subject in area.subjects]
    return tuple(_numbered(number, record) for number, record in enumerate(wanted, start=1))


def _numbered(number: int, record: FormRecord) -> FormRecord:
    return replace(record, number=number)


def _units(draft: Draft) -> Iterator[FormRecord]:
    for row in draft.ranking.rows:
        unit = row.unit
        yield FormRecord(draft, 0, unit.subject, unit.name, unit=unit, ranked=row)


def _people(draft: Draft) -> Iterator[FormRecord]:
    for person in draft.people.values():
        unit = draft.units.get(person.unit)
        yield FormRecord(draft, 0, person.subject, person.full_name, person=person, unit=unit)


def _proposals(draft: Draft, area: FormArea) -> Iterator[FormRecord]:
    votes = _votes(draft)
    decided = _decided(draft)
    nominees = []
    for proposal in draft.proposals.values():
        fits = not area.award or proposal.award == area.award
        is_held = draft.is_held(proposal.id, draft.context.today)
        if fits and not is_held and proposal.status in _STATUSES[area.rows_of]:
            ballot, _ = votes.get(proposal.id, (None, None))
            award, _ = decided.get(proposal.id, (None, None))
            amount = award.amount if award else None
            nominees.append(draft.nominee(proposal.id, ballot, amount))
    for _, part in sections(nominees):
        for nominee in part:
            proposal = nominee.proposal
            code = nominee.person.unit if nominee.person else proposal.subject_code
            yield FormRecord(
                draft,
                0,
                proposal.subject,
                proposal.subject_name,
                nominee=nominee,
                person=nominee.person,
                unit=draft.units.get(code),
                ranked=draft.ranking.find(proposal.subject_code),
                members=votes.get(proposal.id, (None, None))[1],
                decision=decided.get(proposal.id, (None, None))[1],
            )


def _votes(draft: Draft) -> dict[int, tuple[Ballot | None, int | None]]:
    """The last vote on each proposal, with the members that shares are counted on."""
    return {
        ballot.proposal: (ballot, session.members_total)
        for session in draft.sessions
        for ballot in draft.ballots[session.id]
    }


def _decided(draft: Draft) -> dict[int, tuple[DecidedAward | None, Decision | None]]:
    return {
        award.proposal: (award, decision)
        for decision in draft.decisions
        for award in draft.decided[decision.id]
    }
