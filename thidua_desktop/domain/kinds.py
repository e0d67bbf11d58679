"""The closed sets that plans, rule packs and records share."""

from __future__ import annotations

from enum import StrEnum


class CommuneKind(StrEnum):
    """Đơn vị hành chính cấp xã (Luật Tổ chức chính quyền địa phương): xã, phường or đặc khu."""

    XA = "xa"
    PHUONG = "phuong"
    DAC_KHU = "dac_khu"


class CycleKind(StrEnum):
    """Kỳ: the occasion that is reported on and rewarded."""

    HALF_YEAR = "half_year"  # 6 tháng
    ANNUAL = "annual"  # năm
    MID_TERM = "mid_term"  # sơ kết
    FINAL = "final"  # tổng kết


class SubjectKind(StrEnum):
    """Đối tượng khen thưởng: who an award is for."""

    COLLECTIVE = "collective"  # tập thể
    INDIVIDUAL = "individual"  # cá nhân
    HOUSEHOLD = "household"  # hộ gia đình
    ENTERPRISE = "enterprise"  # doanh nghiệp, hợp tác xã

    @property
    def is_person(self) -> bool:
        """Whether it stands in the register of people rather than of units."""
        return self in PERSON_KINDS

    @property
    def counts_as(self) -> SubjectKind:
        """What rules, lists and papers take it for: an enterprise is rewarded as a collective."""
        return SubjectKind.COLLECTIVE if self is SubjectKind.ENTERPRISE else self

    @property
    def ceremony_place(self) -> int:
        """Its place in lists and ceremonies (NĐ 152/2025/NĐ-CP Điều 29)."""
        return _CEREMONY_ORDER.index(self.counts_as)


UNIT_KINDS = (SubjectKind.COLLECTIVE, SubjectKind.ENTERPRISE)
"""Those that report, are scored and ranked."""

PERSON_KINDS = (SubjectKind.INDIVIDUAL, SubjectKind.HOUSEHOLD)

_CEREMONY_ORDER = (SubjectKind.COLLECTIVE, SubjectKind.HOUSEHOLD, SubjectKind.INDIVIDUAL)


class Gender(StrEnum):
    """Giới tính, as far as the tie rule of NĐ 152/2025/NĐ-CP Điều 4.6 needs it."""

    MALE = "male"
    FEMALE = "female"


class Basis(StrEnum):
    """Where a figure comes from: the plan's own words, or our editable proposal."""

    PLAN = "plan"
    PROPOSAL = "proposal"


class Confirmation(StrEnum):
    """What an officer confirms under every rule pack, beside the pack's own standards."""

    NO_HOLDS = "no_holds"  # không có vụ việc đang xem xét, không bị kỷ luật
    REPORT = "report"  # đã nộp báo cáo thành tích; a unit's report is its phiếu
    HISTORY = "history"  # đã đối chiếu khen thưởng trước đây, cả trên giấy, ở nơi khác


class QuotaKind(StrEnum):
    """Cách tính số lượng: how the number of a quota is set."""

    ABSOLUTE_BY_TYPE = "absolute_by_type"  # each kind of subject has its own
    ABSOLUTE_COMBINED = "absolute_combined"  # several kinds share one
    PERCENT_OF_PARTICIPANTS = "percent_of_participants"  # of those who take part
