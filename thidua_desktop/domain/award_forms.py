"""Danh hiệu thi đua và hình thức khen thưởng: what may be given, by whom, to whom, for how much."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.kinds import SubjectKind


class Sure(StrEnum):
    """How sure a rule is: how near to its own text it was read."""

    SEEN = "S"  # in the instrument's own text
    QUOTED = "S2"  # in a source that quotes or sums up the instrument
    PRACTICE = "P"  # in one locality's document: a practice, not a national rule
    GENERAL = "G"  # general knowledge, to be verified
    PROPOSED = "D"  # our own editable proposal


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands, in words that papers may print, and how sure it is.

    Attributes:
        province_may_set: the law leaves it to the province: what ships is an editable default.
    """

    citation: str
    sure: Sure
    province_may_set: bool = False


class AwardKind(StrEnum):
    """Danh hiệu thi đua or hình thức khen thưởng: two different things in the law."""

    DANH_HIEU = "danh_hieu"
    HINH_THUC = "hinh_thuc"


class AwardLevel(StrEnum):
    """Cấp of the one who decides, from the lowest up."""

    COMMUNE = "commune"
    PROVINCE = "province"
    STATE = "state"

    def is_at_least(self, other: AwardLevel) -> bool:
        """Whether it is as high as the other, or higher."""
        return _LEVELS[self] >= _LEVELS[other]


_LEVELS = {level: height for height, level in enumerate(AwardLevel)}


class CommendationType(StrEnum):
    """Loại hình khen thưởng (Điều 8 Luật Thi đua, khen thưởng)."""

    CONG_TRANG = "cong_trang"  # công trạng
    DOT_XUAT = "dot_xuat"  # đột xuất
    PHONG_TRAO = "phong_trao"  # phong trào thi đua, theo chuyên đề too: this movement
    CHUYEN_DE = "chuyen_de"  # chuyên đề, from 01/10/2026
    CONG_HIEN = "cong_hien"  # quá trình cống hiến
    NIEN_HAN = "nien_han"  # niên hạn
    DOI_NGOAI = "doi_ngoai"  # đối ngoại

    @property
    def is_no_basis_for_merit(self) -> bool:
        """Whether it can't support a higher công trạng award (NĐ 152/2025/NĐ-CP Điều 4.3)."""
        return self in (self.DOT_XUAT, self.PHONG_TRAO, self.CHUYEN_DE)


@dataclass(frozen=True, slots=True)
class VoteRule:
    """How the council votes on one form.

    Attributes:
        threshold_percent: of all members by the council's decision; `None` is the majority.
        ballot_required: whether a secret ballot is a must (bỏ phiếu kín).
        chair_breaks_tie: whether the chair's vote decides where the votes are even.
    """

    threshold_percent: int | None
    ballot_required: bool
    source: Source
    chair_breaks_tie: bool = False


@dataclass(frozen=True, slots=True)
class Coefficient:
    """Hệ số tiền thưởng ×100 of one subject and grade; the grade is empty where there is none."""

    subject: SubjectKind
    value: int
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """Hạng of a form, such as «hạng Ba»."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AwardForm:
    """One danh hiệu thi đua or hình thức khen thưởng.

    Attributes:
        decider: who decides, in words.
        subjects: whom it may be given to.
        coefficients: empty where no bonus is known.
        grades: from the lowest up; empty for most forms.
        order: place in a list or ceremony, highest first (NĐ 152/2025/NĐ-CP Điều 29).
        source: where form, decider and subjects stand.
        bonus_source: where the coefficients stand.
    """

    code: str
    name: str
    kind: AwardKind
    level: AwardLevel
    decider: str
    subjects: tuple[SubjectKind, ...]
    coefficients: tuple[Coefficient, ...]
    grades: tuple[Grade, ...]
    vote: VoteRule
    order: int
    source: Source
    bonus_source: Source

    def fits(self, subject: SubjectKind) -> bool:
        """Whether it may be given to such a subject."""
        return subject in self.subjects

    def coefficient(self, subject: SubjectKind, grade: str = "") -> int | None:
        """The coefficient ×100, or `None` where the pack knows none.

        An enterprise is rewarded as a collective: it takes the collective's coefficient.
        """
        known = {(line.subject, line.grade): line.value for line in self.coefficients}
        return known.get((subject, grade), known.get((subject.counts_as, grade)))

    def ceremony_order(self, subject: SubjectKind, grade: str = "") -> tuple[int, int, int]:
        """Sorts a list of awards (NĐ 152/2025/NĐ-CP Điều 29).

        Higher forms and grades first; within one, collectives and households before people.
        """
        grades = [known.code for known in self.grades]
        height = grades.index(grade) if grade in grades else -1
        return (self.order, -height, int(subject is SubjectKind.INDIVIDUAL))
