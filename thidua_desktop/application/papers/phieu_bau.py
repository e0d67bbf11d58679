"""Phiếu bầu: the paper ballots of one award, several to a sheet, to be cut apart."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.context import Nominee, PaperContext
from thidua_desktop.application.papers.model import Align, Paper, Slip, Table, TableColumn
from thidua_desktop.application.papers.subjects import SUBJECT_WORDS, addressed_name, sections
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.vietnamese.dates import date_text

_COLUMNS = (
    TableColumn("STT", 8, Align.CENTRE),
    TableColumn("Tên tập thể, họ và tên", 62),
    TableColumn("Đồng ý", 15, Align.CENTRE),
    TableColumn("Không đồng ý", 15, Align.CENTRE),
)
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
    slip = Slip(
        head=(f"{' '.join(council.lines)} {context.commune.upper()}",),
        title="PHIẾU BẦU",
        subject=f"Đề nghị tặng {award} {wording.occasion(context)} (phiên họp ngày {day})",
        table=Table(_COLUMNS, in_ballot_rows(order.nominees)),
        note=_HOW,
    )
    return Paper(
        parent=council.parent,
        issuer=council.lines,
        number="",
        symbol="",
        place="",
        signed_on=order.session.held_on,
        year=order.session.held_on.year,
        kind="PHIẾU BẦU",
        subject=slip.subject,
        blocks=(),
        signatures=(),
        snapshot=context.snapshot,
        slips=(slip,) * order.copies,
    )


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
