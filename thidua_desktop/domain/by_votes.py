"""Lấy theo số phiếu: who takes the places where more passed than the plan allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing(Generic[T]):
    """One who passed.

    Attributes:
        yes: votes for them.
        chair: whether the chair votes for them where votes are even and the rule lets it decide.
    """

    candidate: T
    yes: int
    chair: bool = False


@dataclass(frozen=True, slots=True)
class Places(Generic[T]):
    """Who takes the places by votes from high to low.

    Attributes:
        tied: with as many votes as each other where there are places for some only; nobody of
            them is taken or left.
    """

    taken: tuple[T, ...]
    left: tuple[T, ...]
    tied: tuple[T, ...]


def take_places(standings: Iterable[Standing[T]], fits: Callable[[list[T], T], bool]) -> Places[T]:
    """Take from the most votes down as long as there is a place.

    Args:
        standings: all who passed.
        fits: whether there is a place for one more beside those taken.
    """
    taken: list[T] = []
    left: list[T] = []
    tied: list[T] = []
    # Those tied keep the places that they vote about again: nobody with fewer votes gets them.
    occupied: list[T] = []
    ranked = sorted(standings, key=lambda one: (one.yes, one.chair), reverse=True)
    for _, equals in groupby(ranked, key=lambda one: (one.yes, one.chair)):
        group = [one.candidate for one in equals]
        before = list(occupied)
        for candidate in group:
            has_place = fits(occupied, candidate)
            if has_place:
                occupied.append(candidate)
            if not _is_safe(candidate, group, before, fits):
                tied.append(candidate)
            else:
                (taken if has_place else left).append(candidate)
    return Places(tuple(taken), tuple(left), tuple(tied))


def _is_safe(one: T, group: list[T], before: list[T], fits: Callable[[list[T], T], bool]) -> bool:
    """Whether a candidate stands or falls the same in whichever order its equals come."""
    others = [other for other in group if other != one]
    last = list(before)
    for other in others:
        if fits(last, other):
            last.append(other)
    return fits(last, one) == fits(before, one)
