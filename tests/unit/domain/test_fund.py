"""Quỹ: what is there, what is spent and what is left always add up."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tests.rules_in_hand import PACK
from thidua_desktop.domain.fund import (
    AwardMoney,
    FundArea,
    FundSpending,
    FundYear,
    SpendingKind,
    fund_state,
    offered_budget,
)

money = st.integers(0, 10**9)
years = st.builds(
    FundYear, st.just(2026), money, money, money, st.none() | st.sampled_from(FundArea)
)
awards = st.lists(st.builds(AwardMoney, money, st.booleans(), st.booleans(), st.booleans()))
spendings = st.lists(
    st.builds(
        FundSpending,
        st.integers(1, 99),
        st.sampled_from(SpendingKind),
        st.just(dt.date(2026, 5, 5)),
        st.integers(1, 10**9),
        st.just("Nội dung"),
    )
)


@given(years, awards, spendings)
def test_the_fund_adds_up(
    year: FundYear, moneys: list[AwardMoney], spent: list[FundSpending]
) -> None:
    state = fund_state(year, moneys, spent, PACK)
    assert state.left + state.spent == year.budget + year.other_income
    assert state.goods + state.organising + state.other == sum(one.amount for one in spent)
    assert state.awards + sum(m.amount for m in moneys if m.is_cancelled) == sum(
        m.amount for m in moneys
    )
    assert 0 <= state.gifts <= state.awards_paid <= state.awards
    codes = {reason.code for reason in state.warnings}
    assert ("fund_organising_over" in codes) == (state.organising * 5 > year.total)
    assert ("fund_overspent" in codes) == (state.left < 0 < year.total)
    assert ("fund_not_entered" in codes) == (year.total == 0 < state.spent)


@given(years, awards, spendings, st.integers(0, 20))
def test_the_order_of_entries_says_nothing(
    year: FundYear, moneys: list[AwardMoney], spent: list[FundSpending], turn: int
) -> None:
    turned = [*spent[turn:], *spent[:turn]]
    assert fund_state(year, moneys, spent, PACK) == fund_state(year, moneys[::-1], turned, PACK)


@given(years)
def test_the_offered_budget_is_the_most_that_raises_no_doubt(year: FundYear) -> None:
    offered = offered_budget(year)
    if year.area is None or not year.regular_spending:
        assert offered is None
        return
    assert offered is not None
    for budget, is_over in ((offered, False), (offered + 1, True)):
        fund = FundYear(2026, budget, 0, year.regular_spending, year.area)
        codes = {reason.code for reason in fund_state(fund, [], [], PACK).warnings}
        assert ("fund_budget_over" in codes) is is_over


def test_exactly_a_fifth_may_go_into_organising() -> None:
    year = FundYear(2026, 100_000_000, 0)

    def organising(amount: int) -> set[str]:
        spent = FundSpending(1, SpendingKind.ORGANISING, dt.date(2026, 5, 5), amount, "Sơ kết")
        return {reason.code for reason in fund_state(year, [], [spent], PACK).warnings}

    assert organising(20_000_000) == set()
    assert organising(20_000_001) == {"fund_organising_over"}


def test_what_was_given_for_a_cancelled_award_is_out_until_it_is_back() -> None:
    year = FundYear(2026, 10_000_000, 0)
    out = AwardMoney(760_000, is_paid=True, is_cancelled=True)
    state = fund_state(year, [out], [], PACK)
    assert (state.awards, state.to_recover) == (0, 760_000)
    back = AwardMoney(760_000, is_paid=True, is_cancelled=True, is_returned=True)
    assert fund_state(year, [back], [], PACK).to_recover == 0
    never_given = AwardMoney(760_000, is_paid=False, is_cancelled=True)
    assert fund_state(year, [never_given], [], PACK).to_recover == 0


def test_a_fund_that_nobody_entered_is_not_called_overspent() -> None:
    spent = [FundSpending(1, SpendingKind.OTHER, dt.date(2026, 5, 1), 1_000_000, "Chi khác")]
    codes = [one.code for one in fund_state(FundYear(2026), [], spent, PACK).warnings]
    assert "fund_not_entered" in codes
    assert "fund_overspent" not in codes
