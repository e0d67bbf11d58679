"""Bản quét quyết định: the signed decision with its seal, kept beside the line of the register."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.evidence.linking import fault_of
from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.outcomes import DecisionScan
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.domain.evidence import title_of

SCAN_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


@dataclass(frozen=True, slots=True)
class ScanAttached:
    """A scan with its decision; `is_new` is false where the decision had this very file."""

    scan: DecisionScan
    is_new: bool


def scans_of(desk: Desk, decision_id: int) -> tuple[DecisionScan, ...]:
    """The scans of a decision by name.

    Raises:
        NotFound: no such decision.
    """
    with desk.store.read() as books:
        if all(one.id != decision_id for one in books.awards.decisions()):
            raise NotFound("decision_unknown", key=str(decision_id))
        return tuple(one for one in books.outcomes.scans() if one.decision == decision_id)


def attach_scan(desk: Desk, decision_id: int, path: Path) -> ScanAttached:
    """Keep a scan of the signed decision; the same file twice is kept once.

    Raises:
        NotFound: no such decision.
        InputError: the file is missing, no scan, empty, or too large.
        EnvironmentFault: it can't be read or kept.
    """
    known = scans_of(desk, decision_id)
    if not path.exists():
        raise InputError("path_missing", file=str(path))
    fault = fault_of(path)
    if path.suffix.lower() not in SCAN_ENDINGS:
        raise InputError("decision_scan_kind", file=path.name)
    if fault is not None:
        raise InputError("decision_scan_refused", [fault], file=path.name)
    kept = desk.attachments.keep(path)
    same = next((one for one in known if one.sha256 == kept.sha256), None)
    if same is not None:
        return ScanAttached(same, is_new=False)
    scan = DecisionScan(decision_id, kept.sha256, title_of(path.name))
    with desk.store.write("decision_scan_added", title=scan.title) as books:
        books.collecting.add_attachment(kept)
        books.outcomes.add_scan(scan)
    return ScanAttached(scan, is_new=True)


def remove_scan(desk: Desk, scan: DecisionScan) -> None:
    """Take a scan off its decision; the content stays, so that undo brings it back.

    Raises:
        NotFound: the decision has no such scan.
    """
    if scan not in scans_of(desk, scan.decision):
        raise NotFound("decision_scan_unknown", title=scan.title)
    with desk.store.write("decision_scan_removed", title=scan.title) as books:
        books.outcomes.remove_scan(scan)


def copy_scan(desk: Desk, scan: DecisionScan, folder: Path | None = None) -> Path:
    """A readable copy with the scan's own name, to be opened; what is kept is never touched.

    Raises:
        NotFound: the decision has no such scan.
        EnvironmentFault: the content is gone, or the copy can't be written.
    """
    if scan not in scans_of(desk, scan.decision):
        raise NotFound("decision_scan_unknown", title=scan.title)
    target = folder or Path(tempfile.mkdtemp(prefix="quyet-dinh-"))
    copied = target / scan.title
    with ready_folder(target):
        try:
            copied.write_bytes(desk.attachments.path(scan.sha256).read_bytes())
        except OSError as error:
            raise EnvironmentFault("decision_scan_gone", title=scan.title) from error
    return copied
