"""The lines of the giấy khen that were decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from thidua_desktop.application.certificates.listing import DecidedCertificate
from thidua_desktop.application.certificates.numbering import LARGEST
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.models.columns import Align, CellRejectedError, Column, Mark
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import day

_SUBJECTS = {
    SubjectKind.COLLECTIVE: "Tập thể",
    SubjectKind.ENTERPRISE: "Doanh nghiệp, HTX",
    SubjectKind.HOUSEHOLD: "Hộ gia đình",
    SubjectKind.INDIVIDUAL: "Cá nhân",
}

IssuesOf = Callable[[DecidedCertificate], Sequence[Issue]]


def certificate_columns(issues_of: IssuesOf) -> list[Column[DecidedCertificate]]:
    """One giấy khen: who, its number in the golden register, whether it goes on the blank."""

    def state(one: DecidedCertificate) -> str:
        return "Cần sửa" if issues_of(one) else "Vừa phôi"

    def mark(one: DecidedCertificate) -> Mark:
        if issues_of(one):
            return Mark(Tone.WARNING, "alert-triangle")
        return Mark(Tone.GOOD, "check")

    return [
        Column("Tên", lambda one: one.subject_name, 0),
        Column("Đối tượng", lambda one: _SUBJECTS[one.subject], 120),
        Column(
            "Số sổ vàng",
            lambda one: str(one.kept.golden_number or ""),
            96,
            Align.RIGHT,
            sort_key=lambda one: one.kept.golden_number,
            edit=_numbered,
            title_tip="Gõ vào ô để ghi số đã cấp trên sổ giấy",
        ),
        Column("Trên phôi", state, 110, mark=mark, is_searched=False),
        Column("Quyết định", _decision, 130),
    ]


def _numbered(one: DecidedCertificate, text: str) -> DecidedCertificate:
    if not text:
        return replace(one, kept=replace(one.kept, golden_number=None))
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= LARGEST:
        raise CellRejectedError(f"Số sổ vàng là số nguyên, không phải «{text}».")
    return replace(one, kept=replace(one.kept, golden_number=int(text)))


def _decision(one: DecidedCertificate) -> str:
    return one.decision.number or day(one.decided_on)
