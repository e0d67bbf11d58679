"""Tiền thưởng: coefficient × lương cơ sở on the day of the decision, rounded up to 10.000 đồng.

NĐ 152/2025/NĐ-CP Điều 49 to 54; integers only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from thidua_desktop.domain.award_forms import AwardForm, AwardKind
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.rule_pack import Principle, RulePack

ROUNDED_TO = 10_000
"""What a bonus is rounded up to, in đồng (NĐ 152/2025/NĐ-CP Điều 49.2)."""

_COEFFICIENT_SCALE = 100


@dataclass(frozen=True, slots=True)
class Money:
    """The bonus of one award and how it came about.

    Attributes:
        amount: in đồng.
        coefficient: ×100.
        base_salary: lương cơ sở on the day of the decision, in đồng.
    """

    amount: int
    coefficient: int
    base_salary: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Bonus:
    """One of several bonuses that the same candidate gets at the same moment.

    Attributes:
        key: what tells it from the others.
        period: first and last day of the achievement.
    """

    key: str
    kind: AwardKind
    period: tuple[dt.date, dt.date]
    amount: int


def amount(coefficient_x100: int, base: int) -> int:
    """The bonus in đồng, rounded up to 10.000."""
    step = _COEFFICIENT_SCALE * ROUNDED_TO
    return -(-coefficient_x100 * base // step) * ROUNDED_TO


def award_amount(
    pack: RulePack, form: AwardForm, subject: SubjectKind, on: dt.date, grade: str = ""
) -> Money:
    """The bonus of an award that is decided on a day.

    Raises:
        RuleViolation: the pack does not hold on that day, the form does not fit the subject, its
            grade is missing, or no coefficient or base salary is known.
    """
    if not pack.covers(on):
        raise RuleViolation("no_rule_pack", pack.article(Principle.DATED_RULES), date=on)
    coefficient = _coefficient(pack, form, subject, grade)
    salary = pack.base_salary(on)
    money = amount(coefficient, salary.amount)
    reasons = (
        Reason("money_base_salary", {"amount": salary.amount, "source": salary.source.citation}),
        Reason("money_coefficient", {"value": coefficient, "source": form.bonus_source.citation}),
        Reason("money_amount", {"amount": money, "article": pack.article(Principle.BONUS)}),
    )
    return Money(money, coefficient, salary.amount, reasons)


def payable(bonuses: Iterable[Bonus]) -> frozenset[str]:
    """Which of several bonuses of one candidate are paid (NĐ 152/2025/NĐ-CP Điều 49).

    Of several danh hiệu for the same period only the highest is paid; every hình thức is.
    """
    titles: dict[tuple[dt.date, dt.date], Bonus] = {}
    paid = set()
    for bonus in bonuses:
        if bonus.kind is AwardKind.HINH_THUC:
            paid.add(bonus.key)
        elif bonus.period not in titles or titles[bonus.period].amount < bonus.amount:
            titles[bonus.period] = bonus
    return frozenset(paid | {bonus.key for bonus in titles.values()})


def _coefficient(pack: RulePack, form: AwardForm, subject: SubjectKind, grade: str) -> int:
    article = form.bonus_source.citation
    if not form.fits(subject):
        raise RuleViolation(
            "award_not_for_subject", pack.article(Principle.FORM_FITS_SUBJECT), award=form.name
        )
    if grade not in {known.code for known in form.grades} and (form.grades or grade):
        grades = tuple(known.name for known in form.grades)
        raise RuleViolation("award_grade_unknown", article, award=form.name, grades=grades)
    coefficient = form.coefficient(subject, grade)
    if coefficient is None:
        raise RuleViolation("award_without_coefficient", article, award=form.name)
    return coefficient
