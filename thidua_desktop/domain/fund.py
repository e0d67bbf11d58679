"""Quỹ thi đua, khen thưởng of one year (NĐ 152/2025/NĐ-CP Điều 46 đến 48). Money in đồng."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.rule_pack import Principle, RulePack

ORGANISING_PERCENT = 20
"""The most of the fund that may go into organising (NĐ 152/2025/NĐ-CP Điều 46 đến 48)."""

_PER_MILLE = 1000
_PERCENT = 100


class FundArea(StrEnum):
    """Where the commune lies, which sets the most that the fund may be of chi thường xuyên."""

    PLAIN = "plain"  # tỉnh đồng bằng, thành phố trực thuộc trung ương
    MOUNTAIN = "mountain"  # miền núi, trung du, Tây Nguyên, vùng sâu, vùng xa, hải đảo

    @property
    def per_mille(self) -> int:
        """The most that the fund may be, in thousandths of chi ngân sách thường xuyên."""
        return 15 if self is FundArea.MOUNTAIN else 10


class SpendingKind(StrEnum):
    """What the fund is spent on beside bonuses."""

    GOODS = "goods"  # hiện vật: khung, phôi, hoa, kỷ niệm chương
    ORGANISING = "organising"  # tổ chức, chỉ đạo, sơ kết, tổng kết, tuyên truyền, kiểm tra
    OTHER = "other"  # chi khác


@dataclass(frozen=True, slots=True)
class FundYear:
    """What the fund of a year has.

    Attributes:
        budget: dự toán được giao.
        other_income: đóng góp, tài trợ and other income.
        regular_spending: chi ngân sách thường xuyên of the year; 0 where it is not known.
        area: `None` where the office has not said.
    """

    year: int
    budget: int = 0
    other_income: int = 0
    regular_spending: int = 0
    area: FundArea | None = None

    @property
    def total(self) -> int:
        """Everything that the fund has."""
        return self.budget + self.other_income


@dataclass(frozen=True, slots=True)
class FundSpending:
    """One spending of the fund beside bonuses."""

    id: int
    kind: SpendingKind
    spent_on: dt.date
    amount: int
    content: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class AwardMoney:
    """The bonus of one award as the fund counts it.

    Attributes:
        amount: what is due, or what was given where it was given.
        is_cancelled: it is owed no more; what was given has to come back.
        is_returned: object and money are back.
    """

    amount: int
    is_paid: bool
    is_gift: bool = False
    is_cancelled: bool = False
    is_returned: bool = False


@dataclass(frozen=True, slots=True)
class FundState:
    """The fund of a year as it stands.

    Attributes:
        awards: bonuses of the year's awards, given or still due.
        awards_paid: what of it was given.
        gifts: what of that was given as gifts of equal value.
        to_recover: given for awards that were cancelled since, and not back yet.
        warnings: what the office should look at; nothing is forbidden here.
    """

    year: FundYear
    awards: int
    awards_paid: int
    gifts: int
    goods: int
    organising: int
    other: int
    to_recover: int
    warnings: tuple[Reason, ...] = ()

    @property
    def spent(self) -> int:
        """Everything that is spent or due."""
        return self.awards + self.goods + self.organising + self.other

    @property
    def left(self) -> int:
        """Còn lại; negative where more is spent than there is."""
        return self.year.total - self.spent

    @property
    def organising_limit(self) -> int:
        """The most for organising."""
        return self.year.total * ORGANISING_PERCENT // _PERCENT


def fund_state(
    year: FundYear,
    awards: Iterable[AwardMoney],
    spendings: Iterable[FundSpending],
    pack: RulePack,
) -> FundState:
    """Add up the fund of a year and see what is out of proportion."""
    moneys = tuple(awards)
    standing = [money for money in moneys if not money.is_cancelled]
    spent = dict.fromkeys(SpendingKind, 0)
    for one in spendings:
        spent[one.kind] += one.amount
    state = FundState(
        year=year,
        awards=sum(money.amount for money in standing),
        awards_paid=sum(money.amount for money in standing if money.is_paid),
        gifts=sum(money.amount for money in standing if money.is_paid and money.is_gift),
        goods=spent[SpendingKind.GOODS],
        organising=spent[SpendingKind.ORGANISING],
        other=spent[SpendingKind.OTHER],
        to_recover=sum(
            money.amount
            for money in moneys
            if money.is_cancelled and money.is_paid and not money.is_returned
        ),
    )
    return replace(state, warnings=tuple(_warnings(state, pack)))


def offered_budget(year: FundYear) -> int | None:
    """What the law allows at most of chi thường xuyên, `None` where a figure is missing."""
    if year.area is None or not year.regular_spending:
        return None
    return year.regular_spending * year.area.per_mille // _PER_MILLE


def _warnings(state: FundState, pack: RulePack) -> list[Reason]:
    article = pack.article(Principle.FUND)
    found = []
    if state.organising * _PERCENT > state.year.total * ORGANISING_PERCENT:
        found.append(
            Reason(
                "fund_organising_over",
                {
                    "amount": state.organising,
                    "limit": state.organising_limit,
                    "percent": ORGANISING_PERCENT,
                    "article": article,
                },
            )
        )
    most = offered_budget(state.year)
    if most is not None and state.year.budget > most:
        rate = "1,5" if state.year.area is FundArea.MOUNTAIN else "1,0"
        found.append(
            Reason(
                "fund_budget_over",
                {"amount": state.year.budget, "limit": most, "rate": rate, "article": article},
            )
        )
    if not state.year.total and state.spent:
        found.append(Reason("fund_not_entered"))
    elif state.left < 0:
        found.append(Reason("fund_overspent", {"amount": -state.left}))
    if state.to_recover:
        found.append(Reason("fund_to_recover", {"amount": state.to_recover}))
    return found
