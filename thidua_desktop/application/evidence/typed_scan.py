"""Bản chụp phiếu giấy: the scan of the signed paper beside what was typed from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from thidua_desktop.application.collecting.typing_in import typing_sheet
from thidua_desktop.application.evidence.linking import fault_of
from thidua_desktop.application.forms.typed_form import TypedForm
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.evidence import WHOLE_FORM, Evidence, title_of


def attach_scan(desk: Desk, form: TypedForm, path: Path) -> TypedForm:
    """Keep the scan of a paper, as evidence of the form as a whole; one operation.

    Returns:
        The form with its scan.

    Raises:
        NotFound, RuleViolation: as `typing_sheet`.
        InputError: the file can't be taken.
        EnvironmentFault: it can't be read or kept.
    """
    name = typing_sheet(desk, form.cycle, form.unit).unit_name
    issue = fault_of(path)
    if issue is not None:
        raise InputError("evidence_refused", [issue], count=1)
    kept = desk.attachments.keep(path)
    title = title_of(path.name)
    link = Evidence(form.cycle, form.unit, WHOLE_FORM, kept.sha256, title, kept.size)
    scanned = replace(form, scan=kept.sha256)
    with desk.store.write("typed_scan_attached", unit=name, cycle=form.cycle) as books:
        books.collecting.add_attachment(kept)
        books.evidence.save(link)
        books.typed_forms.save(scanned)
    return scanned


def scan_of(desk: Desk, form: TypedForm) -> Evidence:
    """The link of a form's scan.

    Raises:
        NotFound: there is none, or it was taken off.
    """
    if not form.scan:
        raise NotFound("typed_scan_missing")
    with desk.store.read() as books:
        return books.evidence.get(form.cycle, form.unit, WHOLE_FORM, form.scan)
