"""Sổ phong trào: exemplars found, inspections held, activities organised."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.awards.cases import CaseSubject


class ExemplarKind(StrEnum):
    """What the plans ask to find, praise and spread."""

    EXEMPLAR = "exemplar"  # điển hình tiên tiến
    MODEL = "model"  # mô hình mới
    PRACTICE = "practice"  # cách làm hay


@dataclass(frozen=True, slots=True)
class Exemplar:
    """Điển hình tiên tiến, mô hình mới, cách làm hay.

    Attributes:
        id: its number in the register, 0 before it stands there.
        subject: whose it is.
        result: what came of it, in figures where there are some.
        spread: where it was taken over, empty while nowhere.
    """

    id: int
    kind: ExemplarKind
    subject: CaseSubject
    name: str
    noted_on: dt.date
    result: str = ""
    spread: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One kiểm tra, giám sát of a unit by the council, planned or held.

    Attributes:
        id: its number in the register, 0 before it stands there.
        held_on: the day of the visit; one that is still to come is planned.
        inspectors: names with posts, the head of the team first.
        hosts: who spoke for the unit, with posts.
        requests: what the unit said and asked for.
        remedy_by: until when the unit mends what was found, `None` where nothing is to mend.
        remedied_on: the day it was mended, `None` while it was not.
    """

    id: int
    unit: str
    held_on: dt.date
    place: str = ""
    inspectors: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    strengths: str = ""
    weaknesses: str = ""
    requests: str = ""
    conclusion: str = ""
    remedy_by: dt.date | None = None
    remedied_on: dt.date | None = None

    def state_on(self, day: dt.date) -> InspectionState:
        """Where it stands on a day."""
        if self.held_on > day:
            return InspectionState.PLANNED
        if self.remedied_on is not None:
            return InspectionState.REMEDIED
        if self.remedy_by is None:
            return InspectionState.HELD
        return InspectionState.OVERDUE if self.remedy_by < day else InspectionState.TO_REMEDY


class InspectionState(StrEnum):
    """Where an inspection stands."""

    PLANNED = "planned"  # chưa đến ngày
    HELD = "held"  # đã kiểm tra, không phải khắc phục
    TO_REMEDY = "to_remedy"  # đang khắc phục
    OVERDUE = "overdue"  # quá hạn khắc phục
    REMEDIED = "remedied"  # đã khắc phục


class ActivityKind(StrEnum):
    """What the plans have organised besides."""

    TRAINING = "training"  # tập huấn, bồi dưỡng
    CONTEST = "contest"  # hội thi, cuộc thi
    CAMPAIGN = "campaign"  # phát động, tuyên truyền
    IT_SURVEY = "it_survey"  # khảo sát công nghệ thông tin


@dataclass(frozen=True, slots=True)
class Activity:
    """One training, contest, campaign or survey that was held.

    Attributes:
        id: its number in the register, 0 before it stands there.
        organiser: who held it, as papers name it; empty for the commune itself.
        people: how many took part, `None` where nobody counted.
        result: what came of it.
        document: the paper that it rests on, number and date.
    """

    id: int
    kind: ActivityKind
    name: str
    held_on: dt.date
    place: str = ""
    organiser: str = ""
    people: int | None = None
    result: str = ""
    document: str = ""
