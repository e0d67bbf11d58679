"""Danh sách xét: everyone who may get an award, in order, with the line of the quota."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.application.awarding.candidates import AwardScene, Candidate, women_priority_of
from thidua_desktop.application.awarding.proposing import AwardCheck, judge, list_awards
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.balance import Balance, UnitBalance, balance_of, unit_balance_of
from thidua_desktop.domain.awards.facts import AwardState
from thidua_desktop.domain.awards.quota import (
    COMMUNE_SCOPE,
    QuotaState,
    listed_together,
    sharing_kinds,
)
from thidua_desktop.domain.awards.quota_line import (
    DrawnLine,
    ListLine,
    ListPlaces,
    QuotaList,
    Ranked,
    Standing,
    draw_line,
)
from thidua_desktop.domain.awards.verdict import Check, blocks_of, verdict
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.rule_pack import Principle
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.units import Person, Unit

_CLASSES = tuple(reversed(Classification))


@dataclass(frozen=True, slots=True)
class ListOrder:
    """Which list: the cycle, the award and the kind of subject."""

    cycle: str
    award: str
    subject: SubjectKind


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list with what a reader needs beside it.

    Attributes:
        detail: post and unit of a person; empty for units.
        group: nhóm đơn vị of the unit, or of the person's unit.
        unit_rank: the place in that group, of the unit or of the person's unit.
        total: points ×100 of the unit, or of the person's unit; `None` without a result.
        was_rewarded: whether an award was decided for them in an earlier cycle, as far as is known.
    """

    line: ListLine
    name: str
    subject: SubjectKind
    detail: str
    group: str
    unit_rank: int | None
    total: int | None
    classification: Classification | None
    was_rewarded: bool
    check: AwardCheck

    @property
    def code(self) -> str:
        """The unit's or person's code."""
        return self.line.candidate.code

    @property
    def blocks(self) -> tuple[Check, ...]:
        """What keeps it off the list, the number of places aside."""
        return tuple(one for one in blocks_of(self.check.checks) if one.code != Principle.QUOTA)

    @property
    def why(self) -> tuple[Reason, ...]:
        """Why it stands where it stands, with what blocks it."""
        is_blocked = self.line.why.code in ("list_blocked", "list_held")
        return (self.line.why, *(one.reason for one in self.blocks if is_blocked))


@dataclass(frozen=True, slots=True)
class AwardDraft:
    """The list of one award.

    Attributes:
        subjects: the kinds that stand on it together.
        quota: what the number leaves for one more.
        drawn: where the officer put the line.
        elsewhere: places of a shared number that another list holds.
        balance: who stands above the line.
        newcomers: how many above the line were never rewarded.
    """

    cycle: Cycle
    form: AwardForm
    subjects: tuple[SubjectKind, ...]
    quota: QuotaState
    drawn: DrawnLine
    elsewhere: int
    rows: tuple[Listed, ...]
    result: QuotaList
    balance: Balance | UnitBalance
    newcomers: int

    @property
    def within(self) -> tuple[Listed, ...]:
        """Those above the line."""
        return self.rows[: len(self.result.within)]

    @property
    def new(self) -> tuple[Listed, ...]:
        """Those above the line who are not proposed yet."""
        return tuple(row for row in self.within if not row.line.candidate.is_proposed)

    @property
    def about_line(self) -> tuple[Reason, ...]:
        """Why the line stands where it does."""
        told = list(self.quota.reasons)
        if self.elsewhere:
            told.append(Reason("list_elsewhere", {"count": self.elsewhere}))
        if self.drawn.places is not None:
            code = "list_drawn_over" if self.drawn.reason else "list_drawn"
            told.append(Reason(code, {"places": self.drawn.places, "reason": self.drawn.reason}))
        if self.drawn.women_first:
            told.append(Reason("list_women_first_used"))
        return tuple(told)

    @property
    def shares(self) -> tuple[Reason, ...]:
        """Cơ cấu of those above the line: told, never a block (P3)."""
        data = {"count": self.newcomers, "total": len(self.within)}
        return (*self.balance.reasons, Reason("balance_newcomers", data))


def award_draft(desk: Desk, order: ListOrder, confirmed: Sequence[str] = ()) -> AwardDraft:
    """The list with its line as the data stand, with what the officer would confirm of all.

    Raises:
        NotFound: no such cycle or award.
        InputError: such subjects can't get the award.
    """
    with desk.store.read() as books:
        scene = AwardScene(books, desk, books.cycles.get(order.cycle))
        return draft_in(scene, order.award, order.subject, confirmed)


def draft_in(
    scene: AwardScene, award: str, subject: SubjectKind, confirmed: Sequence[str] = ()
) -> AwardDraft:
    """As `award_draft`, within a reading or operation under way."""
    form = scene.pack.form(award)
    if subject not in form.subjects:
        raise InputError("list_subject_unfit", award=form.name)
    return _Draft(scene, form, subject, tuple(confirmed)).draw()


@dataclass(frozen=True, slots=True)
class ListOffered:
    """One list that can be asked for, with all kinds that stand on it."""

    order: ListOrder
    award: AwardForm
    subjects: tuple[SubjectKind, ...]


def lists_of(desk: Desk, cycle_id: str) -> tuple[ListOffered, ...]:
    """Every list of the awards that the plan gives in a cycle, in the order of the plan's ladder.

    Raises:
        NotFound: no such cycle.
    """
    awards = dict.fromkeys(line.form.code for line in list_awards(desk, cycle_id).lines)
    with desk.store.read() as books:
        scene = AwardScene(books, desk, books.cycles.get(cycle_id))
        return tuple(
            ListOffered(ListOrder(cycle_id, award, kinds[0]), scene.pack.form(award), kinds)
            for award in awards
            for kinds in _lists(scene, award)
        )


def first_subject(desk: Desk, cycle_id: str, award: str) -> SubjectKind:
    """Whose list stands first among those of an award.

    Raises:
        NotFound: no such cycle or award.
    """
    with desk.store.read() as books:
        return _lists(AwardScene(books, desk, books.cycles.get(cycle_id)), award)[0][0]


def _lists(scene: AwardScene, award: str) -> tuple[tuple[SubjectKind, ...], ...]:
    """The kinds of each list that an award has."""
    form = scene.pack.form(award)
    return tuple(dict.fromkeys(_kinds(scene, form, subject) for subject in form.subjects))


def _kinds(scene: AwardScene, form: AwardForm, subject: SubjectKind) -> tuple[SubjectKind, ...]:
    """The kinds that stand on the list of a kind, as far as the form is for them."""
    rules = scene.books.plans.quotas()
    together = listed_together(rules, scene.cycle.kind, form.code, subject)
    return tuple(one for one in together if one in form.subjects)


class _Draft:
    """One list within one scene."""

    def __init__(
        self, scene: AwardScene, form: AwardForm, subject: SubjectKind, confirmed: tuple[str, ...]
    ) -> None:
        self._scene = scene
        self._form = form
        self._confirmed = confirmed
        self._rules = scene.books.plans.quotas()
        self._subjects = _kinds(scene, form, subject)
        self._records: Mapping[str, Unit | Person] = {
            one.code: one for one in self._everyone() if one.subject in self._subjects
        }
        self._proposed = {one.subject_code for one in scene.proposed(form.code)}
        self._runs = Counter(
            (row.classification, row.total) for row in self._results() if row.rank is not None
        )
        self._runs_in_group = Counter(
            (row.classification, row.total, row.unit.group)
            for row in self._results()
            if row.rank is not None
        )

    def draw(self) -> AwardDraft:
        """The list with its line."""
        scene, award, cycle = self._scene, self._form.code, self._scene.cycle
        lists = scene.books.list_choices
        quota = scene.quota(award, self._subjects[0])
        drawn = lists.drawn(cycle.id, award, self._subjects[0])
        checks = {code: self._judge(record) for code, record in self._records.items()}
        ranked = [self._ranked(code, checks[code]) for code in self._records]
        elsewhere = self._elsewhere()
        held = sum(one.is_proposed for one in ranked)
        places = ListPlaces(
            None if quota.maximum is None else self._allowed(quota, held, elsewhere),
            drawn.places,
            drawn.women_first,
            binds=quota.scope == COMMUNE_SCOPE,
        )
        result = draw_line(ranked, places, lists.of_list(cycle.id, award))
        rows = tuple(self._listed(line, checks[line.candidate.code]) for line in result.lines)
        within = rows[: len(result.within)]
        return AwardDraft(
            cycle,
            self._form,
            self._subjects,
            quota,
            drawn,
            elsewhere,
            rows,
            result,
            balance=self._balance(within),
            newcomers=sum(not row.was_rewarded for row in within),
        )

    @staticmethod
    def _allowed(quota: QuotaState, held: int, elsewhere: int) -> int:
        """The places of this list: all but those that others took or are meant to take."""
        return max(0, (quota.maximum or 0) - (quota.used - held) - elsewhere)

    def _elsewhere(self) -> int:
        """Places of a shared number that other lists mean to fill.

        A list that comes earlier counts as it is drawn; a later one only where the officer put
        its line: so all lists together never hold more than there is.
        """
        scene, award = self._scene, self._form.code
        others = sharing_kinds(self._rules, scene.cycle.kind, award, self._subjects)
        lists = dict.fromkeys(
            _kinds(scene, self._form, one) for one in others if one in self._form.subjects
        )
        claimed = 0
        for subjects in lists:
            if list(SubjectKind).index(subjects[0]) < list(SubjectKind).index(self._subjects[0]):
                claimed += len(_Draft(scene, self._form, subjects[0], ()).draw().new)
                continue
            drawn = scene.books.list_choices.drawn(scene.cycle.id, award, subjects[0])
            if drawn.places is not None:
                held = sum(p.subject in subjects for p in scene.proposed(award))
                claimed += max(0, drawn.places - held)
        return claimed

    def _everyone(self) -> Sequence[Unit | Person]:
        """Everyone of the kinds: units of the cycle, or people of the register."""
        books = self._scene.books
        if self._subjects[0].is_person:
            return books.people.all()
        return books.units.existing_on(self._scene.cycle.achievement_to)

    def _results(self) -> list[RankedUnit]:
        found = (self._scene.ranked.get(code) for code in self._records)
        return [row for row in found if row is not None]

    def _judge(self, record: Unit | Person) -> AwardCheck:
        candidate = Candidate(self._scene, self._form.code, record)
        if not self._confirmed:
            return judge(self._scene, candidate)
        asked = {one.code for one in judge(self._scene, candidate).confirmable}
        asserted = tuple(code for code in self._confirmed if code in asked)
        return judge(self._scene, Candidate(self._scene, self._form.code, record, asserted))

    def _result(self, code: str) -> RankedUnit | None:
        """The result of the unit, or of the person's unit; nothing without a report."""
        one = self._records[code]
        row = self._scene.ranked.get(code if isinstance(one, Unit) else one.unit)
        return None if row is None or row.rank is None else row

    def _standing(self, code: str) -> Standing | None:
        """Xếp loại, then points; of equals in one group the ranking's own order.

        Where equals come from several groups their places in them say nothing: they stay equal.
        """
        row = self._result(code)
        if row is None:
            return None
        one_group = (
            self._runs[row.classification, row.total]
            == self._runs_in_group[row.classification, row.total, row.unit.group]
        )
        is_unit = isinstance(self._records[code], Unit)
        place = -(row.rank or 0) if is_unit and one_group else 0
        return (_CLASSES.index(row.classification), row.total, place)

    def _ranked(self, code: str, check: AwardCheck) -> Ranked:
        """The candidate as the line is drawn by."""
        blocks = [one for one in blocks_of(check.checks) if one.code != Principle.QUOTA]
        return Ranked(
            code=code,
            standing=self._standing(code),
            state=verdict(one for one in check.checks if one.code != Principle.QUOTA),
            blocked_by=tuple(one.reason for one in blocks),
            has_women_priority=women_priority_of(self._records[code]),
            is_proposed=code in self._proposed,
            is_held=any(one.code == Principle.HOLD for one in blocks),
        )

    def _listed(self, line: ListLine, check: AwardCheck) -> Listed:
        """The line with its words and figures."""
        code = line.candidate.code
        row = self._result(code)
        candidate = Candidate(self._scene, self._form.code, self._records[code])
        cycle = self._scene.cycle.id
        return Listed(
            line=line,
            name=candidate.name,
            subject=candidate.subject,
            detail=candidate.detail,
            group=self._scene.group_of(row.unit) if row else "",
            unit_rank=row.rank if row else None,
            total=row.total if row else None,
            classification=row.classification if row else None,
            was_rewarded=any(
                one.state is AwardState.DECIDED
                and one.achievement.cycle != cycle
                and not one.namesake
                for one in check.history
            ),
            check=check,
        )

    def _balance(self, rows: Sequence[Listed]) -> Balance | UnitBalance:
        """Direct workers, leaders and women among people; units of mostly women."""
        records = [self._records[row.code] for row in rows]
        if self._subjects[0].is_person:
            people = [one for one in records if isinstance(one, Person)]
            return balance_of((one.is_leader, one.gender) for one in people)
        return unit_balance_of(women_priority_of(one) for one in records)
