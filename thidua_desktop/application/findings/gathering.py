"""Điểm cần xem lại: what an appraiser should look at twice, and the officer's word on it.

Nothing here changes a point: each finding says where to look and why, with the texts beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from thidua_desktop.application.awarding.listing import ListOffered, lists_of
from thidua_desktop.application.books import Books
from thidua_desktop.application.findings.board import (
    FindingsBoard,
    FoundLine,
    Quoted,
    SideBySide,
)
from thidua_desktop.application.findings.figures import (
    UnitFigures,
    close_in_groups,
    close_to_lines,
)
from thidua_desktop.application.findings.owners import Owners
from thidua_desktop.application.findings.texts import (
    achievements_of,
    known_wording,
    like_last_year,
    like_many,
    like_others,
    texts_of,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.last_year import LastYear, last_year_in
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.ranking import by_unit, rank_in
from thidua_desktop.application.setting_up.class_levels import policy_in
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.findings.finding import (
    Finding,
    FindingKey,
    FindingKind,
    FindingReview,
)
from thidua_desktop.domain.findings.likeness import AnswerField, Corpus, Likeness, Span, UnitText
from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.units import Unit

_KINDS = tuple(FindingKind)


def findings(desk: Desk, cycle_id: str) -> FindingsBoard:
    """Everything that needs a second look in a cycle.

    Raises:
        NotFound: no such cycle.
    """
    lists = lists_of(desk, cycle_id)
    with desk.store.read() as books:
        scene = _Scene(books, desk, books.cycles.get(cycle_id), lists)
        return scene.board()


def review_finding(desk: Desk, cycle_id: str, keys: Sequence[FindingKey], note: str = "") -> int:
    """Đã xem: say that findings were looked at, with a note; one operation.

    Returns:
        How many were.

    Raises:
        NotFound: nothing of this key is found in the cycle.
    """
    board = findings(desk, cycle_id)
    lines = [_line(board, key) for key in keys]
    today = desk.clock.today()
    with desk.store.write("finding_reviewed", cycle=cycle_id, count=len(lines)) as books:
        for line in lines:
            finding = line.finding
            books.findings.save_review(
                FindingReview(cycle_id, finding.key, finding.fingerprint, note.strip(), today)
            )
    return len(lines)


def reopen_finding(desk: Desk, cycle_id: str, keys: Sequence[FindingKey]) -> None:
    """Take «đã xem» back; one operation."""
    with desk.store.write("finding_reopened", cycle=cycle_id, count=len(keys)) as books:
        for key in keys:
            books.findings.remove_review(cycle_id, key)


def finding_limits(desk: Desk) -> FindingLimits:
    """The thresholds in use."""
    with desk.store.read() as books:
        return books.findings.limits()


def set_finding_limits(desk: Desk, limits: FindingLimits) -> None:
    """Change the thresholds; one operation.

    Raises:
        InputError: one of them can't be.
    """
    if not limits.is_sound:
        raise InputError("finding_limits_unfit")
    with desk.store.write("finding_limits_set") as books:
        books.findings.save_limits(limits)


def _line(board: FindingsBoard, key: FindingKey) -> FoundLine:
    line = board.find(key)
    if line is None:
        raise NotFound("finding_unknown", key=key.text)
    return line


class _Scene:
    """Everything that the findings of one cycle look at."""

    def __init__(
        self, books: Books, desk: Desk, cycle: Cycle, lists: tuple[ListOffered, ...]
    ) -> None:
        self._books = books
        self._desk = desk
        self._cycle = cycle
        self._lists = lists
        self._plan = plan_of(books, desk.plans)
        self._limits = books.findings.limits()
        self._criteria = books.plans.criteria_sets(cycle.id)
        self._reports = books.collecting.reports(cycle.id)
        self._ranking = rank_in(books, desk, cycle)
        self._past: LastYear = last_year_in(books, desk, cycle)
        self._units: Mapping[str, Unit] = {row.unit.code: row.unit for row in self._ranking.rows}
        names = {unit.code: unit.name for unit in books.units.all()}
        frozen = {code: unit.name for code, unit in self._units.items()}
        self._owners = Owners.read(books, {**names, **frozen})

    def board(self) -> FindingsBoard:
        """All findings, by kind and then in the order of the units' names."""
        reviews = {review.key: review for review in self._books.findings.reviews(self._cycle.id)}
        found = [one for one in self._found() if one.key.unit in self._units]
        found.sort(key=lambda one: (_KINDS.index(one.key.kind), one.key))
        lines = tuple(self._told(finding, reviews.get(finding.key)) for finding in found)
        return FindingsBoard(self._cycle, self._past, self._limits, lines)

    def _found(self) -> Iterable[Finding]:
        texts = [
            text
            for report in self._reports.values()
            if report.unit in self._units
            for text in texts_of(report)
        ]
        known = known_wording(self._plan, [*self._criteria.values(), *self._past_criteria()])
        corpus = Corpus([*texts, *achievements_of(self._books, self._cycle)])
        yield from like_others(corpus, self._owners, self._limits, known)
        yield from like_many(corpus, self._owners, self._limits, known)
        yield from like_last_year(corpus, self._past, self._limits, known)
        given = by_unit(self._books.appraisals.of_cycle(self._cycle.id))
        for row in self._ranking.rows:
            report = self._reports.get(row.unit.code)
            if report is not None:
                figures = UnitFigures(
                    row, self._criteria_of(row), report, given.get(row.unit.code, {})
                )
                yield from figures.findings(self._past, self._limits)
        yield from close_in_groups(self._ranking, policy_in(self._books), self._limits)
        yield from close_to_lines(self._books, self._desk, self._cycle, self._lists, self._limits)

    def _past_criteria(self) -> Iterable[CriteriaSet]:
        """Last year's wording is nobody's own either."""
        past = self._past.cycle
        return self._books.plans.criteria_sets(past.id).values() if past else ()

    def _criteria_of(self, row: RankedUnit) -> CriteriaSet:
        return self._criteria[self._plan.group(row.unit.group).audience]

    def _told(self, finding: Finding, review: FindingReview | None) -> FoundLine:
        owners, unit = self._owners, self._units[finding.key.unit]
        codes = dict.fromkeys(code for _, code in finding.cells)
        concerned = (owners.unit(code) for code in finding.owners)
        groups = (self._units[code].group for code in concerned if code in self._units)
        return FoundLine(
            finding,
            owners.name(finding.owners[0]),
            unit.group,
            self._plan.group(unit.group).name,
            tuple(dict.fromkeys((unit.group, *groups))),
            tuple(owners.name(code) for code in finding.owners),
            tuple(codes),
            self._beside(finding),
            review,
        )

    def _beside(self, finding: Finding) -> tuple[SideBySide, ...]:
        """The texts to read: those that are alike, or both years' words on a criterion."""
        is_past = finding.key.kind is FindingKind.LIKE_LAST_YEAR
        if finding.texts:
            told = finding.texts if finding.other or is_past else finding.texts[:1]
            return tuple(self._alike(finding, likeness) for likeness in told)
        report, code = self._reports.get(finding.key.unit), finding.key.criterion
        before = self._past.line(finding.key.unit, code) if code else None
        if report is None or before is None or self._past.cycle is None:
            return ()
        now, name = report.line(code), self._owners.name(finding.key.unit)
        year = self._past.cycle.year
        then = self._past.units[finding.key.unit].name
        fields = (
            (AnswerField.EXPLANATION, now.explanation, before.explanation),
            (AnswerField.EVIDENCE, now.evidence, before.evidence),
        )
        return tuple(
            SideBySide(
                Quoted(name, text, field=field, criterion=code),
                Quoted(then, earlier, year=year, field=field, criterion=code),
            )
            for field, text, earlier in fields
            if text or earlier
        )

    def _alike(self, finding: Finding, likeness: Likeness) -> SideBySide:
        is_past = finding.key.kind is FindingKind.LIKE_LAST_YEAR
        year = self._past.cycle.year if is_past and self._past.cycle else None
        second = self._quoted(likeness.second, likeness.in_second)
        if is_past:
            then = self._past.units[finding.key.unit].name
            second = replace(second, heading=then, year=year)
        first = self._quoted(likeness.first, likeness.in_first)
        return SideBySide(first, second, likeness.percent)

    def _quoted(self, text: UnitText, marks: tuple[Span, ...]) -> Quoted:
        name = self._owners.name(text.owner)
        return Quoted(name, text.text, marks, field=text.field, criterion=text.criterion)
