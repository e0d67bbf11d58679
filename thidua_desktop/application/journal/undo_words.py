"""What an undo brings back, in words: how many of each kind of record, and which way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from thidua_desktop.application.records import RowChange
from thidua_desktop.application.text import Texts

_KEPT = "undo_keeps"
_NAMES = ("name", "full_name", "file_name", "title")
"""The columns that name a row to people, the first that is filled."""


def change_lines(
    changes: Sequence[RowChange], texts: Texts, *, are_kept: bool = False
) -> list[str]:
    """«Bỏ 12 phiếu tự chấm đã thêm», one line for each kind of row and way of change.

    Of rows that are kept as they are it only says which: «12 phiếu tự chấm».
    """
    counted = Counter((one.table, _KEPT if are_kept else _way(one)) for one in changes)
    return [
        texts.render(way, {"count": number, "what": texts.render(f"table_{table}", {})})
        for (table, way), number in counted.items()
    ]


def _way(change: RowChange) -> str:
    if change.after is None:
        return "undo_removes"
    return "undo_puts_back" if change.before is None else "undo_restores"


def named_lines(
    changes: Sequence[RowChange],
    texts: Texts,
    units: Mapping[str, str] | None = None,
    *,
    are_kept: bool = False,
) -> list[str]:
    """«Bỏ đơn vị «Trạm Y tế»», one line for each row that bears a name of its own.

    A unit's code is told by its name where `units` has one.
    """
    lines = []
    for change in changes:
        image = change.before or change.after or {}
        own = next((str(image[key]) for key in _NAMES if image.get(key)), "")
        name = own or _line(image, units or {})
        if name:
            what = texts.render(f"table_{change.table}", {})
            way = _KEPT if are_kept else _way(change)
            lines.append(texts.render(f"{way}_one", {"what": what, "name": name}))
    return lines


def _line(image: Mapping[str, object], units: Mapping[str, str]) -> str:
    """One line of a unit's score sheet, such as «Trạm Y tế, tiêu chí A1»."""
    unit, criterion = str(image.get("unit") or ""), image.get("criterion")
    return f"{units.get(unit, unit)}, tiêu chí {criterion}" if unit and criterion else ""
