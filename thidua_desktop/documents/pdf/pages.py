"""The pages of a paper: margins, page numbers, the mark at the foot."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from thidua_desktop.application.practice import is_practice
from thidua_desktop.documents.paper_style import StyleProfile
from thidua_desktop.documents.pdf.fonts import REGULAR
from thidua_desktop.documents.pdf.plain_text import plain
from thidua_desktop.documents.pdf.practice_mark import draw_practice


@dataclass(frozen=True, slots=True)
class Sheet:
    """A4 upright or across, with the margins of a profile; in points."""

    profile: StyleProfile
    is_landscape: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper."""
        width, height = landscape(A4) if self.is_landscape else A4
        return float(width), float(height)

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.size[0] - (self.profile.margin_left + self.profile.margin_right) * mm

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.size[1] - (self.profile.margin_top + self.profile.margin_bottom) * mm


class NumberedPages(PageTemplate):
    """The pages of the paper or of one annex, numbered from 1 with the first number not shown.

    Slips to be cut apart bear none: a number would tell one secret ballot from another.
    """

    def __init__(
        self, name: str, sheet: Sheet, snapshot: str, *, shows_numbers: bool = True
    ) -> None:
        profile = sheet.profile
        frame = Frame(
            profile.margin_left * mm,
            profile.margin_bottom * mm,
            sheet.text_width,
            sheet.text_height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        super().__init__(name, [frame], pagesize=sheet.size)
        self._sheet = sheet
        self._snapshot = plain(snapshot)
        self._shows_numbers = shows_numbers
        self._pages = 0

    def beforeDrawPage(self, canvas: Canvas, document: BaseDocTemplate) -> None:  # noqa: N802
        """Number the page in the middle of its top margin; practice says so under the text."""
        del document
        if is_practice(self._snapshot):
            draw_practice(canvas, self._sheet.size)
        self._pages += 1
        profile = self._sheet.profile
        if self._pages > 1 and self._shows_numbers:
            canvas.setFont(REGULAR, profile.page_number_size)
            centre = profile.margin_left * mm + self._sheet.text_width / 2
            canvas.drawCentredString(centre, self._number_line(), str(self._pages))

    def afterDrawPage(self, canvas: Canvas, document: BaseDocTemplate) -> None:  # noqa: N802
        """Set the mark of the data that the paper was made from."""
        del document
        profile = self._sheet.profile
        if self._snapshot:
            canvas.setFont(REGULAR, profile.snapshot_size)
            canvas.drawString(profile.margin_left * mm, self._foot_line(), self._snapshot)

    def _number_line(self) -> float:
        """The baseline that sets the number in the middle of the top margin."""
        profile = self._sheet.profile
        return self._sheet.size[1] - profile.margin_top / 2 * mm - profile.page_number_size / 3

    def _foot_line(self) -> float:
        return self._sheet.profile.margin_bottom / 2 * mm
