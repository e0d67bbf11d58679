"""The content of an official paper by NĐ 30/2020/NĐ-CP; how it looks is the writer's matter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.application.practice import is_practice


class ParagraphStyle(StrEnum):
    """What a paragraph is, so that each writer can give it the prescribed form."""

    BODY = "body"  # justified, first line indented
    BASIS = "basis"  # căn cứ: italic
    HEADING = "heading"  # mục: bold, never left alone at the foot of a page
    ARTICLE = "article"  # Điều 1. of a decision: the words up to the first dot bold
    CENTRED = "centred"  # such as «QUYẾT ĐỊNH:»
    NOTE = "note"  # italic remark under a table


class Align(StrEnum):
    """How a table column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text; writers escape it, markup has no meaning here.

    Ordinary spaces run together; a no-break space keeps its width, which is how blanks for the
    pen are left. A line break starts a new paragraph of the same style.
    """

    text: str
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its head, its share of the width, and how it stands."""

    title: str
    share: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose head repeats on every page.

    Attributes:
        rows: cells as text, as many as columns; a row of one cell is a group row over the width.
        total: the bold last row, empty where nothing is added up.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """One signature: quyền hạn, chức vụ lines in capitals, and the name under the space.

    Attributes:
        note: such as «(Ký, ghi rõ họ tên)»; empty for the head of an agency.
    """

    authority: tuple[str, ...]
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """Danh sách, phụ lục kèm theo: starts on its own page, with page numbers of its own.

    Attributes:
        label: «Phụ lục I» or empty where there is one only.
        attached_to: «(Kèm theo Tờ trình số …)».
    """

    label: str
    title: str
    attached_to: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    signatures: tuple[SignatureBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """One of several slips on a sheet, to be cut apart: never broken over two pages.

    Attributes:
        head: cơ quan, bold capitals, line by line.
        title: in capitals, such as «PHIẾU BẦU».
        subject: what it is about.
        note: how it is filled in.
        has_own_page: one sheet of a ballot that is longer than a page: it shares its page with
            nothing, and there is nothing to cut.
    """

    head: tuple[str, ...]
    title: str
    subject: str
    table: Table
    note: str
    has_own_page: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One official paper.

    Attributes:
        parent: cơ quan chủ quản, regular capitals; empty where there is none.
        issuer: cơ quan ban hành, bold capitals, line by line.
        number: số; empty while the văn thư has not given it (NĐ 30/2020/NĐ-CP Điều 15).
        symbol: ký hiệu after the number, such as ``TTr-UBND``; empty for papers without one.
        place: địa danh; empty for papers without a line of place and date, such as minutes.
        signed_on: `None` leaves day and month blank.
        year: the year that stands even while the date is blank.
        kind: tên loại in capitals, such as «TỜ TRÌNH»; empty for a công văn, whose trích yếu
            «V/v …» stands below its number.
        subject: trích yếu.
        sub_issuer: the line under a decision's trích yếu, «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …».
        addressees: kính gửi, one line each; empty for papers addressed to nobody.
        signatures: left to right; one stands right, beside nơi nhận.
        recipients: nơi nhận lines without their hyphen and stop; empty for lists.
        snapshot: the small mark at the foot that says from which data the paper was made.
        slips: what stands on the paper in place of all the rest, to be cut apart.
    """

    parent: str
    issuer: tuple[str, ...]
    number: str
    symbol: str
    place: str
    signed_on: dt.date | None
    year: int
    kind: str
    subject: str
    blocks: tuple[Block, ...]
    signatures: tuple[SignatureBlock, ...]
    recipients: tuple[str, ...] = ()
    sub_issuer: str = ""
    addressees: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    snapshot: str = ""

    @property
    def is_practice(self) -> bool:
        """Whether it was made from practice data: it then says so across every page."""
        return is_practice(self.snapshot)

    slips: tuple[Slip, ...] = ()
