"""Phiếu yêu cầu bổ sung hồ sơ: what a proposal's dossier still lacks, asked for once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.context import (
    DOTS,
    Nominee,
    PaperContext,
)
from thidua_desktop.application.papers.model import (
    Align,
    Block,
    Paper,
    Paragraph,
    Table,
    TableColumn,
)
from thidua_desktop.application.papers.subjects import addressed_name
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.vietnamese.dates import long_date

_COLUMNS = (
    TableColumn("STT", 9, Align.CENTRE),
    TableColumn("Thành phần, nội dung cần bổ sung, làm rõ", 84),
    TableColumn("Căn cứ", 46),
    TableColumn("Đã bổ sung ngày", 22, Align.CENTRE),
)


@dataclass(frozen=True, slots=True)
class MissingPart:
    """One thing that is asked for, and where the rule for it stands."""

    text: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class SupplementOrder:
    """One dossier with what it lacks.

    Attributes:
        holder: who is asked: the unit, or the person's unit.
        answer_by: until when; blank while nobody chose a day.
    """

    nominee: Nominee
    holder: str
    missing: tuple[MissingPart, ...]
    answer_by: dt.date | None = None


def build_supplement_request(context: PaperContext, order: SupplementOrder) -> Paper:
    """The request of the department to who handed the dossier in.

    Raises:
        NotFound: the rule pack has no such form.
        RuleViolation: nothing is missing.
    """
    if not order.missing:
        raise RuleViolation("paper_without_names")
    name = addressed_name(order.nominee)
    paper = offices.working_paper(
        context,
        "PHIẾU YÊU CẦU BỔ SUNG HỒ SƠ",
        f"Hồ sơ đề nghị khen thưởng của {name}",
        _text(context, order),
        (offices.department_signature(context),),
    )
    return replace(
        paper, addressees=(order.holder or name,), recipients=("Như trên", "Lưu: VHXH, hồ sơ")
    )


def _text(context: PaperContext, order: SupplementOrder) -> tuple[Block, ...]:
    proposal = order.nominee.proposal
    award = wording.award_name(context.pack.form(proposal.award), context)
    until = wording.day_of(order.answer_by, context.today.year)
    return (
        Paragraph(
            f"{long_date(proposal.received_on).capitalize()}, {context.department} đã tiếp nhận "
            f"hồ sơ đề nghị tặng {award} cho {addressed_name(order.nominee)} trong "
            f"{wording.movement(context)} {wording.occasion(context)}."
        ),
        Paragraph("Qua thẩm định, hồ sơ cần bổ sung, làm rõ các nội dung sau:"),
        Table(
            _COLUMNS,
            tuple(
                (str(number), part.text, part.article, "")
                for number, part in enumerate(order.missing, start=1)
            ),
        ),
        Paragraph(f"Đề nghị bổ sung một lần, gửi về {context.department} trước {until}."),
        Paragraph(
            f"Liên hệ khi cần hướng dẫn: {context.office.officer or DOTS * 4}, điện thoại "
            f"{DOTS * 3}./."
        ),
    )
