"""The sheets of the province's summary, each from the same gathered matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.movement.book import MovementBook
from thidua_desktop.application.movement.sheets import movement_sheets
from thidua_desktop.application.papers.wording import movement_called
from thidua_desktop.application.results.ranked_units import RankedGroup, RankedUnit, Ranking
from thidua_desktop.application.results.ranking import score_lines
from thidua_desktop.application.rewards.fund_book import FundBook
from thidua_desktop.application.rewards.fund_sheet import fund_sheets
from thidua_desktop.application.summary import (
    ColumnKind,
    SummaryColumn,
    SummarySheet,
    SummaryValue,
)
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.scoring.score import effective_points
from thidua_desktop.domain.self_reports import Appraisal, SelfReport

_COUNT, _POINTS = ColumnKind.COUNT, ColumnKind.POINTS
_NUMBER = SummaryColumn("STT", 6, _COUNT)
_UNIT = SummaryColumn("Đơn vị", 38)

_POOLS = {Role.BONUS: "Thưởng", Role.PENALTY: "Trừ"}

Row = tuple[SummaryValue, ...]


@dataclass(frozen=True, slots=True)
class SummaryMatter:
    """Everything that the sheets are made of."""

    cycle: Cycle
    plan: Plan
    ranking: Ranking
    criteria: Mapping[str, CriteriaSet]
    reports: Mapping[str, SelfReport]
    appraisals: Mapping[str, Mapping[str, Appraisal]]
    lists: tuple[SummarySheet, ...]
    book: MovementBook
    fund: FundBook
    texts: Texts

    @property
    def sub_heading(self) -> str:
        """The line under every heading."""
        return f"{movement_called(self.plan.movement)}, {cycle_title(self.cycle)}"

    def class_name(self, row: RankedUnit) -> str:
        """Xếp loại in words."""
        return self.texts.render(f"classification_{row.classification.value}", {})


def summary_sheets(matter: SummaryMatter) -> tuple[SummarySheet, ...]:
    """Every sheet in the order of the workbook."""
    return (
        _totals(matter),
        _ranking(matter),
        *_scores(matter),
        *matter.lists,
        _silent(matter),
        _requests(matter),
        *movement_sheets(matter.book, matter.texts, matter.sub_heading),
        *fund_sheets(matter.fund),
    )


def _totals(matter: SummaryMatter) -> SummarySheet:
    rows = [_total_row(number, group) for number, group in enumerate(matter.ranking.groups, 1)]
    sums = [
        sum(column) for column in zip(*(_counts(g) for g in matter.ranking.groups), strict=True)
    ]
    groups = matter.ranking.groups
    totals = [row.total for group in groups for row in group.rows if row.rank is not None]
    columns = (
        _NUMBER,
        SummaryColumn("Nhóm đơn vị", 40),
        SummaryColumn("Tổng số", 10, _COUNT),
        SummaryColumn("Đã báo cáo", 10, _COUNT, "Tình hình báo cáo"),
        SummaryColumn("Chưa báo cáo", 10, _COUNT, "Tình hình báo cáo"),
        SummaryColumn("Xuất sắc", 10, _COUNT, "Xếp loại hoàn thành"),
        SummaryColumn("Tốt", 10, _COUNT, "Xếp loại hoàn thành"),
        SummaryColumn("Hoàn thành", 11, _COUNT, "Xếp loại hoàn thành"),
        SummaryColumn("Không hoàn thành", 11, _COUNT, "Xếp loại hoàn thành"),
        SummaryColumn("Điểm bình quân", 11, _POINTS),
    )
    return SummarySheet(
        title="Tổng hợp",
        heading="BIỂU TỔNG HỢP KẾT QUẢ PHONG TRÀO THI ĐUA",
        sub_heading=matter.sub_heading,
        columns=columns,
        rows=tuple(rows),
        total=("", "Tổng cộng", *sums, _mean(totals)),
        notes=(matter.plan.points_note,),
        empty_note="Chưa có đơn vị.",
    )


def _counts(group: RankedGroup) -> tuple[int, ...]:
    """Units in all, with and without a report, and in each class."""
    reported = sum(row.rank is not None for row in group.rows)
    classes = (sum(row.classification is one for row in group.rows) for one in Classification)
    return (len(group.rows), reported, len(group.rows) - reported, *classes)


def _total_row(number: int, group: RankedGroup) -> Row:
    totals = [row.total for row in group.rows if row.rank is not None]
    return (number, group.name, *_counts(group), _mean(totals))


def _mean(totals: Sequence[int]) -> int | None:
    """The average ×100, halves rounded up; `None` of nothing."""
    return (2 * sum(totals) + len(totals)) // (2 * len(totals)) if totals else None


def _ranking(matter: SummaryMatter) -> SummarySheet:
    rows: list[Row] = []
    for group in matter.ranking.groups:
        rows.append((group.name,))
        rows += [_ranking_row(number, row, matter) for number, row in enumerate(group.rows, 1)]
    columns = (
        _NUMBER,
        _UNIT,
        SummaryColumn("Khối thi đua", 13),
        SummaryColumn("Điểm tự chấm", 10, _POINTS),
        SummaryColumn("Điểm thẩm định", 10, _POINTS),
        SummaryColumn("Tổng điểm", 10, _POINTS),
        SummaryColumn("Thứ hạng", 9, _COUNT),
        SummaryColumn("Xếp loại", 18),
        SummaryColumn("Ghi chú", 24),
    )
    return SummarySheet(
        title="Xếp hạng",
        heading="KẾT QUẢ XẾP HẠNG, XẾP LOẠI",
        sub_heading=matter.sub_heading,
        columns=columns,
        rows=tuple(rows),
        empty_note="Chưa có đơn vị.",
    )


def _ranking_row(number: int, row: RankedUnit, matter: SummaryMatter) -> Row:
    remarks = []
    if row.rank is None:
        remarks.append("Chưa báo cáo")
    if row.tied:
        remarks.append("Bằng điểm, cần biểu quyết")
    if row.pending:
        remarks.append("Chưa thẩm định xong")
    return (
        number,
        row.unit.name,
        row.unit.cluster,
        row.self_points,
        row.appraised,
        row.total,
        row.rank,
        matter.class_name(row),
        "; ".join(remarks),
    )


def _scores(matter: SummaryMatter) -> tuple[SummarySheet, ...]:
    """Scores in detail: one sheet a group, for groups differ in their criteria."""
    sheets = []
    for group in matter.ranking.groups:
        criteria = matter.criteria[matter.plan.group(group.code).audience]
        asked = criteria.criteria
        rows = tuple(_score_row(n, row, criteria, matter) for n, row in enumerate(group.rows, 1))
        columns = (
            _NUMBER,
            SummaryColumn("Đơn vị", 34),
            *(SummaryColumn(_called(c, asked), 9, _POINTS, _over(c.role)) for c in asked),
            SummaryColumn("Trừ chậm nộp", 9, _POINTS),
            SummaryColumn("Tổng điểm", 10, _POINTS),
        )
        sheets.append(
            SummarySheet(
                title=f"Điểm - {group.name}"[:31],
                heading="ĐIỂM CHI TIẾT THEO TIÊU CHÍ",
                sub_heading=f"{group.name}, {cycle_title(matter.cycle)}",
                columns=columns,
                rows=rows,
                notes=tuple(f"{_called(c, asked)}: {c.text}" for c in asked),
                is_signed=False,
            )
        )
    return tuple(sheets)


def _called(criterion: Criterion, asked: Sequence[Criterion]) -> str:
    """A criterion over its column: by its code, a lone bonus or penalty by its name."""
    alike = [one for one in asked if one.role is criterion.role]
    return _POOLS.get(criterion.role, criterion.code) if len(alike) == 1 else criterion.code


def _over(role: Role) -> str:
    return "Điểm thưởng, trừ" if role is not Role.STANDARD else "Điểm tiêu chí"


def _score_row(number: int, row: RankedUnit, criteria: CriteriaSet, matter: SummaryMatter) -> Row:
    """What counted, criterion by criterion, so that the line adds up to its total."""
    report = matter.reports.get(row.unit.code)
    if report is None or row.rank is None:
        return (number, row.unit.name, *(None for _ in criteria.criteria), None, row.total)
    lines = score_lines(criteria, report, matter.appraisals.get(row.unit.code, {}))
    counted = [
        (criterion.role, effective_points(criterion, line))
        for criterion, line in zip(criteria.criteria, lines, strict=True)
    ]
    late = max(0, _reached(counted, criteria) - row.total)
    return (number, row.unit.name, *(points for _, points in counted), late or None, row.total)


def _reached(counted: Sequence[tuple[Role, int]], criteria: CriteriaSet) -> int:
    """Points before lateness, the two pools capped."""
    sums = {role: sum(points for of, points in counted if of is role) for role in Role}
    bonus = min(sums[Role.BONUS], criteria.bonus_cap)
    return sums[Role.STANDARD] + bonus - min(sums[Role.PENALTY], criteria.penalty_cap)


def _silent(matter: SummaryMatter) -> SummarySheet:
    groups = matter.ranking.groups
    silent = [(g.name, row.unit) for g in groups for row in g.rows if row.rank is None]
    rows = tuple(
        (number, unit.name, group, unit.head, unit.phone)
        for number, (group, unit) in enumerate(silent, 1)
    )
    columns = (
        _NUMBER,
        _UNIT,
        SummaryColumn("Nhóm", 30),
        SummaryColumn("Người đứng đầu", 20),
        SummaryColumn("Điện thoại", 16),
    )
    return SummarySheet(
        title="Chưa báo cáo",
        heading="ĐƠN VỊ CHƯA BÁO CÁO",
        sub_heading=matter.sub_heading,
        columns=columns,
        rows=rows,
        empty_note="Tất cả đơn vị đã báo cáo.",
    )


def _requests(matter: SummaryMatter) -> SummarySheet:
    units = {row.unit.code: row.unit for row in matter.ranking.rows}
    told = [r for r in matter.reports.values() if (r.requests or r.highlights) and r.unit in units]
    rows = tuple(
        (number, units[report.unit].name, report.requests, report.highlights)
        for number, report in enumerate(told, 1)
    )
    columns = (
        _NUMBER,
        _UNIT,
        SummaryColumn("Kiến nghị, vướng mắc", 50),
        SummaryColumn("Mô hình, sáng kiến, cách làm hay", 50),
    )
    return SummarySheet(
        title="Kiến nghị",
        heading="KIẾN NGHỊ, VƯỚNG MẮC VÀ CÁCH LÀM HAY",
        sub_heading=matter.sub_heading,
        columns=columns,
        rows=rows,
        empty_note="Không có kiến nghị.",
    )
