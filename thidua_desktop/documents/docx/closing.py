"""The end of a paper: nơi nhận and the signatures."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.papers.fixed_lines import RECIPIENTS_TITLE, dashed
from thidua_desktop.application.papers.model import SignatureBlock
from thidua_desktop.documents.docx.elements import cell, paragraph, row, run, table
from thidua_desktop.documents.docx.style_names import Style
from thidua_desktop.documents.pdf.plain_text import plain

_ABOVE = 10.0


def signatures(blocks: Sequence[SignatureBlock], width: float) -> str:
    """One as paragraphs; several side by side."""
    if len(blocks) == 1:
        return _signature(blocks[0])
    return _row([_signature(block) for block in blocks], width) if blocks else ""


def annex_signatures(blocks: Sequence[SignatureBlock], width: float) -> str:
    """Signatures of an annex; one stands in the right half."""
    if len(blocks) == 1:
        return _row([paragraph(Style.RECIPIENT), _signature(blocks[0])], width)
    return signatures(blocks, width)


def recipients(lines: Sequence[str]) -> str:
    """«Nơi nhận:» and its dashed lines."""
    if not lines:
        return ""
    listed = "".join(paragraph(Style.RECIPIENT, run(line)) for line in dashed(lines))
    return paragraph(Style.RECIPIENTS, run(RECIPIENTS_TITLE)) + listed


def _row(contents: Sequence[str], width: float) -> str:
    one = width / len(contents)
    cells = [cell(one, content, middle=False) for content in contents]
    return table([one] * len(contents), [row(cells)], padding=(0, 0))


def _signature(block: SignatureBlock) -> str:
    made = "".join(paragraph(Style.AUTHORITY, run(line)) for line in block.authority)
    if plain(block.note):
        made += paragraph(Style.SIGNING_NOTE, run(block.note))
    return made + paragraph(Style.SIGNER, run(block.name))
