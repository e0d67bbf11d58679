"""In giấy khen: all sheets of a ceremony as one file, one sheet to look at, the test sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.application.certificates.layouts import worded
from thidua_desktop.application.certificates.listing import DecidedCertificate
from thidua_desktop.application.certificates.trial_sheet import trial_sheet
from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.certificates.layout import (
    MOST_DEVIATION,
    NO_OFFSET,
    BlankLayout,
    PrinterOffset,
    layout_faults,
)
from thidua_desktop.domain.certificates.placing import Placement, place
from thidua_desktop.domain.certificates.sheet import Sheet
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.reasons import Issue


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is printed on which blank by which printer.

    Attributes:
        certificates: in the order of the pages.
    """

    layout: BlankLayout
    certificates: Sequence[DecidedCertificate]
    offset: PrinterOffset = NO_OFFSET


@dataclass(frozen=True, slots=True)
class CertificatesPrinted:
    """A file to print.

    Attributes:
        printed: the proposals whose sheet is in the file, page by page.
        issues: what keeps others out of it; the name stands as the issue's file.
    """

    path: Path
    printed: tuple[int, ...]
    issues: tuple[Issue, ...]


def print_certificates(
    desk: Desk, texts: Texts, order: PrintOrder, path: Path, progress: Progress | None = None
) -> CertificatesPrinted:
    """Write one page for each giấy khen; one whose text would be spoilt is left out and named.

    Raises:
        RuleViolation: there is none to print.
        InputError: none can be printed so; every reason is told.
        Cancelled: the officer stopped it; nothing was written.
        EnvironmentFault: the file can't be written.
    """
    if not order.certificates:
        raise RuleViolation("no_certificates")
    _refuse_unmeasurable(order)
    placed = [(one, placement_of(desk, order, one)) for one in order.certificates]
    issues = _told_once(
        [_named(one, issue, texts) for one, placement in placed for issue in placement.issues],
        len(placed),
    )
    good = [(one, placement) for one, placement in placed if not placement.issues]
    if not good:
        raise InputError("certificates_unprintable", issues=issues)
    practice = _is_practice(desk)
    sheets = [_sheet(order, one, placement, is_practice=practice) for one, placement in good]
    with ready_folder(path.parent):
        desk.certificates.write(sheets, path, progress)
    return CertificatesPrinted(path, tuple(one.proposal for one, _ in good), issues)


def check_certificates(
    desk: Desk, texts: Texts, order: PrintOrder
) -> dict[tuple[int, int], tuple[Issue, ...]]:
    """What would spoil each sheet, by decision and proposal; empty for those that are well.

    Raises:
        InputError: figures of the layout are beyond all measure.
    """
    _refuse_unmeasurable(order)
    return {
        one.key: tuple(worded(issue, texts) for issue in placement_of(desk, order, one).issues)
        for one in order.certificates
    }


def preview_certificate(
    desk: Desk, texts: Texts, order: PrintOrder, path: Path
) -> tuple[Issue, ...]:
    """Write the first sheet of an order to look at, faulty or not; tell what is wrong with it.

    Raises:
        InputError: figures of the layout are beyond all measure.
        EnvironmentFault: the file can't be written.
    """
    _refuse_unmeasurable(order)
    one = order.certificates[0]
    placement = placement_of(desk, order, one)
    sheet = _sheet(order, one, placement, is_practice=_is_practice(desk))
    desk.certificates.write([sheet], path)
    return tuple(worded(issue, texts) for issue in placement.issues)


def placement_of(desk: Desk, order: PrintOrder, one: DecidedCertificate) -> Placement:
    """Where everything stands on one sheet; what the type can't print is an issue too."""
    writer = desk.certificates
    placement = place(order.layout, one.values, writer.measure, order.offset)
    shown = {line.field for line in order.layout.shown}
    lacking = tuple(
        Issue("paper_missing_glyph", data={"characters": missing, "text": value})
        for field, value in one.values.items()
        if field in shown and (missing := writer.unprintable(value))
    )
    return replace(placement, issues=(*lacking, *placement.issues))


def print_trial_sheet(
    desk: Desk, texts: Texts, layout: BlankLayout, offset: PrinterOffset, path: Path
) -> Path:
    """Write the sheet on which a printer's deviation is measured.

    Raises:
        InputError: figures of the layout are beyond all measure.
        EnvironmentFault: the file can't be written.
    """
    _refuse_unmeasurable(PrintOrder(layout, (), offset))
    with ready_folder(path.parent):
        desk.certificates.write(
            [trial_sheet(layout, offset, texts, desk.certificates.measure)], path
        )
    return path


def offset_of(desk: Desk, printer: str) -> PrinterOffset:
    """The offset of a printer of this machine; none for a name that is empty.

    Raises:
        NotFound: this machine knows no such printer.
    """
    if not printer:
        return NO_OFFSET
    known = desk.printers.all()
    if printer not in known:
        raise NotFound("printer_unknown", key=printer, known=tuple(known))
    return known[printer]


def _refuse_unmeasurable(order: PrintOrder) -> None:
    faults = layout_faults(order.layout)
    if faults:
        raise InputError("blank_layout_wrong", issues=faults)
    offset = order.offset
    if max(abs(offset.dx), abs(offset.dy)) > MOST_DEVIATION:
        raise InputError("printer_offset_too_large", most=MOST_DEVIATION // 10)


def _sheet(
    order: PrintOrder, one: DecidedCertificate, placement: Placement, *, is_practice: bool
) -> Sheet:
    layout, name = order.layout, one.subject_name
    return Sheet(layout.width, layout.height, placement.texts, name=name, is_practice=is_practice)


def _is_practice(desk: Desk) -> bool:
    with desk.store.read() as books:
        return books.dataset.is_practice


def _told_once(issues: Sequence[Issue], sheets: int) -> tuple[Issue, ...]:
    """What spoils every sheet alike is the layout's fault and told once, without a name."""
    alike: dict[str, list[Issue]] = {}
    for issue in issues:
        alike.setdefault(repr(replace(issue, file="")), []).append(issue)
    told = [
        [replace(same[0], file="")] if len(same) == sheets > 1 else same for same in alike.values()
    ]
    return tuple(issue for same in told for issue in same)


def _named(one: DecidedCertificate, issue: Issue, texts: Texts) -> Issue:
    told = worded(issue, texts)
    return replace(told, file=one.subject_name)
