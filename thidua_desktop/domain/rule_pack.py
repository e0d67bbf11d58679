"""Gói căn cứ pháp lý: the dated rules that an award is checked, voted and paid under.

Rules are data: each pack says from when to when it holds, where every rule stands and how sure we
are of it. What the law leaves to the province is marked, so that an office can set it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from thidua_desktop.domain.award_forms import AwardForm, CommendationType, Source
from thidua_desktop.domain.dossier_parts import DossierPart
from thidua_desktop.domain.errors import NotFound, RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.scoring.policy import Classification


class Principle(StrEnum):
    """The rules that a candidate is checked by; each pack says in which article they stand."""

    FORM_FITS_SUBJECT = "form_fits_subject"
    FAIR_SHARE = "fair_share"  # người trực tiếp, bình đẳng giới
    ONE_ACHIEVEMENT_ONCE = "one_achievement_once"
    LOWER_FORM_NOT_NEEDED = "lower_form_not_needed"
    THEMATIC_NO_BASIS = "thematic_no_basis"
    HOLD = "hold"  # tạm dừng xét
    DISCIPLINE = "discipline"
    MATERNITY_LEAVE = "maternity_leave"
    WOMEN_PRIORITY = "women_priority"
    PERIOD_AFTER_LAST = "period_after_last"
    RECENT_REPORT = "recent_report"
    INITIATIVE_ONCE = "initiative_once"
    CANCELLED_AWARD = "cancelled_award"
    DATED_RULES = "dated_rules"
    REPORT = "report"
    ACHIEVEMENT = "achievement"
    QUOTA = "quota"
    BONUS = "bonus"
    FUND = "fund"  # quỹ thi đua, khen thưởng
    RECOVERY = "recovery"  # thu hồi hiện vật, tiền thưởng


@dataclass(frozen=True, slots=True)
class Law:
    """One instrument that papers under this pack may cite.

    Attributes:
        citation: as papers cite it.
        valid_to: the last day, `None` where no end is known.
        source: how its text was read.
    """

    short: str
    citation: str
    valid_from: dt.date
    valid_to: dt.date | None
    source: Source

    def is_in_force(self, day: dt.date) -> bool:
        """Whether it may be cited on this day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class BaseSalary:
    """Lương cơ sở from a day on, in đồng a month."""

    valid_from: dt.date
    amount: int
    source: Source


@dataclass(frozen=True, slots=True)
class Quorum:
    """The share of members who must be present, as a fraction of whole numbers."""

    parts: int
    of: int
    source: Source


@dataclass(frozen=True, slots=True)
class CommendationName:
    """A loại hình khen thưởng that exists under this pack, as papers name it."""

    type: CommendationType
    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class Standard:
    """Tiêu chuẩn that the officer confirms for a candidate.

    Attributes:
        code: the key of the statement among the candidate's facts.
        awards: codes of the forms that ask for it.
        is_choice: one of several of which one is enough; else a must.
    """

    code: str
    awards: tuple[str, ...]
    subjects: tuple[SubjectKind, ...]
    text: str
    is_choice: bool
    source: Source

    def asks(self, award: str, subject: SubjectKind) -> bool:
        """Whether this form asks it of such a subject; an enterprise counts as a collective."""
        return award in self.awards and not {subject, subject.counts_as}.isdisjoint(self.subjects)


@dataclass(frozen=True, slots=True)
class LowestClass:
    """The lowest xếp loại with which a unit is proposed, by practice."""

    classification: Classification
    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class Transition:
    """Chuyển tiếp: what was received before a day goes on under the law before it."""

    received_before: dt.date
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Note:
    """What the officer should know of this pack, above all what could not be verified."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class RulePack:
    """The rules of one span of time.

    Attributes:
        valid_to: the last day, `None` where no end is set.
        base_salaries: from the earliest on.
        articles: where each principle stands.
        tie_break: how equal candidates are parted, first things first.
        lowest_class: `None` where no class is asked for.
        dossier_parts: the check lists, in the order of a dossier.
    """

    code: str
    name: str
    valid_from: dt.date
    valid_to: dt.date | None
    laws: tuple[Law, ...]
    articles: Mapping[Principle, Source]
    award_forms: tuple[AwardForm, ...]
    base_salaries: tuple[BaseSalary, ...]
    commendations: tuple[CommendationName, ...]
    standards: tuple[Standard, ...]
    quorum: Quorum
    lowest_class: LowestClass | None
    transition: Transition | None
    tie_break: tuple[Note, ...]
    notes: tuple[Note, ...]
    dossier_parts: tuple[DossierPart, ...] = ()

    def covers(self, day: dt.date) -> bool:
        """Whether it holds on this day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def laws_on(self, day: dt.date) -> tuple[Law, ...]:
        """The instruments in force on a day."""
        return tuple(law for law in self.laws if law.is_in_force(day))

    def article(self, principle: Principle) -> str:
        """Where a principle stands, in words; empty where the pack does not say."""
        source = self.articles.get(principle)
        return source.citation if source else ""

    def find_form(self, code: str) -> AwardForm | None:
        """The form with this code, or `None`."""
        return next((form for form in self.award_forms if form.code == code), None)

    def form(self, code: str) -> AwardForm:
        """The form with this code.

        Raises:
            NotFound: no such form in this pack.
        """
        form = self.find_form(code)
        if form is None:
            raise NotFound("award_form_unknown", key=code)
        return form

    def base_salary(self, day: dt.date) -> BaseSalary:
        """The base salary in force on a day.

        Raises:
            RuleViolation: none is known for that day.
        """
        begun = [salary for salary in self.base_salaries if salary.valid_from <= day]
        if not begun:
            raise RuleViolation("no_base_salary", self.article(Principle.BONUS), date=day)
        return max(begun, key=lambda salary: salary.valid_from)


def pack_for(packs: Sequence[RulePack], date: dt.date) -> RulePack:
    """The pack that holds on a day, such as the day of a decision.

    Raises:
        RuleViolation: none does: the program says so and does not guess.
    """
    for pack in packs:
        if pack.covers(date):
            return pack
    raise RuleViolation("no_rule_pack", date=date)


def last_pack_for(packs: Sequence[RulePack], date: dt.date) -> RulePack:
    """The pack that holds on a day, else the last one that began before it.

    For what must go on while new rules are not in yet, such as a council's session; what is
    decided takes `pack_for`.

    Raises:
        RuleViolation: none had begun.
    """
    begun = [pack for pack in packs if pack.valid_from <= date]
    if not begun:
        raise RuleViolation("no_rule_pack", date=date)
    return max(begun, key=lambda pack: pack.valid_from)


def overlaps(packs: Sequence[RulePack]) -> tuple[Issue, ...]:
    """Packs that hold on the same day; empty when a day always chooses at most one."""
    in_order = sorted(packs, key=lambda pack: pack.valid_from)
    return tuple(
        Issue("rule_packs_overlap", data={"earlier": earlier.name, "later": later.name})
        for earlier, later in pairwise(in_order)
        if earlier.covers(later.valid_from)
    )
