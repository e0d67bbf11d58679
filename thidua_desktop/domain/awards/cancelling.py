"""Hủy bỏ quyết định khen thưởng, thu hồi hiện vật và tiền thưởng.

Luật Thi đua, khen thưởng Điều 93.2 names the four grounds; NĐ 152/2025/NĐ-CP Điều 58.2 gives the
one who was rewarded 15 working days from the day the decision of cancelling was received.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.working_days import WorkingCalendar

RETURN_WITHIN = 15
"""Working days from receiving the decision of cancelling (NĐ 152/2025/NĐ-CP Điều 58.2)."""


class CancelGround(StrEnum):
    """Why an award is cancelled (Luật Thi đua, khen thưởng Điều 93.2)."""

    FALSE_CLAIM = "false_claim"  # gian dối trong kê khai thành tích
    FALSE_PAPERS = "false_papers"  # cung cấp sai sự thật, làm giả hồ sơ
    WRONG_PROCEDURE = "wrong_procedure"  # thẩm định, xét, đề nghị trái quy định
    STANDARD_NOT_MET = "standard_not_met"  # sau này kết luận chưa đạt điều kiện, tiêu chuẩn


class RecoveryState(StrEnum):
    """Where the recovery of object and money stands."""

    UNDELIVERED = "undelivered"  # chưa ghi ngày người được khen nhận quyết định hủy bỏ
    DUE = "due"  # đang trong hạn nộp lại
    OVERDUE = "overdue"  # quá hạn
    RETURNED = "returned"  # đã thu hồi


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Quyết định hủy bỏ of one award.

    Attributes:
        document: the conclusion that it rests on, such as «Kết luận thanh tra số 05/KL-TTr».
        number: số of the decision of cancelling, empty until it is given.
        received_on: when the one who was rewarded received it, `None` until known.
        returned_on: when object and money were back, `None` until then.
    """

    proposal: int
    ground: CancelGround
    document: str
    number: str
    decided_on: dt.date
    received_on: dt.date | None = None
    returned_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Recovery:
    """Thu hồi as it stands on a day.

    Attributes:
        due_on: the last day, `None` while the day of receiving is not known.
        doubts: days off that the count rests on without being certain.
    """

    state: RecoveryState
    due_on: dt.date | None = None
    doubts: tuple[str, ...] = ()


def recovery(cancelled: Cancellation, calendar: WorkingCalendar, today: dt.date) -> Recovery:
    """Where the recovery of a cancelled award stands."""
    received = cancelled.received_on
    if received is None:
        is_back = cancelled.returned_on is not None
        return Recovery(RecoveryState.RETURNED if is_back else RecoveryState.UNDELIVERED)
    due = calendar.after(received, RETURN_WITHIN)
    doubts = calendar.doubts(received, due)
    if cancelled.returned_on is not None:
        return Recovery(RecoveryState.RETURNED, due, doubts)
    state = RecoveryState.DUE if today <= due else RecoveryState.OVERDUE
    return Recovery(state, due, doubts)
