"""The columns of the collecting page, and how its states look."""

from __future__ import annotations

from thidua_desktop.application.collecting.board import BoardRow, BoardState
from thidua_desktop.application.collecting.reminding import UnitReminder
from thidua_desktop.application.collecting.returning import ReturnedSlip
from thidua_desktop.application.collecting.taking import CollectedFile
from thidua_desktop.application.records import IntakeStatus
from thidua_desktop.application.text import Texts
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.severity import Look
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import day

BOARD_LOOKS = {
    BoardState.WAITING: Mark(Tone.QUIET, "clock"),
    BoardState.OVERDUE: Mark(Tone.WARNING, "alert-triangle"),
    BoardState.FAULTY: Mark(Tone.BAD, "alert-circle"),
    BoardState.REMARKS: Mark(Tone.INFO, "info"),
    BoardState.IN_TIME: Mark(Tone.GOOD, "check-circle"),
    BoardState.LATE: Mark(Tone.WARNING, "clock"),
}

FILE_LOOKS = {
    IntakeStatus.ACCEPTED: Look("Nhận được", Mark(Tone.GOOD, "check-circle")),
    IntakeStatus.WARNED: Look("Nhận được, cần xem", Mark(Tone.WARNING, "alert-triangle")),
    IntakeStatus.REJECTED: Look("Chưa nhận, phải sửa", Mark(Tone.BAD, "alert-circle")),
    IntakeStatus.SUPERSEDED: Look("Dùng bản khác", Mark(Tone.QUIET, "history")),
    IntakeStatus.UNKNOWN: Look("Không phải phiếu của kỳ", Mark(Tone.BAD, "help-circle")),
}

URGENCY = (
    IntakeStatus.UNKNOWN,
    IntakeStatus.REJECTED,
    IntakeStatus.WARNED,
    IntakeStatus.SUPERSEDED,
    IntakeStatus.ACCEPTED,
)
"""Files that need somebody first."""

_ORDER = {state: place for place, state in enumerate(BoardState)}


def board_columns(texts: Texts) -> list[Column[BoardRow]]:
    """A unit's line of the board; states sort by how soon they need somebody."""
    return [
        Column("Đơn vị", lambda row: row.name, 0),
        Column(
            "Nhận ngày",
            lambda row: f"{day(row.received_on)} (giấy)" if row.is_paper else day(row.received_on),
            150,
            sort_key=lambda row: row.received_on,
            title_tip="«(giấy)»: đơn vị nộp phiếu giấy, cơ quan nhập thay.",
        ),
        Column(
            "Chậm",
            late_words,
            150,
            Align.RIGHT,
            sort_key=lambda row: row.days_late,
            title_tip="Số ngày theo lịch, và số ngày làm việc trong đó (trừ thứ bảy, chủ nhật, "
            "ngày lễ; kể cả ngày làm bù).",
        ),
        Column(
            "Trạng thái",
            lambda row: texts.render(f"board_{row.state}", {}),
            224,
            sort_key=lambda row: _ORDER[row.state],
            mark=lambda row: BOARD_LOOKS[row.state],
        ),
    ]


def late_words(row: BoardRow) -> str:
    """«9 ngày (6 làm việc)»; empty where it is not late."""
    return f"{row.days_late} ngày ({row.working_days_late} làm việc)" if row.days_late else ""


def reminder_columns() -> list[Column[UnitReminder]]:
    """A unit's message."""
    return [
        Column("Đơn vị", lambda one: one.unit_name, 260),
        Column("Điện thoại", lambda one: one.phone, 130),
        Column("Tin", lambda one: " ".join(one.message.split()), 0),
    ]


def slip_columns() -> list[Column[ReturnedSlip]]:
    """A return slip's line."""
    return [
        Column("Đơn vị", lambda slip: slip.unit_name, 0),
        Column("Tệp", lambda slip: slip.path.name, 360),
    ]


def file_columns() -> list[Column[CollectedFile]]:
    """A file's line."""
    return [
        Column("Tệp", lambda file: file.name, 0),
        Column("Đơn vị", lambda file: file.unit_name, 200),
        Column(
            "Chỗ cần xem",
            lambda file: str(len(file.issues)) if file.issues else "",
            100,
            Align.RIGHT,
            sort_key=lambda file: len(file.issues),
        ),
        Column(
            "Kết quả",
            lambda file: FILE_LOOKS[file.status].word,
            200,
            mark=lambda file: FILE_LOOKS[file.status].mark,
        ),
    ]
