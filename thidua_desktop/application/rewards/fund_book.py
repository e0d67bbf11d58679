"""Quỹ thi đua, khen thưởng of a year: what it has, what was spent, what is left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.rewards.paying import DueBonus, bonuses_in
from thidua_desktop.domain.awards.outcomes import PaymentKind
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.fund import (
    AwardMoney,
    FundSpending,
    FundState,
    FundYear,
    SpendingKind,
    fund_state,
    offered_budget,
)
from thidua_desktop.domain.rule_pack import last_pack_for
from thidua_desktop.domain.vietnamese.cleaning import clean_text

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST = 10**13
"""No commune's money comes near it; it keeps slips of the pen out."""


@dataclass(frozen=True, slots=True)
class FundBook:
    """The fund of one year with its spendings.

    Attributes:
        offered: what the law allows at most of chi thường xuyên, `None` where that is not known.
    """

    state: FundState
    spendings: tuple[FundSpending, ...]
    offered: int | None

    @property
    def year(self) -> int:
        """The year."""
        return self.state.year.year


def show_fund(desk: Desk, year: int) -> FundBook:
    """The fund of a year as it stands today.

    Raises:
        InputError: no office has such a year.
    """
    _refuse_year(year)
    with desk.store.read() as books:
        fund, spendings = books.funds.year(year), books.funds.spendings(year)
        bonuses = tuple(
            bonus for bonus in bonuses_in(books, desk) if bonus.decision.decided_on.year == year
        )
        moneys = _moneys(books, bonuses)
    # The year's own rules; of a year to come those of the newest pack.
    pack = last_pack_for(desk.rule_packs.packs(), max(dt.date(year, 12, 31), desk.clock.today()))
    state = fund_state(fund, moneys, spendings, pack)
    return FundBook(state, spendings, offered_budget(fund))


def set_fund(desk: Desk, fund: FundYear) -> None:
    """Enter what the fund of a year has.

    Raises:
        InputError: no office has such a year or so much money.
    """
    _refuse_year(fund.year)
    for amount in (fund.budget, fund.other_income, fund.regular_spending):
        _refuse_amount(amount, least=0)
    with desk.store.write("fund_set", year=fund.year) as books:
        books.funds.save_year(fund)


def spend(
    desk: Desk,
    kind: SpendingKind,
    spent_on: dt.date,
    amount: int,
    content: str,
    document: str = "",
) -> FundSpending:
    """Enter a spending of the fund beside bonuses.

    Raises:
        InputError: the content is missing, or no office has such a year or so much money.
    """
    spending = FundSpending(0, kind, spent_on, amount, clean_text(content), clean_text(document))
    _refuse_spending(spending)
    with desk.store.write("fund_spent", content=spending.content) as books:
        return replace(spending, id=books.funds.add_spending(spending))


def mend_spending(desk: Desk, spending: FundSpending) -> None:
    """Write a spending anew.

    Raises:
        NotFound: no such spending.
        InputError: as `spend`.
    """
    cleaned = replace(
        spending, content=clean_text(spending.content), document=clean_text(spending.document)
    )
    _refuse_spending(cleaned)
    with desk.store.write("fund_spending_mended", content=cleaned.content) as books:
        books.funds.spending(cleaned.id)
        books.funds.update_spending(cleaned)


def remove_spending(desk: Desk, number: int) -> None:
    """Take a spending out.

    Raises:
        NotFound: no such spending.
    """
    with desk.store.read() as books:
        content = books.funds.spending(number).content
    with desk.store.write("fund_spending_removed", content=content) as books:
        books.funds.remove_spending(number)


def _moneys(books: Books, bonuses: tuple[DueBonus, ...]) -> list[AwardMoney]:
    """The bonuses as the fund counts them; what is not due and was not given counts nothing."""
    cancelled = books.outcomes.cancellations()
    found = []
    for bonus in bonuses:
        payment = bonus.payment
        if not bonus.is_due and payment is None:
            continue
        back = cancelled.get(bonus.proposal.id)
        found.append(
            AwardMoney(
                payment.amount if payment else bonus.amount,
                is_paid=payment is not None,
                is_gift=payment is not None and payment.kind is PaymentKind.GIFT,
                is_cancelled=bonus.is_cancelled,
                is_returned=back is not None and back.returned_on is not None,
            )
        )
    return found


def _refuse_spending(spending: FundSpending) -> None:
    _refuse_year(spending.spent_on.year)
    _refuse_amount(spending.amount, least=1)
    if not spending.content:
        raise InputError("spending_without_content")


def _refuse_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(
            "fund_year_wrong", year=str(year), first=str(FIRST_YEAR), last=str(LAST_YEAR)
        )


def _refuse_amount(amount: int, least: int) -> None:
    if not least <= amount <= MOST:
        raise InputError("fund_amount_wrong", least=least, most=MOST)
