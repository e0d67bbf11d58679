"""Slips of a sheet, one below the other, with a line to cut along between them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from thidua_desktop.application.papers import model
from thidua_desktop.documents.pdf.fonts import BOLD, ITALIC
from thidua_desktop.documents.pdf.styles import Typesetter
from thidua_desktop.documents.pdf.tables import RuledTable

_SPACE = 4
_AROUND_CUT = 9
_DASH = (3, 3)


class _CutLine(Flowable):
    """A dashed line over the whole width."""

    def __init__(self, width: float, weight: float) -> None:
        super().__init__()
        self.width, self.height = width, 0
        self._weight = weight

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, 0

    def draw(self) -> None:
        self.canv.setLineWidth(self._weight)
        self.canv.setDash(*_DASH)
        self.canv.line(0, 0, self.width, 0)


def slips(sheets: Sequence[model.Slip], typesetter: Typesetter, width: float) -> list[Flowable]:
    """As many slips on a page as fit; none runs over two, and some stand on a page alone."""
    story: list[Flowable] = []
    for slip in sheets:
        if slip.has_own_page:
            story += [*([PageBreak()] if story else []), *_slip(slip, typesetter, width)]
            continue
        made = [
            *_slip(slip, typesetter, width),
            Spacer(0, _AROUND_CUT),
            _CutLine(width, typesetter.profile.rule_weight),
            Spacer(0, _AROUND_CUT),
        ]
        story.append(KeepTogether(made))
    return story


def _slip(slip: model.Slip, typesetter: Typesetter, width: float) -> list[Flowable]:
    profile = typesetter.profile
    size = profile.table_sizes[0]
    note = model.Paragraph(slip.note, model.ParagraphStyle.NOTE)
    return [
        *(typesetter.centred(line, BOLD, size) for line in slip.head),
        typesetter.centred(slip.title, BOLD, profile.title_size, _SPACE),
        typesetter.balanced(slip.subject, ITALIC, size, width),
        Spacer(0, _SPACE),
        *RuledTable(slip.table, typesetter, width).flowables(),
        *typesetter.flowing(note),
    ]
