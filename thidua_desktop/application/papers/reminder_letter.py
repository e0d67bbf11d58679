"""Công văn đôn đốc: the units that have not sent their reports, or must mend them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.context import BLANK, DOTS, PaperContext, Registration
from thidua_desktop.application.papers.model import (
    Align,
    Annex,
    Block,
    Paper,
    Paragraph,
    Table,
    TableColumn,
)
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.vietnamese.numerals import two_digit_count

_MOST_ADDRESSEES = 6
"""More than these are addressed through the list."""

_COLUMNS = (
    TableColumn("STT", 9, Align.CENTRE),
    TableColumn("Đơn vị", 62),
    TableColumn("Nhóm", 40),
    TableColumn("Tình trạng", 34),
    TableColumn("Số ngày quá hạn", 18, Align.CENTRE),
)


@dataclass(frozen=True, slots=True)
class MissingReport:
    """One unit that is waited for.

    Attributes:
        is_returned: its file came in and was given back to be mended.
    """

    unit_name: str
    group_name: str
    days_late: int
    is_returned: bool = False


@dataclass(frozen=True, slots=True)
class ReminderOrder:
    """What one letter asks.

    Attributes:
        send_by: until when the reports are asked for now; blank while nobody chose a day.
    """

    missing: tuple[MissingReport, ...]
    received: int
    send_by: dt.date | None = None
    registration: Registration = BLANK


def build_reminder_letter(context: PaperContext, order: ReminderOrder) -> Paper:
    """The letter of the committee, with the list of the units.

    Raises:
        RuleViolation: no unit is missing.
    """
    if not order.missing:
        raise RuleViolation("paper_without_names")
    issuer = offices.committee(context)
    word = context.word
    return Paper(
        parent=issuer.parent,
        issuer=issuer.lines,
        number=order.registration.number,
        symbol="UBND-VHXH",
        place=context.plan.commune.place_in_date,
        signed_on=order.registration.signed_on,
        year=context.today.year,
        kind="",
        subject=f"V/v đôn đốc nộp phiếu tự chấm {wording.movement(context)} "
        f"{wording.occasion(context)}",
        addressees=_addressees(order),
        blocks=_text(context, order),
        signatures=(offices.committee_signature(context),),
        recipients=("Như trên", f"Chủ tịch, các PCT UBND {word}", offices.filing(context)),
        annexes=() if _is_of_one(order) else (_annex(context, order),),
        snapshot=context.snapshot,
    )


def _is_of_one(order: ReminderOrder) -> bool:
    """A letter to one unit speaks to it and needs no list."""
    return len(order.missing) == 1


def _addressees(order: ReminderOrder) -> tuple[str, ...]:
    if len(order.missing) > _MOST_ADDRESSEES:
        return ("Các đơn vị có tên trong danh sách kèm theo",)
    return tuple(one.unit_name for one in order.missing)


def _text(context: PaperContext, order: ReminderOrder) -> tuple[Block, ...]:
    due = context.cycle.due_on
    limit = f"Thời hạn nộp phiếu là {long_date(due)}. " if due else ""
    send_by = wording.day_of(order.send_by, context.today.year)
    department, committee = context.department, context.committee
    called = (
        order.missing[0].unit_name if _is_of_one(order) else "các đơn vị có tên trong danh sách"
    )
    return (
        Paragraph(
            f"Thực hiện {wording.plan_citation(context)}, {committee} đã phát phiếu tự chấm điểm "
            f"{wording.occasion(context)} đến các đơn vị trên địa bàn."
        ),
        Paragraph(
            f"{limit}Đến {long_date(context.today)}, {department} đã nhận "
            f"{two_digit_count(order.received)} phiếu; {_still_missing(order)}."
        ),
        Paragraph(
            f"{committee} đề nghị {called} hoàn thành phiếu tự chấm và gửi về {department} trước "
            f"{send_by} để thẩm định, tổng hợp. Đơn vị có vướng mắc liên hệ {department} (điện "
            f"thoại: {DOTS * 3}) để được hướng dẫn."
        ),
        Paragraph(f"Đề nghị {called} quan tâm, phối hợp thực hiện./."),
    )


def _still_missing(order: ReminderOrder) -> str:
    if not _is_of_one(order):
        count = two_digit_count(len(order.missing))
        return f"còn {count} đơn vị chưa nộp hoặc phải sửa phiếu (có danh sách kèm theo)"
    (one,) = order.missing
    late = f", quá hạn {two_digit_count(one.days_late)} ngày" if one.days_late else ""
    state = "đã nộp nhưng phải sửa phiếu" if one.is_returned else "chưa nộp phiếu"
    return f"{one.unit_name} {state}{late}"


def _annex(context: PaperContext, order: ReminderOrder) -> Annex:
    rows = tuple(
        (
            str(number),
            one.unit_name,
            one.group_name,
            "Đã nộp, phải sửa" if one.is_returned else "Chưa nộp",
            str(one.days_late) if one.days_late else "",
        )
        for number, one in enumerate(order.missing, start=1)
    )
    cited = wording.cited_paper("Công văn", "UBND-VHXH", context, order.registration)
    return Annex(
        label="",
        title="DANH SÁCH ĐƠN VỊ CHƯA NỘP HOẶC PHẢI SỬA PHIẾU TỰ CHẤM",
        attached_to=f"(Kèm theo {cited} của {context.committee})",
        blocks=(Table(_COLUMNS, rows),),
    )
