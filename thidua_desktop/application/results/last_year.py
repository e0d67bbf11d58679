"""Số liệu năm trước: what a unit said and was given in the same kind of cycle before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.ranking import by_unit, rank_in
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.cycles import Cycle, cycle_before
from thidua_desktop.domain.lineage import heir_of
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion
from thidua_desktop.domain.self_reports import Appraisal, ReportLine, SelfReport


@dataclass(frozen=True, slots=True)
class PastLine:
    """One criterion of last year: points ×100, `None` where not given.

    Attributes:
        criterion: as it stood in last year's criteria, with the maximum of then.
        own: what the unit gave itself (tự chấm).
        appraised: what the office gave (thẩm định), or the council where it differed.
    """

    criterion: Criterion
    own: int | None
    appraised: int | None
    explanation: str = ""
    evidence: str = ""

    @property
    def final(self) -> int | None:
        """What counted: the office's points, else the unit's own."""
        return self.own if self.appraised is None else self.appraised


@dataclass(frozen=True, slots=True)
class PastUnit:
    """Last year of one unit of today, which another unit may have earned.

    Attributes:
        code: the unit that earned it: itself, or its only forebear with figures.
        name: that unit's name then.
        place: its line of last year's ranking; `None` where it wasn't ranked.
        report: its self-report; `None` where it sent none.
        lines: by the code of the criterion.
        standard_total: what the standard criteria shared then, ×100.
    """

    code: str
    name: str
    place: RankedUnit | None
    report: SelfReport | None
    lines: Mapping[str, PastLine]
    standard_total: int = 0


@dataclass(frozen=True, slots=True)
class LastYear:
    """The cycle before, by unit of today; empty in the first year.

    Attributes:
        cycle: `None` in the first year. Not always of the very year before: a year may be missing.
    """

    cycle: Cycle | None = None
    units: Mapping[str, PastUnit] = field(default_factory=dict)

    def line(self, unit: str, criterion: str) -> PastLine | None:
        """Last year's figures for one cell; `None` where there are none."""
        past = self.units.get(unit)
        return past.lines.get(criterion) if past else None


def last_year(desk: Desk, cycle_id: str) -> LastYear:
    """The figures of the cycle before.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        return last_year_in(books, desk, books.cycles.get(cycle_id))


def last_year_in(books: Books, desk: Desk, cycle: Cycle) -> LastYear:
    """As `last_year`, within a reading or operation under way."""
    last = cycle_before(cycle, books.cycles.all())
    if last is None:
        return LastYear()
    past = _Past(books, desk, last)
    known, events = past.units(), books.lineage.events()
    heirs = {unit.code: heir_of(unit.code, known, events) for unit in books.units.all()}
    return LastYear(last, {unit: known[heir] for unit, heir in heirs.items() if heir is not None})


class _Past:
    """Everything of last year's cycle, read once."""

    def __init__(self, books: Books, desk: Desk, cycle: Cycle) -> None:
        self._plan = plan_of(books, desk.plans)
        self._criteria = books.plans.criteria_sets(cycle.id)
        self._reports = books.collecting.reports(cycle.id)
        self._appraisals = by_unit(books.appraisals.of_cycle(cycle.id))
        self._names = {unit.code: (unit.name, unit.group) for unit in books.units.all()}
        self._places = rank_in(books, desk, cycle).by_unit()

    def units(self) -> dict[str, PastUnit]:
        """Every unit that reported or was given points."""
        return {code: self._unit(code) for code in {*self._reports, *self._appraisals}}

    def _unit(self, code: str) -> PastUnit:
        place, report = self._places.get(code), self._reports.get(code)
        name, group = (place.unit.name, place.unit.group) if place else self._names[code]
        criteria = self._criteria.get(self._plan.group(group).audience)
        if criteria is None:
            return PastUnit(code, name, place, report, {})
        lines = _lines(criteria, report, self._appraisals.get(code, {}))
        return PastUnit(code, name, place, report, lines, criteria.standard_total)


def _lines(
    criteria: CriteriaSet, report: SelfReport | None, given: Mapping[str, Appraisal]
) -> dict[str, PastLine]:
    lines = {}
    for criterion in criteria.criteria:
        answer = report.line(criterion.code) if report else ReportLine(criterion.code, None)
        office = given.get(criterion.code)
        lines[criterion.code] = PastLine(
            criterion,
            answer.points,
            office.final if office else None,
            answer.explanation,
            answer.evidence,
        )
    return lines
