"""Biểu quỹ: đồng become millions with two decimals, shares percent with two."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from tests.rules_in_hand import PACK
from thidua_desktop.application.rewards.fund_book import FundBook
from thidua_desktop.application.rewards.fund_sheet import fund_sheets, millions, percent
from thidua_desktop.domain.fund import (
    AwardMoney,
    FundSpending,
    FundYear,
    SpendingKind,
    fund_state,
)

MONEY = st.integers(0, 10**13)


@given(MONEY)
def test_a_bonus_is_exact_and_nothing_is_off_by_more_than_half_a_hundredth(amount: int) -> None:
    assert abs(millions(amount) * 10_000 - amount) <= 5_000
    assert millions(amount * 10_000) == amount


@given(MONEY, st.integers(1, 10**14))
def test_a_share_is_rounded_to_the_nearest(part: int, whole: int) -> None:
    share = percent(part, whole)
    assert share is not None
    assert abs(share * whole - 10_000 * part) * 2 <= whole


def test_the_columns_tell_where_the_money_went() -> None:
    year = FundYear(2026, 100_000_000, 5_000_000, 10_000_000_000)
    moneys = [AwardMoney(1_520_000, is_paid=True), AwardMoney(760_000, is_paid=False)]
    spent = [
        FundSpending(1, SpendingKind.ORGANISING, dt.date(2026, 5, 1), 2_005_000, "Hội nghị"),
        FundSpending(2, SpendingKind.GOODS, dt.date(2026, 5, 1), 300_000, "Khung"),
    ]
    (sheet,) = fund_sheets(FundBook(fund_state(year, moneys, spent, PACK), tuple(spent), None))
    ((_, name, *figures, remark),) = sheet.rows
    assert name == "Quỹ thi đua, khen thưởng năm 2026"
    assert figures == [10_000, 100, 383, 0, 0, 152, 201, 30, 0]
    assert remark == "Thu khác 5 triệu đồng; Còn phải chi tiền thưởng 0,76 triệu đồng"


def test_nothing_is_told_of_a_fund_that_nobody_entered() -> None:
    state = fund_state(FundYear(2026), [], [], PACK)
    assert fund_sheets(FundBook(state, (), None)) == ()
