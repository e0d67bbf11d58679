"""The text of a paper as it flows over pages, up to its signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer

from thidua_desktop.application.papers import model
from thidua_desktop.documents.pdf.styles import Typesetter
from thidua_desktop.documents.pdf.tables import RuledTable

_LEAST_LINES = 2
"""Lines of the text that stay with a signature, and below a heading."""

_AROUND_TABLE = 6


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or table of the text, already set."""

    content: Paragraph | RuledTable
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class _Cut:
    """The end of a text, parted from what stands before it."""

    before: list[Flowable]
    after: list[Flowable]
    lines: int


class Story:
    """Sets the text of a paper or of one of its annexes."""

    def __init__(self, typesetter: Typesetter, width: float) -> None:
        self._set = typesetter
        self._width = width

    def flowables(
        self, blocks: Sequence[model.Block], closing: Sequence[Flowable]
    ) -> list[Flowable]:
        """The blocks, the last lines of them on one page with the closing."""
        pieces = [piece for block in blocks for piece in self._pieces(block)]
        if not closing:
            return self._flowing(pieces)
        end = self._take_tail(pieces)
        return [*self._flowing(pieces), *end.before, KeepTogether([*end.after, *closing])]

    def _pieces(self, block: model.Block) -> list[_Piece]:
        if isinstance(block, model.Table):
            return [_Piece(RuledTable(block, self._set, self._width))]
        is_heading = block.style is model.ParagraphStyle.HEADING
        return [_Piece(paragraph, is_heading) for paragraph in self._set.flowing(block)]

    def _flowing(self, pieces: Sequence[_Piece]) -> list[Flowable]:
        flowing: list[Flowable] = []
        for number, piece in enumerate(pieces):
            if isinstance(piece.content, RuledTable):
                flowing += [*_spaced(piece.content.flowables()), Spacer(0, _AROUND_TABLE)]
            elif piece.is_heading:
                needed = self._height_to_start(pieces[number:])
                flowing += [CondPageBreak(needed), piece.content]
            else:
                flowing.append(piece.content)
        return flowing

    def _height_to_start(self, pieces: Sequence[_Piece]) -> float:
        """What a heading needs below it, so that it doesn't stand alone at the foot of a page."""
        needed = 0.0
        for piece in pieces:
            needed += self._set.profile.paragraph_space
            if isinstance(piece.content, RuledTable):
                return needed + _AROUND_TABLE + piece.content.least_height()
            height = piece.content.wrap(self._width, 0)[1]
            if not piece.is_heading:
                return needed + min(height, _LEAST_LINES * piece.content.style.leading)
            needed += height
        return needed

    def _take_tail(self, pieces: list[_Piece]) -> _Cut:
        """Remove the end of the text from `pieces`: two lines of it or more, to stay with the end.

        Headings right above go with it.
        """
        tail: list[Flowable] = []
        lines = 0
        while pieces and lines < _LEAST_LINES:
            cut = self._cut(pieces.pop().content, _LEAST_LINES - lines)
            tail = [*cut.after, *tail]
            lines += cut.lines
            if cut.before:
                return _Cut(cut.before, tail, lines)
        while pieces and pieces[-1].is_heading:
            tail = [*_flowables(pieces.pop().content), *tail]
        return _Cut([], tail, lines)

    def _cut(self, content: Paragraph | RuledTable, needed: int) -> _Cut:
        """Cut the last lines off, or take the whole where little would be left."""
        if isinstance(content, RuledTable):
            before, after = content.with_tail()
            return _Cut(_spaced(before), [after, Spacer(0, _AROUND_TABLE)], _LEAST_LINES)
        content.wrap(self._width, 0)
        lines = len(content.getActualLineWidths0())
        kept = lines - needed
        if kept < _LEAST_LINES:
            return _Cut([], [content], lines)
        first, rest = content.split(self._width, kept * content.style.leading)
        rest.spaceBefore = 0
        return _Cut([first], [rest], needed)


def _flowables(content: Paragraph | RuledTable) -> list[Flowable]:
    return content.flowables() if isinstance(content, RuledTable) else [content]


def _spaced(flowables: list[Flowable]) -> list[Flowable]:
    return [Spacer(0, _AROUND_TABLE), *flowables] if flowables else []
