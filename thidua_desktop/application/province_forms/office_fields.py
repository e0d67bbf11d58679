"""Các trường của cả biểu: what is the same in every row, and what a single cell can take.

The label of each field is the text ``province_field_CODE``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from thidua_desktop.application.cycle_titles import cycle_title
from thidua_desktop.application.naming import authority_lines, signer_name
from thidua_desktop.application.paper_kinds.draft import TO_SUBMIT, Draft
from thidua_desktop.application.province_forms.field_values import FieldValue
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.scoring.policy import Classification

_PROPOSED = (ProposalStatus.PROPOSED, *TO_SUBMIT)
_DECIDED = (ProposalStatus.DECIDED,)
_SO = r"^(tong )?so (luong )?"
_AFTER = r"( (duoc )?(de nghi|trinh|xet).*)?$"
_REWARDED = r"(da|duoc|da duoc) (khen|tang|quyet dinh)"


@dataclass(frozen=True, slots=True)
class OfficeField:
    """A field that is the same for the whole form: for single cells, and for columns too."""

    code: str
    value: Callable[[Draft], FieldValue]
    patterns: tuple[str, ...] = ()

    def fits(self, title: str) -> bool:
        """Whether a folded title says this."""
        return any(re.search(pattern, title) for pattern in self.patterns)


def _count(statuses: tuple[ProposalStatus, ...], *subjects: SubjectKind) -> Callable[[Draft], int]:
    """How many are proposed or rewarded, of these kinds or of all; held ones go on with nobody."""

    def counts(draft: Draft, proposal: Proposal) -> bool:
        fits = not subjects or proposal.subject in subjects
        is_held = draft.is_held(proposal.id, draft.context.today)
        return fits and not is_held and proposal.status in statuses

    return lambda draft: sum(counts(draft, one) for one in draft.proposals.values())


def _classed(classification: Classification, draft: Draft) -> int:
    """How many units that reported were put into a class."""
    return sum(
        row.rank is not None and row.classification is classification for row in draft.ranking.rows
    )


def _reported(draft: Draft) -> int:
    return sum(row.rank is not None for row in draft.ranking.rows)


def _bonuses(draft: Draft) -> int:
    """Tiền thưởng of the commune's own decisions, đồng."""
    return sum(award.amount for awards in draft.decided.values() for award in awards)


OFFICE_FIELDS: tuple[OfficeField, ...] = (
    OfficeField(
        "committee",
        lambda d: d.context.committee,
        (
            r"^(ten )?(don vi|co quan)( (bao cao|de nghi|lap|gui|trinh))?$",
            r"don vi (trinh|de nghi)",
            r"^ubnd (xa|phuong|dac khu)$",
        ),
    ),
    OfficeField(
        "commune",
        lambda d: d.context.commune,
        (r"^(ten )?(xa|phuong|dac khu)(\s*[,/(].*)?$",),
    ),
    OfficeField(
        "province",
        lambda d: d.context.province,
        (r"^(tinh|thanh pho|tinh\s*[/,(]\s*thanh pho\)?)$",),
    ),
    OfficeField(
        "year", lambda d: d.context.cycle.year, (r"^nam( (bao cao|khen thuong|xet|thanh tich))?$",)
    ),
    OfficeField(
        "cycle",
        lambda d: cycle_title(d.context.cycle),
        (r"^(ky|dot)( (bao cao|xet|khen thuong))?$",),
    ),
    OfficeField(
        "today",
        lambda d: d.context.today,
        (r"^ngay (lap|bao cao|trinh|gui)( (bieu|bao cao|danh sach))?$",),
    ),
    OfficeField("movement", lambda d: d.context.plan.movement, (r"(ten )?phong trao( thi dua)?$",)),
    OfficeField("department", lambda d: d.context.department, ()),
    OfficeField(
        "officer",
        lambda d: d.context.office.officer,
        (r"^nguoi (lap|nhap)( (bieu|danh sach|bao cao))?$",),
    ),
    OfficeField("signer", lambda d: signer_name(d.context.office), (r"^(ho ten )?nguoi ky$",)),
    OfficeField(
        "signer_post",
        lambda d: authority_lines(d.context.office)[-1],
        (r"chuc vu nguoi ky", r"cap (quyet dinh|ky)", r"tham quyen"),
    ),
    OfficeField(
        "units_total",
        lambda d: sum(len(g.rows) for g in d.ranking.groups),
        (r"^tong so don vi( tham gia.*)?$",),
    ),
    OfficeField("units_reported", _reported, (_SO + r"don vi (da )?(bao cao|nop|gui|tu cham)",)),
    OfficeField(
        "units_excellent",
        partial(_classed, Classification.EXCELLENT),
        (_SO + r"don vi (hoan thanh )?xuat sac",),
    ),
    OfficeField(
        "units_good",
        partial(_classed, Classification.GOOD),
        (_SO + r"don vi (hoan thanh )?tot",),
    ),
    OfficeField(
        "units_completed",
        partial(_classed, Classification.COMPLETED),
        (_SO + r"don vi hoan thanh$",),
    ),
    OfficeField(
        "units_not_completed",
        partial(_classed, Classification.NOT_COMPLETED),
        (_SO + r"don vi khong hoan thanh",),
    ),
    OfficeField("proposals_total", _count(_PROPOSED), (r"^tong so (de nghi|truong hop)" + _AFTER,)),
    OfficeField(
        "proposals_collective",
        _count(_PROPOSED, SubjectKind.COLLECTIVE, SubjectKind.ENTERPRISE),
        (_SO + "tap the" + _AFTER,),
    ),
    OfficeField(
        "proposals_individual",
        _count(_PROPOSED, SubjectKind.INDIVIDUAL),
        (_SO + "ca nhan" + _AFTER,),
    ),
    OfficeField(
        "proposals_household",
        _count(_PROPOSED, SubjectKind.HOUSEHOLD),
        (_SO + "ho( gia dinh)?" + _AFTER,),
    ),
    OfficeField(
        "proposals_enterprise",
        _count(_PROPOSED, SubjectKind.ENTERPRISE),
        (_SO + "doanh nghiep" + _AFTER,),
    ),
    OfficeField("rewarded_total", _count(_DECIDED), (_SO + r"(truong hop )?" + _REWARDED,)),
    OfficeField(
        "rewarded_collective",
        _count(_DECIDED, SubjectKind.COLLECTIVE, SubjectKind.ENTERPRISE),
        (_SO + "tap the " + _REWARDED,),
    ),
    OfficeField(
        "rewarded_individual",
        _count(_DECIDED, SubjectKind.INDIVIDUAL),
        (_SO + "ca nhan " + _REWARDED,),
    ),
    OfficeField(
        "rewarded_household",
        _count(_DECIDED, SubjectKind.HOUSEHOLD),
        (_SO + "ho (gia dinh )?" + _REWARDED,),
    ),
    OfficeField("bonuses_total", _bonuses, (r"^tong (so )?tien thuong",)),
)
