"""Danh sách xét: everyone who may get an award, in order, with the line of the quota."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thidua_desktop.application.award_forms import award_names
from thidua_desktop.application.awarding import (
    AwardCheck,
    AwardRequest,
    Wording,
    add_proposal,
    check_in,
)
from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.quotas import STANDING, quota_left
from thidua_desktop.application.ranking import Ranking, rank_in
from thidua_desktop.domain.awards.balance import Balance, balance_of
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.awards.quota_line import (
    ListChoice,
    ListLine,
    QuotaList,
    Ranked,
    draw_line,
)
from thidua_desktop.domain.awards.verdict import blocks_of, may_propose, verdict
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError, RuleViolation
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.rule_pack import Principle, pack_for
from thidua_desktop.domain.units import Person, Unit

PERSONS = (SubjectKind.INDIVIDUAL, SubjectKind.HOUSEHOLD)


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list with what a reader needs beside it.

    Attributes:
        rank: of the unit, or of the person's unit.
        total: points ×100 of the unit, or of the person's unit; `None` without a result.
        was_rewarded: whether this office ever decided an award for them.
    """

    line: ListLine
    name: str
    detail: str
    rank: int | None
    total: int | None
    was_rewarded: bool
    check: AwardCheck

    @property
    def code(self) -> str:
        """The unit's or person's code."""
        return self.line.candidate.code


@dataclass(frozen=True, slots=True)
class AwardDraft:
    """The list of one award for one kind of subject.

    Attributes:
        balance: who stands above the line, for people; `None` for units.
        newcomers: how many above the line were never rewarded.
    """

    award: str
    subject: SubjectKind
    quota: QuotaState
    rows: tuple[Listed, ...]
    result: QuotaList
    balance: Balance | None
    newcomers: int


@dataclass(frozen=True, slots=True)
class ListOrder:
    """Which list: the cycle, the award and the kind of subject."""

    cycle: str
    award: str
    subject: SubjectKind


@dataclass(frozen=True, slots=True)
class ListProposed:
    """What became of a list: who was proposed, and who was put aside because a block stands."""

    proposals: tuple[int, ...]
    put_aside: tuple[Listed, ...]
    operation: int | None


def award_draft(desk: Desk, order: ListOrder) -> AwardDraft:
    """The list with its line as the data stand.

    Raises:
        NotFound: no such cycle or award.
    """
    with desk.store.read() as books:
        return _draft(books, desk, order)


def choose(desk: Desk, order: ListOrder, choice: ListChoice | None, code: str) -> None:
    """Take a candidate in or leave it out with a reason; without a choice the order decides.

    Raises:
        NotFound: no such cycle.
        InputError: the reason is empty.
        RuleViolation: the cycle is closed.
    """
    if choice is not None and not choice.reason.strip():
        raise InputError("list_reason_missing")
    action = "list_choice_removed" if choice is None else "list_choice_made"
    with desk.store.write(action, code=code) as books:
        if not books.cycles.get(order.cycle).is_open:
            raise RuleViolation("cycle_closed", cycle=order.cycle)
        if choice is None:
            books.list_choices.remove(order.cycle, order.award, code)
        else:
            books.list_choices.save(order.cycle, order.award, order.subject, choice)


def propose_list(
    desk: Desk, order: ListOrder, achievement: str, over_reason: str = ""
) -> ListProposed:
    """Propose everyone above the line who is not proposed yet, as one operation.

    Who is still blocked without the officer's reason is put aside and told.

    Raises:
        NotFound: as `award_draft`.
        InputError: the achievement is empty.
        RuleViolation: the list holds more than the quota and bears no reason, the cycle is
            closed, or no rules are known for today.
    """
    if not achievement.strip():
        raise InputError("achievement_missing")
    pack = pack_for(desk.rule_packs.packs(), desk.clock.today())
    name = award_names(desk).get(order.award, order.award)
    draft = award_draft(desk, order)
    new = [row for row in draft.rows if row.line in draft.result.within]
    new = [row for row in new if not row.line.candidate.is_proposed]
    if draft.result.over and not over_reason.strip():
        raise RuleViolation(
            "list_over_quota",
            pack.article(Principle.QUOTA),
            over=draft.result.over,
            maximum=draft.result.places or 0,
        )
    able = {row.code: _reason_of(row, over_reason) for row in new}
    taken = [row for row in new if may_propose(row.check.checks, able[row.code])]
    aside = tuple(row for row in new if row not in taken)
    if not taken:
        return ListProposed((), aside, None)
    with desk.store.write("list_proposed", award=name, count=len(taken)) as books:
        numbers = [
            add_proposal(
                books,
                desk,
                _request(order, row.code),
                Wording(achievement, able[row.code]),
                row.check.confirmed,
            )
            for row in taken
        ]
        operation = books.operation
    return ListProposed(tuple(numbers), aside, operation)


def _reason_of(row: Listed, over_reason: str) -> str:
    """Why this candidate is proposed although something stands against it."""
    said = row.line.why.data.get("reason", "")
    return "; ".join(part for part in (str(said or ""), over_reason.strip()) if part)


def _draft(books: Books, desk: Desk, order: ListOrder) -> AwardDraft:
    cycle = books.cycles.get(order.cycle)
    ranking = rank_in(books, desk, cycle)
    scene = _Scene.read(books, cycle, ranking, order)
    quota = quota_left(books, cycle, order.award, order.subject)
    checks = {
        code: check_in(books, desk, _request(order, code), ranking=ranking)
        for code in scene.subjects
    }
    ranked = [scene.ranked(code, checks[code]) for code in scene.subjects]
    held = sum(one.is_proposed for one in ranked)
    places = None if quota.remaining is None else quota.remaining + held
    result = draw_line(ranked, places, books.list_choices.of_list(order.cycle, order.award))
    rows = tuple(scene.listed(line, checks[line.candidate.code]) for line in result.lines)
    within = [row for row in rows if row.line in result.within]
    return AwardDraft(
        award=order.award,
        subject=order.subject,
        quota=quota,
        rows=rows,
        result=result,
        balance=scene.balance(within),
        newcomers=sum(not row.was_rewarded for row in within),
    )


def _request(order: ListOrder, code: str) -> AwardRequest:
    is_person = order.subject in PERSONS
    return AwardRequest(
        order.cycle, order.award, unit="" if is_person else code, person=code if is_person else ""
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    """Who may stand on the list, and what is known of them."""

    ranking: Ranking
    subjects: Mapping[str, Unit | Person]
    unit_names: Mapping[str, str]
    proposed: frozenset[str]
    rewarded: frozenset[str] = field(default=frozenset())

    @classmethod
    def read(cls, books: Books, cycle: Cycle, ranking: Ranking, order: ListOrder) -> _Scene:
        """Everyone of the kind: units of the cycle, or people of the register."""
        everyone: Sequence[Unit | Person]
        if order.subject in PERSONS:
            everyone = books.people.all()
        else:
            everyone = books.units.existing_on(cycle.achievement_to)
        proposals = books.awards.proposals()
        return cls(
            ranking=ranking,
            subjects={one.code: one for one in everyone if one.subject is order.subject},
            unit_names={unit.code: unit.name for unit in books.units.all()},
            proposed=frozenset(
                p.subject_code
                for p in proposals
                if p.cycle == cycle.id and p.award == order.award and p.status in STANDING
            ),
            rewarded=frozenset(
                p.subject_code for p in proposals if p.status is ProposalStatus.DECIDED
            ),
        )

    def ranked(self, code: str, check: AwardCheck) -> Ranked:
        """The candidate as the line is drawn by."""
        _, total = self._result(code)
        return Ranked(
            code=code,
            standing=total,
            state=verdict(check.checks),
            blocked_by=tuple(
                one.reason for one in blocks_of(check.checks) if one.code != Principle.QUOTA
            ),
            has_women_priority=self._women_priority(code),
            is_proposed=code in self.proposed,
        )

    def listed(self, line: ListLine, check: AwardCheck) -> Listed:
        """The line with its words and figures."""
        code = line.candidate.code
        rank, total = self._result(code)
        one = self.subjects[code]
        is_unit = isinstance(one, Unit)
        parts = () if isinstance(one, Unit) else (one.position, self.unit_names.get(one.unit, ""))
        return Listed(
            line=line,
            name=one.name if isinstance(one, Unit) else one.full_name,
            detail=one.cluster if is_unit and isinstance(one, Unit) else _joined(parts),
            rank=rank,
            total=total,
            was_rewarded=code in self.rewarded,
            check=check,
        )

    def balance(self, rows: Sequence[Listed]) -> Balance | None:
        """Direct workers, leaders and women above the line; nothing for units."""
        people = [self.subjects[row.code] for row in rows]
        known = [one for one in people if isinstance(one, Person)]
        if not known:
            return None
        return balance_of((one.is_leader, one.gender) for one in known)

    def _result(self, code: str) -> tuple[int | None, int | None]:
        """Rank and total of the unit, or of the person's unit."""
        one = self.subjects[code]
        row = self.ranking.find(code if isinstance(one, Unit) else one.unit)
        if row is None or row.rank is None:
            return None, None
        return row.rank, row.total

    def _women_priority(self, code: str) -> bool | None:
        one = self.subjects[code]
        if isinstance(one, Person):
            return None if one.gender is None else one.gender is Gender.FEMALE
        is_known = one.people_total and one.people_female is not None
        return one.has_women_priority if is_known else None


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(part for part in parts if part)
