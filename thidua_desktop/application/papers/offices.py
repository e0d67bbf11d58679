"""Who issues a paper: its heading, its symbol and its signature at commune level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua_desktop.application.naming import authority_lines, signer_name
from thidua_desktop.application.papers.context import PaperContext
from thidua_desktop.application.papers.model import Block, Paper, SignatureBlock

_COMMITTEE_AUTHORITY = "TM. ỦY BAN NHÂN DÂN"


@dataclass(frozen=True, slots=True)
class IssuingOffice:
    """Cơ quan ban hành.

    Attributes:
        parent: cơ quan chủ quản, empty for the committee itself.
        lines: its name in capitals, line by line.
        code: what stands in the symbol after the type: ``UBND``, ``VHXH``, ``HĐTĐKT``.
        name: as the text calls it.
    """

    parent: str
    lines: tuple[str, ...]
    code: str
    name: str


def committee(context: PaperContext) -> IssuingOffice:
    """Ủy ban nhân dân: both lines bold, nothing above them."""
    lines = ("ỦY BAN NHÂN DÂN", context.commune.upper())
    return IssuingOffice("", lines, "UBND", context.committee)


def department(context: PaperContext) -> IssuingOffice:
    """Phòng Văn hóa - Xã hội."""
    name = context.department
    return IssuingOffice(_above(context), (name.upper(),), "VHXH", name)


def council(context: PaperContext) -> IssuingOffice:
    """Hội đồng Thi đua - Khen thưởng; on two lines, for one is too wide for half a page."""
    lines = ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")
    return IssuingOffice(_above(context), lines, "HĐTĐKT", context.council)


def working_paper(
    context: PaperContext,
    kind: str,
    subject: str,
    blocks: tuple[Block, ...],
    signatures: tuple[SignatureBlock, ...],
) -> Paper:
    """A paper of the department's own hand: without number, symbol and day."""
    issuer = department(context)
    return Paper(
        parent=issuer.parent,
        issuer=issuer.lines,
        number="",
        symbol="",
        place=context.plan.commune.place_in_date,
        signed_on=None,
        year=context.today.year,
        kind=kind,
        subject=subject,
        blocks=blocks,
        signatures=signatures,
        snapshot=context.snapshot,
    )


def committee_signature(context: PaperContext) -> SignatureBlock:
    """Signed on behalf of the committee (NĐ 30/2020/NĐ-CP Điều 13)."""
    return SignatureBlock(authority_lines(context.office), signer_name(context.office))


def chair_signature(context: PaperContext) -> SignatureBlock:
    """Signed by the chair in person or for the chair, as a decision on awards is: never «TM.»."""
    lines = authority_lines(context.office)
    own = tuple(line for line in lines if line != _COMMITTEE_AUTHORITY)
    return SignatureBlock(own, signer_name(context.office))


def department_signature(context: PaperContext) -> SignatureBlock:
    """Signed by the head of the department."""
    return SignatureBlock(("TRƯỞNG PHÒNG",), context.office.department_head)


def _above(context: PaperContext) -> str:
    return f"UBND {context.commune}".upper()


def filing(context: PaperContext) -> str:
    """Nơi lưu, in the plan's or the office's own words: «Lưu: VT,VHXH.» → «Lưu: VT, VHXH»."""
    said = re.sub(r"^\s*lưu\s*:?", "", context.plan.signature.filing, flags=re.IGNORECASE)
    places = (place.strip() for place in said.rstrip(" .;").split(","))
    return f"Lưu: {', '.join(filter(None, places))}"
