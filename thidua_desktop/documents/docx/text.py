"""The text of a paper: its paragraphs and tables, the end of it held to the signatures."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.papers import model
from thidua_desktop.documents.docx.elements import Setting, paragraph, run
from thidua_desktop.documents.docx.style_names import OF_PARAGRAPH
from thidua_desktop.documents.docx.tables import RuledTable
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.fonts import REGULAR, text_width
from thidua_desktop.documents.pdf.plain_text import plain

_KEPT_LINES = 2


def text(
    blocks: Sequence[model.Block], profile: StyleProfile, width: float, *, is_signed: bool
) -> str:
    """The blocks; at least two lines of them stay on the page of the signatures."""
    pieces = [piece for block in blocks for piece in _pieces(block)]
    first_kept = _first_kept(pieces, profile, width) if is_signed else len(pieces)
    made = ""
    for number, piece in enumerate(pieces):
        keep = number >= first_kept
        if isinstance(piece, model.Table):
            made += RuledTable(piece, profile, width).xml(keep_end=keep)
        else:
            made += _paragraph(piece, keep=keep)
    return made


def _pieces(block: model.Block) -> list[model.Block]:
    """A table, or the paragraphs that the line breaks of one make."""
    if isinstance(block, model.Table):
        return [block]
    lines = [line for line in plain(block.text).split("\n") if line]
    is_article = block.style is model.ParagraphStyle.ARTICLE
    further = model.ParagraphStyle.BODY if is_article else block.style
    return [
        model.Paragraph(line, further if number else block.style)
        for number, line in enumerate(lines)
    ]


def _first_kept(pieces: Sequence[model.Block], profile: StyleProfile, width: float) -> int:
    """The piece from which on all stays together with the signatures."""
    lines = 0.0
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if isinstance(piece, model.Table):
            return number
        lines += text_width(piece.text, REGULAR, profile.body_size) // width + 1
        if lines >= _KEPT_LINES:
            return number
    return 0


def _paragraph(piece: model.Paragraph, *, keep: bool) -> str:
    style = OF_PARAGRAPH[piece.style]
    start, dot, rest = piece.text.partition(".")
    if piece.style is model.ParagraphStyle.ARTICLE and dot:
        runs = run(f"{start}{dot}", bold=True, after=" ") + run(rest)
    else:
        runs = run(piece.text)
    return paragraph(style, runs, Setting(keep_next=keep))
