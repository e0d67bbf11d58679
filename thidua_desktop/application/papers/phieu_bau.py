"""Phiếu bầu: the paper ballots of one award, several to a page or of several sheets each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.context import Nominee, PaperContext
from thidua_desktop.application.papers.model import Align, Paper, Slip, Table, TableColumn
from thidua_desktop.application.papers.subjects import SUBJECT_WORDS, addressed_name, sections
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import two_digit_count

_COLUMNS = (
    TableColumn("STT", 8, Align.CENTRE),
    TableColumn("Tên tập thể, họ và tên", 62),
    TableColumn("Đồng ý", 15, Align.CENTRE),
    TableColumn("Không đồng ý", 15, Align.CENTRE),
)
_SHEET, _LINE, _PADDING = 1_950, 51, 18
"""Room for the lines of one sheet, a line of text, and around it, in tenths of a millimetre."""
_LETTERS = 44
"""Letters of a name on one line, on the safe side."""
_HOW = (
    "Đánh dấu X vào một ô ở mỗi dòng; dòng để trống hoặc đánh dấu cả hai ô không được tính. "
    "Thành viên không đánh dấu ở dòng của chính mình hoặc đơn vị mình. Không ký, ghi tên."
)


@dataclass(frozen=True, slots=True)
class BallotPaperOrder:
    """The ballots of one award in one session.

    Attributes:
        copies: how many are printed, one for each who votes.
    """

    award: str
    session: CouncilSession
    nominees: tuple[Nominee, ...]
    copies: int


def build_ballot_paper(context: PaperContext, order: BallotPaperOrder) -> Paper:
    """The ballots, all alike.

    Raises:
        NotFound: the rule pack lacks the award.
    """
    council = offices.council(context)
    award = wording.award_name(context.pack.form(order.award), context)
    day = date_text(order.session.held_on)
    whole = Slip(
        head=(f"{' '.join(council.lines)} {context.commune.upper()}",),
        title="PHIẾU BẦU",
        subject=f"Đề nghị tặng {award} {wording.occasion(context)} (phiên họp ngày {day})",
        table=Table(_COLUMNS, in_ballot_rows(order.nominees)),
        note=_HOW,
    )
    ballot = tuple(in_sheets(whole))
    return Paper(
        parent=council.parent,
        issuer=council.lines,
        number="",
        symbol="",
        place="",
        signed_on=order.session.held_on,
        year=order.session.held_on.year,
        kind="PHIẾU BẦU",
        subject=whole.subject,
        blocks=(),
        signatures=(),
        snapshot=context.snapshot,
        slips=ballot * order.copies,
    )


def in_sheets(whole: Slip) -> Iterator[Slip]:
    """The ballot, or its sheets where it is longer than a page: each with head and instruction."""
    parts = parted(whole.table.rows)
    if len(parts) == 1:
        yield whole
        return
    for number, rows in enumerate(parts, start=1):
        yield replace(
            whole,
            title=f"{whole.title} - TỜ {number}/{len(parts)}",
            table=replace(whole.table, rows=rows),
            note=f"{whole.note} Phiếu gồm {two_digit_count(len(parts))} tờ, không tách rời.",
            has_own_page=True,
        )


def parted(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The lines of each sheet, about equally many; a part that goes on has its title again.

    The heights are estimated on the safe side: what a writer sets in larger letters still flows
    over pages under the table's head.
    """
    heights = [_height(row) for row in rows]
    count = -(-sum(heights) // _SHEET)
    share = -(-sum(heights) // max(count, 1)) + max(heights, default=0)
    sheets: list[list[tuple[str, ...]]] = [[]]
    used, title = 0, ""
    for row, height, below in zip(rows, heights, (*heights, 0)[1:], strict=True):
        needed = height + (below if len(row) == 1 else 0)
        if sheets[-1] and used + needed > min(share, _SHEET):
            sheets.append([(f"{title} (tiếp theo)",)] if title and len(row) > 1 else [])
            used = sum(map(_height, sheets[-1]))
        title = row[0] if len(row) == 1 else title
        sheets[-1].append(row)
        used += height
    return tuple(tuple(sheet) for sheet in sheets)


def _height(row: tuple[str, ...]) -> int:
    """About how tall a line is, in tenths of a millimetre."""
    name = row[1] if len(row) > 1 else row[0]
    return -(-len(name) // _LETTERS) * _LINE + _PADDING


def in_ballot_rows(nominees: tuple[Nominee, ...]) -> tuple[tuple[str, ...], ...]:
    """The lines of a ballot, numbered through over all kinds."""
    parts = sections(nominees)
    rows: list[tuple[str, ...]] = []
    place = 0
    for kind, part in parts:
        if len(parts) > 1:
            rows.append((SUBJECT_WORDS[kind].capitalize(),))
        for one in part:
            place += 1
            detail = f", {one.proposal.detail}" if one.proposal.detail else ""
            rows.append((str(place), f"{addressed_name(one)}{detail}", "", ""))
    return tuple(rows)
