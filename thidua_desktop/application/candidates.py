"""Hồ sơ ứng viên: what the books know of those who may be proposed in a cycle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from thidua_desktop.application.award_forms import award_names, pack_to_judge_by, planned_occasions
from thidua_desktop.application.books import Books
from thidua_desktop.application.planning import plan_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.quotas import STANDING, quota_left
from thidua_desktop.application.ranking import RankedUnit, rank_in
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.facts import (
    Achievement,
    AwardState,
    CandidateFacts,
    PreviousAward,
)
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import Confirmation, Gender, SubjectKind
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.rule_pack import RulePack
from thidua_desktop.domain.units import Person, Unit


@dataclass(frozen=True, slots=True)
class Wording:
    """What a proposal says: the achievement, and why a block was lifted."""

    achievement: str
    override_reason: str = ""


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
        ranking = rank_in(self.books, self._desk, self.cycle)
        return {row.unit.code: row for group in ranking.groups for row in group.rows}

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

    def history(self, code: str) -> tuple[PreviousAward, ...]:
        """What this office proposed or decided for a unit or person."""
        return tuple(self._previous(proposal) for proposal in self.standing(code))

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

    @cached_property
    def _cycles(self) -> Mapping[str, Cycle]:
        return {cycle.id: cycle for cycle in self.books.cycles.all()}

    @cached_property
    def _decided_on(self) -> Mapping[int, dt.date]:
        awards = self.books.awards
        own = {
            award.proposal: decision.decided_on
            for decision in awards.decisions()
            for award in awards.decided_awards(decision.id)
        }
        above = self.books.outcomes.referrals()
        return own | {key: one.decided_on for key, one in above.items() if one.decided_on}

    def _previous(self, proposal: Proposal) -> PreviousAward:
        is_decided = proposal.status is ProposalStatus.DECIDED
        return PreviousAward(
            award=proposal.award,
            name=self.names.get(proposal.award, proposal.award),
            achievement=self.achievement(self._cycles[proposal.cycle], proposal.achievement),
            state=AwardState.DECIDED if is_decided else AwardState.PROPOSED,
            decided_on=self._decided_on.get(proposal.id),
        )


class Candidate:
    """A unit or person who may get an award.

    Attributes:
        award: the form's code.
        asserted: codes of what the officer confirms now.
    """

    def __init__(
        self,
        scene: AwardScene,
        award: str,
        record: Unit | Person,
        asserted: tuple[str, ...] = (),
    ) -> None:
        self._scene = scene
        self.award = award
        self.record = record
        self.asserted = asserted

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
    def confirmed(self) -> tuple[str, ...]:
        """What is confirmed now, or was when the same award was proposed."""
        before = (
            code
            for proposal in self._scene.standing(self.code)
            if proposal.award == self.award and proposal.cycle == self._scene.cycle.id
            for code in proposal.confirmed
        )
        return tuple(dict.fromkeys((*self.asserted, *before)))

    def quota(self, form: AwardForm) -> QuotaState:
        """What the quota leaves for one more of this kind."""
        return self._scene.quota(form.code, self.subject)

    def proposal(self, wording: Wording, confirmed: tuple[str, ...]) -> Proposal:
        """The proposal as it is to be stored, received today."""
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
            received_on=self._scene.today,
            override_reason=wording.override_reason.strip(),
            confirmed=confirmed,
        )

    def facts(self, achievement: str, quota: QuotaState | None) -> CandidateFacts:
        """What the books know; what they don't stays unknown."""
        scene = self._scene
        is_unit = isinstance(self.record, Unit)
        ranked = scene.ranked.get(self.code) if is_unit else None
        is_reported = ranked is not None and ranked.rank is not None
        confirmed = self.confirmed
        is_clear = () if Confirmation.NO_HOLDS in confirmed else None
        has_report = is_reported if is_unit else Confirmation.REPORT in confirmed or None
        return CandidateFacts(
            subject=self.subject,
            code=self.code,
            on=scene.today,
            achievement=scene.achievement(scene.cycle, achievement),
            received_on=scene.today,
            classification=ranked.classification if ranked and has_report else None,
            has_report=has_report,
            is_leader=None if isinstance(self.record, Unit) else self.record.is_leader,
            has_women_priority=women_priority_of(self.record),
            is_tied=bool(ranked and ranked.tied),
            holds=is_clear,
            disciplines=is_clear,
            statements=dict.fromkeys(confirmed, True),
            history=scene.history(self.code),
            quota=quota,
            occasion=planned_occasions(scene.plan, scene.cycle, self.award),
        )


def women_priority_of(record: Unit | Person) -> bool | None:
    """A woman, or a collective with at least 70 % women; `None` where it is not known."""
    if isinstance(record, Unit):
        is_known = record.people_total and record.people_female is not None
        return record.has_women_priority if is_known else None
    return None if record.gender is None else record.gender is Gender.FEMALE
