"""What single fields of a row say; `None` or nothing for what isn't known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from thidua_desktop.application.papers.name_lists import votes_text
from thidua_desktop.application.province_forms.field_values import Share
from thidua_desktop.application.province_forms.records import FormRecord
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.names import split_name
from thidua_desktop.domain.vietnamese.numerals import percent_x100


def position(record: FormRecord) -> str:
    """Chức vụ of a person."""
    return record.person.position if record.person else ""


def unit_name(record: FormRecord) -> str:
    """Of a person the unit; a collective is no part of itself."""
    return record.unit.name if record.unit and record.is_person else ""


def position_and_unit(record: FormRecord) -> str:
    """Chức vụ, đơn vị công tác in one."""
    return ", ".join(filter(None, (position(record), unit_name(record))))


def address_title(record: FormRecord) -> str:
    """«Ông» or «Bà», where it is known."""
    gender = record.person.gender if record.person else None
    return {Gender.MALE: "Ông", Gender.FEMALE: "Bà"}[gender] if gender else ""


def addressed(record: FormRecord) -> str:
    """The name with Ông or Bà."""
    return " ".join(filter(None, (address_title(record), record.name)))


def birth_year(record: FormRecord) -> int | None:
    """Năm sinh."""
    return record.person.birth_year if record.person else None


def birth_year_if(gender: Gender) -> Callable[[FormRecord], int | None]:
    """Năm sinh of one gender, for lists with a column of each."""

    def value(record: FormRecord) -> int | None:
        is_it = record.person is not None and record.person.gender is gender
        return birth_year(record) if is_it else None

    return value


def family(record: FormRecord) -> str:
    """Họ và tên đệm."""
    if not record.is_person:
        return ""
    parts = split_name(record.name)
    return " ".join(filter(None, (parts.family, parts.middle)))


def given(record: FormRecord) -> str:
    """Tên; of a unit its whole name."""
    return split_name(record.name).given if record.is_person else record.name


def as_points(value: int | None) -> Decimal | None:
    """Points ×100 as a number."""
    return None if value is None else Decimal(value) / 100


def total(record: FormRecord) -> Decimal | None:
    """The total of a unit that has reported."""
    ranked = record.ranked
    return as_points(ranked.total) if ranked and ranked.rank is not None else None


def votes_yes(record: FormRecord) -> int | None:
    """Số phiếu đồng ý."""
    ballot = record.nominee.ballot if record.nominee else None
    return ballot.yes if ballot else None


def votes(record: FormRecord) -> str:
    """«10/11 (90,91%)»."""
    return votes_text(record.nominee, record.members) if record.nominee else ""


def vote_share(record: FormRecord) -> Share | None:
    """Tỷ lệ phiếu đồng ý on the total number of members."""
    yes = votes_yes(record)
    if yes is None or not record.members:
        return None
    return Share(percent_x100(yes, record.members))


def decision_number(record: FormRecord) -> str:
    """Số quyết định, once it is given."""
    return record.decision.number if record.decision else ""


def decision_day(record: FormRecord) -> dt.date | None:
    """Ngày quyết định."""
    return record.decision.decided_on if record.decision else None


def decision_text(record: FormRecord) -> str:
    """Số, ngày quyết định in one."""
    day = decision_day(record)
    if day is None:
        return ""
    number = decision_number(record)
    return f"{number}, ngày {date_text(day)}" if number else f"ngày {date_text(day)}"


def period(record: FormRecord) -> str:
    """From when to when the achievement counts."""
    if record.nominee is None:
        return ""
    proposal = record.nominee.proposal
    return f"{date_text(proposal.period_from)} - {date_text(proposal.period_to)}"


def own_code(record: FormRecord) -> str:
    """The code in our own registers."""
    if record.is_person:
        return record.person.code if record.person else ""
    return record.unit.code if record.unit else ""


def of_collective(record: FormRecord) -> str:
    """The name of a collective only."""
    return "" if record.is_person else record.name


def of_person(record: FormRecord) -> str:
    """The name of an individual only."""
    return record.name if record.subject is SubjectKind.INDIVIDUAL else ""


def of_household(record: FormRecord) -> str:
    """The name of a household only."""
    return record.name if record.subject is SubjectKind.HOUSEHOLD else ""
