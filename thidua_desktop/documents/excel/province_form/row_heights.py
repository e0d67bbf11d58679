"""Rows of a province's sheet made as high as the long text that was written into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.application.province_workbooks.filling import WrittenValue
from thidua_desktop.documents.excel.province_form.spans import SheetSpans
from thidua_desktop.documents.excel.text_fit import line_count, row_height

_HEIGHT = re.compile(rb"""\sht=(?:"[^"]*"|'[^']*')""")
_TAG_START = re.compile(rb"<[^\s/>]+")
_USUAL_WIDTH = 8.43


@dataclass(frozen=True, slots=True)
class RowHeights:
    """What the rows of one sheet need; only cells that break their lines count.

    Attributes:
        wrapped: the formats that break lines, as cells count them.
    """

    spans: SheetSpans
    wrapped: frozenset[str]

    def needed(self, written: Mapping[int, tuple[str, WrittenValue]]) -> float:
        """The height in points for some values with their formats, by column; 0 for any."""
        texts = [
            (value, self._width(column))
            for column, (style, value) in written.items()
            if isinstance(value, str) and value and style in self.wrapped
        ]
        if max((line_count(text, width) for text, width in texts), default=1) == 1:
            return 0.0
        return row_height(*texts)

    def _width(self, column: int) -> float:
        for first, last, width in self.spans.column_widths:
            if first <= column <= last:
                return width
        return self.spans.usual_width or _USUAL_WIDTH


def with_height(tag: bytes, attributes: Mapping[str, str], needed: float) -> bytes:
    """The start tag of a row that is at least so high; a higher one stays as it is."""
    if not needed or float(attributes.get("ht") or 0) >= needed:
        return tag
    bare = _HEIGHT.sub(b"", tag)
    start = _TAG_START.match(bare)
    at = start.end() if start else len(bare)
    return b'%b ht="%.2f"%b' % (bare[:at], needed, bare[at:])
