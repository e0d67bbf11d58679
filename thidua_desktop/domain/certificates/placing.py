"""Where every text of one giấy khen stands on the sheet, and what would spoil it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from thidua_desktop.domain.certificates.fitting import (
    Face,
    FittedText,
    Measure,
    fit,
    width_of,
)
from thidua_desktop.domain.certificates.layout import (
    NO_OFFSET,
    BlankLayout,
    BlankLine,
    Box,
    CertificateField,
    PrinterOffset,
    TextAlign,
    above,
    below,
)
from thidua_desktop.domain.reasons import Issue

_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of type; lengths in tenths of a millimetre from the upper left corner.

    Attributes:
        x: where it begins.
        y: the foot of its letters.
        size: tenths of a point.
    """

    text: str
    x: int
    y: int
    width: int
    size: int
    face: Face

    @property
    def box(self) -> Box:
        """What it covers at most."""
        top, bottom = self.y - above(self.size), self.y + below(self.size)
        return Box(self.x, top, self.x + self.width, bottom)


@dataclass(frozen=True, slots=True)
class Placement:
    """One giấy khen on its sheet.

    Attributes:
        lines: every line of type with the line of the blank that it belongs to.
        issues: why it can't be printed so; empty when all is well.
    """

    lines: tuple[tuple[CertificateField, PlacedText], ...]
    issues: tuple[Issue, ...] = ()

    @property
    def texts(self) -> tuple[PlacedText, ...]:
        """What is drawn."""
        return tuple(text for _, text in self.lines)


def place(
    layout: BlankLayout,
    values: Mapping[CertificateField, str],
    measure: Measure,
    offset: PrinterOffset = NO_OFFSET,
) -> Placement:
    """Put the values of one giấy khen on the lines of a blank.

    Empty values leave their line empty; one that is only room for the pen keeps its words.
    """
    issues: list[Issue] = []
    placed: list[tuple[CertificateField, PlacedText]] = []
    for line in layout.shown:
        value = values.get(line.field, "")
        if not value:
            continue
        text = f"{line.before}{value}"
        fitted = fit(line, text, measure)
        if not fitted.fits:
            data = {"field": line.field.value, "text": _excerpt(text)}
            issues.append(Issue("certificate_text_too_long", data=data))
        placed += [(line.field, one) for one in _texts(line, fitted, measure, offset)]
    issues += _off_page(layout, placed)
    issues += _meeting(placed)
    return Placement(tuple(placed), tuple(issues))


_Line = tuple[CertificateField, PlacedText]


def _texts(
    line: BlankLine, fitted: FittedText, measure: Measure, offset: PrinterOffset
) -> Iterator[PlacedText]:
    face = Face(line.is_bold, line.is_italic)
    spare = line.most_lines - len(fitted.lines)
    first = max(0, spare) if line.grows_up else 0
    for number, said in enumerate(fitted.lines, start=first):
        if not said:
            continue
        width = width_of(measure(said, face), fitted.size)
        yield PlacedText(
            said,
            line.x + _indent(line, width) + offset.dx,
            line.y + number * line.pitch + offset.dy,
            width,
            fitted.size,
            face,
        )


def _indent(line: BlankLine, width: int) -> int:
    left = line.width - width
    return {TextAlign.LEFT: 0, TextAlign.CENTRE: left // 2, TextAlign.RIGHT: left}[line.align]


def _off_page(layout: BlankLayout, placed: Sequence[_Line]) -> Iterator[Issue]:
    outside = (field for field, one in placed if not one.box.is_within(layout.width, layout.height))
    for field in dict.fromkeys(outside):
        yield Issue("certificate_off_page", data={"field": field.value})


def _meeting(placed: Sequence[_Line]) -> Iterator[Issue]:
    pairs = (
        (field, other_field)
        for (field, one), (other_field, other) in combinations(placed, 2)
        if field is not other_field and one.box.meets(other.box)
    )
    for field, other_field in dict.fromkeys(pairs):
        data = {"field": field.value, "other": other_field.value}
        yield Issue("certificate_lines_meet", data=data)


def _excerpt(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _EXCERPT else f"{said[:_EXCERPT].rstrip()}…"
