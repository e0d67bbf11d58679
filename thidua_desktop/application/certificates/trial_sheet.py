"""Trang thử: crosses and rulers by which the deviation of a printer is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.certificates.fitting import Face, Measure, width_of
from thidua_desktop.domain.certificates.layout import (
    NO_OFFSET,
    BlankLayout,
    Box,
    PrinterOffset,
    moved,
)
from thidua_desktop.domain.certificates.placing import PlacedText
from thidua_desktop.domain.certificates.sheet import Sheet, Stroke

CROSS = 500
"""Where the first cross is meant to stand, from the left and from the upper edge: 50,0 mm."""

_ARM = 60
_RULER = 1000
_SMALL, _USUAL = 75, 100
_PITCH = 55
_TICKS = ((100, 40), (50, 28), (10, 16))
"""Every so many tenths of a millimetre a tick of such a length, the longest first."""


def trial_sheet(
    layout: BlankLayout, offset: PrinterOffset, texts: Texts, measure: Measure
) -> Sheet:
    """The sheet; what stands in black is printed as the printer is, the faint frames corrected."""
    return _TrialSheet(layout, offset, texts, measure).sheet()


class _TrialSheet:
    """One test sheet in the making."""

    def __init__(
        self, layout: BlankLayout, offset: PrinterOffset, texts: Texts, measure: Measure
    ) -> None:
        self._layout = layout
        self._offset = offset
        self._texts = texts
        self._measure = measure

    def sheet(self) -> Sheet:
        layout = self._layout
        strokes = (*_cross(CROSS, CROSS), *_rulers(layout), *self._frames(), *self._corrected())
        return Sheet(layout.width, layout.height, tuple(self._words()), strokes, "Trang thử")

    def _frames(self) -> Iterator[Stroke]:
        """The room of each line where it will be printed, to be held against a blank."""
        for line in self._layout.shown:
            box = moved(line.box, self._offset)
            yield from _frame(box)
            for number in range(line.most_lines):
                foot = line.y + self._offset.dy + number * line.pitch
                yield Stroke(box.left, foot, box.right, foot, is_faint=True)

    def _corrected(self) -> Iterator[Stroke]:
        """The cross again with the offset: on paper it stands at 50,0 mm when the offset is right.

        Left out while there is no offset.
        """
        if self._offset != NO_OFFSET:
            x, y = CROSS + self._offset.dx, CROSS + self._offset.dy
            yield from _frame(Box(x - _ARM // 2, y - _ARM // 2, x + _ARM // 2, y + _ARM // 2))

    def _words(self) -> Iterator[PlacedText]:
        for number, code in enumerate(_LINES):
            said = self._texts.render(code, {})
            yield self._text(said, CROSS + 90, CROSS - 330 + number * _PITCH)
        yield self._text("A", CROSS - 60, CROSS - 25, _USUAL)
        for line in self._layout.shown:
            name = self._texts.render(f"certificate_field_{line.field.value}", {})
            foot = line.y + self._offset.dy - 8
            middle = line.x + self._offset.dx + line.width // 2
            label = self._text(name, middle, foot, _SMALL)
            yield replace(label, x=middle - label.width // 2)

    def _text(self, text: str, x: int, y: int, size: int = _USUAL) -> PlacedText:
        face = Face()
        return PlacedText(text, x, y, width_of(self._measure(text, face), size), size, face)


_LINES = ("trial_sheet_scale", "trial_sheet_ruler", "trial_sheet_measure", "trial_sheet_frames")


def _cross(x: int, y: int) -> Iterator[Stroke]:
    yield Stroke(x - _ARM, y, x + _ARM, y)
    yield Stroke(x, y - _ARM, x, y + _ARM)


def _rulers(layout: BlankLayout) -> Iterator[Stroke]:
    """From the cross 100 mm to the right and 100 mm down, with a tick each millimetre."""
    length = min(_RULER, layout.width - 2 * CROSS, layout.height - 2 * CROSS)
    yield Stroke(CROSS, CROSS, CROSS + length, CROSS)
    yield Stroke(CROSS, CROSS, CROSS, CROSS + length)
    for at in range(10, length + 1, 10):
        tick = next(long for every, long in _TICKS if at % every == 0)
        yield Stroke(CROSS + at, CROSS, CROSS + at, CROSS - tick)
        yield Stroke(CROSS, CROSS + at, CROSS - tick, CROSS + at)


def _frame(box: Box) -> Iterator[Stroke]:
    yield Stroke(box.left, box.top, box.right, box.top, is_faint=True)
    yield Stroke(box.right, box.top, box.right, box.bottom, is_faint=True)
    yield Stroke(box.right, box.bottom, box.left, box.bottom, is_faint=True)
    yield Stroke(box.left, box.bottom, box.left, box.top, is_faint=True)
