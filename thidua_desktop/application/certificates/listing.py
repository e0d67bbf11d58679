"""The giấy khen that were decided, each with what its sheet says, in the order of the ceremony."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.certificates.wording import SheetOffice, sheet_values
from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.papers.subjects import addressed_name
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.certificates.certificate import Certificate
from thidua_desktop.domain.certificates.layout import CertificateField
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Decision, Proposal, ProposalStatus
from thidua_desktop.domain.units import Person

GIAY_KHEN = "giay_khen_xa"
"""The one award whose sheet the commune itself prints."""


@dataclass(frozen=True, slots=True)
class DecidedCertificate:
    """One giấy khen that was decided.

    Attributes:
        kept: what the office keeps of its sheet; the wording that it bears is empty where the
            usual one holds.
        values: what the sheet says, by line.
    """

    decision: Decision
    proposal: int
    subject: SubjectKind
    subject_name: str
    kept: Certificate
    values: Mapping[CertificateField, str]

    @property
    def key(self) -> tuple[int, int]:
        """Its decision and proposal."""
        return self.decision.id, self.proposal

    @property
    def decided_on(self) -> dt.date:
        """The day of its decision."""
        return self.decision.decided_on


def certificates_of_cycle(desk: Desk, cycle_id: str) -> tuple[DecidedCertificate, ...]:
    """The giấy khen of a cycle.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id).id
        sessions = {session.id for session in books.awards.sessions(cycle)}
        decisions = [one for one in books.awards.decisions() if one.session in sessions]
        return _called_out(desk, books, decisions)


def certificates_of_decision(desk: Desk, decision_id: int) -> tuple[DecidedCertificate, ...]:
    """The giấy khen of one decision.

    Raises:
        NotFound: no such decision.
    """
    with desk.store.read() as books:
        decisions = [one for one in books.awards.decisions() if one.id == decision_id]
        if not decisions:
            raise NotFound("decision_unknown", key=str(decision_id))
        return _called_out(desk, books, decisions)


def _called_out(
    desk: Desk, books: Books, decisions: list[Decision]
) -> tuple[DecidedCertificate, ...]:
    """All of some decisions: collectives and households first, each kind as it was decided."""
    proposals = {proposal.id: proposal for proposal in books.awards.proposals()}
    people = {person.code: person for person in books.people.all()}
    kept = {(one.decision, one.proposal): one for one in books.certificates.all()}
    office = SheetOffice(books.office, plan_of(books, desk.plans).commune)
    found = [
        _certificate(office, decision, proposals[award.proposal], people, kept)
        for decision in decisions
        for award in books.awards.decided_awards(decision.id)
        if proposals[award.proposal].award == GIAY_KHEN
        and proposals[award.proposal].status is not ProposalStatus.CANCELLED
    ]
    return tuple(sorted(found, key=lambda one: (one.subject.ceremony_place, one.decided_on)))


def _certificate(
    office: SheetOffice,
    decision: Decision,
    proposal: Proposal,
    people: Mapping[str, Person],
    kept: Mapping[tuple[int, int], Certificate],
) -> DecidedCertificate:
    person = people.get(proposal.subject_code) if proposal.is_person else None
    named = replace(proposal, subject_name=addressed_name(Nominee(proposal, person)))
    own = kept.get((decision.id, proposal.id), Certificate(decision.id, proposal.id))
    return DecidedCertificate(
        decision,
        proposal.id,
        proposal.subject,
        proposal.subject_name,
        own,
        sheet_values(office, decision, named, own),
    )
