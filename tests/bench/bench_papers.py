"""300 papers of 4 pages as PDF, against a bare canvas that is told where every line stands.

Also how soon the first page of a further preview is there, against the promised time.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import pypdf
from reportlab.pdfgen.canvas import Canvas

from tests.bench.row import BenchRow
from tests.papers_in_hand import FONTS, context_of, shipped_plan, to_trinh_order
from tests.printed_pdf import printed
from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.to_trinh import ToTrinhOrder, build_to_trinh
from thidua_desktop.documents.pdf.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR
from thidua_desktop.documents.pdf.page_pictures import page_pngs
from thidua_desktop.documents.pdf.writer import PdfPaperWriter
from thidua_desktop.domain.plan import Plan

PAPERS = 300
PAGES = 4
AT_A_TIME = 20
LIMIT = 2.0
PREVIEWS = 15
PREVIEW_SECONDS = 0.150
MM = 72 / 25.4
FACES = {
    "LiberationSerif": REGULAR,
    "LiberationSerif-Bold": BOLD,
    "LiberationSerif-Italic": ITALIC,
    "LiberationSerif-BoldItalic": BOLD_ITALIC,
}


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face and size; points from the left and from the foot."""

    text: str
    face: str
    size: float
    left: float
    base: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    size: tuple[float, float]
    runs: list[Run]
    rules: list[tuple[float, float, float]]


def run() -> list[BenchRow]:
    """Papers in turns with the floor, and the first page of a preview."""
    papers = [_paper(number) for number in range(PAPERS)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "van-ban.pdf"
        writer = PdfPaperWriter(FONTS)
        writer.write(papers[0], path)
        sheets = _sheets(path)
        assert len(sheets) == PAGES
        floor = ours = 0.0
        for start in range(0, PAPERS, AT_A_TIME):
            turn = papers[start : start + AT_A_TIME]
            floor += _seconds(partial(_draw_all, sheets, len(turn), path))
            ours += _seconds(partial(_write_all, writer, turn, path))
        row = BenchRow(f"print {PAPERS} papers of {PAGES} pages", floor, ours, LIMIT)
        return [row, _preview(writer, papers, path)]


def _preview(writer: PdfPaperWriter, papers: Sequence[Paper], path: Path) -> BenchRow:
    """The median of some papers after the first."""

    def first_page(paper: Paper) -> None:
        writer.write(paper, path)
        page_pngs(path.read_bytes(), 400, 0, 1)

    times = sorted(_seconds(partial(first_page, paper)) for paper in papers[:PREVIEWS])
    return BenchRow("first page of a preview", PREVIEW_SECONDS, times[PREVIEWS // 2], 1.0)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _write_all(writer: PdfPaperWriter, papers: Sequence[Paper], path: Path) -> None:
    for paper in papers:
        writer.write(paper, path)


def _draw_all(sheets: Sequence[Sheet], count: int, path: Path) -> None:
    for number in range(count):
        _draw(sheets, number, path)


def _draw(sheets: Sequence[Sheet], number: int, path: Path) -> None:
    """The same letters in the same faces and places; nothing is measured, broken or framed."""
    canvas = Canvas(str(path), invariant=True)
    for sheet in sheets:
        canvas.setPageSize(sheet.size)
        for run in sheet.runs:
            canvas.setFont(run.face, run.size)
            canvas.drawString(run.left, run.base, run.text)
        for left, right, height in sheet.rules:
            canvas.line(left, height, right, height)
        canvas.drawString(90, 40, f"{number}")
        canvas.showPage()
    canvas.save()


def _sheets(path: Path) -> list[Sheet]:
    """What stands where in a PDF of ours."""
    return [
        Sheet(
            (page.width * MM, page.height * MM),
            _runs(sheet),
            [(r.left * MM, r.right * MM, (page.height - r.top) * MM) for r in page.rules],
        )
        for page, sheet in zip(printed(path), pypdf.PdfReader(path).pages, strict=True)
    ]


def _runs(sheet: pypdf.PageObject) -> list[Run]:
    found: list[Run] = []

    def hear(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        said = text.replace("\n", "")
        if said.strip():
            face = str(font["/BaseFont"]).partition("+")[2]
            at = (float(cm[4]) + float(tm[4]), float(cm[5]) + float(tm[5]))
            found.append(Run(said, FACES[face], float(size), *at))

    sheet.extract_text(visitor_text=hear)
    return found


def _paper(number: int) -> Paper:
    """Every paper has its own names and words."""
    plan = _plan()
    order = to_trinh_order(plan)
    nominees = tuple(_renamed(one, number) for one in order.nominees)
    paper = build_to_trinh(context_of(plan), ToTrinhOrder(order.award, nominees, order.session))
    return replace(paper, snapshot=f"Bản dữ liệu {number}")


@cache
def _plan() -> Plan:
    return shipped_plan("xuan-hung")


def _renamed(nominee: Nominee, number: int) -> Nominee:
    proposal = nominee.proposal
    name = f"{proposal.subject_name} số {number}"
    achievement = f"{proposal.achievement}, {number + 3} lượt người tham gia"
    return replace(nominee, proposal=replace(proposal, subject_name=name, achievement=achievement))
