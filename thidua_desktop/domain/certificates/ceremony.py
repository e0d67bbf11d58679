"""The order in which giấy khen are called out (NĐ 152/2025/NĐ-CP Điều 29)."""

from __future__ import annotations

from thidua_desktop.domain.kinds import SubjectKind

_PLACES = {
    SubjectKind.COLLECTIVE: 0,
    SubjectKind.ENTERPRISE: 0,
    SubjectKind.HOUSEHOLD: 1,
    SubjectKind.INDIVIDUAL: 2,
}


def ceremony_place(subject: SubjectKind) -> int:
    """Collectives and households before people; an enterprise is called as a collective."""
    return _PLACES[subject]
