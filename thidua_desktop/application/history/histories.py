"""Quá trình của từng đơn vị, cá nhân: results of every cycle and awards, through changed names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranked_units import RankedUnit, Ranking
from thidua_desktop.application.results.ranking import rank_in
from thidua_desktop.application.rewards.book import Reward, rewards_in
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.lineage import NamedUnit, UnitEvent, past_names, predecessors
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.domain.vietnamese.collation import name_sort_key, sort_key

_OPEN = (ProposalStatus.PROPOSED, ProposalStatus.PASSED, ProposalStatus.NOT_PASSED)


@dataclass(frozen=True, slots=True)
class CycleResult:
    """What a cycle holds of a unit.

    Attributes:
        under: the name that it was earned under, where that is another one than today's.
    """

    cycle: Cycle
    row: RankedUnit
    under: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """A unit or a person with everything that the office holds about it.

    Attributes:
        kind: group of a unit, post of a person, as the register says it; may be empty.
        former_names: the names that it was found under before.
        results: the newest cycle first.
        rewards: awards given, sent up, or cancelled, the newest first.
        proposals: what was proposed and is no award (yet).
    """

    code: str
    name: str
    kind: str
    is_person: bool
    former_names: tuple[str, ...]
    results: tuple[CycleResult, ...]
    rewards: tuple[Reward, ...]
    proposals: tuple[Proposal, ...]

    @property
    def awards(self) -> int:
        """How many awards it holds; cancelled ones do not count."""
        return sum(reward.is_standing for reward in self.rewards)


def histories(desk: Desk) -> tuple[Subject, ...]:
    """Every unit, then every person; units that are no more too."""
    with desk.store.read() as books:
        cycles = sorted(books.cycles.all(), key=lambda one: one.achievement_to, reverse=True)
        scene = _Scene(
            rankings=[rank_in(books, desk, cycle) for cycle in cycles],
            rewards=rewards_in(books, desk).rewards,
            proposals=books.awards.proposals(),
            events=books.lineage.events(),
            groups={group.code: group.name for group in books.plans.groups()},
        )
        units = sorted(books.units.all(), key=lambda unit: sort_key(unit.name))
        people = sorted(books.people.all(), key=lambda one: name_sort_key(one.full_name))
    return (*map(scene.of_unit, units), *map(scene.of_person, people))


@dataclass(frozen=True, slots=True)
class _Scene:
    """Everything that histories are made of."""

    rankings: Sequence[Ranking]
    rewards: Sequence[Reward]
    proposals: Sequence[Proposal]
    events: tuple[UnitEvent, ...]
    groups: Mapping[str, str]

    def of_unit(self, unit: Unit) -> Subject:
        line = (unit.code, *predecessors(unit.code, self.events))
        named = NamedUnit(unit.code, unit.name)
        found = [(ranking.cycle, ranking.find(code)) for ranking in self.rankings for code in line]
        results = (
            CycleResult(cycle, row, row.unit.name if row.unit.name != unit.name else "")
            for cycle, row in found
            if row is not None
        )
        return Subject(
            unit.code,
            unit.name,
            self.groups.get(unit.group, ""),
            is_person=False,
            former_names=past_names(named, self.events),
            results=tuple(results),
            rewards=self._rewards(line),
            proposals=self._proposals(line),
        )

    def of_person(self, person: Person) -> Subject:
        line = (person.code,)
        return Subject(
            person.code,
            person.full_name,
            person.position,
            is_person=True,
            former_names=(),
            results=(),
            rewards=self._rewards(line),
            proposals=self._proposals(line),
        )

    def _rewards(self, line: Sequence[str]) -> tuple[Reward, ...]:
        return tuple(one for one in self.rewards if one.proposal.subject_code in line)

    def _proposals(self, line: Sequence[str]) -> tuple[Proposal, ...]:
        shown = {reward.proposal.id for reward in self.rewards}
        return tuple(
            one
            for one in self.proposals
            if one.subject_code in line and one.status in _OPEN and one.id not in shown
        )
