"""Phiếu điểm «Vì sao điểm này»: one unit's points line by line, and the steps to its place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.application.naming import criterion_mark
from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.context import DOTS, PaperContext
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
from thidua_desktop.domain.scoring.criterion import Role
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import points_text, two_digit_count

_POOLS = {Role.BONUS: "Điểm thưởng", Role.PENALTY: "Điểm trừ"}

_COLUMNS = (
    TableColumn("Mã", 18, Align.CENTRE),
    TableColumn("Nội dung, tiêu chí", 62),
    TableColumn("Điểm tối đa", 14, Align.CENTRE),
    TableColumn("Tự chấm", 17, Align.CENTRE),
    TableColumn("Thẩm định", 16, Align.CENTRE),
    TableColumn("Lý do, minh chứng", 43),
)


@dataclass(frozen=True, slots=True)
class ScoreEntry:
    """One criterion of the sheet; points ×100, `None` where nobody gave any.

    Attributes:
        explanation: the unit's own words.
        evidence: what it names as minh chứng.
        reason: why the office gave other points.
        remark: what else decides what the line counts, in a sentence.
    """

    code: str
    text: str
    role: Role
    maximum: int
    self_points: int | None
    appraised: int | None
    explanation: str = ""
    evidence: str = ""
    reason: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ScoreSheetOrder:
    """One unit's result.

    Attributes:
        among: how many are ranked in its group.
        rank: `None` where it has no place.
        total: ×100.
        classification: in words.
        why: the steps that made total, class and place, in sentences.
        appraised_on: the last day that somebody appraised a line, `None` before that.
    """

    unit_name: str
    group_name: str
    among: int
    rank: int | None
    total: int
    classification: str
    entries: tuple[ScoreEntry, ...]
    why: tuple[str, ...]
    received_on: dt.date | None = None
    appraised_on: dt.date | None = None


def build_score_sheet(context: PaperContext, order: ScoreSheetOrder) -> Paper:
    """The sheet of one unit, for the officer who must defend every point."""
    asked = f"{wording.movement(context)} {wording.occasion(context)}"
    return offices.working_paper(
        context,
        "PHIẾU ĐIỂM",
        f"Kết quả chấm điểm của {order.unit_name} trong {asked}",
        (*_result(order), *_lines(context, order), *_why(order)),
        (
            SignatureBlock(("NGƯỜI THẨM ĐỊNH",), context.office.officer),
            offices.department_signature(context),
        ),
    )


def _result(order: ScoreSheetOrder) -> tuple[Block, ...]:
    place = f"thứ\u00a0{order.rank}" if order.rank is not None else "chưa xếp"
    received = date_text(order.received_on) if order.received_on else "chưa nộp"
    appraised = date_text(order.appraised_on) if order.appraised_on else "chưa thẩm định"
    return wording.section(
        "I. KẾT QUẢ",
        f"Nhóm: {order.group_name} ({two_digit_count(order.among)} đơn vị).",
        f"Tổng điểm: {points_text(order.total)}. Xếp loại: {order.classification}. Xếp hạng trong "
        f"nhóm: {place}.",
        f"Ngày nhận phiếu tự chấm: {received}.",
        f"Ngày thẩm định gần nhất: {appraised}.",
    )


def _lines(context: PaperContext, order: ScoreSheetOrder) -> tuple[Block, ...]:
    rows: list[tuple[str, ...]] = []
    pools: set[Role] = set()
    for entry in order.entries:
        if entry.role in _POOLS and entry.role not in pools:
            pools.add(entry.role)
            rows.append((_POOLS[entry.role],))
        rows.append(_row(entry))
    note = context.plan.points_note
    return (
        Paragraph("II. ĐIỂM TỪNG TIÊU CHÍ", ParagraphStyle.HEADING),
        Table(_COLUMNS, tuple(rows)),
        *((Paragraph(note, ParagraphStyle.NOTE),) if note else ()),
    )


def _row(entry: ScoreEntry) -> tuple[str, ...]:
    told = (
        ("", entry.remark),
        ("Lý do: ", entry.reason),
        ("Đơn vị thuyết minh: ", entry.explanation),
        ("Minh chứng: ", entry.evidence),
    )
    words = "\n".join(f"{head}{text.rstrip('. ')}." for head, text in told if text.strip())
    return (
        criterion_mark(entry.code),
        entry.text,
        points_text(entry.maximum),
        _points(entry.self_points),
        _points(entry.appraised),
        words,
    )


def _points(points: int | None) -> str:
    return "-" if points is None else points_text(points)


def _why(order: ScoreSheetOrder) -> tuple[Block, ...]:
    steps = [f"{number}. {sentence}" for number, sentence in enumerate(order.why, start=1)]
    return wording.section("III. VÌ SAO CÓ TỔNG ĐIỂM, XẾP LOẠI, XẾP HẠNG NÀY", *(steps or [DOTS]))
