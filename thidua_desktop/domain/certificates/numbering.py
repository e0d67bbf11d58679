"""Số sổ vàng: running numbers of a year in the golden register, none left out, none twice."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count, islice


def next_numbers(taken: Collection[int], wanted: int, first: int | None = None) -> tuple[int, ...]:
    """The numbers that come next.

    Args:
        taken: the numbers of the year that are given.
        wanted: how many are needed.
        first: where to begin, such as after a register kept on paper. Left out, a number that an
            undo left open comes first, then those after the highest.
    """
    known = set(taken)
    start = first if first is not None else min(known, default=1)
    return tuple(islice((number for number in count(start) if number not in known), wanted))


def open_numbers(taken: Collection[int]) -> tuple[int, ...]:
    """The numbers between the lowest and the highest that nobody has."""
    if not taken:
        return ()
    known = set(taken)
    return tuple(number for number in range(min(known), max(known)) if number not in known)
