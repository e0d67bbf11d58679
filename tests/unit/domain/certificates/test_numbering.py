"""Số sổ vàng: running, none left out, none twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.certificates.numbering import next_numbers, open_numbers
from thidua_desktop.domain.kinds import SubjectKind

taken = st.frozensets(st.integers(1, 60), max_size=30)


@given(taken, st.integers(0, 20), st.none() | st.integers(1, 80))
def test_no_number_is_given_twice(known: frozenset[int], wanted: int, first: int | None) -> None:
    given_ = next_numbers(known, wanted, first)
    assert len(set(given_)) == wanted
    assert known.isdisjoint(given_)
    assert list(given_) == sorted(given_)
    assert all(number >= (first or 1) for number in given_)


@given(taken, st.integers(1, 20))
def test_enough_numbers_leave_no_gap(known: frozenset[int], wanted: int) -> None:
    missing = open_numbers(known)
    together = known | set(next_numbers(known, wanted + len(missing)))
    assert open_numbers(together) == ()


def test_the_first_register_begins_at_one_and_a_paper_one_goes_on() -> None:
    assert next_numbers((), 3) == (1, 2, 3)
    assert next_numbers({41}, 2) == (42, 43)
    assert next_numbers((), 2, 41) == (41, 42)
    assert next_numbers({1, 2, 5}, 3) == (3, 4, 6)
    assert open_numbers({1, 2, 5}) == (3, 4)


def test_collectives_and_households_are_called_before_people() -> None:
    order = sorted(SubjectKind, key=lambda kind: kind.ceremony_place)
    assert order[-1] is SubjectKind.INDIVIDUAL
    assert order[-2] is SubjectKind.HOUSEHOLD
    assert SubjectKind.ENTERPRISE.ceremony_place == SubjectKind.COLLECTIVE.ceremony_place
