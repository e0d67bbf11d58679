"""Đề nghị khen thưởng: what may be given, to whom, why not, and the proposal itself."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.awarding.candidates import (
    NOTHING_TOLD,
    AwardScene,
    Candidate,
    DossierFacts,
    Wording,
)
from thidua_desktop.application.awarding.quotas import quota_left
from thidua_desktop.application.paper_words import refuse_unprintable
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import award_names, pack_to_judge_by
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.cases import Initiative
from thidua_desktop.domain.awards.checks import check_award
from thidua_desktop.domain.awards.confirming import Confirmable, confirmables
from thidua_desktop.domain.awards.facts import AwardState, PreviousAward
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.verdict import Check, may_propose
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.rule_pack import CommendationName, pack_for
from thidua_desktop.domain.units import Person, Unit


@dataclass(frozen=True, slots=True)
class AwardRequest:
    """One award for one unit or one person; exactly one of the two is named.

    Attributes:
        confirmed: codes of what the officer confirms of the candidate.
        dossier: what else the officer tells of it.
    """

    cycle: str
    award: str
    unit: str = ""
    person: str = ""
    confirmed: tuple[str, ...] = ()
    dossier: DossierFacts = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class AwardCheck:
    """Every condition of an award for one candidate, and what the quota leaves.

    Attributes:
        confirmable: what an officer may confirm of such a candidate.
        confirmed: codes of what was confirmed, now or when it was proposed.
        denied: codes of what was said not to be met, likewise.
        history: the earlier awards that a dossier could cite.
        initiatives: the sáng kiến that a dossier could rest on.
        commendations: the loại hình that the rules know.
        may_take_maternity_leave: whether that leave is worth asking for: of people, but of no man.
    """

    subject_name: str
    subject: SubjectKind
    checks: tuple[Check, ...]
    quota: QuotaState
    confirmable: tuple[Confirmable, ...]
    confirmed: tuple[str, ...]
    denied: tuple[str, ...] = ()
    history: tuple[PreviousAward, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    commendations: tuple[CommendationName, ...] = ()
    may_take_maternity_leave: bool = False


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


def check(
    desk: Desk, request: AwardRequest, achievement: str = "", *, is_new: bool = False
) -> AwardCheck:
    """Judge every condition of an award for a candidate, with the achievement as far as written.

    Who is proposed for it in this cycle is looked at again, with what was told then: its own
    proposal, decision, sáng kiến and place say nothing against it. Only for a new proposal
    (`is_new`) they do.

    Raises:
        NotFound: no such cycle, award, unit, person or sáng kiến.
        InputError: not exactly one of unit and person is named, what is confirmed or denied is
            none of what the form asks of such a candidate, a cited award or sáng kiến is none of
            its own or was cancelled, or the dossier would be received in the future.
    """
    with desk.store.read() as books:
        scene = AwardScene(books, desk, books.cycles.get(request.cycle))
        return judge(scene, _candidate(scene, request, is_new=is_new), achievement)


def judge(scene: AwardScene, candidate: Candidate, achievement: str = "") -> AwardCheck:
    """As `check`, within a reading under way; many candidates share one scene."""
    if not candidate.is_as_recorded:
        # What was taken once is only looked at: a computer's clock that went back, or a decision
        # that was cancelled since, must not keep the list from being read.
        _refuse_what_can_not_be(scene, candidate)
    pack = candidate.rules.pack
    form = pack.form(candidate.award)
    confirmable = confirmables(pack, form, candidate.subject)
    _refuse_what_is_not_asked(candidate, confirmable, scene.names.get(form.code, form.name))
    facts = candidate.facts(achievement, candidate.quota_beside(form))
    return AwardCheck(
        subject_name=candidate.name,
        subject=candidate.subject,
        checks=check_award(form, pack, facts),
        quota=candidate.quota(form),
        confirmable=confirmable,
        confirmed=candidate.confirmed,
        denied=candidate.denied,
        history=candidate.history,
        initiatives=candidate.known_initiatives,
        commendations=pack.commendations,
        may_take_maternity_leave=candidate.may_take_maternity_leave,
    )


def _refuse_what_is_not_asked(
    candidate: Candidate, confirmable: tuple[Confirmable, ...], award: str
) -> None:
    said, denied = candidate.asserted, candidate.dossier.denied
    if not {one.code for one in confirmable}.issuperset((*said, *denied)):
        raise InputError("confirmation_unknown", award=award)
    if not {one.code for one in confirmable if one.is_deniable}.issuperset(denied):
        raise InputError("denial_needs_record")
    if set(said) & set(denied):
        raise InputError("confirmed_and_denied")


def _refuse_what_can_not_be(scene: AwardScene, candidate: Candidate) -> None:
    dossier = candidate.dossier
    own = {one.id for one in candidate.known_initiatives}
    for number in dossier.initiatives:
        initiative = scene.books.initiatives.get(number)
        if number not in own:
            raise InputError(
                "initiative_of_another", name=candidate.name, initiative=initiative.name
            )
    if candidate.received_on > scene.today:
        raise InputError("received_in_future", received=candidate.received_on, today=scene.today)
    known = {one.key: one for one in candidate.history if not one.namesake}
    if not known.keys() >= set(dossier.cited):
        raise InputError("cited_unknown", name=candidate.name)
    for key in dossier.cited:
        if known[key].state is AwardState.CANCELLED:
            raise InputError("cited_cancelled", name=candidate.name, award=known[key].name)
    if dossier.took_maternity_leave and candidate.subject is not SubjectKind.INDIVIDUAL:
        raise InputError("maternity_leave_of_a_person", name=candidate.name)


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
    refuse_unprintable(achievement, override_reason)
    pack_for(desk.rule_packs.packs(), desk.clock.today())
    checked = check(desk, request, achievement, is_new=True)
    if not may_propose(checked.checks, override_reason):
        return Proposed(None, checked)
    names = award_names(desk)
    words = {"award": names.get(request.award, request.award), "name": checked.subject_name}
    reason = override_reason.strip()
    words |= {"reason": reason} if reason else {}
    action = "proposed_despite" if reason else "proposed"
    with desk.store.write(action, **words) as books:
        scene = AwardScene(books, desk, books.cycles.get(request.cycle))
        wording = Wording(achievement, override_reason)
        candidate = _candidate(scene, request, is_new=True)
        number = add_proposal(scene, candidate, wording, checked.confirmed)
    return Proposed(number, checked)


def add_proposal(
    scene: AwardScene, candidate: Candidate, wording: Wording, confirmed: tuple[str, ...]
) -> int:
    """Write the proposal of a candidate who was judged; its number.

    Raises:
        RuleViolation: the cycle is closed.
    """
    scene.cycle.require_open()
    number = scene.books.awards.add_proposal(candidate.proposal(wording, confirmed))
    scene.books.initiatives.use(number, candidate.dossier.initiatives)
    return number


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


def _candidate(scene: AwardScene, request: AwardRequest, *, is_new: bool = False) -> Candidate:
    if bool(request.unit) == bool(request.person):
        raise InputError("person_or_unit")
    record: Unit | Person = (
        scene.unit(request.unit) if request.unit else scene.person(request.person)
    )
    return Candidate(
        scene, request.award, record, request.confirmed, request.dossier, is_new=is_new
    )
