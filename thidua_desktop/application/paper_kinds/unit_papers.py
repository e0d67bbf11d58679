"""Papers of the units: công văn đôn đốc, phiếu điểm, biên bản kiểm tra."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from thidua_desktop.application.collecting.board import BoardRow, BoardState
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PaperKind, PlannedPaper
from thidua_desktop.application.papers.inspection_minutes import (
    InspectedItem,
    InspectionRecord,
    build_inspection_minutes,
)
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.reminder_letter import (
    MissingReport,
    ReminderOrder,
    build_reminder_letter,
)
from thidua_desktop.application.papers.score_sheet import (
    ScoreEntry,
    ScoreSheetOrder,
    build_score_sheet,
)
from thidua_desktop.application.results.ranked_units import RankedGroup, RankedUnit
from thidua_desktop.application.results.ranking import score_lines
from thidua_desktop.domain.movement_book import Inspection
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.scoring.score import ScoreLine, explain_line
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import two_digit_count

_WAITED_FOR = (BoardState.OVERDUE, BoardState.WAITING, BoardState.FAULTY)


def _reminders(draft: Draft) -> Iterable[PlannedPaper]:
    """One letter while units are waited for."""
    missing = [row for row in draft.board.rows if row.state in _WAITED_FOR]
    if not missing or not draft.board.has_forms or not draft.context.cycle.is_open:
        return
    order = ReminderOrder(tuple(map(_missing, missing)), draft.board.received)
    today = draft.context.today
    yield PlannedPaper(
        stem=file_stem("cong-van-don-doc", draft.context.cycle.id, today.isoformat()),
        kind=REMINDER.code,
        group=REMINDER.group,
        about=f"{two_digit_count(len(missing))} đơn vị chưa nộp hoặc phải sửa phiếu đến ngày "
        f"{date_text(today)}",
        draw=partial(build_reminder_letter, draft.context, order),
        number="",
    )


def _missing(row: BoardRow) -> MissingReport:
    is_returned = row.state is BoardState.FAULTY
    return MissingReport(row.name, row.group_name, row.days_late, is_returned)


def _score_sheets(draft: Draft) -> Iterable[PlannedPaper]:
    """One for every unit that sent a report."""
    for group in draft.ranking.groups:
        for row in group.rows:
            if row.unit.code in draft.reports:
                yield PlannedPaper(
                    stem=file_stem("phieu-diem", row.unit.code, row.unit.name),
                    kind=SCORE_SHEET.code,
                    group=SCORE_SHEET.group,
                    about=row.unit.name,
                    draw=partial(_score_sheet, draft, group, row),
                )


def _score_sheet(draft: Draft, group: RankedGroup, row: RankedUnit) -> Paper:
    report = draft.reports[row.unit.code]
    appraisals = draft.appraisals.get(row.unit.code, {})
    days = [one.appraised_on for one in appraisals.values()]
    order = ScoreSheetOrder(
        unit_name=row.unit.name,
        group_name=group.name,
        among=len(group.rows),
        rank=row.rank,
        total=row.total,
        classification=draft.texts.render(f"classification_{row.classification.value}", {}),
        entries=_entries(draft, row.unit),
        why=tuple(draft.texts.reasons(row.why)),
        received_on=report.received_on,
        appraised_on=max(days, default=None),
    )
    return build_score_sheet(draft.context, order)


def _entries(draft: Draft, unit: Unit) -> tuple[ScoreEntry, ...]:
    criteria, report = criteria_of(draft, unit), draft.reports[unit.code]
    lines = score_lines(criteria, report, draft.appraisals.get(unit.code, {}))
    return tuple(
        ScoreEntry(
            code=criterion.code,
            text=criterion.text,
            role=criterion.role,
            maximum=criterion.max_points,
            self_points=line.self_points,
            appraised=line.appraised,
            explanation=report.line(criterion.code).explanation,
            evidence=report.line(criterion.code).evidence,
            reason=line.reason,
            remark=_remark(draft, criterion, line),
        )
        for criterion, line in zip(criteria.criteria, lines, strict=True)
    )


_TOLD_BY_COLUMNS = {"line_appraised", "line_appraised_as_claimed", "line_appraisal_reason"}


def _remark(draft: Draft, criterion: Criterion, line: ScoreLine) -> str:
    """What the columns do not say of a line: not appraised yet, its evidence missing."""
    if criterion.role is not Role.STANDARD and not line.self_points and line.appraised is None:
        return ""  # a pool that nobody claimed
    told = (one for one in explain_line(criterion, line) if one.code not in _TOLD_BY_COLUMNS)
    return " ".join(draft.texts.reasons(tuple(told)))


def criteria_of(draft: Draft, unit: Unit) -> CriteriaSet:
    """The criteria that a unit is judged by in this cycle."""
    return draft.criteria[draft.context.plan.group(unit.group).audience]


def _inspections(draft: Draft) -> Iterable[PlannedPaper]:
    """The minutes of each inspection in the book; for other units the form to take along."""
    ranked = [row.unit for row in draft.ranking.rows]
    inspected = dict.fromkeys(one.unit for one in reversed(draft.inspections))
    for code in inspected:
        unit = draft.units[code]
        yield from (
            _minutes_of(draft, unit, one) for one in reversed(draft.inspections) if one.unit == code
        )
    yield from (_minutes_of(draft, unit) for unit in ranked if unit.code not in inspected)


def _minutes_of(draft: Draft, unit: Unit, held: Inspection | None = None) -> PlannedPaper:
    stem = file_stem("bien-ban-kiem-tra", unit.code, unit.name)
    if held is not None:
        stem = f"{stem}_{held.held_on.isoformat()}-{held.id}"
    return PlannedPaper(
        stem=stem,
        kind=INSPECTION.code,
        group=INSPECTION.group,
        about=f"{unit.name}, ngày {date_text(held.held_on)}" if held else unit.name,
        draw=partial(_inspection, draft, unit, held),
        number="",
        signed_on=held.held_on if held else None,
        is_blank=held is None,
    )


def _inspection(draft: Draft, unit: Unit, held: Inspection | None) -> Paper:
    report = draft.reports.get(unit.code)
    if held is not None and report is not None and held.held_on < report.received_on:
        report = None  # nobody knew of it on the day of the visit
    items = tuple(
        InspectedItem(
            text=criterion.text,
            maximum=criterion.max_points,
            self_points=report.line(criterion.code).points if report else None,
            evidence=report.line(criterion.code).evidence if report else "",
        )
        for criterion in criteria_of(draft, unit).of_role(Role.STANDARD)
    )
    record = InspectionRecord(unit.name, items=items)
    if held is not None:
        record = replace(
            record,
            held_on=held.held_on,
            place=held.place,
            inspectors=held.inspectors,
            hosts=held.hosts,
            strengths=held.strengths,
            weaknesses=held.weaknesses,
            requests=held.requests,
            conclusion=held.conclusion,
            remedy_by=held.remedy_by,
        )
    return build_inspection_minutes(draft.context, record)


REMINDER = PaperKind("reminder_letter", PaperGroup.REMINDING, _reminders)
SCORE_SHEET = PaperKind("score_sheet", PaperGroup.APPRAISING, _score_sheets)
INSPECTION = PaperKind("inspection_minutes", PaperGroup.APPRAISING, _inspections)
