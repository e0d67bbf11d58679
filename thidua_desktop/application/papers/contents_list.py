"""Mục lục hồ sơ: what lies in a dossier that is sent, and what is still open in it."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.context import PaperContext
from thidua_desktop.application.papers.model import (
    Align,
    Block,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
    TableColumn,
)
from thidua_desktop.domain.vietnamese.numerals import two_digit_count

_COLUMNS = (
    TableColumn("STT", 10, Align.CENTRE),
    TableColumn("Tên tài liệu", 78),
    TableColumn("Tên tệp", 82),
)


@dataclass(frozen=True, slots=True)
class ContentsOrder:
    """One dossier.

    Attributes:
        level: «cấp xã», «cấp tỉnh», «cấp Nhà nước».
        documents: what each is, and its file.
        open: what is missing or unclear, in sentences.
        despite: why it is sent all the same.
    """

    level: str
    documents: tuple[tuple[str, str], ...]
    open: tuple[str, ...] = ()
    despite: str = ""


def build_contents_list(context: PaperContext, order: ContentsOrder) -> Paper:
    """The first page of a dossier."""
    rows = tuple((str(n), what, file) for n, (what, file) in enumerate(order.documents, start=1))
    blocks: list[Block] = [
        Paragraph(f"Hồ sơ gồm {two_digit_count(len(rows))} tài liệu:"),
        Table(_COLUMNS, rows),
    ]
    if order.open:
        blocks += wording.section(
            "Nội dung còn thiếu, chưa rõ", *(f"- {one}" for one in order.open)
        )
    if order.despite:
        blocks.append(Paragraph(f"Lý do gửi khi hồ sơ chưa đủ: {order.despite.rstrip('. ')}."))
    return offices.working_paper(
        context,
        "MỤC LỤC HỒ SƠ",
        (
            f"Đề nghị khen thưởng {order.level} trong {wording.movement(context)} "
            f"{wording.occasion(context)}"
        ),
        tuple(blocks),
        (SignatureBlock(("NGƯỜI LẬP",), context.office.officer),),
    )
