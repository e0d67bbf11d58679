"""A day chooses one pack, and a pack answers for its own days only."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules_in_hand import (
    COLLECTIVE,
    COMMUNE_FORM,
    ENTERPRISE,
    GRADED_FORM,
    HOUSEHOLD,
    INDIVIDUAL,
    LOCAL,
    PACK,
    STATE_FORM,
)
from thidua_desktop.domain.award_forms import AwardLevel, CommendationType
from thidua_desktop.domain.errors import NotFound, RuleViolation
from thidua_desktop.domain.rule_pack import Law, Principle, last_pack_for, overlaps, pack_for

FIRST = replace(PACK, code="a", valid_from=dt.date(2025, 7, 1), valid_to=dt.date(2026, 9, 30))
SECOND = replace(PACK, code="b", valid_from=dt.date(2026, 10, 1), valid_to=dt.date(2027, 2, 28))
PACKS = (FIRST, SECOND)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (dt.date(2025, 7, 1), "a"),
        (dt.date(2026, 9, 30), "a"),
        (dt.date(2026, 10, 1), "b"),
        (dt.date(2027, 2, 28), "b"),
    ],
)
def test_a_day_chooses_its_pack(day: dt.date, code: str) -> None:
    assert pack_for(PACKS, day).code == code


@pytest.mark.parametrize("day", [dt.date(2025, 6, 30), dt.date(2027, 3, 1)])
def test_a_day_without_a_pack_is_said(day: dt.date) -> None:
    with pytest.raises(RuleViolation) as refused:
        pack_for(PACKS, day)
    assert (refused.value.code, refused.value.data["date"]) == ("no_rule_pack", day)


def test_a_session_goes_on_under_the_last_pack() -> None:
    assert last_pack_for(PACKS, dt.date(2026, 9, 30)).code == "a"
    assert last_pack_for(PACKS, dt.date(2027, 4, 1)).code == "b"
    with pytest.raises(RuleViolation):
        last_pack_for(PACKS, dt.date(2025, 6, 30))


@given(st.dates(dt.date(2025, 1, 1), dt.date(2028, 1, 1)))
def test_at_most_one_pack_holds_and_the_order_does_not_matter(
    day: dt.date,
) -> None:
    covering = [pack for pack in PACKS if pack.covers(day)]
    assert len(covering) <= 1
    if covering:
        assert pack_for(PACKS[::-1], day) is pack_for(PACKS, day) is covering[0]


spans = st.tuples(st.integers(0, 30), st.none() | st.integers(0, 10))
START = dt.date(2026, 1, 1)


@given(st.lists(spans, max_size=4))
def test_overlaps_are_found_exactly_where_a_day_has_two_packs(
    told: list[tuple[int, int | None]],
) -> None:
    packs = [
        replace(
            PACK,
            valid_from=START + dt.timedelta(begin),
            valid_to=None if length is None else START + dt.timedelta(begin + length),
        )
        for begin, length in told
    ]
    days = [START + dt.timedelta(offset) for offset in range(45)]
    doubled = any(sum(pack.covers(day) for pack in packs) > 1 for day in days)
    assert bool(overlaps(packs)) is doubled


def test_an_open_end_holds_on() -> None:
    endless = replace(SECOND, valid_to=None)
    assert endless.covers(dt.date(2040, 1, 1))


def test_a_later_pack_does_not_change_an_earlier_decision() -> None:
    later = replace(PACK, code="c", valid_from=dt.date(2027, 3, 1), valid_to=None)
    assert pack_for((*PACKS, later), dt.date(2026, 8, 1)) is FIRST


def test_the_base_salary_is_the_latest_that_has_begun() -> None:
    assert PACK.base_salary(dt.date(2026, 6, 30)).amount == 2_340_000
    assert PACK.base_salary(dt.date(2026, 7, 1)).amount == 2_530_000
    with pytest.raises(RuleViolation) as refused:
        PACK.base_salary(dt.date(2025, 12, 31))
    assert refused.value.code == "no_base_salary"


def test_forms_are_found_by_code() -> None:
    assert PACK.form("xa") is COMMUNE_FORM
    assert PACK.find_form("la") is None
    with pytest.raises(NotFound) as refused:
        PACK.form("la")
    assert (refused.value.code, refused.value.data["key"]) == ("award_form_unknown", "la")


def test_only_laws_in_force_are_cited() -> None:
    old = Law("Cũ", "Cũ", dt.date(2024, 1, 1), dt.date(2026, 6, 30), LOCAL)
    new = Law("Mới", "Mới", dt.date(2026, 7, 1), None, LOCAL)
    pack = replace(PACK, laws=(old, new))
    assert pack.laws_on(dt.date(2026, 6, 30)) == (old,)
    assert pack.laws_on(dt.date(2026, 7, 1)) == (new,)


def test_a_principle_without_an_article_has_none() -> None:
    assert PACK.article(Principle.HOLD) == "Điều hold"
    assert replace(PACK, articles={}).article(Principle.HOLD) == ""


def test_levels_rise_from_the_commune() -> None:
    commune, province, state = AwardLevel.COMMUNE, AwardLevel.PROVINCE, AwardLevel.STATE
    assert state.is_at_least(province)
    assert province.is_at_least(province)
    assert not commune.is_at_least(province)


def test_the_movement_is_no_basis_for_merit() -> None:
    no_basis = {known for known in CommendationType if known.is_no_basis_for_merit}
    assert no_basis == {
        CommendationType.PHONG_TRAO,
        CommendationType.CHUYEN_DE,
        CommendationType.DOT_XUAT,
    }


def test_coefficients() -> None:
    assert COMMUNE_FORM.coefficient(ENTERPRISE) == COMMUNE_FORM.coefficient(COLLECTIVE) == 30
    assert STATE_FORM.coefficient(INDIVIDUAL) is None
    assert GRADED_FORM.coefficient(COLLECTIVE, "ba") == 900
    assert GRADED_FORM.coefficient(COLLECTIVE) is None
    assert STATE_FORM.fits(COLLECTIVE)
    assert not STATE_FORM.fits(HOUSEHOLD)


def test_lists_go_from_high_to_low_and_collectives_before_people() -> None:
    entries = [
        (COMMUNE_FORM, INDIVIDUAL, ""),
        (COMMUNE_FORM, HOUSEHOLD, ""),
        (GRADED_FORM, COLLECTIVE, "ba"),
        (GRADED_FORM, INDIVIDUAL, "nhi"),
        (GRADED_FORM, COLLECTIVE, "nhi"),
    ]
    in_order = sorted(entries, key=lambda entry: entry[0].ceremony_order(entry[1], entry[2]))
    assert in_order == [entries[4], entries[3], entries[2], entries[1], entries[0]]
