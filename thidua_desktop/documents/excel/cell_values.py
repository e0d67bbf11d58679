"""One cell's value as the program wants it: NFC text, whole numbers as int, nothing as `None`."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata

Plain = None | bool | int | float | str
Special = tuple[int, int, str, str]
"""Row, column, kind and text of a value that JSON has no word for."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters, invisible marks and turns of direction: nobody typed them on purpose."""

_DATED: tuple[tuple[type[dt.date] | type[dt.time], str], ...] = (
    (dt.datetime, "datetime"),
    (dt.date, "date"),
    (dt.time, "time"),
)
_EXACT_WHOLE = 1e15
_REMEMBERED = 50_000


def without_controls(text: str) -> str:
    """Text without what no cell may hold and nobody sees."""
    return _CONTROL.sub("", text)


class CellCleaner:
    """Cleans values, remembering texts: 300 forms repeat the same criteria."""

    def __init__(self) -> None:
        self._texts: dict[str, str | None] = {"": None}

    def row(self, number: int, values: list[object], specials: list[Special]) -> list[Plain]:
        """One row cleaned; what JSON can't say goes to `specials` and leaves `None`."""
        known = self._texts
        return [
            known[value]
            if value.__class__ is str and value in known
            else self._cell(number, column, value, specials)
            for column, value in enumerate(values)
        ]

    def _cell(self, row: int, column: int, value: object, specials: list[Special]) -> Plain:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, float) and math.isfinite(value):
            whole = value.is_integer() and abs(value) < _EXACT_WHOLE
            return int(value) if whole else value
        if value is None or isinstance(value, (bool, int)):
            return value
        specials.append((row, column, *_special(value)))
        return None

    def text(self, text: str) -> str | None:
        """Text in NFC without control and invisible characters; `None` where nothing is left."""
        if len(self._texts) > _REMEMBERED:
            self._texts.clear()
            self._texts[""] = None
        clean = text
        if not text.isprintable():
            clean = without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
        result = unicodedata.normalize("NFC", clean) if clean.strip() else None
        self._texts[text] = result
        return result


def _special(value: object) -> tuple[str, str]:
    """Kind and text of a date, a time, or a number that is none."""
    for form, kind in _DATED:
        if isinstance(value, form):
            return kind, value.isoformat()
    if isinstance(value, dt.timedelta):
        return _duration(value)
    if isinstance(value, float):
        return "fault", "excel_error"
    return "text", str(value)


def _duration(value: dt.timedelta) -> tuple[str, str]:
    """A duration under a day is a time of day to the sender; a longer one is kept as text."""
    if dt.timedelta() <= value < dt.timedelta(days=1):
        minutes, seconds = divmod(value.seconds, 60)
        return "time", dt.time(minutes // 60, minutes % 60, seconds).isoformat()
    return "text", str(value)
