"""Lời dẫn lễ trao: what the speaker says and in which order the names are called.

The order is that of NĐ 152/2025/NĐ-CP Điều 29: higher forms first, within one the collectives
and households before people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.checks import refuse_unfit
from thidua_desktop.application.papers.context import (
    DOTS,
    Nominee,
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
from thidua_desktop.application.papers.subjects import addressed_name, counted, named, sections
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.proposals import Decision
from thidua_desktop.domain.vietnamese.numerals import integer_text

_COLUMNS = (
    TableColumn("STT", 9, Align.CENTRE),
    TableColumn("Tên tập thể, họ và tên", 42),
    TableColumn("Chức vụ, đơn vị công tác, địa chỉ", 42),
    TableColumn("Tiền thưởng (đồng)", 26, Align.RIGHT),
    TableColumn("Người lên nhận", 32),
)


@dataclass(frozen=True, slots=True)
class GivenAward:
    """All who got one award by one decision."""

    award: str
    decision: Decision
    nominees: tuple[Nominee, ...]


@dataclass(frozen=True, slots=True)
class CeremonyOrder:
    """What is handed out at one ceremony, in any order."""

    given: tuple[GivenAward, ...]


def build_ceremony_script(context: PaperContext, order: CeremonyOrder) -> Paper:
    """The speaker's text.

    Raises:
        NotFound: the rule pack lacks a form that was given.
        RuleViolation: nobody is to be called.
    """
    refuse_unfit([one for given in order.given for one in given.nominees])
    return offices.working_paper(
        context,
        "LỜI DẪN",
        f"Lễ trao tặng khen thưởng {wording.movement(context)} {wording.occasion(context)}",
        _text(context, order),
        (SignatureBlock(("NGƯỜI SOẠN",), context.office.officer),),
    )


def _text(context: PaperContext, order: CeremonyOrder) -> tuple[Block, ...]:
    in_order = sorted(order.given, key=lambda one: context.pack.form(one.award).order)
    everyone = [one for given in in_order for one in given.nominees]
    blocks: list[Block] = [
        Paragraph("Kính thưa các đồng chí lãnh đạo, các vị đại biểu!"),
        Paragraph(
            f"{wording.occasion(context).capitalize()}, hưởng ứng {wording.movement(context)}, các "
            f"tập thể, cá nhân, hộ gia đình trên địa bàn {context.word} đã có nhiều việc làm "
            "thiết thực. Để ghi nhận và biểu dương, sau đây là phần trao tặng khen thưởng cho "
            f"{counted(everyone)}."
        ),
    ]
    for number, given in enumerate(in_order, start=1):
        blocks += _award(context, number, given)
    blocks += [
        Paragraph("KẾT THÚC", ParagraphStyle.HEADING),
        Paragraph(
            f"Xin nhiệt liệt chúc mừng {named(everyone)} vừa được khen thưởng. Xin trân trọng cảm "
            "ơn các đồng chí lãnh đạo và các vị đại biểu!"
        ),
    ]
    return tuple(blocks)


def _award(context: PaperContext, number: int, given: GivenAward) -> list[Block]:
    form = context.pack.form(given.award)
    award = wording.award_name(form, context)
    registration = Registration(given.decision.number, given.decision.decided_on)
    cited = wording.cited_paper("Quyết định", "QĐ-UBND", context, registration)
    chair = context.office.chair or DOTS * 4
    blocks: list[Block] = [
        Paragraph(f"{number}. {award}", ParagraphStyle.HEADING),
        Paragraph(
            f"Xin công bố {cited} của Chủ tịch {context.committee}: tặng {award} cho "
            f"{counted(given.nominees)} {wording.merit(context)}."
        ),
        Paragraph(
            f"Xin trân trọng kính mời đồng chí {chair}, Chủ tịch {context.committee}, trao "
            f"{wording.short_name(award)}. Xin lần lượt mời lên nhận:"
        ),
    ]
    for words, part in _calls(form, given.nominees):
        blocks.append(Paragraph(words))
        blocks.append(Table(_COLUMNS, _rows(part)))
    return blocks


def _calls(form: AwardForm, nominees: Sequence[Nominee]) -> list[tuple[str, tuple[Nominee, ...]]]:
    """Those who come up together: collectives and households first, then people."""
    by_kind = [one for _, part in sections(nominees) for one in part]
    ranked = sorted(by_kind, key=lambda one: form.ceremony_order(one.proposal.subject))
    calls = []
    for _, group in groupby(ranked, key=lambda one: form.ceremony_order(one.proposal.subject)):
        part = tuple(group)
        calls.append((f"Mời {named(part)} ({counted(part)}):", part))
    return calls


def _rows(nominees: Sequence[Nominee]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            str(number),
            addressed_name(one),
            one.proposal.detail,
            integer_text(one.amount) if one.amount else "",
            "" if one.is_collective else addressed_name(one),
        )
        for number, one in enumerate(nominees, start=1)
    )
