"""Danh sách ký nhận tiền thưởng: who signs for how much, with the money in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.checks import refuse_unfit
from thidua_desktop.application.papers.context import Nominee, PaperContext, Registration
from thidua_desktop.application.papers.model import (
    Align,
    Paper,
    Paragraph,
    ParagraphStyle,
    SignatureBlock,
    Table,
    TableColumn,
)
from thidua_desktop.application.papers.name_lists import golden_column, golden_text
from thidua_desktop.application.papers.subjects import (
    SUBJECT_WORDS,
    addressed_name,
    named,
    sections,
)
from thidua_desktop.domain.proposals import Decision
from thidua_desktop.domain.vietnamese.numerals import (
    integer_text,
    money_text,
    money_words,
    roman,
    two_digit_count,
)

_WHO = (
    TableColumn("STT", 9, Align.CENTRE),
    TableColumn("Tên tập thể, họ và tên", 38),
    TableColumn("Chức vụ, đơn vị công tác, địa chỉ", 38),
)
_WHAT = (
    TableColumn("Số tiền (đồng)", 20, Align.RIGHT),
    TableColumn("Ngày nhận", 16, Align.CENTRE),
    TableColumn("Ký, ghi rõ họ tên", 32, Align.CENTRE),
)


@dataclass(frozen=True, slots=True)
class SigningOrder:
    """The money of one decision on one award; all nominees with their amounts."""

    award: str
    nominees: tuple[Nominee, ...]
    decision: Decision


def build_signing_list(context: PaperContext, order: SigningOrder) -> Paper:
    """The list that lies on the table where money and certificates are handed out.

    Raises:
        NotFound: the rule pack has no such form.
        RuleViolation: nobody is on the list.
    """
    form = context.pack.form(order.award)
    refuse_unfit(order.nominees)
    registration = Registration(order.decision.number, order.decision.decided_on)
    cited = wording.cited_paper("Quyết định", "QĐ-UBND", context, registration)
    total = sum(one.amount or 0 for one in order.nominees)
    paper = offices.working_paper(
        context,
        "DANH SÁCH KÝ NHẬN",
        (
            f"Tiền thưởng kèm theo {wording.award_name(form, context)} của "
            f"{named(order.nominees)} {wording.merit(context)}"
        ),
        (
            Paragraph(f"(Theo {cited} của Chủ tịch {context.committee})", ParagraphStyle.NOTE),
            _table(order.nominees, total),
            Paragraph(f"Tổng số tiền: {money_text(total)} (Bằng chữ: {money_words(total)})."),
        ),
        (
            SignatureBlock(("NGƯỜI LẬP",), context.office.officer),
            SignatureBlock(("NGƯỜI PHÁT TIỀN",)),
            offices.department_signature(context),
        ),
    )
    return replace(paper, year=order.decision.decided_on.year)


def _table(nominees: Sequence[Nominee], money: int) -> Table:
    golden = golden_column(nominees)
    foot = ("", "Tổng cộng", "", *("" for _ in golden), integer_text(money), "", "")
    return Table((*_WHO, *golden, *_WHAT), _rows(nominees, has_golden=bool(golden)), foot)


def _rows(nominees: Sequence[Nominee], *, has_golden: bool) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    for number, (kind, part) in enumerate(sections(nominees), start=1):
        words = SUBJECT_WORDS[kind]
        head = f"{roman(number)}. {words.upper()} ({two_digit_count(len(part))})"
        rows.append((f"{head}{_each(words, part)}",))
        rows += [
            (
                *(str(place), addressed_name(one), one.proposal.detail),
                *((golden_text(one),) if has_golden else ()),
                *(_money(one), "", ""),
            )
            for place, one in enumerate(part, start=1)
        ]
    return tuple(rows)


def _each(words: str, part: Sequence[Nominee]) -> str:
    """The sum of one recipient in words, where all of a kind get the same."""
    amounts = {one.amount or 0 for one in part}
    if len(amounts) != 1:
        return ""
    (amount,) = amounts
    return f": mỗi {words} {money_text(amount)} ({money_words(amount)})"


def _money(nominee: Nominee) -> str:
    return integer_text(nominee.amount or 0)
