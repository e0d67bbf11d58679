"""Shares of a list are shown with what is not known of it."""

from __future__ import annotations

from thidua_desktop.domain.awards.balance import balance_of, unit_balance_of
from thidua_desktop.domain.kinds import Gender

FEMALE, MALE = Gender.FEMALE, Gender.MALE


def test_the_unknown_are_counted_apart() -> None:
    balance = balance_of([(True, MALE), (False, FEMALE), (None, FEMALE), (False, None)])
    assert (balance.people, balance.direct_workers, balance.women) == (4, 2, 2)
    assert [reason.code for reason in balance.reasons] == [
        "balance_direct_workers",
        "balance_leaders",
        "balance_women",
        "balance_posts_unknown",
        "balance_gender_unknown",
    ]


def test_a_known_list_says_only_its_shares() -> None:
    assert [dict(reason.data) for reason in balance_of([(False, FEMALE)]).reasons] == [
        {"count": 1, "people": 1},
        {"count": 0, "people": 1},
        {"count": 1, "people": 1},
    ]


def test_units_of_mostly_women_are_counted_and_the_unknown_apart() -> None:
    balance = unit_balance_of([True, False, None])
    assert [(reason.code, dict(reason.data)) for reason in balance.reasons] == [
        ("balance_women_units", {"count": 1, "units": 3}),
        ("balance_women_units_unknown", {"count": 1}),
    ]
