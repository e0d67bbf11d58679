"""Người ký chưa có tên: what the office's papers can't name, told before they are printed."""

from __future__ import annotations

from thidua_desktop.application.naming import signer_name
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.reasons import Issue, Severity


def unnamed_chair(desk: Desk) -> tuple[Issue, ...]:
    """Whether the place of the chair, or of the deputy who signs instead, stands without a name."""
    with desk.store.read() as books:
        office = books.office
    if signer_name(office):
        return ()
    code = "deputy_name_missing" if office.signer_is_deputy else "chair_name_missing"
    return (Issue(code, Severity.WARNING),)


def unnamed_signers(desk: Desk) -> tuple[Issue, ...]:
    """Whose names stand blank under the papers, because the office has not said them yet.

    The papers are drawn up all the same: a name can be written by hand (NĐ 30/2020/NĐ-CP).
    """
    with desk.store.read() as books:
        office = books.office
    found = list(unnamed_chair(desk))
    if not office.department_head:
        found.append(Issue("department_head_missing", Severity.WARNING))
    return tuple(found)
