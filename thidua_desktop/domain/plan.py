"""Kế hoạch phong trào thi đua: one commune's plan as data.

The words are the plan's own; what a plan doesn't say is marked `Basis.PROPOSAL` and can be
edited by the office. Points are integers ×100 everywhere.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.domain.kinds import Basis, CommuneKind, CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.scoring.criterion import CriteriaSet


@dataclass(frozen=True, slots=True)
class Commune:
    """The commune and its words: how its name stands in headings, dates and lists.

    Attributes:
        kind: xã, phường or đặc khu.
        name: the proper name alone, such as «Tây Hiếu».
        province: tỉnh or thành phố with its word, such as «tỉnh Nghệ An».
        place_in_date: what stands before «, ngày …»: the proper name, or the full type where
            the commune is named after a person («Xã Đặng Thùy Trâm»; NĐ 30/2020 Phụ lục I).
        hamlet_word: what its smallest parts are called: xóm, khối, thôn, tổ dân phố.
        department: the standing office, «Phòng Văn hóa - Xã hội».
    """

    kind: CommuneKind
    name: str
    province: str
    place_in_date: str
    hamlet_word: str
    department: str


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Căn cứ: one document that the plan cites, in the plan's words, with its full citation."""

    short: str
    citation: str


@dataclass(frozen=True, slots=True)
class ContentArea:
    """Nội dung thi đua: one of the movement's six or seven fields."""

    code: str
    label: str
    short: str
    text: str


@dataclass(frozen=True, slots=True)
class Audience:
    """Nhóm đối tượng that the plan writes criteria for, with its criteria and our points.

    Attributes:
        code: the key that groups refer to.
        label: the plan's own numbering, such as «a)».
        name: the plan's own heading.
        subject: whom the criteria judge.
        basis: `PLAN` where the criteria are the plan's for this audience, `PROPOSAL` where they
            were put together from other parts of the plan.
        note: why, in Vietnamese, for `PROPOSAL`.
        criteria: the criteria with the points that we propose (they share 100).
    """

    code: str
    label: str
    name: str
    subject: SubjectKind
    basis: Basis
    note: str
    criteria: CriteriaSet


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """Nhóm đơn vị that is ranked together, and the audience whose criteria it uses.

    Attributes:
        keywords: folded words (no marks, lower case) by which a heading or a unit's name is
            recognised as belonging here.
    """

    code: str
    name: str
    audience: str
    basis: Basis
    note: str
    subject: SubjectKind
    keywords: tuple[str, ...]

    @property
    def reports(self) -> bool:
        """Whether its members are units with a form of their own, rather than people."""
        return not self.subject.is_person


@dataclass(frozen=True, slots=True)
class Stage:
    """Giai đoạn: its years and the review that ends it (sơ kết or tổng kết)."""

    code: str
    name: str
    from_year: int
    to_year: int
    review: CycleKind
    review_year: int
    text: str


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """Chế độ báo cáo: who reports to whom, on which occasion, until when.

    Attributes:
        sender: `"units"` for the reports that are collected, `"commune"` for what goes up.
        due_day: the last day, `None` where the plan names none.
        due_month: the month of that day.
    """

    sender: str
    kind: CycleKind
    recipient: str
    via: str
    due_day: int | None
    due_month: int | None
    text: str


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One rung of the award ladder: an award of the rule pack in the plan's words."""

    award: str
    text: str
    occasions: tuple[CycleKind, ...]

    def is_for(self, kind: CycleKind) -> bool:
        """Whether it may be given on an occasion; what is given each year, at mid-year too."""
        asked = (kind, CycleKind.ANNUAL) if kind is CycleKind.HALF_YEAR else (kind,)
        return not self.occasions or not set(asked).isdisjoint(self.occasions)


@dataclass(frozen=True, slots=True)
class QuotaRule:
    """Số lượng khen thưởng: the most awards of one kind on one occasion.

    Attributes:
        maximum: `None` where the plan sets no limit.
        scope: `"commune"`, or `"province"` where the figure is the whole province's and the
            commune's share is not fixed.
        formula: how `maximum` is to be taken; of a percentage it is the whole percents.
        shared_with: the other kinds of subject that take from the same number.
    """

    kind: CycleKind
    award: str
    subject: SubjectKind
    maximum: int | None
    scope: str
    text: str
    formula: QuotaKind = QuotaKind.ABSOLUTE_BY_TYPE
    shared_with: tuple[SubjectKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """A standing duty that the plan sets: inspection, council assignment, survey, publicity.

    Attributes:
        kind: `"inspection"`, `"assignment"`, `"survey"`, `"publicity"`, `"guidance"`,
            `"index"`, `"training"` or `"cluster_scoring"`.
        holder: who carries it, in the plan's words.
    """

    kind: str
    holder: str
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block of the commune's papers, line by line from the plan."""

    authority: tuple[str, ...]
    filing: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One commune's plan of the movement, complete.

    Attributes:
        slug: its file name and key, such as ``xuan-hung``.
        title: the plan's own title, without «KẾ HOẠCH».
        movement: the movement's name as it stands in papers.
        issued_on: the date, `None` where the plan's copy bears none.
        number: số, ký hiệu as printed; empty parts stay empty.
        source: where the text comes from, for the reader.
        points_note: says that the points are a proposal.
    """

    slug: str
    title: str
    movement: str
    number: str
    issued_on: dt.date | None
    first_year: int
    last_year: int
    source: str
    points_note: str
    commune: Commune
    signature: Signature
    legal_bases: tuple[LegalBasis, ...]
    content_areas: tuple[ContentArea, ...]
    audiences: tuple[Audience, ...]
    groups: tuple[UnitGroup, ...]
    stages: tuple[Stage, ...]
    reports: tuple[ReportDuty, ...]
    ladder: tuple[LadderStep, ...]
    award_standard: str
    quotas: tuple[QuotaRule, ...]
    duties: tuple[Duty, ...]
    recipients: tuple[str, ...]

    def audience(self, code: str) -> Audience:
        """The audience with this code.

        Raises:
            KeyError: no such audience; the validator rules that out for groups of a read plan.
        """
        return {audience.code: audience for audience in self.audiences}[code]

    def group(self, code: str) -> UnitGroup:
        """The unit group with this code.

        Raises:
            KeyError: no such group.
        """
        return {group.code: group for group in self.groups}[code]
