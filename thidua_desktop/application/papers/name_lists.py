"""Danh sách: the annexes with names, one table per kind of subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.papers.model import (
    Align,
    Block,
    Paragraph,
    ParagraphStyle,
    Table,
    TableColumn,
)
from thidua_desktop.application.papers.subjects import (
    SUBJECT_WORDS,
    addressed_name,
    sections,
    taken_in_words,
)
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.vietnamese.numerals import (
    integer_text,
    percent_text,
    roman,
    two_digit_count,
)

_NAME_TITLES = {
    SubjectKind.COLLECTIVE: "Tên tập thể",
    SubjectKind.HOUSEHOLD: "Họ và tên chủ hộ",
    SubjectKind.INDIVIDUAL: "Họ và tên",
}
_DETAIL_TITLES = {
    SubjectKind.HOUSEHOLD: "Địa chỉ",
    SubjectKind.INDIVIDUAL: "Chức vụ, đơn vị công tác",
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column and what stands in it; it is left out where nothing would."""

    head: TableColumn
    value: Callable[[Nominee], str]
    is_kept: bool = False


def proposal_list(
    nominees: Sequence[Nominee], award: str, members: int | None
) -> tuple[Block, ...]:
    """Danh sách đề nghị: one part per kind of subject, with what is known of each name.

    Args:
        nominees: all proposed for one award.
        award: its short name, for the column that the province's lists ask for.
        members: members of the council, on which shares are counted; `None` without a vote.
    """
    blocks: list[Block] = []
    for number, (kind, part) in enumerate(sections(nominees), start=1):
        title = f"{roman(number)}. {SUBJECT_WORDS[kind].upper()} ({two_digit_count(len(part))})"
        blocks.append(Paragraph(title, ParagraphStyle.HEADING))
        blocks.append(_table(_proposal_columns(kind, award, members), part))
        blocks += [Paragraph(f"{told}.") for told in taken_in_words(part)]
    return tuple(blocks)


def decided_list(nominees: Sequence[Nominee]) -> tuple[Block, ...]:
    """Danh sách kèm theo quyết định: one table over all kinds, with the money and its sum."""
    golden = golden_column(nominees)
    columns = (
        TableColumn("STT", 6, Align.CENTRE),
        TableColumn("Tên tập thể, họ và tên", 34),
        TableColumn("Chức vụ, đơn vị công tác, địa chỉ", 40),
        *golden,
        TableColumn("Mức thưởng (đồng)", 20, Align.RIGHT),
    )
    rows: list[tuple[str, ...]] = []
    for number, (kind, part) in enumerate(sections(nominees), start=1):
        words = SUBJECT_WORDS[kind].upper()
        rows.append((f"{roman(number)}. {words} ({two_digit_count(len(part))})",))
        rows += [
            (
                str(place),
                addressed_name(one),
                one.proposal.detail,
                *(golden_text(one) for _ in golden),
                integer_text(one.amount or 0),
            )
            for place, one in enumerate(part, start=1)
        ]
    total = sum(one.amount or 0 for one in nominees)
    foot = ("", "Tổng cộng", "", *("" for _ in golden), integer_text(total))
    return (Table(columns, tuple(rows), foot),)


def golden_column(nominees: Sequence[Nominee]) -> tuple[TableColumn, ...]:
    """The column of numbers in the golden register; none while nobody has one."""
    has_any = any(one.golden_number is not None for one in nominees)
    return (TableColumn("Số sổ vàng", 12, Align.CENTRE),) if has_any else ()


def golden_text(nominee: Nominee) -> str:
    """Số sổ vàng, or nothing."""
    return "" if nominee.golden_number is None else str(nominee.golden_number)


def votes_text(nominee: Nominee, members: int | None) -> str:
    """«10/11 (90,91%)»; empty without a vote."""
    if nominee.ballot is None or not members:
        return ""
    yes = nominee.ballot.yes
    return f"{yes}/{members} ({percent_text(yes, members)})"


def _proposal_columns(kind: SubjectKind, award: str, members: int | None) -> tuple[_Column, ...]:
    centre = Align.CENTRE
    detail = TableColumn(_DETAIL_TITLES.get(kind, "Đơn vị"), 34)
    return (
        _Column(TableColumn(_NAME_TITLES[kind], 36), addressed_name, is_kept=True),
        _Column(TableColumn("Năm sinh", 12, centre), _birth_year),
        _Column(detail, lambda one: one.proposal.detail),
        _Column(TableColumn("Tóm tắt thành tích", 70), _achievement, is_kept=True),
        _Column(
            TableColumn("Danh hiệu, hình thức đề nghị", 24, centre), lambda _: award, is_kept=True
        ),
        _Column(TableColumn("Điểm, xếp loại", 20, centre), lambda one: one.result),
        _Column(
            TableColumn("Số phiếu đồng ý/tổng số thành viên", 26, centre),
            lambda one: votes_text(one, members),
        ),
        _Column(TableColumn("Đã khen (5 năm gần nhất)", 24), lambda one: one.earlier_awards),
        _Column(TableColumn("Ghi chú", 14), lambda _: "", is_kept=True),
    )


def _birth_year(nominee: Nominee) -> str:
    year = nominee.person.birth_year if nominee.person else None
    return str(year) if year else ""


def _achievement(nominee: Nominee) -> str:
    return nominee.proposal.achievement


def _table(columns: Sequence[_Column], nominees: Sequence[Nominee]) -> Table:
    shown = [column for column in columns if column.is_kept or any(map(column.value, nominees))]
    heads = (TableColumn("STT", 8, Align.CENTRE), *(column.head for column in shown))
    rows = tuple(
        (str(number), *(column.value(nominee) for column in shown))
        for number, nominee in enumerate(nominees, start=1)
    )
    return Table(heads, rows)
