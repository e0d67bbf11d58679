"""Đơn vị, cá nhân, hộ gia đình: who takes part in the movement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.domain.kinds import Gender, SubjectKind

WOMEN_MAJORITY_PERCENT = 70
"""The share that gives a collective the tie rule of NĐ 152/2025/NĐ-CP Điều 4.6."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Đơn vị: a collective that reports, is scored and may be rewarded.

    Attributes:
        code: stable key such as ``DV001``; never reused.
        name: the name as the office writes it.
        group: the code of its nhóm đơn vị, which decides its criteria and its ranking.
        cluster: khối thi đua, empty where the office has none.
        head: the post of its head, such as «Hiệu trưởng».
        people_total: number of people, `None` where not known.
        people_female: number of women, `None` where not known.
        phone: telephone or Zalo number as text.
        valid_from: the day from which the unit exists, `None` for «always».
        valid_to: the last day, `None` while it exists.
    """

    code: str
    name: str
    group: str
    subject: SubjectKind
    cluster: str = ""
    head: str = ""
    people_total: int | None = None
    people_female: int | None = None
    phone: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def exists_on(self, day: dt.date) -> bool:
        """Whether the unit exists on this day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    @property
    def has_women_priority(self) -> bool:
        """Whether at least 70 % of its people are women (NĐ 152/2025/NĐ-CP Điều 4.6)."""
        if not self.people_total or self.people_female is None:
            return False
        return self.people_female * 100 >= WOMEN_MAJORITY_PERCENT * self.people_total


@dataclass(frozen=True, slots=True)
class Person:
    """Cá nhân, or the head of a hộ gia đình, who may be proposed for an award.

    Attributes:
        code: stable key such as ``CN0001``.
        subject: `INDIVIDUAL`, or `HOUSEHOLD` for the head of a household.
        unit: the code of the unit that the person belongs to, empty where unknown.
        is_leader: whether they hold a leading post, `None` where not known.
    """

    code: str
    full_name: str
    subject: SubjectKind = SubjectKind.INDIVIDUAL
    unit: str = ""
    position: str = ""
    birth_year: int | None = None
    gender: Gender | None = None
    is_leader: bool | None = None
