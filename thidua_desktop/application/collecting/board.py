"""Bảng theo dõi thu phiếu: who has sent, who is late, who has faults to mend."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.application.books import Books
from thidua_desktop.application.collecting.settling import newest_files
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Intake, IntakeOrigin, IntakeStatus
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.setting_up.working_calendar import calendar_in
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.self_reports import SelfReport
from thidua_desktop.domain.working_days import WorkingCalendar


class BoardState(StrEnum):
    """Where a unit's report stands."""

    WAITING = "waiting"  # chờ nộp
    OVERDUE = "overdue"  # quá hạn chưa nộp
    FAULTY = "faulty"  # đã nộp, cần sửa
    REMARKS = "remarks"  # đã nhận, có điểm cần xem
    IN_TIME = "in_time"  # đã nhận đúng hạn
    LATE = "late"  # đã nhận, chậm hạn


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One unit's line.

    Attributes:
        days_late: calendar days after the due day.
        working_days_late: those among them that are worked.
        is_paper: whether it came on paper and was typed in.
    """

    unit: str
    name: str
    group_name: str
    phone: str
    state: BoardState
    received_on: dt.date | None
    days_late: int
    file_name: str
    issues: tuple[Issue, ...]
    requests: str
    working_days_late: int
    is_enterprise: bool
    is_paper: bool = False


@dataclass(frozen=True, slots=True)
class CollectingBoard:
    """The board of a cycle.

    Attributes:
        calendar_doubts: days off that are only expected, and years whose days off are not known,
            among the days that were counted.
        drafts: paper forms that are typed in part.
    """

    cycle: Cycle
    rows: tuple[BoardRow, ...]
    has_forms: bool
    calendar_doubts: tuple[str, ...] = ()
    drafts: int = 0

    def count(self, *states: BoardState) -> int:
        """How many units are in one of these states."""
        return sum(row.state in states for row in self.rows)

    @property
    def received(self) -> int:
        """Units whose report was taken, whatever faulty file they sent after it."""
        return sum(row.received_on is not None for row in self.rows)

    @property
    def is_complete(self) -> bool:
        """Whether every unit's report was taken and none has a file to mend."""
        return self.received == len(self.rows) and not self.count(BoardState.FAULTY)


def collecting_board(desk: Desk, cycle_id: str) -> CollectingBoard:
    """The board of a cycle.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        return board_in(books, desk, books.cycles.get(cycle_id))


def board_in(books: Books, desk: Desk, cycle: Cycle) -> CollectingBoard:
    """As `collecting_board`, within a reading or operation under way."""
    today = desk.clock.today()
    plan = plan_of(books, desk.plans)
    units = reporting_units(books, plan, cycle)
    reports = books.collecting.reports(cycle.id)
    newest = newest_files(books.collecting.intakes(cycle.id))
    has_forms = bool(books.collecting.issued(cycle.id))
    rows = []
    calendar = calendar_in(books, desk)
    for unit in units:
        report, intake = reports.get(unit.code), newest.get(unit.code)
        waited_until = report.received_on if report else today
        late = cycle.days_late(report.received_on) if report else _days_over(cycle, today)
        rows.append(
            BoardRow(
                unit=unit.code,
                name=unit.name,
                group_name=plan.group(unit.group).name,
                phone=unit.phone,
                state=_state(cycle, today, report, intake),
                received_on=report.received_on if report else None,
                days_late=late,
                file_name=intake.file_name if intake else "",
                issues=intake.issues if intake else (),
                requests=report.requests if report else "",
                working_days_late=_worked(calendar, cycle, waited_until) if late else 0,
                is_enterprise=unit.subject is SubjectKind.ENTERPRISE,
                is_paper=intake is not None and intake.origin is IntakeOrigin.PAPER,
            )
        )
    last = (cycle.due_on or today) + dt.timedelta(days=max((r.days_late for r in rows), default=0))
    doubts = calendar.doubts(cycle.due_on, last) if cycle.due_on and last > cycle.due_on else ()
    drafts = sum(form.is_draft for form in books.typed_forms.of_cycle(cycle.id).values())
    return CollectingBoard(cycle, tuple(rows), has_forms, doubts, drafts)


def _worked(calendar: WorkingCalendar, cycle: Cycle, until: dt.date) -> int:
    return calendar.between(cycle.due_on, until) if cycle.due_on else 0


def _days_over(cycle: Cycle, today: dt.date) -> int:
    """Days that a unit is waited for; nobody is waited for once the cycle is closed."""
    return cycle.days_late(today) if cycle.is_open else 0


def _state(
    cycle: Cycle, today: dt.date, report: SelfReport | None, intake: Intake | None
) -> BoardState:
    if intake is not None and intake.status is IntakeStatus.REJECTED:
        return BoardState.FAULTY
    if report is None:
        return BoardState.OVERDUE if _days_over(cycle, today) else BoardState.WAITING
    if cycle.days_late(report.received_on):
        return BoardState.LATE
    has_remarks = intake is not None and intake.status is IntakeStatus.WARNED
    return BoardState.REMARKS if has_remarks else BoardState.IN_TIME
