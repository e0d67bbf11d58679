"""How wide the columns of a table are, and in which size its text is set."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.papers.model import Table
from thidua_desktop.documents.pdf.fonts import BOLD, text_width
from thidua_desktop.documents.pdf.plain_text import plain

_LONGEST_WORD_SHARE = 0.2
"""What is longer than this share of the table is no word, and may be broken."""

_SLACK = 0.5


def fitting_size(table: Table, width: float, padding: float, sizes: Sequence[float]) -> float:
    """The largest of the sizes at which no word is broken; else the smallest."""
    for size in sizes:
        if sum(_least_widths(table, width, padding, size)) <= width:
            return size
    return sizes[-1]


def column_widths(table: Table, width: float, padding: float, size: float) -> list[float]:
    """Widths by the columns' shares, none narrower than its longest word."""
    least = _least_widths(table, width, padding, size)
    if sum(least) > width:
        return [one * width / sum(least) for one in least]
    shares = [column.share for column in table.columns]
    fixed: set[int] = set()
    while True:
        free = [i for i in range(len(shares)) if i not in fixed]
        room = width - sum(least[i] for i in fixed)
        total = sum(shares[i] for i in free)
        too_narrow = {i for i in free if room * shares[i] / total < least[i]}
        if not too_narrow:
            return [
                least[i] if i in fixed else room * shares[i] / total for i in range(len(shares))
            ]
        fixed |= too_narrow


def _least_widths(table: Table, width: float, padding: float, size: float) -> list[float]:
    rows = [row for row in (*table.rows, table.total) if len(row) == len(table.columns)]
    least = []
    for number, column in enumerate(table.columns):
        head = _longest_word(column.title, size)
        body = max((_longest_word(row[number], size) for row in rows), default=0.0)
        least.append(max(head, min(body, width * _LONGEST_WORD_SHARE)) + 2 * padding + _SLACK)
    return least


def _longest_word(text: str, size: float) -> float:
    """Measured in bold, the widest face that a table uses."""
    words = plain(text).replace("\n", " ").split(" ")
    return max(text_width(word, BOLD, size) for word in words)
