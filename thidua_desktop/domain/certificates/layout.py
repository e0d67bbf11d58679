"""Phôi giấy khen: a sheet bought ready printed, and where its blank lines stand.

Lengths are tenths of a millimetre, sizes of type tenths of a point: whole numbers, as a ruler
reads them. What stands on a giấy khen is told by NĐ 98/2023/NĐ-CP Điều 104; the text that may have
replaced it (QĐ 01/2026/QĐ-TTg) was not seen, and blanks differ, so every position is data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from thidua_desktop.domain.reasons import Issue

ABOVE, BELOW = 95, 35
"""How far marked capitals rise above the foot of a line and letters hang below, % of the size."""

LEAST_PAGE, MOST_PAGE = 500, 10_000
LEAST_SIZE, MOST_SIZE = 60, 720
MOST_LINES = 8
MOST_PITCH = 500
MOST_DEVIATION = 300
"""Printers that are off by more than 3 cm draw the sheet in wrongly; no figure mends that."""


class CertificateField(StrEnum):
    """What the program prints on a blank, one line of it each."""

    GIVER = "giver"  # chức vụ người khen, where the blank leaves it out
    RECIPIENT = "recipient"  # tên
    ADDRESS = "address"  # chức vụ, đơn vị, địa chỉ
    ACHIEVEMENT = "achievement"  # thành tích
    DECISION = "decision"  # số quyết định
    DECISION_DATE = "decision_date"  # ngày quyết định
    GOLDEN_NUMBER = "golden_number"  # số sổ vàng
    PLACE_DATE = "place_date"  # địa danh, ngày ký
    AUTHORITY = "authority"  # chức vụ người ký
    SIGNER = "signer"  # họ tên người ký


class TextAlign(StrEnum):
    """How a text stands in the width of its line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class BlankLine:
    """One line of a blank.

    Attributes:
        x: its left end from the left edge of the sheet.
        y: the foot of its letters from the upper edge: the dotted line of the blank.
        width: how long it is.
        size: of its letters, tenths of a point.
        smallest: down to which size a long text is set smaller.
        pitch: from the foot of one line to that of the next.
        most_lines: how many lines there is room for.
        keeps_one_line: set smaller before it is broken into a further line, as names are; else
            all lines are used first, as for sentences.
        grows_up: a text of fewer lines stands on the last ones, next to what follows.
        before: words before it that the blank does not have, such as «Số sổ vàng: ».
        is_shown: whether it is printed at all.
    """

    field: CertificateField
    x: int
    y: int
    width: int
    size: int
    smallest: int
    pitch: int
    most_lines: int = 1
    align: TextAlign = TextAlign.LEFT
    is_bold: bool = False
    is_italic: bool = False
    is_capital: bool = False
    keeps_one_line: bool = False
    grows_up: bool = False
    before: str = ""
    is_shown: bool = True

    @property
    def box(self) -> Box:
        """The room of the line at its full size."""
        foot = self.y + (self.most_lines - 1) * self.pitch
        return Box(self.x, self.y - above(self.size), self.x + self.width, foot + below(self.size))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet, from its upper left corner."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_within(self, width: int, height: int) -> bool:
        """Whether it lies on a sheet of this size."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


@dataclass(frozen=True, slots=True)
class PrinterOffset:
    """Độ lệch của máy in: how much further right and down a printer has to be told to print."""

    dx: int = 0
    dy: int = 0


NO_OFFSET = PrinterOffset()


@dataclass(frozen=True, slots=True)
class BlankLayout:
    """Mẫu phôi: a sheet and its lines.

    Attributes:
        code: its key; the office's own layout stands in place of a shipped one of the same key.
        note: where the positions come from and what is not certain about them.
        scan: the SHA-256 of a picture of the blank to look at, empty for none; never printed.
    """

    code: str
    name: str
    width: int
    height: int
    lines: tuple[BlankLine, ...]
    note: str = ""
    scan: str = ""

    @property
    def shown(self) -> tuple[BlankLine, ...]:
        """The lines that are printed."""
        return tuple(line for line in self.lines if line.is_shown)

    def line(self, field: CertificateField) -> BlankLine | None:
        """The line of a field."""
        return next((line for line in self.lines if line.field is field), None)


def tenths_of_type(size: int, percent: int) -> int:
    """A share of a size of type in tenths of a millimetre, rounded up: 1 pt = 254/72 of them."""
    return -(-size * percent * 254 // 72_000)


def above(size: int) -> int:
    """How far letters rise above the foot of their line."""
    return tenths_of_type(size, ABOVE)


def below(size: int) -> int:
    """How far letters hang below the foot of their line."""
    return tenths_of_type(size, BELOW)


def layout_faults(layout: BlankLayout) -> tuple[Issue, ...]:
    """What makes a layout unusable: figures beyond all measure, or a line twice."""
    return tuple(_faults(layout))


def _faults(layout: BlankLayout) -> Iterator[Issue]:
    if not all(LEAST_PAGE <= side <= MOST_PAGE for side in (layout.width, layout.height)):
        yield Issue("blank_page_wrong", data={"width": layout.width, "height": layout.height})
    seen: set[CertificateField] = set()
    for line in layout.lines:
        if line.field in seen:
            yield Issue("blank_line_twice", data={"field": line.field.value})
        seen.add(line.field)
        if not _is_measurable(line):
            yield Issue("blank_line_wrong", data={"field": line.field.value})


def _is_measurable(line: BlankLine) -> bool:
    return (
        max(abs(line.x), abs(line.y)) <= MOST_PAGE
        and 0 < line.width <= MOST_PAGE
        and LEAST_SIZE <= line.smallest <= line.size <= MOST_SIZE
        and 1 <= line.most_lines <= MOST_LINES
        and 0 < line.pitch <= MOST_PITCH
    )


def layout_remarks(layout: BlankLayout, offset: PrinterOffset = NO_OFFSET) -> tuple[Issue, ...]:
    """What may go wrong with longer texts: lines whose room lies on another's or off the sheet."""
    off = tuple(
        Issue("blank_line_off_page", data={"field": line.field.value})
        for line in layout.shown
        if not moved(line.box, offset).is_within(layout.width, layout.height)
    )
    met = tuple(
        Issue("blank_lines_meet", data={"field": one.field.value, "other": other.field.value})
        for one, other in combinations(layout.shown, 2)
        if one.box.meets(other.box)
    )
    return (*off, *met)


def moved(box: Box, offset: PrinterOffset) -> Box:
    """The box where the printer has to be told to print it."""
    dx, dy = offset.dx, offset.dy
    return Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
