"""Năm năm: units beside their years, with points, rank, xếp loại and awards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.charts import ChartLine, YearChart
from thidua_desktop.application.office_workbook import write_office_workbook
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.results.ranked_units import RankedUnit, Ranking
from thidua_desktop.application.results.ranking import rank_in
from thidua_desktop.application.rewards.book import Reward, rewards_in
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.summary import (
    ColumnKind,
    SummaryColumn,
    SummarySheet,
    SummaryValue,
)
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.lineage import UnitEvent, heir_of, predecessors
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.units import Unit

SPAN = 5


@dataclass(frozen=True, slots=True)
class YearResult:
    """One unit in one year.

    Attributes:
        rank: `None` for a unit without a report; points and class then say nothing.
        awards: the names of the awards of that year that hold.
        is_final: every line of its report is appraised.
    """

    total: int | None = None
    rank: int | None = None
    classification: Classification | None = None
    awards: tuple[str, ...] = ()
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class FiveYearRow:
    """One unit with its years, in the order of the table."""

    code: str
    name: str
    group: str
    results: tuple[YearResult, ...]

    @property
    def years_rewarded(self) -> int:
        """In how many of the years it got something."""
        return sum(bool(result.awards) for result in self.results)


@dataclass(frozen=True, slots=True)
class FiveYears:
    """The table: its years from the earliest on, and a row for each unit."""

    years: tuple[int, ...]
    rows: tuple[FiveYearRow, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that have units, in order."""
        return tuple(dict.fromkeys(row.group for row in self.rows))

    def chart_of(self, row: FiveYearRow) -> YearChart:
        """A unit's points beside the average of its group."""
        peers = [other for other in self.rows if other.group == row.group]
        own = ChartLine(row.name, tuple(result.total for result in row.results))
        average = ChartLine(
            f"Trung bình nhóm ({len(peers)} đơn vị)",
            tuple(_average([peer.results[at].total for peer in peers]) for at in _each(self.years)),
        )
        return YearChart(self.years, (own, average) if len(peers) > 1 else (own,))


def years_shown(desk: Desk) -> tuple[int, ...]:
    """Five years of the movement with this one or the newest cycle's among them.

    They begin with the plan's first year, or with the first one that has a cycle, and move on
    when five have gone by; years to come stand empty.
    """
    with desk.store.read() as books:
        plan = plan_of(books, desk.plans)
        cycles = [one.year for one in books.cycles.all() if one.kind is CycleKind.ANNUAL]
    first = min([plan.first_year, *cycles])
    now = max([min(desk.clock.today().year, plan.last_year), *cycles])
    begin = max(first, now - SPAN + 1)
    return tuple(range(begin, begin + SPAN))


def five_years(desk: Desk, years: tuple[int, ...] | None = None) -> FiveYears:
    """The units of today over five years, those of `years_shown` by default.

    A unit that was renamed or follows one other carries that one's results on; of a merger of
    several with results nobody's are its own.
    """
    years = years or years_shown(desk)
    with desk.store.read() as books:
        cycles = [one for one in books.cycles.all() if one.kind is CycleKind.ANNUAL]
        scene = _Scene(
            years,
            {one.year: rank_in(books, desk, one) for one in cycles if one.year in years},
            rewards_in(books, desk).rewards,
            books.lineage.events(),
        )
        groups = {group.code: group.name for group in books.plans.groups()}
        units = books.units.existing_on(desk.clock.today())
    return FiveYears(
        years,
        tuple(
            FiveYearRow(unit.code, unit.name, groups.get(unit.group, ""), scene.results(unit))
            for unit in units
        ),
    )


def export_five_years(
    desk: Desk, texts: Texts, table: FiveYears, rows: Sequence[FiveYearRow], path: Path
) -> Path:
    """Write the table as a workbook.

    Raises:
        EnvironmentFault: the file can't be written, or is open in another program.
    """
    columns = [
        SummaryColumn("STT", 6, ColumnKind.COUNT),
        SummaryColumn("Đơn vị", 36),
        SummaryColumn("Nhóm", 24),
    ]
    for year in table.years:
        columns += [
            SummaryColumn("Điểm", 9, ColumnKind.POINTS, over=str(year)),
            SummaryColumn("Hạng", 7, ColumnKind.COUNT, over=str(year)),
            SummaryColumn("Xếp loại", 14, over=str(year)),
            SummaryColumn("Khen thưởng", 20, over=str(year)),
        ]
    sheet = SummarySheet(
        title="Năm năm",
        heading=f"KẾT QUẢ THI ĐUA {table.years[0]} – {table.years[-1]}",
        sub_heading="Điểm, hạng trong nhóm, xếp loại và khen thưởng từng năm",
        columns=tuple(columns),
        rows=tuple(_export_row(number, row, texts) for number, row in enumerate(rows, start=1)),
        empty_note="Chưa có kết quả.",
    )
    return write_office_workbook(desk, (sheet,), path)


def _export_row(number: int, row: FiveYearRow, texts: Texts) -> tuple[SummaryValue, ...]:
    values: list[SummaryValue] = [number, row.name, row.group]
    for result in row.results:
        known = result.classification
        class_name = texts.render(f"classification_{known}", {}) if known else ""
        values += [result.total, result.rank, class_name, "; ".join(result.awards)]
    return tuple(values)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the results are made of."""

    years: tuple[int, ...]
    rankings: Mapping[int, Ranking]
    rewards: Sequence[Reward]
    events: tuple[UnitEvent, ...]

    def results(self, unit: Unit) -> tuple[YearResult, ...]:
        """The years of one unit."""
        line = (unit.code, *predecessors(unit.code, self.events))
        return tuple(self._result(unit, year, line) for year in self.years)

    def _result(self, unit: Unit, year: int, line: Sequence[str]) -> YearResult:
        awards = tuple(
            reward.award
            for reward in self.rewards
            if reward.is_standing
            and reward.proposal.period_to.year == year
            and reward.proposal.subject_code in line
        )
        row = self._row(unit, year)
        if row is None or row.rank is None:
            return YearResult(awards=awards)
        return YearResult(
            row.total, row.rank, row.classification, awards, is_final=row.pending == 0
        )

    def _row(self, unit: Unit, year: int) -> RankedUnit | None:
        ranking = self.rankings.get(year)
        if ranking is None:
            return None
        known = ranking.by_unit()
        heir = heir_of(unit.code, known, self.events)
        return known[heir] if heir else None


def _average(totals: Sequence[int | None]) -> int | None:
    known = [total for total in totals if total is not None]
    return sum(known) // len(known) if known else None


def _each(years: Sequence[int]) -> range:
    return range(len(years))
