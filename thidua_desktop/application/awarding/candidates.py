"""Hồ sơ ứng viên: what the books know of those who may be proposed in a cycle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from thidua_desktop.application.awarding.past import Past
from thidua_desktop.application.awarding.quotas import STANDING, quota_left
from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.ranking import rank_in
from thidua_desktop.application.setting_up.award_forms import (
    award_names,
    pack_to_judge_by,
    planned_occasions,
)
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.award_forms import AwardForm, CommendationType
from thidua_desktop.domain.awards.cases import (
    CaseSubject,
    Initiative,
    known_disciplines,
    known_holds,
)
from thidua_desktop.domain.awards.facts import Achievement, CandidateFacts, PreviousAward
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.transition import DossierRules, rules_of_dossier
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import Confirmation, Gender, SubjectKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.domain.rule_pack import RulePack
from thidua_desktop.domain.units import Person, Unit


@dataclass(frozen=True, slots=True)
class Wording:
    """What a proposal says: the achievement, and why a block was lifted."""

    achievement: str
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """What the officer tells of a candidate's dossier beside what is confirmed.

    Attributes:
        denied: codes of the standards that are not met.
        commendation: loại hình khen thưởng.
        received_on: ngày tiếp nhận hồ sơ; today when `None`.
        initiatives: numbers of the sáng kiến that it rests on.
        cited: keys of the earlier awards that it names as its basis.
        took_maternity_leave: in the period of the achievement.
    """

    denied: tuple[str, ...] = ()
    commendation: CommendationType = CommendationType.PHONG_TRAO
    received_on: dt.date | None = None
    initiatives: tuple[int, ...] = ()
    cited: tuple[str, ...] = ()
    took_maternity_leave: bool = False


NOTHING_TOLD = DossierFacts()


class AwardScene:
    """One cycle within one reading: what its candidates share is read once, when first asked."""

    def __init__(self, books: Books, desk: Desk, cycle: Cycle) -> None:
        self.books = books
        self.cycle = cycle
        self.today = desk.clock.today()
        self.pack: RulePack = pack_to_judge_by(desk.rule_packs.packs(), cycle, self.today)
        self._desk = desk
        self._quotas: dict[tuple[str, SubjectKind], QuotaState] = {}

    @cached_property
    def plan(self) -> Plan:
        """The plan in force."""
        return plan_of(self.books, self._desk.plans)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The award forms' names."""
        return award_names(self._desk)

    @cached_property
    def ranked(self) -> Mapping[str, RankedUnit]:
        """The cycle's ranked units by code, each in its group."""
        return rank_in(self.books, self._desk, self.cycle).by_unit()

    def quota(self, award: str, subject: SubjectKind) -> QuotaState:
        """What the quota leaves for one more of a kind."""
        key = (award, subject)
        if key not in self._quotas:
            self._quotas[key] = quota_left(self.books, self.cycle, award, subject)
        return self._quotas[key]

    def unit(self, code: str) -> Unit:
        """A unit of the register; raises `NotFound` for none."""
        return self._units.get(code) or self.books.units.get(code)

    def person(self, code: str) -> Person:
        """A person of the register; raises `NotFound` for none."""
        return self._people.get(code) or self.books.people.get(code)

    @cached_property
    def _units(self) -> Mapping[str, Unit]:
        return {unit.code: unit for unit in self.books.units.all()}

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return {person.code: person for person in self.books.people.all()}

    def group_of(self, unit: Unit) -> str:
        """The name of a unit's nhóm."""
        return next((one.name for one in self.plan.groups if one.code == unit.group), "")

    def proposed(self, award: str) -> tuple[Proposal, ...]:
        """The proposals of this cycle for an award that count."""
        return self._proposed.get(award, ())

    @cached_property
    def _proposed(self) -> Mapping[str, tuple[Proposal, ...]]:
        standing = [one for listed in self._standing.values() for one in listed]
        here = [one for one in standing if one.cycle == self.cycle.id]
        return {
            award: tuple(one for one in here if one.award == award)
            for award in {one.award for one in here}
        }

    def standing(self, code: str) -> tuple[Proposal, ...]:
        """The proposals of a unit or person that count, of every cycle."""
        return tuple(self._standing.get(code, ()))

    @cached_property
    def past(self) -> Past:
        """The registers of cases, with every proposal."""
        return Past.read(self.books)

    def rules(self, received: dt.date) -> DossierRules:
        """The rules of a dossier by its day of reception."""
        packs = self._desk.rule_packs.packs()
        return rules_of_dossier(packs, self.pack, received, self.today)

    def achievement(self, cycle: Cycle, text: str) -> Achievement:
        """An achievement of this movement in one of its cycles."""
        movement = self.plan.movement
        return Achievement(movement, cycle.id, cycle.achievement_from, cycle.achievement_to, text)

    @cached_property
    def _standing(self) -> Mapping[str, list[Proposal]]:
        found: dict[str, list[Proposal]] = {}
        for proposal in self.books.awards.proposals():
            if proposal.status in STANDING:
                found.setdefault(proposal.subject_code, []).append(proposal)
        return found


class Candidate:
    """A unit or person who may get an award.

    Attributes:
        award: the form's code.
        asserted: codes of what the officer confirms now.
        dossier: what else the officer tells; of one who is proposed already, what was told then.
        is_new: whether it is to be proposed now. Otherwise one that is proposed for the award is
            looked at again, and its own proposal says nothing against it.
        is_as_recorded: the dossier is that of its proposal, which was taken when it was told.
    """

    def __init__(
        self,
        scene: AwardScene,
        award: str,
        record: Unit | Person,
        asserted: tuple[str, ...] = (),
        dossier: DossierFacts = NOTHING_TOLD,
        *,
        is_new: bool = False,
    ) -> None:
        self._scene = scene
        self.award = award
        self.record = record
        self.asserted = asserted
        self._is_new = is_new
        self.dossier = dossier
        self.is_as_recorded = dossier == NOTHING_TOLD and bool(self.own)
        if self.is_as_recorded:
            self.dossier = self._as_proposed(self.own[-1])

    @property
    def code(self) -> str:
        """The key in its register."""
        return self.record.code

    @property
    def name(self) -> str:
        """The name as the office writes it."""
        return self.record.name if isinstance(self.record, Unit) else self.record.full_name

    @property
    def subject(self) -> SubjectKind:
        """What kind of subject it is."""
        return self.record.subject

    @property
    def detail(self) -> str:
        """Chức vụ and đơn vị of a person; empty for units."""
        if isinstance(self.record, Unit):
            return ""
        unit = self._scene.unit(self.record.unit).name if self.record.unit else ""
        return ", ".join(part for part in (self.record.position, unit) if part)

    @property
    def may_take_maternity_leave(self) -> bool:
        """Whether it is a person who is no man, as far as the register knows."""
        return (
            self.subject is SubjectKind.INDIVIDUAL and women_priority_of(self.record) is not False
        )

    @property
    def case_subject(self) -> CaseSubject:
        """How the registers of cases name it."""
        return CaseSubject(self.code, is_person=isinstance(self.record, Person))

    @property
    def own(self) -> tuple[Proposal, ...]:
        """The standing proposals that are looked at again: for this award in this cycle."""
        return () if self._is_new else tuple(self._proposed())

    @property
    def confirmed(self) -> tuple[str, ...]:
        """What is confirmed now, or was when the same award was proposed."""
        before = [code for one in self._proposed() for code in one.confirmed]
        kept = [code for code in before if code not in self.dossier.denied]
        return tuple(dict.fromkeys((*self.asserted, *kept)))

    @property
    def denied(self) -> tuple[str, ...]:
        """What is said not to be met now, or was when the same award was proposed."""
        before = [code for one in self._proposed() for code in one.denied]
        kept = [code for code in before if code not in self.asserted]
        return tuple(dict.fromkeys((*self.dossier.denied, *kept)))

    @property
    def received_on(self) -> dt.date:
        """Ngày tiếp nhận hồ sơ, as told, or today."""
        return self.dossier.received_on or self._scene.today

    @property
    def rules(self) -> DossierRules:
        """The rules that it is judged by."""
        return self._scene.rules(self.received_on)

    @property
    def history(self) -> tuple[PreviousAward, ...]:
        """Every award of its line that is known, beside the one that is looked at."""
        scene, own = self._scene, {f"proposal:{one.id}" for one in self.own}
        known = scene.past.history(
            self.case_subject, self.name, scene.plan.movement, scene.names, self.dossier.cited
        )
        return tuple(one for one in known if one.key not in own)

    @property
    def known_initiatives(self) -> tuple[Initiative, ...]:
        """The sáng kiến that are recorded for it."""
        return self._scene.past.initiatives_of(self.case_subject)

    def quota(self, form: AwardForm) -> QuotaState:
        """What the quota leaves for one more of this kind."""
        return self._scene.quota(form.code, self.subject)

    def quota_beside(self, form: AwardForm) -> QuotaState:
        """What the quota leaves beside its own place, where it has one."""
        state = self.quota(form)
        return replace(state, used=max(0, state.used - len(self.own)))

    def proposal(self, wording: Wording, confirmed: tuple[str, ...]) -> Proposal:
        """The proposal as it is to be stored."""
        cycle = self._scene.cycle
        return Proposal(
            id=0,
            cycle=cycle.id,
            award=self.award,
            subject=self.subject,
            subject_code=self.code,
            subject_name=self.name,
            detail=self.detail,
            achievement=wording.achievement.strip(),
            period_from=cycle.achievement_from,
            period_to=cycle.achievement_to,
            received_on=self.received_on,
            override_reason=wording.override_reason.strip(),
            confirmed=confirmed,
            denied=self.denied,
            commendation=self.dossier.commendation,
            cited=self.dossier.cited,
            took_maternity_leave=self.dossier.took_maternity_leave,
        )

    def facts(self, achievement: str, quota: QuotaState | None) -> CandidateFacts:
        """What the books know; what they don't stays unknown."""
        scene, dossier = self._scene, self.dossier
        is_unit = isinstance(self.record, Unit)
        ranked = scene.ranked.get(self.code) if is_unit else None
        has_report = self._has_report(ranked)
        confirmed = self.confirmed
        own = self.own
        written = achievement or (own[-1].achievement if own else "")
        told = scene.achievement(scene.cycle, written)
        is_clear = Confirmation.NO_HOLDS in confirmed
        holds = scene.past.holds_of(self.case_subject)
        disciplines = scene.past.disciplines_of(self.case_subject)
        return CandidateFacts(
            subject=self.subject,
            code=self.code,
            on=scene.today,
            achievement=told,
            commendation=dossier.commendation,
            received_on=self.received_on,
            classification=ranked.classification if ranked and has_report else None,
            has_report=has_report,
            is_leader=None if isinstance(self.record, Unit) else self.record.is_leader,
            has_women_priority=women_priority_of(self.record),
            is_tied=bool(ranked and ranked.tied),
            took_maternity_leave=dossier.took_maternity_leave,
            holds=known_holds(holds, scene.today, is_confirmed=is_clear),
            disciplines=known_disciplines(
                disciplines, scene.today, told.period_from, is_confirmed=is_clear
            ),
            statements=dict.fromkeys(confirmed, True) | dict.fromkeys(self.denied, False),
            history=self.history,
            is_history_checked=Confirmation.HISTORY in confirmed,
            initiatives=tuple(one.name for one in self._initiatives()),
            used_initiatives=self._used_initiatives(),
            carried_over=self.rules.carried_over,
            quota=quota,
            occasion=planned_occasions(scene.plan, scene.cycle, self.award),
        )

    def _proposed(self) -> list[Proposal]:
        """Its standing proposals for the same award in this cycle."""
        return [
            one
            for one in self._scene.standing(self.code)
            if one.award == self.award
            and one.cycle == self._scene.cycle.id
            and one.is_person == self.case_subject.is_person
        ]

    def _initiatives(self) -> list[Initiative]:
        return [one for one in self._scene.past.initiatives if one.id in self.dossier.initiatives]

    def _used_initiatives(self) -> frozenset[str]:
        own, users = self.own, self._scene.past.users
        return frozenset(
            one.name
            for one in self._initiatives()
            if any(proposal not in own for proposal in users(one))
        )

    def _as_proposed(self, proposal: Proposal) -> DossierFacts:
        """What was told when it was proposed."""
        return DossierFacts(
            commendation=proposal.commendation,
            received_on=proposal.received_on,
            initiatives=tuple(sorted(self._scene.past.uses.get(proposal.id, ()))),
            cited=proposal.cited,
            took_maternity_leave=proposal.took_maternity_leave,
        )

    def _has_report(self, ranked: RankedUnit | None) -> bool | None:
        if isinstance(self.record, Unit):
            return ranked is not None and ranked.rank is not None
        if Confirmation.REPORT in self.denied:
            return False
        return Confirmation.REPORT in self.confirmed or None


def women_priority_of(record: Unit | Person) -> bool | None:
    """A woman, or a collective with at least 70 % women; `None` where it is not known."""
    if isinstance(record, Unit):
        is_known = record.people_total and record.people_female is not None
        return record.has_women_priority if is_known else None
    return None if record.gender is None else record.gender is Gender.FEMALE
