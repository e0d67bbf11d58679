"""The two columns at the head of a paper: left the office and số, right the State and ngày."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph, Table

from thidua_desktop.application.papers.fixed_lines import (
    MOTTO,
    STATE_NAME,
    number_line,
    place_and_date,
)
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.documents.pdf.fonts import BOLD, ITALIC, REGULAR, text_width
from thidua_desktop.documents.pdf.heading_columns import heading_columns
from thidua_desktop.documents.pdf.plain_text import plain
from thidua_desktop.documents.pdf.short_rule import ShortRule
from thidua_desktop.documents.pdf.styles import Typesetter
from thidua_desktop.documents.pdf.tables import BARE


def two_columns(paper: Paper, typesetter: Typesetter, width: float) -> Flowable:
    """The heading of NĐ 30/2020/NĐ-CP Phụ lục I, components 1 to 4."""
    return _Heading(paper, typesetter, width).table()


class _Heading:
    """Sets one heading; it is a borderless table, as in Word."""

    def __init__(self, paper: Paper, typesetter: Typesetter, width: float) -> None:
        self._paper = paper
        self._set = typesetter
        self._profile = typesetter.profile
        self._number = plain(number_line(paper))
        self._date = plain(place_and_date(paper))
        self._left, self._right = heading_columns(paper, self._profile, width)

    def table(self) -> Table:
        rows: list[list[Flowable | list[Flowable]]] = [[self._office(), self._state()]]
        if self._number or self._date:
            number_size, date_size = self._profile.number_size, self._profile.date_size
            rows.append(
                [
                    self._fitting(self._number, REGULAR, number_size, self._left),
                    self._fitting(self._date, ITALIC, date_size, self._right),
                ]
            )
        if not self._paper.kind:
            rows.append([[self._about()], []])
        spaced = ("TOPPADDING", (0, 1), (-1, -1), 6)
        style = [*BARE, ("VALIGN", (0, 0), (-1, -1), "TOP"), spaced]
        return Table(rows, colWidths=[self._left, self._right], style=style)

    def _about(self) -> Paragraph:
        """«V/v …» of a công văn, which has no tên loại (Phụ lục I, component 5b)."""
        subject = plain(self._paper.subject)
        return self._set.centred(subject, REGULAR, self._profile.smallest_heading_size)

    def _office(self) -> list[Flowable]:
        size = self._profile.issuer_size
        parent = plain(self._paper.parent)
        lines = [plain(line) for line in self._paper.issuer]
        longest = max((text_width(line, BOLD, size) for line in lines), default=0.0)
        return [
            *([self._fitting(parent, REGULAR, size, self._left)] if parent else []),
            *(self._fitting(line, BOLD, size, self._left) for line in lines),
            self._rule(min(longest, self._left) * self._profile.rule_share),
        ]

    def _state(self) -> list[Flowable]:
        profile = self._profile
        return [
            self._set.centred(STATE_NAME, BOLD, profile.state_name_size),
            self._set.centred(MOTTO, BOLD, profile.motto_size),
            self._rule(text_width(MOTTO, BOLD, profile.motto_size)),
        ]

    def _fitting(self, text: str, font: str, size: float, width: float) -> Paragraph:
        """A line in the largest allowed size that needs no second line, else even lines."""
        smallest = self._profile.smallest_heading_size
        while size > smallest and text_width(text, font, size) > width:
            size = max(size - 0.5, smallest)
        return self._set.balanced(text, font, size, width)

    def _rule(self, length: float) -> ShortRule:
        return ShortRule(length, self._profile.rule_weight)
