"""Đề nghị khen thưởng: what may be given, to whom, why not, and the proposal itself."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.award_forms import award_names, pack_to_judge_by
from thidua_desktop.application.candidates import AwardScene, Candidate, Wording
from thidua_desktop.application.planning import plan_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.quotas import quota_left
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.confirming import Confirmable, confirmables
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.verdict import Check, may_propose
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.rule_pack import pack_for
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
        scene = AwardScene(books, desk, books.cycles.get(request.cycle))
        return judge(scene, _candidate(scene, request), achievement)


def judge(scene: AwardScene, candidate: Candidate, achievement: str = "") -> AwardCheck:
    """As `check`, within a reading under way; many candidates share one scene."""
    pack = scene.pack
    form = pack.form(candidate.award)
    confirmable = confirmables(pack, form, candidate.subject)
    if not {one.code for one in confirmable}.issuperset(candidate.asserted):
        raise InputError("confirmation_unknown", award=scene.names.get(form.code, form.name))
    quota = candidate.quota(form)
    checks = check_award(form, pack, candidate.facts(achievement, quota))
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
        scene = AwardScene(books, desk, books.cycles.get(request.cycle))
        wording = Wording(achievement, override_reason)
        number = add_proposal(scene, _candidate(scene, request), wording, checked.confirmed)
    return Proposed(number, checked)


def add_proposal(
    scene: AwardScene, candidate: Candidate, wording: Wording, confirmed: tuple[str, ...]
) -> int:
    """Write the proposal of a candidate who was judged; its number.

    Raises:
        RuleViolation: the cycle is closed.
    """
    if not scene.cycle.is_open:
        raise RuleViolation("cycle_closed", cycle=scene.cycle.id)
    return scene.books.awards.add_proposal(candidate.proposal(wording, confirmed))


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


def _candidate(scene: AwardScene, request: AwardRequest) -> Candidate:
    if bool(request.unit) == bool(request.person):
        raise InputError("person_or_unit")
    record: Unit | Person = (
        scene.unit(request.unit) if request.unit else scene.person(request.person)
    )
    return Candidate(scene, request.award, record, request.confirmed)
