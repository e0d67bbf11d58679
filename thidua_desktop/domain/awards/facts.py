"""What is known of a candidate; `None` means that nobody looked yet, never that all is well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thidua_desktop.domain.award_forms import AwardLevel, CommendationType
from thidua_desktop.domain.awards.quota import QuotaState
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.rule_pack import Transition
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.vietnamese.folding import match_key


class HoldKind(StrEnum):
    """Why a candidate is not considered for the time being (NĐ 152/2025/NĐ-CP Điều 4.4)."""

    DISCIPLINE_REVIEW = "discipline_review"  # đang xem xét kỷ luật
    INVESTIGATION = "investigation"  # đang điều tra
    INSPECTION = "inspection"  # thanh tra, kiểm tra có dấu hiệu vi phạm
    COMPLAINT = "complaint"  # đơn thư đang xác minh
    PRESS = "press"  # báo chí nêu đang xác minh


class AwardState(StrEnum):
    """How far an earlier award came."""

    PROPOSED = "proposed"  # đang đề nghị
    DECIDED = "decided"  # đã có quyết định
    CANCELLED = "cancelled"  # bị hủy bỏ


class Sameness(StrEnum):
    """Whether two awards are for one achievement."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Hold:
    """Tạm dừng xét: ends with the document that concludes the matter, and is resumed that day."""

    kind: HoldKind
    from_day: dt.date
    to_day: dt.date | None = None
    document: str = ""

    def is_active(self, day: dt.date) -> bool:
        """Whether it keeps the candidate back on this day."""
        return self.from_day <= day and (self.to_day is None or day < self.to_day)


@dataclass(frozen=True, slots=True)
class Discipline:
    """Kỷ luật with the time it runs; `to_day` is `None` while its end is not known."""

    from_day: dt.date
    to_day: dt.date | None = None

    def is_running(self, day: dt.date) -> bool:
        """Whether it runs on a day, its last day too."""
        return self.from_day <= day and (self.to_day is None or day <= self.to_day)

    def weighs_on(self, day: dt.date, begin: dt.date | None) -> bool:
        """Whether it keeps back an achievement that begins on `begin` and is judged on `day`."""
        if self.from_day > day:
            return False
        return self.to_day is None or self.to_day >= day or begin is None or begin < self.to_day


@dataclass(frozen=True, slots=True)
class Achievement:
    """Thành tích: what an award is for.

    Attributes:
        movement: the movement's name, or its key; empty where the record does not say.
        cycle: the occasion, such as ``2026-annual``.
        text: the praise text; empty while it is not written yet.
    """

    movement: str = ""
    cycle: str = ""
    period_from: dt.date | None = None
    period_to: dt.date | None = None
    text: str = ""

    def compare(self, other: Achievement) -> Sameness:
        """Whether it is the same achievement (Điều 5 Luật Thi đua, khen thưởng).

        One occasion of one movement is one achievement. Two occasions whose time overlaps are
        one where the words agree; where they differ, a person has to compare. Of two movements
        a person compares what was told in the same words, and what names no movement.
        """
        ours, theirs = match_key(self.movement), match_key(other.movement)
        same_words = bool(self.text) and match_key(self.text) == match_key(other.text)
        if ours == theirs and self.cycle and self.cycle == other.cycle:
            return Sameness.SAME
        overlap = self._overlaps(other)
        if overlap is False:
            return Sameness.DIFFERENT
        if ours != theirs and ours and theirs:
            return Sameness.UNSURE if overlap and same_words else Sameness.DIFFERENT
        is_one = overlap and same_words and ours == theirs
        return Sameness.SAME if is_one else Sameness.UNSURE

    def _overlaps(self, other: Achievement) -> bool | None:
        """Whether the periods share a day; `None` where one is not known."""
        if self.period_from is None or self.period_to is None:
            return None
        if other.period_from is None or other.period_to is None:
            return None
        return self.period_from <= other.period_to and other.period_from <= self.period_to


@dataclass(frozen=True, slots=True)
class PreviousAward:
    """An award of the same unit or person, before this one or beside it.

    Attributes:
        name: the form's name, as the officer knows it.
        level: `None` to take it from the rule pack.
        commendation: loại hình, `None` where the record does not say.
        decided_on: the day of the decision, `None` while it is only proposed.
        is_cited: whether the new dossier names it as its basis.
        namesake: the recipient's name where only that speaks for the candidate, and nobody
            said «cùng người» or «khác người»; empty where the recipient is sure.
        number: số of the decision; empty where it is not known.
        key: what a dossier cites it by.
    """

    award: str
    name: str
    achievement: Achievement
    state: AwardState
    level: AwardLevel | None = None
    commendation: CommendationType | None = None
    decided_on: dt.date | None = None
    is_cited: bool = False
    namesake: str = ""
    number: str = ""
    key: str = ""

    @property
    def achievement_end(self) -> dt.date | None:
        """The last day of its achievement, or else of the decision (Điều 33.7)."""
        return self.achievement.period_to or self.decided_on


@dataclass(frozen=True, slots=True)
class PlannedOccasions:
    """What the plan says of the occasions of an award.

    Attributes:
        plan: the plan, as it is cited.
        fits: whether this occasion is one of them.
        words: all of them in words; empty where the plan names none.
        is_named: whether the plan names the award at all.
    """

    plan: str
    fits: bool
    words: tuple[str, ...] = ()
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """All that the checks may ask of a unit, person or household.

    Attributes:
        on: the day it is judged for: the day of the decision, else today.
        received_on: ngày tiếp nhận hồ sơ.
        has_report: whether its report (phiếu, báo cáo thành tích) is there.
        has_women_priority: a woman, or a collective with at least 70 % women.
        is_tied: whether others are exactly as good, so that the priority decides.
        took_maternity_leave: leave in the period, which counts as working time.
        statements: what the officer confirmed or denied, by the code of the pack's standard.
        initiatives: the sáng kiến that the proposal rests on.
        used_initiatives: those that earlier proposals rested on.
        is_history_checked: whether somebody looked beyond this office's own records.
        carried_over: by which rule the pack still holds for a dossier received before its end.
    """

    subject: SubjectKind
    code: str
    on: dt.date
    achievement: Achievement
    commendation: CommendationType = CommendationType.PHONG_TRAO
    received_on: dt.date | None = None
    classification: Classification | None = None
    has_report: bool | None = None
    is_leader: bool | None = None
    has_women_priority: bool | None = None
    is_tied: bool = False
    took_maternity_leave: bool = False
    holds: tuple[Hold, ...] | None = None
    disciplines: tuple[Discipline, ...] | None = None
    history: tuple[PreviousAward, ...] | None = None
    statements: Mapping[str, bool | None] = field(default_factory=dict)
    initiatives: tuple[str, ...] = ()
    used_initiatives: frozenset[str] | None = None
    is_history_checked: bool = True
    carried_over: Transition | None = None
    quota: QuotaState | None = None
    occasion: PlannedOccasions | None = None
