"""Biên bản kiểm tra of one unit: what is known is filled in, the rest is left to the pen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.blanks import blank_after, blank_lines, filled
from thidua_desktop.application.papers.context import (
    BLANK,
    DOTS,
    PaperContext,
    Registration,
)
from thidua_desktop.application.papers.model import (
    Align,
    Block,
    Paper,
    Paragraph,
    ParagraphStyle,
    SignatureBlock,
    Table,
    TableColumn,
)
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.vietnamese.numerals import points_text

_COLUMNS = (
    TableColumn("STT", 9, Align.CENTRE),
    TableColumn("Nội dung, tiêu chí", 64),
    TableColumn("Điểm tự chấm/ tối đa", 20, Align.CENTRE),
    TableColumn("Minh chứng đơn vị nêu", 36),
    TableColumn("Kết quả kiểm tra", 36),
)


@dataclass(frozen=True, slots=True)
class InspectedItem:
    """One criterion that is looked at; points ×100, `finding` empty before the visit."""

    text: str
    maximum: int
    self_points: int | None = None
    evidence: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class InspectionRecord:
    """One inspection, planned or held; what is empty or `None` is left to the pen.

    Attributes:
        inspectors: names with posts, the head of the team first.
        hosts: who spoke for the unit, with posts.
        remedy_by: until when the unit mends what was found.
    """

    unit_name: str
    unit_head: str = ""
    items: tuple[InspectedItem, ...] = ()
    held_on: dt.date | None = None
    place: str = ""
    inspectors: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    strengths: str = ""
    weaknesses: str = ""
    requests: str = ""
    conclusion: str = ""
    remedy_by: dt.date | None = None
    registration: Registration = BLANK


def build_inspection_minutes(context: PaperContext, record: InspectionRecord) -> Paper:
    """The minutes, or the form that the team takes along."""
    council = offices.council(context)
    held_on = record.held_on
    return Paper(
        parent=council.parent,
        issuer=council.lines,
        number=record.registration.number,
        symbol=f"BB-{council.code}",
        place="",
        signed_on=held_on,
        year=(held_on or context.today).year,
        kind="BIÊN BẢN",
        subject=f"Kiểm tra việc thực hiện {wording.movement(context)} {wording.occasion(context)} "
        f"tại {record.unit_name}",
        blocks=(*_opening(context, record), *_items(record), *_conclusion(record)),
        signatures=(
            SignatureBlock(("ĐẠI DIỆN ĐƠN VỊ", "ĐƯỢC KIỂM TRA"), note="(Ký, ghi rõ họ tên)"),
            SignatureBlock(("THƯ KÝ",), note="(Ký, ghi rõ họ tên)"),
            SignatureBlock(("TRƯỞNG ĐOÀN", "KIỂM TRA"), note="(Ký, ghi rõ họ tên)"),
        ),
        snapshot=context.snapshot,
    )


def _opening(context: PaperContext, record: InspectionRecord) -> tuple[Block, ...]:
    day = wording.day_of(record.held_on, context.today.year)
    inspectors = record.inspectors or ("",) * 3
    hosts = record.hosts or ("",) * 2
    return (
        Paragraph(f"Căn cứ {wording.plan_citation(context)}.", ParagraphStyle.BASIS),
        Paragraph(f"Thời gian: {day}."),
        Paragraph(filled("Địa điểm:", record.place)),
        *wording.section("1. Đoàn kiểm tra", *_people(inspectors)),
        *wording.section(f"2. Đơn vị được kiểm tra: {record.unit_name}", *_people(hosts)),
    )


def _people(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filled("-", name) for name in names)


def _items(record: InspectionRecord) -> tuple[Block, ...]:
    rows = tuple(
        (str(number), item.text, _points(item), item.evidence, item.finding)
        for number, item in enumerate(record.items, start=1)
    )
    heading = Paragraph("3. Nội dung và kết quả kiểm tra", ParagraphStyle.HEADING)
    return (heading, Table(_COLUMNS, rows)) if rows else (heading, Paragraph(blank_lines()[0]))


def _points(item: InspectedItem) -> str:
    given = "…" if item.self_points is None else points_text(item.self_points)
    return f"{given}/{points_text(item.maximum)}"


def _conclusion(record: InspectionRecord) -> tuple[Block, ...]:
    until = long_date(record.remedy_by) if record.remedy_by else f"ngày {DOTS}"
    return (
        *wording.section(
            "4. Nhận xét, kết luận",
            *_told("Ưu điểm:", record.strengths),
            *_told("Hạn chế, nguyên nhân:", record.weaknesses),
            *_told("Kết luận:", record.conclusion),
            f"Đơn vị khắc phục, báo cáo kết quả trước {until}.",
        ),
        *wording.section(
            "5. Ý kiến, kiến nghị của đơn vị",
            *([record.requests] if record.requests else blank_lines(2)),
        ),
        Paragraph(
            f"Biên bản được đọc lại cho những người có mặt cùng nghe, lập thành {DOTS} bản, mỗi "
            "bên giữ một bản./."
        ),
    )


def _told(label: str, text: str) -> tuple[str, ...]:
    """What was written down, or two lines for it."""
    return (f"{label} {text}",) if text else (blank_after(label), *blank_lines())
