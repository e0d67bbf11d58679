"""Mức xếp loại: shown, and set by the office's own paper."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.scoring.class_levels import ClassLevels
from thidua_desktop.domain.scoring.criterion import Role
from thidua_desktop.domain.scoring.policy import LatePenalty, ScoringPolicy, check_policy

MOST_POINTS = 200_00
"""No plan gives so many; a level above it is a slip of the finger."""


def class_levels(desk: Desk) -> ClassLevels:
    """From how many points each class begins now."""
    with desk.store.read() as books:
        return books.class_levels.get()


def policy_in(books: Books) -> ScoringPolicy:
    """The office's whole policy: its levels, and what it takes off for lateness."""
    office = books.office
    late = LatePenalty(office.late_points_per_day, office.late_cap)
    return books.class_levels.get().policy(late)


def set_class_levels(desk: Desk, levels: ClassLevels) -> None:
    """Set them for every open cycle; closed ones keep what they were closed with.

    Raises:
        InputError: they do not fall from class to class, lie beyond any points, or equal units
            shall be parted by a criterion that no plan of the office has.
    """
    if not all(0 <= level <= MOST_POINTS for level in (levels.excellent, levels.completed)):
        raise InputError("class_level_outside", most=MOST_POINTS)
    with desk.store.write("class_levels_set") as books:
        office = books.office
        tie_order = _as_written(books, levels.tie_order)
        kept = replace(levels, document=levels.document.strip(), tie_order=tie_order)
        policy = kept.policy(LatePenalty(office.late_points_per_day, office.late_cap))
        issues = check_policy(policy)
        if issues:
            raise InputError(issues[0].code, issues, **issues[0].data)
        books.class_levels.save(kept)


def _as_written(books: Books, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of standard criteria as the plan writes them, each once.

    Raises:
        InputError: with a code that no audience has.
    """
    sets = books.plans.criteria_sets(None).values()
    known = {one.code.casefold(): one.code for each in sets for one in each.of_role(Role.STANDARD)}
    for code in codes:
        if code.casefold() not in known:
            raise InputError("tie_criterion_unknown", code=code, codes=tuple(known.values()))
    return tuple(dict.fromkeys(known[code.casefold()] for code in codes))
