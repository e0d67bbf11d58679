"""Kiến nghị, vướng mắc: gathered over all units, answered, exported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.cycles.reporting_units import reporting_units
from thidua_desktop.application.office_workbook import write_office_workbook
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.summary import (
    ColumnKind,
    SummaryColumn,
    SummarySheet,
)
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.unit_requests import RequestAnswer, RequestStatus

_NOTHING_ASKED = {"", "không", "không có", "khong", "khong co", "ko", "none", "-", "–", "/"}
"""What units write into a cell that asks for requests when they have none."""


@dataclass(frozen=True, slots=True)
class UnitRequest:
    """What one unit asks for.

    Attributes:
        answer: what was done, empty while nothing was.
        is_new_text: whether the report asks otherwise than when it was answered.
    """

    unit: str
    unit_name: str
    group_name: str
    received_on: dt.date
    text: str
    status: RequestStatus
    answer: str
    changed_on: dt.date | None
    is_new_text: bool


def unit_requests(desk: Desk, cycle_id: str) -> tuple[UnitRequest, ...]:
    """The requests of a cycle, in the order of the units.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        return requests_in(books, desk, cycle_id)


def requests_in(books: Books, desk: Desk, cycle_id: str) -> tuple[UnitRequest, ...]:
    """As `unit_requests`, within a reading or operation under way."""
    cycle = books.cycles.get(cycle_id)
    plan = plan_of(books, desk.plans)
    reports = books.collecting.reports(cycle_id)
    answers = books.requests.of_cycle(cycle_id)
    found = []
    for unit in reporting_units(books, plan, cycle):
        report, answer = reports.get(unit.code), answers.get(unit.code)
        text = asked(report.requests) if report else ""
        if report is None or not text:
            continue
        found.append(
            UnitRequest(
                unit.code,
                unit.name,
                plan.group(unit.group).name,
                report.received_on,
                text,
                answer.status if answer else RequestStatus.OPEN,
                answer.answer if answer else "",
                answer.changed_on if answer else None,
                answer is not None and answer.asked != text,
            )
        )
    return tuple(found)


def asked(text: str) -> str:
    """What a unit asks for; empty where it only says that it asks for nothing."""
    return "" if text.strip(" .").casefold() in _NOTHING_ASKED else text.strip()


def answer_request(
    desk: Desk, cycle_id: str, unit: str, status: RequestStatus, answer: str = ""
) -> None:
    """Note what was done about a unit's requests; one operation.

    Raises:
        InputError: it is said to be forwarded or answered, but not to whom or how.
        NotFound: the unit asks for nothing in this cycle.
    """
    answer = answer.strip()
    if status is not RequestStatus.OPEN and not answer:
        raise InputError("request_answer_missing")
    with desk.store.write("request_answered", unit=unit, cycle=cycle_id) as books:
        found = next((r for r in requests_in(books, desk, cycle_id) if r.unit == unit), None)
        if found is None:
            raise NotFound("request_unknown", key=unit)
        today = desk.clock.today()
        books.requests.save(RequestAnswer(cycle_id, unit, status, found.text, answer, today))


def requests_text(desk: Desk, texts: Texts, cycle_id: str) -> str:
    """The requests as a numbered list for the report; empty where there are none."""
    lines = []
    for number, one in enumerate(unit_requests(desk, cycle_id), start=1):
        status = texts.render(f"request_status_{one.status}", {})
        told = f"{status}: {one.answer}" if one.answer else status
        text = " ".join(one.text.split())
        lines.append(f"{number}. {one.unit_name}: {text.rstrip('.')}. ({told})")
    return "\n".join(lines)


def export_requests(desk: Desk, texts: Texts, cycle_id: str, path: Path) -> int:
    """Write the requests as a workbook; gives how many there are.

    Raises:
        EnvironmentFault: the file can't be written.
        RuleViolation: nobody asks for anything.
    """
    with desk.store.read() as books:
        found = requests_in(books, desk, cycle_id)
        cycle = books.cycles.get(cycle_id)
    if not found:
        raise RuleViolation("no_requests", cycle=cycle_id)
    sheet = SummarySheet(
        title="Kiến nghị",
        heading="TỔNG HỢP KIẾN NGHỊ, VƯỚNG MẮC CỦA CÁC ĐƠN VỊ",
        sub_heading=f"Phiếu tự chấm {cycle_title(cycle)}",
        columns=(
            SummaryColumn("STT", 6, ColumnKind.COUNT),
            SummaryColumn("Đơn vị", 32),
            SummaryColumn("Kiến nghị, vướng mắc", 60),
            SummaryColumn("Tình trạng", 20),
            SummaryColumn("Nội dung trả lời, nơi chuyển", 44),
            SummaryColumn("Ngày", 14, ColumnKind.DATE),
        ),
        rows=tuple(
            (
                number,
                one.unit_name,
                one.text,
                texts.render(f"request_status_{one.status}", {}),
                one.answer,
                one.changed_on,
            )
            for number, one in enumerate(found, start=1)
        ),
        is_signed=False,
    )
    write_office_workbook(desk, [sheet], path)
    return len(found)
