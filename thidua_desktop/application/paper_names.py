"""Người ký chưa có tên: what the office's papers can't name, told before they are printed."""

from __future__ import annotations

from thidua_desktop.application.naming import signer_name
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.reasons import Issue, Severity


def unnamed_signers(desk: Desk) -> tuple[Issue, ...]:
    """Whose names stand blank under the papers, because the office has not said them yet.

    The papers are drawn up all the same: a name can be written by hand (NĐ 30/2020/NĐ-CP).
    """
    with desk.store.read() as books:
        office = books.office
    found = []
    if not signer_name(office):
        code = "deputy_name_missing" if office.signer_is_deputy else "chair_name_missing"
        found.append(Issue(code, Severity.WARNING))
    if not office.department_head:
        found.append(Issue("department_head_missing", Severity.WARNING))
    return tuple(found)
