"""Which formats of a workbook show numbers as shares of a hundred, from its styles.

Who types «95%» into Excel leaves the number 0.95 behind; only the format tells it from 0.95 points.
"""

from __future__ import annotations

import re
from functools import lru_cache

BUILT_IN = frozenset({9, 10})
"""The formats «0%» and «0.00%», which no file spells out."""

_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb"""<(?:\w+:)?xf\b(?:[^>]*?\bnumFmtId\s*=\s*["']([0-9]{1,6})["'])?""")
_OWN = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>")
_NUMBER = re.compile(rb"""\bnumFmtId\s*=\s*["']([0-9]{1,6})["']""")
_CODE = re.compile(rb"""\bformatCode\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_QUOTED = re.compile(rb"""&quot;.*?&quot;|"[^"]*"|\\.""")


@lru_cache(maxsize=16)
def percent_styles(styles: bytes) -> frozenset[bytes]:
    """The numbers of the cell formats with «%», as cells name them."""
    percent = BUILT_IN | {
        int(number[1])
        for attributes in _OWN.findall(styles)
        if (number := _NUMBER.search(attributes))
        and (code := _CODE.search(attributes))
        and is_percent(code[1] or code[2] or b"")
    }
    formats = _CELL_FORMATS.search(styles)
    numbers = _FORMAT.findall(formats[0]) if formats else []
    return frozenset(
        str(at).encode() for at, number in enumerate(numbers) if int(number or 0) in percent
    )


def is_percent(code: bytes) -> bool:
    """Whether a format multiplies by a hundred; a «%» between quotes is only a letter."""
    return b"%" in _QUOTED.sub(b"", code)


def percent_text(value: float) -> str:
    """A number as such a cell shows it: 0.955 is «95,5%»."""
    return f"{value * 100:.10g}".replace(".", ",") + "%"
