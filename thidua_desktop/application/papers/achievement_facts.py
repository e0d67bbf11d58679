"""What the office knows of one whose achievements are reported."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.domain.vietnamese.names import split_address


@dataclass(frozen=True, slots=True)
class ReportedResult:
    """One criterion with what the unit did for it; points ×100.

    Attributes:
        points: the office's, or the unit's own where `is_appraised` is false.
    """

    text: str
    maximum: int
    points: int | None
    explanation: str = ""
    evidence: str = ""
    is_appraised: bool = False


@dataclass(frozen=True, slots=True)
class PastAward:
    """One award that was decided before.

    Attributes:
        year: `None` where the record names neither the decision's day nor a period.
        is_title: danh hiệu thi đua rather than hình thức khen thưởng.
        decision: «Quyết định số 09/QĐ-UBND ngày … của …».
    """

    year: int | None
    name: str
    decision: str
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class AchievementFacts:
    """The subject of a report and its results.

    Attributes:
        unit_name: the unit itself, or where the person works; empty where unknown.
        is_under_committee: whether the unit's papers bear the commune's committee above it.
        has_seal: thôn, xóm, khối, tổ dân phố have neither a seal nor a register of papers.
        rank: its place in its group, `None` for people and the unranked.
        among: how many are ranked there.
        results: the criteria with the unit's words, empty for people.
        highlights: mô hình, sáng kiến in the unit's words.
    """

    nominee: Nominee
    unit_name: str = ""
    unit_head: str = ""
    is_under_committee: bool = True
    has_seal: bool = True
    phone: str = ""
    people_total: int | None = None
    people_female: int | None = None
    rank: int | None = None
    among: int = 0
    results: tuple[ReportedResult, ...] = ()
    highlights: str = ""
    history: tuple[PastAward, ...] = ()

    @property
    def plain_name(self) -> str:
        """The name without «Ông», «Bà», «Hộ ông», as one signs."""
        return split_address(self.nominee.proposal.subject_name).name
