"""Đề nghị khen thưởng: what may be given, to whom, why not, and the proposal itself."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.award_forms import award_names, pack_to_judge_by, planned_occasions
from thidua_desktop.application.books import Books
from thidua_desktop.application.planning import plan_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.quotas import STANDING, quota_left
from thidua_desktop.application.ranking import RankedUnit, Ranking, rank_in
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.confirming import Confirmable, confirmables
from thidua_desktop.domain.awards.facts import (
    Achievement,
    AwardState,
    CandidateFacts,
    PreviousAward,
)
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.verdict import Check, may_propose
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.kinds import Confirmation, Gender, SubjectKind
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.rule_pack import RulePack, pack_for
from thidua_desktop.domain.units import Person, Unit


@dataclass(frozen=True, slots=True)
class AwardRequest:
    """One award for one unit or one person; exactly one of the two is named.

    Attributes:
        confirmed: codes of what the officer confirms of the candidate.
    """

    cycle: str
    award: str
    unit: str = ""
    person: str = ""
    confirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AwardCheck:
    """Every condition of an award for one candidate, and what the quota leaves.

    Attributes:
        confirmable: what an officer may confirm of such a candidate.
        confirmed: codes of what was confirmed, now or when it was proposed.
    """

    subject_name: str
    subject: SubjectKind
    checks: tuple[Check, ...]
    quota: QuotaState
    confirmable: tuple[Confirmable, ...]
    confirmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """The outcome of proposing; `proposal` is `None` where a condition blocks it."""

    proposal: int | None
    check: AwardCheck


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One award of a cycle for one kind of subject, with its quota."""

    form: AwardForm
    subject: SubjectKind
    quota: QuotaState


@dataclass(frozen=True, slots=True)
class AwardList:
    """The awards of a cycle: what may be given, and what is proposed."""

    cycle: Cycle
    lines: tuple[AwardLine, ...]
    proposals: tuple[Proposal, ...]


def list_awards(desk: Desk, cycle_id: str) -> AwardList:
    """The awards that the plan gives in a cycle, with quotas, and the proposals.

    An award that was proposed although the plan gives it on other occasions is listed too.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        cycle = books.cycles.get(cycle_id)
        pack = pack_to_judge_by(desk.rule_packs.packs(), cycle, desk.clock.today())
        proposals = books.awards.proposals(cycle_id)
        proposed = {proposal.award for proposal in proposals}
        lines = []
        for step in reversed(plan_of(books, desk.plans).ladder):
            form = pack.find_form(step.award)
            if form is None or not (step.is_for(cycle.kind) or step.award in proposed):
                continue
            for subject in form.subjects:
                quota = quota_left(books, cycle, step.award, subject)
                lines.append(AwardLine(form, subject, quota))
    return AwardList(cycle, tuple(lines), proposals)


def check(desk: Desk, request: AwardRequest, achievement: str = "") -> AwardCheck:
    """Judge every condition of an award for a candidate, with the achievement as far as written.

    Raises:
        NotFound: no such cycle, award, unit or person.
        InputError: not exactly one of unit and person is named, or what is confirmed is none
            of what the form asks of such a candidate.
    """
    with desk.store.read() as books:
        return check_in(books, desk, request, achievement)


def check_in(
    books: Books,
    desk: Desk,
    request: AwardRequest,
    achievement: str = "",
    ranking: Ranking | None = None,
) -> AwardCheck:
    """As `check`, within a reading under way; many candidates share one ranking."""
    names = award_names(desk)
    candidate = _Candidate(books, request, ranking)
    pack = candidate.pack(desk)
    form = pack.form(request.award)
    confirmable = confirmables(pack, form, candidate.subject)
    if not {one.code for one in confirmable}.issuperset(request.confirmed):
        raise InputError("confirmation_unknown", award=names.get(form.code, form.name))
    quota = candidate.quota(form)
    facts = candidate.facts(desk, names, achievement, quota)
    checks = check_award(form, pack, facts)
    return AwardCheck(
        candidate.name, candidate.subject, checks, quota, confirmable, candidate.confirmed
    )


def propose(
    desk: Desk, request: AwardRequest, achievement: str, override_reason: str = ""
) -> Proposed:
    """Propose a candidate; what blocks is lifted only by a reason, which is recorded.

    Raises:
        NotFound: as `check`.
        InputError: as `check`, or the achievement is empty.
        RuleViolation: the cycle is closed, or no rules are known for today.
    """
    if not achievement.strip():
        raise InputError("achievement_missing")
    pack_for(desk.rule_packs.packs(), desk.clock.today())
    checked = check(desk, request, achievement)
    if not may_propose(checked.checks, override_reason):
        return Proposed(None, checked)
    names = award_names(desk)
    words = {"award": names.get(request.award, request.award), "name": checked.subject_name}
    with desk.store.write("proposed", **words) as books:
        wording = Wording(achievement, override_reason)
        number = add_proposal(books, desk, request, wording, checked.confirmed)
    return Proposed(number, checked)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a proposal says: the achievement, and why a block was lifted."""

    achievement: str
    override_reason: str = ""


def add_proposal(
    books: Books,
    desk: Desk,
    request: AwardRequest,
    wording: Wording,
    confirmed: tuple[str, ...],
) -> int:
    """Write the proposal of a candidate who was judged; its number.

    Raises:
        RuleViolation: the cycle is closed.
    """
    cycle = books.cycles.get(request.cycle)
    if not cycle.is_open:
        raise RuleViolation("cycle_closed", cycle=cycle.id)
    candidate = _Candidate(books, request)
    return books.awards.add_proposal(
        Proposal(
            id=0,
            cycle=cycle.id,
            award=request.award,
            subject=candidate.subject,
            subject_code=candidate.code,
            subject_name=candidate.name,
            detail=candidate.detail,
            achievement=wording.achievement.strip(),
            period_from=cycle.achievement_from,
            period_to=cycle.achievement_to,
            received_on=desk.clock.today(),
            override_reason=wording.override_reason.strip(),
            confirmed=confirmed,
        )
    )


def withdraw(desk: Desk, proposal_id: int) -> None:
    """Take a proposal back before it is decided.

    Raises:
        NotFound: no such proposal.
        RuleViolation: it is decided.
    """
    with desk.store.write("proposal_withdrawn", proposal=proposal_id) as books:
        if books.awards.proposal(proposal_id).status.is_settled:
            raise RuleViolation("proposal_settled", proposal=proposal_id)
        books.awards.set_status(proposal_id, ProposalStatus.WITHDRAWN)


class _Candidate:
    """The unit or person of a request, within one reading."""

    def __init__(self, books: Books, request: AwardRequest, ranking: Ranking | None = None) -> None:
        if bool(request.unit) == bool(request.person):
            raise InputError("person_or_unit")
        self._books = books
        self._request = request
        self._ranking = ranking
        self._cycle = books.cycles.get(request.cycle)
        self._record: Unit | Person = (
            books.units.get(request.unit) if request.unit else books.people.get(request.person)
        )

    @property
    def code(self) -> str:
        return self._record.code

    @property
    def name(self) -> str:
        return self._record.name if isinstance(self._record, Unit) else self._record.full_name

    @property
    def subject(self) -> SubjectKind:
        return self._record.subject

    @property
    def detail(self) -> str:
        """Chức vụ and đơn vị of a person; empty for units."""
        if isinstance(self._record, Unit):
            return ""
        unit = self._books.units.get(self._record.unit).name if self._record.unit else ""
        return ", ".join(part for part in (self._record.position, unit) if part)

    @property
    def confirmed(self) -> tuple[str, ...]:
        """What is confirmed by the request, or was when the same award was proposed."""
        before = (
            code
            for proposal in self._books.awards.proposals(self._cycle.id)
            if proposal.award == self._request.award
            and proposal.subject_code == self.code
            and proposal.status in STANDING
            for code in proposal.confirmed
        )
        return tuple(dict.fromkeys((*self._request.confirmed, *before)))

    def pack(self, desk: Desk) -> RulePack:
        """The rules that it is judged by."""
        return pack_to_judge_by(desk.rule_packs.packs(), self._cycle, desk.clock.today())

    def quota(self, form: AwardForm) -> QuotaState:
        """What the quota leaves for one more of this kind."""
        return quota_left(self._books, self._cycle, form.code, self.subject)

    def facts(
        self, desk: Desk, names: dict[str, str], achievement: str, quota: QuotaState
    ) -> CandidateFacts:
        """What the books know; what they don't stays unknown."""
        plan = plan_of(self._books, desk.plans)
        today = desk.clock.today()
        ranked = self._ranked(desk)
        is_unit = isinstance(self._record, Unit)
        is_reported = ranked is not None and ranked.rank is not None
        confirmed = self.confirmed
        is_clear = () if Confirmation.NO_HOLDS in confirmed else None
        has_report = is_reported if is_unit else Confirmation.REPORT in confirmed or None
        return CandidateFacts(
            subject=self.subject,
            code=self.code,
            on=today,
            achievement=self._achievement(plan.movement, self._cycle, achievement),
            received_on=today,
            classification=ranked.classification if ranked and has_report else None,
            has_report=has_report,
            is_leader=None if isinstance(self._record, Unit) else self._record.is_leader,
            has_women_priority=self._has_women_priority(),
            is_tied=bool(ranked and ranked.tied),
            holds=is_clear,
            disciplines=is_clear,
            statements=dict.fromkeys(confirmed, True),
            history=self._history(plan.movement, names),
            quota=quota,
            occasion=planned_occasions(plan, self._cycle, self._request.award),
        )

    def _ranked(self, desk: Desk) -> RankedUnit | None:
        if not isinstance(self._record, Unit):
            return None
        ranking = self._ranking or rank_in(self._books, desk, self._cycle)
        return ranking.find(self._record.code)

    def _has_women_priority(self) -> bool | None:
        if isinstance(self._record, Unit):
            is_known = self._record.people_total and self._record.people_female is not None
            return self._record.has_women_priority if is_known else None
        gender = self._record.gender
        return None if gender is None else gender is Gender.FEMALE

    @staticmethod
    def _achievement(movement: str, cycle: Cycle, text: str) -> Achievement:
        return Achievement(movement, cycle.id, cycle.achievement_from, cycle.achievement_to, text)

    def _history(self, movement: str, names: dict[str, str]) -> tuple[PreviousAward, ...]:
        """What this office proposed or decided for the same unit or person."""
        cycles = {cycle.id: cycle for cycle in self._books.cycles.all()}
        decided = {
            award.proposal: decision.decided_on
            for decision in self._books.awards.decisions()
            for award in self._books.awards.decided_awards(decision.id)
        }
        above = self._books.outcomes.referrals()
        decided |= {key: one.decided_on for key, one in above.items() if one.decided_on}
        return tuple(
            PreviousAward(
                award=proposal.award,
                name=names.get(proposal.award, proposal.award),
                achievement=self._achievement(
                    movement, cycles[proposal.cycle], proposal.achievement
                ),
                state=(
                    AwardState.DECIDED
                    if proposal.status is ProposalStatus.DECIDED
                    else AwardState.PROPOSED
                ),
                decided_on=decided.get(proposal.id),
            )
            for proposal in self._books.awards.proposals()
            if proposal.subject_code == self.code and proposal.status in STANDING
        )
