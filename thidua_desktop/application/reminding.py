"""Đôn đốc: the message to the units that have not sent their reports, ready for Zalo."""

from __future__ import annotations

from thidua_desktop.application.board import BoardState, collecting_board
from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.planning import plan_in_force
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts

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
