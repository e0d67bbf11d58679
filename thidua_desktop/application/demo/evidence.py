"""Evidence as units hand it over on a USB stick, plainly made up, and its export."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.demo.scene import Enrolled, Scene
from thidua_desktop.application.evidence.export import export_evidence
from thidua_desktop.application.evidence.linking import EvidenceUnit, add_evidence, evidence_units
from thidua_desktop.application.evidence.looking import FoundState, look_for_evidence

_UNITS, _CRITERIA = 4, 2
_TITLES = ("Kế hoạch thực hiện phong trào (mẫu)", "Biên bản họp, danh sách tham gia (mẫu)")


def attach(scene: Scene, enrolled: Enrolled) -> None:
    """Take a folder of evidence as it came: each unit a folder, each criterion one within."""
    folder = scene.folder("minh-chung-don-vi-gui")
    units = evidence_units(scene.desk, enrolled.cycle.id)
    for unit in units[:_UNITS]:
        scene.files += _handed_over(unit, folder)
    found = look_for_evidence(scene.desk, enrolled.cycle.id, [folder])
    ready = [one.file for one in found if one.state is FoundState.READY]
    add_evidence(scene.desk, enrolled.cycle.id, ready)
    scene.files += export_evidence(scene.desk, enrolled.cycle.id, scene.folder("minh-chung"))


def _handed_over(unit: EvidenceUnit, folder: Path) -> list[Path]:
    written = []
    for number, criterion in enumerate(unit.asked[:_CRITERIA]):
        place = folder / unit.name.replace("/", "-") / f"TC {criterion.code}"
        place.mkdir(parents=True, exist_ok=True)
        path = place / f"{number + 1:02d} {_TITLES[number % len(_TITLES)]}.pdf"
        path.write_bytes(one_page_pdf(f"TAI LIEU MAU - {unit.code} - {criterion.code}"))
        written.append(path)
    return written


def one_page_pdf(words: str) -> bytes:
    """The smallest PDF that shows a line of plain letters; strangers' files look no better."""
    text = f"BT /F1 20 Tf 72 760 Td ({words}) Tj ET".encode("ascii", "replace")
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>"
        % b"<< /Font << /F1 5 0 R >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    whole, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(parts) + 1, len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return whole + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
