"""Đôn đốc: the messages to the units that are waited for, ready for Zalo: to all, to each."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.collecting.board import (
    BoardRow,
    BoardState,
    CollectingBoard,
    collecting_board,
)
from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_in_force
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.reasons import Severity, Value
from thidua_desktop.domain.vietnamese.addressing import address_form

MISSING = (BoardState.OVERDUE, BoardState.WAITING)


def reminder(desk: Desk, texts: Texts, cycle_id: str) -> str:
    """The message, with every unit that is missing; empty where none is.

    Raises:
        NotFound: no such cycle.
    """
    board = collecting_board(desk, cycle_id)
    missing = [row for row in board.rows if row.state in MISSING]
    if not missing:
        return ""
    title, due = cycle_title(board.cycle), board.cycle.due_on
    head = texts.render(
        "reminder_head",
        {"count": len(missing), "cycle": title, "today": desk.clock.today()},
    )
    lines = [head]
    if due is not None:
        lines.append(texts.render("reminder_due", {"due": due}))
    lines += [f"{number}. {row.name}" for number, row in enumerate(missing, start=1)]
    department = plan_in_force(desk).commune.department
    lines.append(texts.render("reminder_end", {"department": department}))
    return "\n".join(lines)


AWAITED = (*MISSING, BoardState.FAULTY)
"""Units that have sent nothing, or whose form must be mended."""


@dataclass(frozen=True, slots=True)
class UnitReminder:
    """The message to one unit."""

    unit: str
    unit_name: str
    phone: str
    message: str


def unit_reminders(desk: Desk, texts: Texts, cycle_id: str) -> tuple[UnitReminder, ...]:
    """A message to each unit that has sent nothing, or whose form must be mended.

    Raises:
        NotFound: no such cycle.
    """
    board = collecting_board(desk, cycle_id)
    department = plan_in_force(desk).commune.department
    return tuple(
        UnitReminder(row.unit, row.name, row.phone, _message(board, row, texts, department))
        for row in board.rows
        if row.state in AWAITED
    )


def _message(board: CollectingBoard, row: BoardRow, texts: Texts, department: str) -> str:
    due = board.cycle.due_on
    if row.state is BoardState.FAULTY:
        what = "reminder_faulty"
    elif row.state is BoardState.OVERDUE:
        what = "reminder_overdue"
    else:
        what = "reminder_waiting" if due else "reminder_waiting_undated"
    data: dict[str, Value] = {
        "cycle": cycle_title(board.cycle),
        "due": due,
        "days": row.days_late,
        "working": row.working_days_late,
        "count": sum(issue.severity is not Severity.NOTE for issue in row.issues),
    }
    end = texts.render("reminder_help", {"department": department})
    head = address(row.name, texts, is_enterprise=row.is_enterprise)
    return "\n".join((head, texts.render(what, data), end))


def address(unit_name: str, texts: Texts, *, is_enterprise: bool) -> str:
    """«Kính gửi quý trường (Trường Tiểu học …),» – the words are the office's to change."""
    form = address_form(unit_name, is_enterprise=is_enterprise)
    low = unit_name[:1].lower() + unit_name[1:]
    return texts.render(f"reminder_to_{form}", {"unit": unit_name, "unit_low": low})
