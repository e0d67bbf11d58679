"""The end of a paper: nơi nhận and signatures, never alone on a page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from thidua_desktop.application.papers.fixed_lines import RECIPIENTS_TITLE, dashed
from thidua_desktop.application.papers.model import SignatureBlock
from thidua_desktop.documents.pdf.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, text_width
from thidua_desktop.documents.pdf.styles import Typesetter
from thidua_desktop.documents.pdf.tables import BARE

_ABOVE = 10
_RECIPIENTS_SHARE = 0.48


def closing(
    recipients: Sequence[str],
    signatures: Sequence[SignatureBlock],
    typesetter: Typesetter,
    width: float,
) -> list[Flowable]:
    """Nơi nhận left of one signature; below the row where there are several."""
    signed = [_signature(block, typesetter) for block in signatures]
    received = _recipients(recipients, typesetter)
    if not signed:
        return [Spacer(0, _ABOVE), *received] if received else []
    if len(signed) == 1:
        left = width * _RECIPIENTS_SHARE
        return [Spacer(0, _ABOVE), _row([received, signed[0]], [left, width - left])]
    row = _row(signed, [width / len(signed)] * len(signed))
    below = [Spacer(0, _ABOVE), *received] if received else []
    return [Spacer(0, _ABOVE), row, *below]


def _row(cells: list[list[Flowable]], widths: list[float]) -> Table:
    style = [*BARE, ("VALIGN", (0, 0), (-1, -1), "TOP")]
    # Only what is higher than a page is split; else the row stays whole on the next page.
    return Table([cells], colWidths=widths, style=style, splitInRow=1)


def _signature(block: SignatureBlock, typesetter: Typesetter) -> list[Flowable]:
    profile = typesetter.profile
    size = profile.authority_size
    lines: list[Flowable] = [typesetter.centred(line, BOLD, size) for line in block.authority]
    if block.note:
        lines.append(typesetter.centred(block.note, ITALIC, size - 1))
    space = Spacer(0, profile.signature_space * mm)
    return [*lines, space, typesetter.centred(block.name, BOLD, size)]


def _recipients(recipients: Sequence[str], typesetter: Typesetter) -> list[Flowable]:
    if not recipients:
        return []
    profile = typesetter.profile
    size = profile.recipients_size
    hang = text_width("- ", REGULAR, size)
    lines: list[Flowable] = [
        typesetter.left(line, REGULAR, size, hang) for line in dashed(recipients)
    ]
    title = typesetter.left(RECIPIENTS_TITLE, BOLD_ITALIC, profile.recipients_title_size)
    return [title, *lines]
