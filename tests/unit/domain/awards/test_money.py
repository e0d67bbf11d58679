"""Bonuses are whole numbers of đồng, rounded up to 10.000, by the salary of the decision's day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.published_bonuses import NEW_SALARY, OLD_SALARY, ROWS, Row
from tests.rules_in_hand import (
    COLLECTIVE,
    COMMUNE_FORM,
    ENTERPRISE,
    GRADED_FORM,
    HOUSEHOLD,
    INDIVIDUAL,
    PACK,
    STATE_FORM,
)
from thidua_desktop.domain.award_forms import AwardForm, AwardKind
from thidua_desktop.domain.awards.money import ROUNDED_TO, Bonus, amount, award_amount, payable
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import SubjectKind

IN_JUNE = dt.date(2026, 6, 30)
IN_JULY = dt.date(2026, 7, 1)
YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
NEXT_YEAR = (dt.date(2027, 1, 1), dt.date(2027, 12, 31))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.award}-{row.subject}-{row.grade}")
def test_published_amounts(row: Row) -> None:
    assert amount(row.coefficient, OLD_SALARY) == row.until_30_6_2026
    assert amount(row.coefficient, NEW_SALARY) == row.from_01_7_2026


@given(st.integers(1, 10_000), st.integers(1, 100_000_000))
def test_rounded_up_and_by_less_than_a_step(coefficient: int, base: int) -> None:
    exact_x100 = coefficient * base
    money = amount(coefficient, base)
    assert money % ROUNDED_TO == 0
    assert 0 <= money * 100 - exact_x100 < ROUNDED_TO * 100


def test_the_salary_is_that_of_the_day() -> None:
    assert award_amount(PACK, COMMUNE_FORM, INDIVIDUAL, IN_JUNE).base_salary == OLD_SALARY
    money = award_amount(PACK, COMMUNE_FORM, INDIVIDUAL, IN_JULY)
    assert (money.amount, money.coefficient, money.base_salary) == (760_000, 30, NEW_SALARY)
    assert [reason.code for reason in money.reasons] == [
        "money_base_salary",
        "money_coefficient",
        "money_amount",
    ]


def test_an_enterprise_is_paid_as_a_collective() -> None:
    assert award_amount(PACK, COMMUNE_FORM, ENTERPRISE, IN_JULY) == award_amount(
        PACK, COMMUNE_FORM, COLLECTIVE, IN_JULY
    )


def test_a_grade_chooses_the_coefficient() -> None:
    assert award_amount(PACK, GRADED_FORM, COLLECTIVE, IN_JULY, "nhi").coefficient == 1500


@pytest.mark.parametrize(
    ("form", "subject", "day", "grade", "code"),
    [
        (COMMUNE_FORM, INDIVIDUAL, dt.date(2027, 1, 1), "", "no_rule_pack"),
        (STATE_FORM, HOUSEHOLD, IN_JULY, "", "award_not_for_subject"),
        (GRADED_FORM, COLLECTIVE, IN_JULY, "", "award_grade_unknown"),
        (GRADED_FORM, COLLECTIVE, IN_JULY, "tu", "award_grade_unknown"),
        (COMMUNE_FORM, COLLECTIVE, IN_JULY, "nhi", "award_grade_unknown"),
        (GRADED_FORM, INDIVIDUAL, IN_JULY, "ba", "award_without_coefficient"),
    ],
)
def test_what_cannot_be_paid(
    form: AwardForm, subject: SubjectKind, day: dt.date, grade: str, code: str
) -> None:
    with pytest.raises(RuleViolation) as refused:
        award_amount(PACK, form, subject, day, grade)
    assert refused.value.code == code


def test_no_salary_is_guessed() -> None:
    without = replace(PACK, base_salaries=())
    with pytest.raises(RuleViolation) as refused:
        award_amount(without, COMMUNE_FORM, INDIVIDUAL, IN_JULY)
    assert refused.value.code == "no_base_salary"


def test_of_titles_for_one_period_the_highest_is_paid() -> None:
    title, form = AwardKind.DANH_HIEU, AwardKind.HINH_THUC
    bonuses = (
        Bonus("low", title, YEAR, 760_000),
        Bonus("high", title, YEAR, 2_530_000),
        Bonus("next", title, NEXT_YEAR, 760_000),
        Bonus("form", form, YEAR, 760_000),
        Bonus("other form", form, YEAR, 760_000),
    )
    assert payable(bonuses) == {"high", "next", "form", "other form"}
    assert payable(reversed(bonuses)) == payable(bonuses)


_days = st.integers(0, 2).map(
    lambda year: (dt.date(2025 + year, 1, 1), dt.date(2025 + year, 12, 31))
)
_bonuses = st.lists(
    st.tuples(st.sampled_from(AwardKind), _days, st.integers(0, 5).map(lambda n: n * 10_000)),
    max_size=12,
).map(lambda rows: [Bonus(str(n), *row) for n, row in enumerate(rows)])


@given(_bonuses)
def test_every_form_and_one_highest_title_of_each_period_is_paid(bonuses: list[Bonus]) -> None:
    paid = payable(bonuses)
    titles = [bonus for bonus in bonuses if bonus.kind is AwardKind.DANH_HIEU]
    assert {b.key for b in bonuses if b.kind is AwardKind.HINH_THUC} <= paid
    for period in {bonus.period for bonus in titles}:
        of_period = [bonus for bonus in titles if bonus.period == period]
        chosen = [bonus for bonus in of_period if bonus.key in paid]
        assert [one.amount for one in chosen] == [max(bonus.amount for bonus in of_period)]
