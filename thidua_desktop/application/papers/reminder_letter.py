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
from thidua_desktop.domain.vietnamese.dates import date_text
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
        recipients=("Như trên", f"Chủ tịch, các PCT UBND {word}", offices.FILING),
        annexes=(_annex(context, order),),
        snapshot=context.snapshot,
    )


def _addressees(order: ReminderOrder) -> tuple[str, ...]:
    if len(order.missing) > _MOST_ADDRESSEES:
        return ("Các đơn vị có tên trong danh sách kèm theo",)
    return tuple(one.unit_name for one in order.missing)


def _text(context: PaperContext, order: ReminderOrder) -> tuple[Block, ...]:
    due = context.cycle.due_on
    limit = f"Thời hạn nộp phiếu là ngày {date_text(due)}. " if due else ""
    missing = two_digit_count(len(order.missing))
    send_by = f"ngày {date_text(order.send_by)}" if order.send_by else f"ngày {DOTS}"
    department, committee = context.department, context.committee
    return (
        Paragraph(
            f"Thực hiện {wording.plan_citation(context)}, {committee} đã phát phiếu tự chấm điểm "
            f"{wording.occasion(context)} đến các đơn vị trên địa bàn."
        ),
        Paragraph(
            f"{limit}Đến ngày {date_text(context.today)}, {department} đã nhận "
            f"{two_digit_count(order.received)} phiếu; còn {missing} đơn vị chưa nộp hoặc phải sửa "
            "phiếu (có danh sách kèm theo)."
        ),
        Paragraph(
            f"{committee} đề nghị các đơn vị có tên trong danh sách hoàn thành phiếu tự chấm và "
            f"gửi về {department} trước {send_by} để thẩm định, tổng hợp. Đơn vị có vướng mắc liên "
            f"hệ {department} (điện thoại: {DOTS * 3}) để được hướng dẫn."
        ),
        Paragraph("Đề nghị các đơn vị quan tâm, phối hợp thực hiện./."),
    )


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
