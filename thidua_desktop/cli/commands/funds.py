"""fund show, set, spend."""

from __future__ import annotations

import argparse
from dataclasses import replace

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.rewards.fund_book import FundBook, set_fund, show_fund, spend
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json
from thidua_desktop.domain.fund import FundArea, FundSpending, SpendingKind
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import money_text


def fund_show(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The fund of a year."""
    return _told(show_fund(desk, arguments.year), texts)


def fund_set(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Enter what the fund has; what is not named stays."""
    fund = show_fund(desk, arguments.year).state.year
    for name in ("budget", "other_income", "regular_spending"):
        typed = getattr(arguments, name)
        if typed is not None:
            fund = replace(fund, **{name: typed})
    if arguments.area:
        fund = replace(fund, area=FundArea(arguments.area))
    set_fund(desk, fund)
    return _told(show_fund(desk, arguments.year), texts)


def fund_spend(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Enter a spending."""
    del texts
    made = spend(
        desk,
        SpendingKind(arguments.kind),
        arguments.date,
        arguments.amount,
        arguments.content,
        arguments.document,
    )
    return Answer({"spending": made.id}, [f"Đã ghi chi {money_text(made.amount)}."])


def _told(book: FundBook, texts: Texts) -> Answer:
    state = book.state
    fund = state.year
    data = {
        "year": fund.year,
        "budget": fund.budget,
        "other_income": fund.other_income,
        "regular_spending": fund.regular_spending,
        "area": fund.area.value if fund.area else None,
        "offered": book.offered,
        "total": fund.total,
        "awards": state.awards,
        "awards_paid": state.awards_paid,
        "gifts": state.gifts,
        "goods": state.goods,
        "organising": state.organising,
        "organising_limit": state.organising_limit,
        "other": state.other,
        "spent": state.spent,
        "left": state.left,
        "to_recover": state.to_recover,
        "spendings": [
            {
                "spending": one.id,
                "kind": one.kind.value,
                "date": date_json(one.spent_on),
                "amount": one.amount,
                "content": one.content,
                "document": one.document,
            }
            for one in book.spendings
        ],
        "warnings": [
            {"code": reason.code, "message": texts.reason(reason)} for reason in state.warnings
        ],
    }
    lines = [
        f"Quỹ thi đua, khen thưởng năm {fund.year}: {money_text(fund.total)}",
        f"  Chi thưởng: {money_text(state.awards)} (đã chi {money_text(state.awards_paid)})",
        f"  Chi hiện vật: {money_text(state.goods)}",
        f"  Chi tổ chức: {money_text(state.organising)}",
        f"  Chi khác: {money_text(state.other)}",
        f"  Còn lại: {money_text(state.left)}",
        *(_spending_line(one, texts) for one in book.spendings),
        *([texts.render(f"fund_area_{fund.area}", {})] if fund.area else []),
        *texts.reasons(state.warnings),
    ]
    return Answer(data, lines)


def _spending_line(one: FundSpending, texts: Texts) -> str:
    kind = texts.render(f"spending_{one.kind}", {})
    return (
        f"  {one.id:>4}. {date_text(one.spent_on)} {kind}: {one.content}, {money_text(one.amount)}"
    )
