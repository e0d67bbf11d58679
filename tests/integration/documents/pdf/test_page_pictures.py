"""Pages of a PDF as pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.papers_in_hand import FONTS, context_of, shipped_plan, to_trinh_order
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.documents.pdf.page_pictures import page_pngs, render_pages
from thidua_desktop.documents.pdf.writer import PdfPaperWriter
from thidua_desktop.domain.errors import InputError

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    plan = shipped_plan("cao-minh")
    path = tmp_path / "to-trinh.pdf"
    PdfPaperWriter(FONTS).write(build_to_trinh(context_of(plan), to_trinh_order(plan)), path)
    return path


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(PNG)
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_every_page_becomes_a_picture_of_its_size(pdf: Path, tmp_path: Path) -> None:
    pictures = render_pages(pdf, tmp_path / "anh", dpi=72)
    assert [picture.name for picture in pictures] == [
        "to-trinh-1.png",
        "to-trinh-2.png",
        "to-trinh-3.png",
        "to-trinh-4.png",
    ]
    upright, across = (size_of(pictures[page].read_bytes()) for page in (0, 2))
    assert (upright, across) == ((596, 842), (842, 596))


def test_the_preview_shows_every_page_as_wide_as_asked(pdf: Path) -> None:
    pages = page_pngs(pdf, 400)
    assert len(pages) == 4
    assert all(abs(size_of(page)[0] - 400) <= 1 for page in pages)


def test_a_picture_is_not_blank(pdf: Path) -> None:
    assert len(page_pngs(pdf, 900)[0]) > 20_000


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7 hong")
    with pytest.raises(InputError) as caught:
        page_pngs(broken, 400)
    assert caught.value.data["file"] == "hong.pdf"
