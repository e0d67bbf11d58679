"""A unit's line through renames, mergers and splits."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.lineage import (
    NamedUnit,
    UnitEvent,
    UnitEventKind,
    heir_of,
    line_of,
    past_names,
    predecessors,
    successors,
)

DAY = dt.date(2026, 7, 1)


def units(*codes: str) -> tuple[NamedUnit, ...]:
    return tuple(NamedUnit(code, f"Xóm {code}") for code in codes)


def event(number: int, before: str, after: str, *, year: int = 2026) -> UnitEvent:
    """An event between units of one letter each."""
    kind = UnitEventKind.MERGED if len(before) > 1 else UnitEventKind.SPLIT
    return UnitEvent(number, kind, DAY.replace(year=year), units(*before), units(*after))


def rename(number: int, code: str, old: str, new: str, on: dt.date) -> UnitEvent:
    before, after = (NamedUnit(code, old),), (NamedUnit(code, new),)
    return UnitEvent(number, UnitEventKind.RENAMED, on, before, after)


def test_a_merger_of_mergers_has_all_its_past_the_nearest_first() -> None:
    events = (event(1, "AB", "C"), event(2, "CD", "E", year=2027))
    assert predecessors("E", events) == ("C", "D", "A", "B")
    assert successors("A", events) == ("C", "E")
    assert line_of("D", events) == {"D", "E"}
    assert line_of("A", events) == {"A", "C", "E"}


def test_a_unit_that_goes_on_is_no_forebear_of_itself() -> None:
    events = (event(1, "AB", "A"), event(2, "A", "AC", year=2027))
    assert predecessors("A", events) == ("B",)
    assert set(predecessors("C", events)) == {"A", "B"}


def test_a_unit_is_found_by_every_name_that_it_bore() -> None:
    first, second = dt.date(2026, 3, 1), dt.date(2028, 3, 1)
    events = (
        rename(2, "A", "Xóm Hai", "Xóm Ba", second),
        rename(1, "A", "Xóm Một", "Xóm Hai", first),
    )
    today = NamedUnit("A", "Xóm Ba")
    assert past_names(today, events) == ("Xóm Hai", "Xóm Một")


def test_a_merged_unit_is_found_by_the_names_of_what_it_came_from() -> None:
    assert past_names(NamedUnit("C", "Xóm C"), (event(1, "AB", "C"),)) == ("Xóm A", "Xóm B")


def test_figures_are_inherited_only_where_they_can_be_explained() -> None:
    merger = (event(1, "AB", "C"),)
    assert heir_of("C", {"A"}, merger) == "A"
    assert heir_of("C", {"A", "B"}, merger) is None
    assert heir_of("C", {"A", "C"}, merger) == "C"
    assert heir_of("A", set(), merger) is None
    split = (event(1, "A", "BC"),)
    assert [heir_of(code, {"A"}, split) for code in "BC"] == ["A", "A"]


CODES = st.text("ABCDEF", min_size=1, max_size=3)


@given(st.lists(st.tuples(CODES, CODES), max_size=8))
def test_lines_end_and_look_the_same_from_both_ends(pairs: list[tuple[str, str]]) -> None:
    events = [event(number, before, after) for number, (before, after) in enumerate(pairs)]
    for one in "ABCDEF":
        assert one not in predecessors(one, events)
        assert one in line_of(one, events)
        for other in predecessors(one, events):
            assert one in successors(other, events)
